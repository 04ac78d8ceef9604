package mappingfile

import (
	"fmt"
	"regexp"
	"strings"

	"github.com/expr-lang/expr/ast"
	"github.com/shopspring/decimal"

	"github.com/tillsync/tillsync/mapping"
)

// rewriter makes an expression compute with decimals and with values that may be
// absent: it puts our functions in the place of the operators, and refuses
// everything else. It meets inner nodes before outer ones.
type rewriter struct {
	text []rune
	// names counts where variables stand; the name of a function was one until its
	// call is met.
	names map[string]int
	err   error
}

func (r *rewriter) fail(n ast.Node, remedy, format string, args ...any) {
	if r.err == nil {
		r.err = &formulaError{offset: n.Location().From, problem: fmt.Sprintf(format, args...), remedy: remedy}
	}
}

// Visit is called by package expr for each node.
func (r *rewriter) Visit(at *ast.Node) {
	switch n := (*at).(type) {
	case *ast.NilNode, *ast.BoolNode, *ast.StringNode, *ast.ArrayNode, *ast.ConstantNode:
	case *ast.IdentifierNode:
		r.identifier(n)
	case *ast.IntegerNode, *ast.FloatNode:
		r.number(at)
	case *ast.UnaryNode:
		r.unary(at, n)
	case *ast.BinaryNode:
		r.binary(at, n)
	case *ast.ConditionalNode:
		n.Cond = r.truth(n.Cond)
	case *ast.MemberNode:
		r.member(at, n)
	case *ast.CallNode:
		r.call(n)
	case *ast.PredicateNode, *ast.PointerNode: // parts of a built-in function
	case *ast.BuiltinNode:
		r.unknown(n, n.Name)
	default:
		r.fail(n, "use values, names, operators and functions", "this has no place in an expression here")
	}
}

func (r *rewriter) identifier(n *ast.IdentifierNode) {
	if strings.HasPrefix(n.Value, "$") {
		r.fail(n, "name a source field", "there is no variable %q", n.Value)
	}
	r.names[n.Value]++
}

// member joins names with dots to one variable, such as billing.city; other members
// are found when the expression runs.
func (r *rewriter) member(at *ast.Node, n *ast.MemberNode) {
	root, isName := n.Node.(*ast.IdentifierNode)
	part, isText := n.Property.(*ast.StringNode)
	if !isName || !isText || strings.ContainsAny(part.Value, ".[") || part.Value == "" {
		r.replace(at, "member", n.Node, n.Property)
		return
	}
	r.forget(root.Value)
	path := &ast.IdentifierNode{Value: root.Value + "." + part.Value}
	r.names[path.Value]++
	ast.Patch(at, path)
}

// forget takes back a name that turned out to be something else.
func (r *rewriter) forget(name string) {
	if r.names[name]--; r.names[name] == 0 {
		delete(r.names, name)
	}
}

// replace puts a call of one of our functions in the place of a node.
func (r *rewriter) replace(at *ast.Node, function string, args ...ast.Node) {
	call := &ast.CallNode{Callee: &ast.IdentifierNode{Value: function}, Arguments: args}
	ast.Patch(at, call)
}

// numberInText is a number at the start of a text, as far as letters and digits go.
// The dots of a range are none of it.
var numberInText = regexp.MustCompile(`^(\.?[0-9_]+)+([eE][-+]?[0-9]+)?\w*`)

// number takes a number from the text, since package expr reads a float.
func (r *rewriter) number(at *ast.Node) {
	found := numberInText.FindString(string(r.text[(*at).Location().From:]))
	d, err := decimal.NewFromString(strings.ReplaceAll(found, "_", ""))
	if err != nil || checkSize(d) != nil {
		r.fail(*at, "write 1000 or 12.50", "this number is not read")
		return
	}
	ast.Patch(at, &ast.ConstantNode{Value: d})
}

func (r *rewriter) unary(at *ast.Node, n *ast.UnaryNode) {
	switch n.Operator {
	case "not", "!":
		n.Node = r.truth(n.Node)
	case "-":
		r.replace(at, "negate", n.Node)
	case "+":
		r.replace(at, "plus", n.Node)
	default:
		r.fail(n, "", "there is no operator %s", n.Operator)
	}
}

func (r *rewriter) binary(at *ast.Node, n *ast.BinaryNode) {
	switch n.Operator {
	case "and", "&&", "or", "||":
		n.Left, n.Right = r.truth(n.Left), r.truth(n.Right)
	case "??":
	case "+", "-", "*", "/", "%", "==", "!=", "<", "<=", ">", ">=", "in", "contains", "startsWith", "endsWith":
		r.replace(at, n.Operator, n.Left, n.Right)
	case "matches":
		r.matches(at, n)
	default:
		r.fail(n, "", "there is no operator %s", n.Operator)
	}
}

// matches compiles the pattern once.
func (r *rewriter) matches(at *ast.Node, n *ast.BinaryNode) {
	text, ok := n.Right.(*ast.StringNode)
	if !ok {
		r.fail(n.Right, "write the pattern in quotes", "the pattern has to be constant")
		return
	}
	pattern, err := regexp.Compile(text.Value)
	if err != nil {
		r.fail(n.Right, "see the syntax of package regexp", "the pattern cannot be read: %s", err)
		return
	}
	r.replace(at, n.Operator, n.Left, &ast.ConstantNode{Value: pattern})
}

// truth makes a condition of a node: an absent value is false.
func (r *rewriter) truth(n ast.Node) ast.Node {
	r.replace(&n, "truth", n)
	return n
}

func (r *rewriter) call(n *ast.CallNode) {
	name, ok := n.Callee.(*ast.IdentifierNode)
	if !ok {
		r.fail(n, "", "a value cannot be called")
		return
	}
	r.forget(name.Value)
	f := functions()[name.Value]
	switch {
	case f.form == "":
		r.unknown(n, name.Value)
	case len(n.Arguments) < f.least || len(n.Arguments) > f.most:
		r.fail(n, "write "+f.form, "%s has %d arguments", name.Value, len(n.Arguments))
	}
}

// unknown refuses a function. Those behind the operators cannot be called.
func (r *rewriter) unknown(n ast.Node, name string) {
	var names []string
	for known, f := range functions() {
		if f.form != "" {
			names = append(names, known)
		}
	}
	r.fail(n, mapping.Suggest(name, names), "there is no function %q", name)
}
