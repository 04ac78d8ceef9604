// Package mapping turns a source record into a patch for a target record, by rules
// that people can read, and says why it does so for each field. It knows no system:
// package catalog declares the fields of both.
//
// A Rule says what a target field gets; its Policy says when that is written. Rules
// are joined in a Definition, and New compiles them over a Schema into a Mapper:
//
//	def := mapping.Definition{Name: "products", Version: "1", Rules: []mapping.Rule{
//		mapping.To("name").From("name").Transform(mapping.Trim()).Policy(mapping.UnlessEdited()),
//		mapping.To("price").From("price").Policy(mapping.Always),
//		mapping.To("description").From("longtext", "shorttext").SkipEmpty().Policy(mapping.CreateOnly),
//	}}
//	m, err := mapping.New(def, schema, key)
//
// Mapper.Plan is pure. It compares the mapped values with the target's current ones
// and with the baselines of the last write, and returns a Change: the patch, which
// holds only what is to be written, and one FieldChange for each rule. Once the
// write is confirmed, Mapper.Baselines says what to store for the next time.
//
// Three rules hold everywhere. Absent is not empty: a source without a value, or with
// an empty one, clears nothing unless the rule says Clear. 0 and false are values.
// And a rule without a policy is refused, so that nobody overwrites a merchant's work
// by forgetting one.
//
// Values print without their content; Value.Reveal shows it. Baselines and versions
// are hashes under the caller's key.
//
// # From the default mapping to your own
//
// Package catalog has default mappings. A customer's own one is made of them in five
// steps; each is an example below.
//
//  1. Rules (Example guide1Rules): take the default, give it a Name and a Version of
//     your own, and replace or remove rules with Definition.With and Without.
//  2. Policies (guide2Policies): say who owns each field. Groups give several fields
//     one policy; Definition.UpdateCheckbox is the tick box "update product
//     information", and Definition.Rule gives a rule to change its policy alone.
//     ExamplePolicy_longDescription shows three policies for a text that the shop
//     enriches.
//  3. Values (guide3Values): compute what the customer wants with transforms,
//     conditions, tables and Functions of your own.
//  4. Why (guide4Why): Check the definition when the program starts, and ask
//     Mapper.Why how a field came to its value and decision.
//  5. Impact (guide5Impact): before it goes live, see which fields of which records
//     the new mapping would write differently. Its other Fingerprint makes the next
//     full pass roll it out.
package mapping
