package mappingfile

import (
	"encoding/json"
	"maps"
	"slices"

	"github.com/tillsync/tillsync/mapping"
)

// schema is a JSON Schema or a part of one.
type schema map[string]any

// The named parts of the schema.
const (
	defGroup     = "group"
	defRule      = "rule"
	defValue     = "value"
	defBranch    = "branch"
	defCondition = "condition"
	defAddVAT    = "add_vat"
	defRemoveVAT = "remove_vat"
	defCall      = "call"
	defMap       = "map"
	defRange     = "range"
)

// Schema is the JSON Schema (draft 2020-12) of mapping files, for editors. It is the
// file mapping.schema.json in this package's folder.
func Schema() []byte {
	s := schemaOf(definitionKeys())
	s["$schema"] = "https://json-schema.org/draft/2020-12/schema"
	s["title"] = "tillsync mapping"
	s["$defs"] = schema{
		defGroup:     schemaOf(groupKeys()),
		defRule:      together(schemaOf(ruleKeys()), "max_length", "too_long"),
		defBranch:    oneKeyOf(schemaOf(branchKeys()), branchValues()...),
		defAddVAT:    schemaOf(addVATKeys()),
		defRemoveVAT: schemaOf(removeVATKeys()),
		defCall:      schemaOf(callKeys()),
		defMap:       schemaOf(mapKeys()),
		defRange:     schemaOf(rangeKeys()),
		defCondition: anyOf(described(textSchema(), "An expression, such as price > 100."), single(schemaOf(conditionKeys()))),
		defValue: anyOf(schema{"type": []string{"string", "number", "boolean", "null"}}, listOf(ref(defValue)),
			single(schemaOf(valueKeys()))),
	}
	text, err := json.MarshalIndent(s, "", "  ")
	if err != nil {
		panic(err) // it is made of texts, maps and slices
	}
	return append(text, '\n')
}

// schemaOf is the schema of an object with these keys.
func schemaOf[T any](keys keys[T]) schema {
	properties := schema{}
	for _, k := range keys.all {
		properties[k.name] = described(k.schema, k.doc)
	}
	s := schema{"type": "object", "properties": properties, "additionalProperties": false}
	if len(keys.required) > 0 {
		s["required"] = keys.required
	}
	return s
}

func described(s schema, doc string) schema {
	s = maps.Clone(s)
	s["description"] = doc
	return s
}

// single is an object with one member.
func single(s schema) schema {
	s["minProperties"], s["maxProperties"] = 1, 1
	return s
}

// together asks for both keys or none.
func together(s schema, a, b string) schema {
	s["dependentRequired"] = map[string][]string{a: {b}, b: {a}}
	return s
}

// oneKeyOf asks for exactly one of the keys.
func oneKeyOf(s schema, keys ...string) schema {
	choices := make([]schema, len(keys))
	for i, k := range keys {
		choices[i] = schema{"required": []string{k}}
	}
	s["oneOf"] = choices
	return s
}

func ref(def string) schema          { return schema{"$ref": "#/$defs/" + def} }
func textSchema() schema             { return schema{"type": "string"} }
func boolSchema() schema             { return schema{"type": "boolean"} }
func listOf(s schema) schema         { return schema{"type": "array", "items": s} }
func objectOf(s schema) schema       { return schema{"type": "object", "additionalProperties": s} }
func anyOf(choices ...schema) schema { return schema{"anyOf": choices} }
func someOf(s schema) schema         { return schema{"type": "array", "items": s, "minItems": 1} }
func oneOrMore(s schema) schema      { return anyOf(s, listOf(s)) }

func wordSchema[T ~string](words ...T) schema { return schema{"enum": words} }

func handlingSchema() schema { return wordSchema(mapping.Omit, mapping.Clear, mapping.Fail) }

func policySchema() schema {
	return anyOf(
		wordSchema(mapping.Always, mapping.CreateOnly, mapping.UpdateOnly, mapping.FillEmpty, mapping.UnlessEdited(), mapping.Never,
			mapping.MatchKey(mapping.Follow), mapping.MatchKey(mapping.Report), mapping.ListAdd, mapping.ListOwn, mapping.ListReplace),
		schema{"type": "string", "pattern": `^(UnlessEdited|Forward)\(.*\)$`},
	)
}

// transformSchema offers the names; arguments and own transforms are texts beside
// them.
func transformSchema() schema {
	var names []string
	for _, c := range mapping.Constructors() {
		names = append(names, c.Name)
	}
	slices.Sort(names)
	return anyOf(described(wordSchema(names...), "Transforms of package mapping; some take arguments."), textSchema())
}
