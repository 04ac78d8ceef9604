package mappingfile_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/tillsync/tillsync/mapping/mappingfile"
)

// badFile is a file and what is said about it.
type badFile struct {
	name, file string
	want       []string
}

func badFiles() []badFile {
	return []badFile{
		{"syntax", "name: test\nfields: [\n",
			[]string{`f.yaml:2:9: the file is no YAML or JSON: sequence end token ']' not found`}},
		{"syntax within a line", "name: a: b\n",
			[]string{`f.yaml:1:7: the file is no YAML or JSON: mapping value is not allowed in this context`}},
		{"syntax in JSON", "{\"name\": \"test\",\n\t\"fields\": {\"name\" {}}}",
			[]string{`f.yaml:2:13: the file is no YAML or JSON: could not find flow map content`}},
		{"empty", "# nothing\n",
			[]string{`f.yaml:1:1: the file is empty: give it name and fields`}},
		{"no object", "- a\n",
			[]string{`f.yaml:1:1: here is a list, expected is an object`}},
		{"not UTF-8", "name: \xff\n",
			[]string{`f.yaml:1:1: the file is not UTF-8: save it as UTF-8`}},
		{"two documents", "name: test\nfields: {}\n---\nname: other\n",
			[]string{`f.yaml:4:1: a second document is not read here: put each mapping into a file of its own`}},
		{"anchor", "name: &a test\nfields: {}\n",
			[]string{`f.yaml:1:7: an anchor or alias (& or *) is not read here: write the value out, or put the text in quotes`}},
		{"merge", "name: test\n<<: {a: b}\nfields: {}\n",
			[]string{`f.yaml:2:1: a key of this form is not read here: write a plain text before the colon`}},
		{"tag", "name: !!str test\nfields: {}\n",
			[]string{`f.yaml:1:7: a tag (!) is not read here: leave it out, or put the text in quotes`}},
		{"tabs before keys", "name: test\nfields:\n\tname: {from: name}\n",
			[]string{`f.yaml:3:1: the file is no YAML or JSON: found character '	' that cannot start any token: indent by blanks, not by tabs`}},
		{"BOM and an unknown key", "\ufeffnmae: test\nfields: {}\n",
			[]string{`f.yaml:1:1: there is no key "nmae" here: did you mean "name"?`}},
		{"aliases that would grow", "name: test\na: &a [x, x]\nb: &b [*a, *a]\nfields: {}\n",
			[]string{
				`f.yaml:2:1: there is no key "a" here: use one of $schema, fields, groups, name, version`,
				`f.yaml:2:4: an anchor or alias (& or *) is not read here: write the value out, or put the text in quotes`,
				`f.yaml:3:1: there is no key "b" here: use one of $schema, fields, groups, name, version`,
				`f.yaml:3:4: an anchor or alias (& or *) is not read here: write the value out, or put the text in quotes`,
			}},
		{"key twice in a rule", rule("name", "from: name, from: sku"),
			[]string{`f.yaml:3:13: the key "from" is there twice: remove one of them`}},
		{"key twice in a table", rule("name", "from: sku, map: {table: {a: b, a: c}, unmapped: Fail}"),
			[]string{`f.yaml:3:32: the key "a" is there twice: remove one of them`}},
		{"unknown key in a map", rule("name", "from: sku, map: {tabel: {a: b}, unmapped: Fail}"),
			[]string{`f.yaml:3:18: fields.name.map: there is no key "tabel" here: did you mean "table"?`}},
		{"unknown key in a range", rule("price", "from: price, range: {min: 1, mx: 2}"),
			[]string{`f.yaml:3:30: fields.price.range: there is no key "mx" here: did you mean "max"?`}},
		{"unknown key in a branch", rule("name", "if: [{valeu: a}]"),
			[]string{`f.yaml:3:7: fields.name.if[0]: there is no key "valeu" here: did you mean "value"?`}},
		{"unknown key in a call", rule("name", "if: [{call: {nme: total}}]"),
			[]string{`f.yaml:3:14: fields.name.if[0].call: there is no key "nme" here: did you mean "name"?`}},
		{"unknown key in rates", rule("price", "if: [{add_vat: {prize: price, class: name, rates: {a: 1}}}]"),
			[]string{`f.yaml:3:17: fields.price.if[0].add_vat: there is no key "prize" here: did you mean "price"?`}},
		{"rates that are texts", rule("price", "if: [{add_vat: {price: price, class: name, rates: {high: '21'}}}]"),
			[]string{`f.yaml:3:58: fields.price.if[0].add_vat.rates.high: here is a text, expected is a number: write 21 without quotes`}},
		{"negative rate", rule("price", "if: [{add_vat: {price: price, class: name, rates: {high: -21}}}]"),
			[]string{`f.yaml:3:16: fields.price.if[0].add_vat: a VAT rate is a percentage of 0 or more`}},
		{"no scale", rule("price", "if: [{remove_vat: {price: price, class: name, rates: {high: 21}}}]"),
			[]string{`f.yaml:3:19: fields.price.if[0].remove_vat: the key "scale" is missing: add it: the decimals of the price without VAT; four keep the cents right`}},
		{"scale", rule("price", "if: [{remove_vat: {price: price, class: name, rates: {high: 21}, scale: 2.5}}]"),
			[]string{`f.yaml:3:73: fields.price.if[0].remove_vat.scale: 2.5 is no whole number from 0 to 30`}},
		{"path of a rate", rule("price", "if: [{add_vat: {price: prise, class: name, rates: {high: 21}}}]"),
			[]string{`f.yaml:3:6: fields.price.if[0]: the source has no field "prise": did you mean "price"?`}},
		{"template", rule("name", "if: [{template: '{name'}]"),
			[]string{`f.yaml:3:17: fields.name.if[0].template: the template has a bracket without its partner: write {name}, or {{ and }} for brackets`}},
		{"setting", "name: test\nfields:\n  name: {from: name, policy: UnlessEdited(OnConflct=Park)}\n",
			[]string{`f.yaml:3:30: fields.name.policy: UnlessEdited has no setting "OnConflct=Park": did you mean "OnConflict=Park"?`}},
		{"mode", "name: test\nfields:\n  name: {from: name, policy: MatchKey(folow)}\n",
			[]string{`f.yaml:3:30: fields.name.policy: MatchKey has no mode "folow": did you mean "Follow"?`}},
		{"states", "name: test\nfields:\n  name: {from: name, policy: Forward(new)}\n",
			[]string{`f.yaml:3:30: fields.name.policy: Forward needs at least two states, or it can never write: write Forward(earlier, later)`}},
		{"bracket of a policy", "name: test\nfields:\n  name: {from: name, policy: 'Forward(new, paid'}\n",
			[]string{`f.yaml:3:30: fields.name.policy: the policy "Forward(new, paid" has no closing bracket: write Forward(new, paid)`}},
		{"policy of a group for another kind", "name: test\ngroups:\n  g: {policy: ListOwn, fields: [name]}\nfields:\n  name: {from: name}\n",
			[]string{`f.yaml:5:3: fields.name: policy ListOwn: it is for lists, the field is a text: choose another policy`}},
		{"rounding", rule("price", "from: price, transform: 'Round(2,HalfEvn)'"),
			[]string{`f.yaml:3:25: fields.price.transform: the transform Round(2,HalfEvn): there is no way to round "HalfEvn": did you mean "HalfEven"?`}},
		{"too_long", rule("name", "from: name, max_length: 3, too_long: Truncat"),
			[]string{`f.yaml:3:38: fields.name.too_long: "Truncat" is not known here: did you mean "Truncate"?`}},
		{"empty list of values", rule("name", "from: name, one_of: []"),
			[]string{`f.yaml:3:21: fields.name.one_of: no value is allowed: name at least one`}},
		{"object for a text", rule("address", "force: text"),
			[]string{`f.yaml:3:8: fields.address.force: the target cannot take the value: the field takes an object, not a text: give another one`}},
		{"instant for a text", rule("name", "force: {instant: 2026-01-31T12:00:00Z}"),
			[]string{`f.yaml:3:8: fields.name.force: the target cannot take the value: the field takes a text, not an instant: give another one`}},
		{"run of a rule", "name: test\nfields:\n  name:\n",
			[]string{`f.yaml:3:9: fields.name: here is nothing, expected is an object`}},
		{"fields of nothing", "name: test\nfields:\n",
			[]string{`f.yaml:2:9: fields: here is nothing, expected is an object`}},
		{"no name", "name: ''\nfields: {}\n",
			[]string{`f.yaml:1:7: name: the definition has no name: give it one`}},
		{"unknown key", "name: test\nfeilds: {}\n",
			[]string{`f.yaml:2:1: there is no key "feilds" here: did you mean "fields"?`}},
		{"unknown key in a rule", "name: test\nfields:\n  name:\n    from: name\n    polcy: Always\n",
			[]string{`f.yaml:5:5: fields.name: there is no key "polcy" here: did you mean "policy"?`}},
		{"unknown key, far off", rule("name", "from: name, quux: 1"),
			[]string{`f.yaml:3:13: fields.name: there is no key "quux" here: use one of default, force, from, if, join, map, max_length, one_of, pattern, policy, range, required, skip_empty, too_long, transform, vars, when_absent, when_empty, zero_is_empty`}},
		{"duplicate key", "name: test\nname: again\nfields:\n  name: {from: name, policy: Always}\n  \"name\": {force: x, policy: Always}\n", []string{
			`f.yaml:2:1: the key "name" is there twice: remove one of them`,
			`f.yaml:5:3: the key "name" is there twice: remove one of them`,
		}},
		{"duplicate key in JSON after an escape", "{\"name\": \"a\\u00e9b\", \"name\": \"\", \"fields\": {}}",
			[]string{`f.yaml:1:22: the key "name" is there twice: remove one of them`}},
		{"JSON with tabs", "{\n\t\"name\": \"test\",\n\t\"fields\": {\n\t\t\"name\": {\"policy\": \"Always\",\t\"from\": \"nane\"}\n\t}\n}",
			[]string{`f.yaml:4:40: fields.name.from: the source has no field "nane": did you mean "name"?`}},
		{"CRLF", "name: test\r\nfields:\r\n  name:\r\n    policy: Always\r\n    from: nane\r\n",
			[]string{`f.yaml:5:11: fields.name.from: the source has no field "nane": did you mean "name"?`}},
		{"wide characters", "name: tëst\nfields: {\"naïve\": {policy: Always, from: sku}, name: {policy: Always, from: nane}}\n", []string{
			`f.yaml:2:10: fields.naïve: the target has no such field: use one of active, address, billing.city, changed, name, price, sku, tags, tax`,
			`f.yaml:2:77: fields.name.from: the source has no field "nane": did you mean "name"?`,
		}},
		{"text expected", "name: 12\nversion: 1\nfields: {}\n", []string{
			`f.yaml:1:7: name: here is a number, expected is a text: write "12"`,
			`f.yaml:2:10: version: here is a number, expected is a text: write "1"`,
		}},
		{"object expected", "name: test\nfields: [name]\n",
			[]string{`f.yaml:2:9: fields: here is a list, expected is an object`}},
		{"list of numbers", rule("name", "from: [1, true]"), []string{
			`f.yaml:3:8: fields.name.from[0]: here is a number, expected is a text: write "1"`,
			`f.yaml:3:11: fields.name.from[1]: here is true or false, expected is a text: write "true"`,
		}},
		{"flag expected", rule("name", "from: name, required: yes"),
			[]string{`f.yaml:3:23: fields.name.required: here is a text, expected is true or false: write true or false without quotes`}},
		{"odd number", rule("price", "force: 0x1F"),
			[]string{`f.yaml:3:8: 0x1F is not read as a number: write 1000 or 12.50, or put a text in quotes`}},
		{"infinite number", rule("price", "force: .inf"),
			[]string{`f.yaml:3:8: .inf is not read as a number: write 1000 or 12.50, or put a text in quotes`}},
		{"huge number", rule("price", "force: 1e99999"),
			[]string{`f.yaml:3:8: fields.price.force: the number is out of any use: write fewer digits`}},
		{"handling", rule("name", "from: name, when_empty: Claer"),
			[]string{`f.yaml:3:25: fields.name.when_empty: "Claer" is not known here: did you mean "Clear"?`}},
		{"path", rule("name", "from: [sku, nmae]"),
			[]string{`f.yaml:3:13: fields.name.from[1]: the source has no field "nmae": did you mean "name"?`}},
		{"no source", rule("name", "required: true"),
			[]string{`f.yaml:2:10: fields.name: the rule has no value: add from, if, default or force, or the policy Never`}},
		{"target", rule("nmae", "from: name"),
			[]string{`f.yaml:2:10: fields.nmae: the target has no such field: did you mean "name"?`}},
		{"no policy", "name: test\nfields:\n  name: {from: name}\n",
			[]string{`f.yaml:3:3: fields.name: the rule has no policy, and none is taken for granted: use one of Always, CreateOnly, FillEmpty, Forward, ListAdd, ListOwn, ListReplace, MatchKey, Never, UnlessEdited, UpdateOnly`}},
		{"policy", "name: test\nfields:\n  name: {from: name, policy: Allways}\n",
			[]string{`f.yaml:3:30: fields.name.policy: there is no policy "Allways": did you mean "Always"?`}},
		{"group policy", "name: test\ngroups:\n  texts: {policy: Allways, fields: [name]}\nfields:\n  name: {from: name}\n",
			[]string{`f.yaml:3:3: groups.texts: there is no policy "Allways": did you mean "Always"?`}},
		{"group member", "name: test\ngroups:\n  texts:\n    policy: Always\n    fields: [name, sku]\nfields:\n  name: {from: name}\n",
			[]string{`f.yaml:5:20: groups.texts.fields[1]: the group names a field without a rule: add a rule or leave the field out`}},
		{"group key", "name: test\ngroups:\n  texts: {policy: Always, field: [name]}\nfields:\n  name: {from: name, policy: Always}\n",
			[]string{`f.yaml:3:27: groups.texts: there is no key "field" here: did you mean "fields"?`}},
		{"field and key", rule("nane", "from: name, polcy: Always"), []string{
			`f.yaml:2:10: fields.nane: the target has no such field: did you mean "name"?`,
			`f.yaml:3:13: fields.nane: there is no key "polcy" here: did you mean "policy"?`,
		}},
		{"transform", rule("name", "from: name, transform: [Trim, Uper]"),
			[]string{`f.yaml:3:31: fields.name.transform[1]: there is no transform "Uper": did you mean "Upper"?`}},
		{"transform arguments", rule("price", "from: price, transform: Round(x)"),
			[]string{`f.yaml:3:25: fields.price.transform: the transform Round(x) cannot be read: "x" is no whole number of usual size: write Round(scale, rounding?)`}},
		{"transform kind", rule("price", "from: name, transform: Round(2)"),
			[]string{`f.yaml:3:24: fields.price.transform: Round(2): it takes a number, and here comes a text: put ToText or ParseNumber before it`}},
		{"length without too_long", rule("name", "from: name, max_length: 3"),
			[]string{`f.yaml:2:10: fields.name: max_length does not say what happens to longer texts: add too_long: Reject or too_long: Truncate`}},
		{"too_long without length", rule("name", "from: name, too_long: Reject"),
			[]string{`f.yaml:2:10: fields.name: too_long does not say how long that is: add max_length`}},
		{"length", rule("name", "from: name, too_long: Reject, max_length: 0"),
			[]string{`f.yaml:3:43: fields.name.max_length: 0 is no whole number from 1 to 1073741824`}},
		{"range", rule("price", "from: price, range: {min: 3}"),
			[]string{`f.yaml:3:21: fields.price.range: the key "max" is missing: add it: the greatest number`}},
		{"range order", rule("price", "from: price, range: {min: 3, max: 2}"),
			[]string{`f.yaml:3:21: fields.price.range: no number is in it: give the lower end first`}},
		{"pattern", rule("name", "from: name, pattern: '['"),
			[]string{"f.yaml:3:22: fields.name.pattern: error parsing regexp: missing closing ]: `[`: write it in the syntax of RE2, which package regexp documents"}},
		{"default", rule("price", "from: price, default: free"),
			[]string{`f.yaml:3:23: fields.price.default: the target cannot take the value: the field takes a number, not a text: give another one`}},
		{"value", rule("changed", "force: {instnt: 2026-01-01T00:00:00Z}"),
			[]string{`f.yaml:3:9: fields.changed.force: there is no key "instnt" here: did you mean "instant"?`}},
		{"instant", rule("changed", "force: {instant: yesterday}"),
			[]string{`f.yaml:3:18: fields.changed.force.instant: this is no instant: write 2026-01-31T12:00:00Z`}},
		{"value with two keys", rule("changed", "force: {instant: 2026-01-01T00:00:00Z, absent: true}"),
			[]string{`f.yaml:3:8: fields.changed.force: a value has one of the keys instant, object and absent: write {object: {...}} for a record`}},
		{"map without unmapped", rule("name", "from: sku, map: {table: {a: b}}"),
			[]string{`f.yaml:3:17: fields.name.map: the key "unmapped" is missing: add it: what happens to a value that is not in the table: Fail, Pass, Omit or a default`}},
		{"unmapped", rule("name", "from: sku, map: {table: {a: b}, unmapped: Fial}"),
			[]string{`f.yaml:3:43: fields.name.map.unmapped: "Fial" is not known here: did you mean "Fail"?`}},
		{"unmapped object", rule("name", "from: sku, map: {table: {a: b}, unmapped: {defualt: x}}"),
			[]string{`f.yaml:3:44: fields.name.map.unmapped: there is no key "defualt" here: did you mean "default"?`}},
		{"table key twice", rule("name", "from: sku, map: {table: {a: b, A: c}, unmapped: Fail}"),
			[]string{`f.yaml:3:17: fields.name.map: the key "a" is there twice in different spelling: remove one of them`}},
		{"table value", rule("price", "from: sku, map: {table: {a: 1,\n b: x}, unmapped: Fail}"),
			[]string{`f.yaml:4:5: fields.price.map.table.b: the target cannot take the value: the field takes a number, not a text: give another one`}},
		{"branch without value", rule("name", "if: [{when: {filled: sku}}]"),
			[]string{`f.yaml:3:6: fields.name.if[0]: the branch has 0 values: give one of value, path, template, add_vat, remove_vat, call, expr`}},
		{"branch with two values", rule("name", "if: [{value: a, path: sku}]"),
			[]string{`f.yaml:3:6: fields.name.if[0]: the branch has 2 values: give one of value, path, template, add_vat, remove_vat, call, expr`}},
		{"condition path", rule("name", "if: [{value: a}, {value: b, when: {filled: sjku}}]"),
			[]string{`f.yaml:3:18: fields.name.if[1]: the source has no field "sjku": did you mean "sku"?`}},
		{"condition key", rule("name", "if: [{value: a, when: {fild: sku}}]"),
			[]string{`f.yaml:3:24: fields.name.if[0].when: there is no key "fild" here: use one of above, all, any, below, call, filled, is, not, otherwise, present`}},
		{"condition kind", rule("name", "if: [{value: a, when: 3}]"),
			[]string{`f.yaml:3:23: fields.name.if[0].when: here is a number, expected is a condition such as {filled: company}, or an expression`}},
		{"two conditions", rule("name", "if: [{value: a, when: {filled: sku, present: name}}]"),
			[]string{`f.yaml:3:23: fields.name.if[0].when: a condition has one key, here are 2: join conditions by all or any`}},
		{"two paths", rule("name", "if: [{value: a, when: {is: {sku: 1, name: 2}}}]"),
			[]string{`f.yaml:3:28: fields.name.if[0].when.is: one path is compared, here are 2: join conditions by all or any`}},
		{"limit", rule("name", "if: [{value: a, when: {above: {price: much}}}]"),
			[]string{`f.yaml:3:39: fields.name.if[0].when.above.price: here is a text, expected is a number`}},
		{"call", rule("name", "if: [{call: {name: totl, paths: price}}]"),
			[]string{`f.yaml:3:20: fields.name.if[0].call.name: there is no function "totl": there is none at all`}},
		{"call without a name", rule("name", "if: [{call: {paths: price}}]"),
			[]string{`f.yaml:3:13: fields.name.if[0].call: the key "name" is missing: add it: the name under which the function is registered`}},
		{"expression syntax", rule("name", "if: [{expr: name + }]"),
			[]string{`f.yaml:3:18: fields.name.if[0].expr: the expression cannot be read: unexpected token EOF`}},
		{"expression in quotes", rule("name", "if: [{expr: \"näme + rond(price)\"}]"),
			[]string{`f.yaml:3:21: fields.name.if[0].expr: there is no function "rond": did you mean "round"?`}},
		{"expression in a block", "name: test\nfields:\n  name:\n    policy: Always\n    if:\n      - expr: |\n          name\n          + rond(price)\n",
			[]string{`f.yaml:6:15: fields.name.if[0].expr: there is no function "rond", at character 8 of the expression: did you mean "round"?`}},
		{"expression name", rule("name", "if: [{expr: nmae + \"!\"}]"),
			[]string{`f.yaml:3:6: fields.name.if[0]: the source has no field "nmae": did you mean "name"?`}},
		{"unused variable", rule("name", "vars: {n: name, s: sku}, if: [{expr: n}]"),
			[]string{`f.yaml:3:17: fields.name.vars.s: no expression uses "s": remove it, or use it`}},
		{"variable path", rule("name", "vars: {n: [name]}, if: [{expr: n}]"), []string{
			`f.yaml:3:11: fields.name.vars.n: here is a list, expected is a text`,
			`f.yaml:3:25: fields.name.if[0]: the source has no field "n": use one of active, address, billing.city, changed, name, price, sku, tags, tax`,
		}},
		{"several at once", "name: test\nversion: 2\nfields:\n  name: {from: nmae, policy: Always}\n  sku: {form: sku, policy: Always}\n  price: {from: name, policy: Always}\n", []string{
			`f.yaml:2:10: version: here is a number, expected is a text: write "2"`,
			`f.yaml:4:16: fields.name.from: the source has no field "nmae": did you mean "name"?`,
			`f.yaml:5:9: fields.sku: there is no key "form" here: did you mean "from"?`,
			`f.yaml:6:3: fields.price: the source gives a text, the target takes a number: add a transform such as ToText or ParseNumber`,
		}},
	}
}

func TestProblems(t *testing.T) {
	t.Parallel()
	for _, row := range badFiles() {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			var got []string
			for _, p := range mappingfile.Check("f.yaml", []byte(row.file), mappingfile.Own{}, fields()) {
				got = append(got, p.Error())
			}
			if diff := cmp.Diff(row.want, got); diff != "" {
				t.Errorf("problems (-want +got):\n%s", diff)
			}
		})
	}
}

// TestMissingRule is about a field that the file does not mention.
func TestMissingRule(t *testing.T) {
	t.Parallel()
	schema := fields()
	schema.Target[1].Required = true
	problems := mappingfile.Check("f.yaml", []byte("name: test\nfields:\n  name: {from: name, policy: Always}\n"), mappingfile.Own{}, schema)
	if len(problems) != 1 || !strings.HasPrefix(problems[0].Error(), "f.yaml:3:3: fields.sku: the target requires the field") {
		t.Errorf("problems %v", problems)
	}
}
