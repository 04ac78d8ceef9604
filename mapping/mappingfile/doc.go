// Package mappingfile reads mappings from YAML or JSON files: the same rules as in
// code, in package mapping, with the same fingerprint. A complete file:
//
//	# yaml-language-server: $schema=mapping.schema.json
//	name: products
//	version: "2026-01"
//	groups:
//	  texts:
//	    policy: UnlessEdited
//	    fields: [name, description]
//	fields:
//	  name:
//	    from: name
//	    transform: [Trim, Collapse]
//	    required: true
//	    max_length: 255
//	    too_long: Truncate
//	  description:
//	    from: [longtext, shorttext]
//	    skip_empty: true
//	    transform: HTMLToText
//	  price:
//	    if:
//	      - expr: round(price * (1 + vat / 100), 2)
//	    policy: Always
//	  status:
//	    from: state
//	    map:
//	      table: {1: new, 2: paid, 3: sent}
//	      unmapped: Fail
//	    policy: Forward(new, paid, sent)
//	  label:
//	    vars:
//	      colour: attributes[name=Colour].value
//	    if:
//	      - when: {above: {price: 100}}
//	        value: premium
//	      - when: filled(colour) and brand in ["Acme", "Bolt"]
//	        expr: brand + " " + colour
//	      - template: "{brand} {name}"
//	    default: other
//	    policy: CreateOnly
//
// # Rules
//
// Each field of the target has one rule, and each key of a rule is a method of
// [mapping.Rule]: from, skip_empty, force, when_absent, when_empty, zero_is_empty,
// transform, if, join, map, default, required, max_length with too_long, one_of,
// range, pattern, policy. Whatever the order of the keys, a rule runs in the order of
// package mapping. Policies and transforms stand in their text forms, such as
// UnlessEdited(OnConflict=Park) and Round(2).
//
// A constant is a text, a number, true, false, null or a list. {instant: …}, {object:
// {…}} and {absent: true} are the values that JSON has no form for. What looks like
// a number is one: put 0012 in quotes when it is a text.
//
// A branch of if gives a value, the value at a path, a template, the price with or
// without VAT (add_vat, remove_vat), an expr or the call of a Go function. A condition
// is an object with one of the keys present, filled, is, above, below, not, all, any,
// otherwise and call, or a text that is an expression.
//
// # Expressions
//
// Expressions are those of github.com/expr-lang/expr, cut to what a mapping needs.
// A name is a source field, such as price or billing.city, or stands under vars. There
// are + - * / % == != < <= > >= in and or not ?: ?? contains startsWith endsWith
// matches, lists in brackets, and the functions abs, ceil, filled, floor, len, lower,
// max, min, number, replace, round, text, trim and upper.
//
// Numbers are decimals; a division keeps sixteen decimals. Equality is that of
// [mapping.Value.Equal]. A missing value is never zero: an operator or function with
// one gives no value, a comparison is false. x ?? 0 says what to take instead.
// An expression is compiled once. It reads nothing but its variables, has no loops,
// and its texts and numbers are bounded.
//
// # Own functions
//
// A Go function stands in a file by its name and must be handed in, in [Own], when
// the file is read and when it is written.
//
// # Problems
//
// [New], [Check] and [Parse] report all problems at once, each with line and column.
// Unknown and repeated keys are refused, and so are anchors, aliases, tags and
// documents of more than 256 KiB or 32,000 words and signs. For CI there is the command
// examples/mapcheck, which takes the names of Go functions with -own.
//
// [Format] writes a definition as a file. The folder defaults has the default mappings
// of package catalog, to start from.
package mappingfile
