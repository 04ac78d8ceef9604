package mappingfile

// node is one value of a file and where it stands.
type node struct {
	position
	kind nodeKind
	// text is the content of a text, a number or a truth value.
	text string
	// offset is the number of characters before the content, such as the quote; -1
	// when the content does not stand in the file as it is.
	offset  int
	items   []*node
	members []member
	// flow asks to write an object in one line.
	flow bool
}

type nodeKind string

const (
	isNull   nodeKind = "nothing"
	isText   nodeKind = "a text"
	isNumber nodeKind = "a number"
	isBool   nodeKind = "true or false"
	isList   nodeKind = "a list"
	isObject nodeKind = "an object"
)

// member is one key of an object.
type member struct {
	key   string
	at    position
	value *node
}

// member is the value of a key, nil when there is none.
func (n *node) member(key string) *node {
	for _, m := range n.members {
		if m.key == key {
			return m.value
		}
	}
	return nil
}

// The functions below make nodes for a file that is written.

func textNode(s string) *node { return &node{kind: isText, text: s} }

func boolNode() *node { return &node{kind: isBool, text: "true"} }

func textsNode(texts []string) *node {
	list := &node{kind: isList}
	for _, s := range texts {
		list.items = append(list.items, textNode(s))
	}
	return list
}

func objectNode() *node { return &node{kind: isObject} }

func flowNode() *node { return &node{kind: isObject, flow: true} }

// put adds a member.
func (n *node) put(key string, value *node) {
	n.members = append(n.members, member{key: key, value: value})
}
