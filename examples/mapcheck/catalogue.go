package main

import (
	"bytes"
	"crypto/rand"
	"encoding/json"
	"fmt"
	"iter"
	"os"
	"slices"
	"strconv"
	"strings"

	"github.com/tillsync/tillsync/ecwid"
	"github.com/tillsync/tillsync/mapping"
	"github.com/tillsync/tillsync/mapping/catalog"
	"github.com/tillsync/tillsync/mapping/convert"
	"github.com/tillsync/tillsync/mapping/mappingfile"
	"github.com/tillsync/tillsync/salespos"
)

// catalogue checks mappings of one kind of record.
type catalogue interface {
	// run does what the options say with the text of their file.
	run(o options, text []byte, out *strings.Builder) error
	// check lists what is wrong with a file.
	check(o options, file string, text []byte) []*mappingfile.Problem
}

// catalogues are the kinds of records; shop_ and pos_ are for the other direction, by
// the system that the records come from. What a flow computes before it maps, such as
// ids of the other system, is absent in a sample.
func catalogues() map[string]catalogue {
	return map[string]catalogue{
		"shop_products":   newCatalogue(catalog.ShopProductSchema(), itself),
		"shop_variants":   newCatalogue(catalog.ShopVariantSchema(), itself),
		"shop_categories": newCatalogue(catalog.ShopCategorySchema(), itself),
		"shop_attributes": newCatalogue(catalog.ShopAttributeSchema(), itself),
		"pos_attributes":  newCatalogue(catalog.AttributeSchema(), itself),
		"pos_users":       newCatalogue(catalog.POSUserSchema(), itself),
		"pos_addresses":   newCatalogue(catalog.POSAddressSchema(), itself),

		"products": newCatalogue(catalog.ProductSchema(), func(d *salespos.Product) catalog.POSProduct {
			return catalog.POSProduct{Product: d}
		}),
		"variants": newCatalogue(catalog.VariantSchema(), func(d *salespos.AttributeCombination) catalog.POSVariant {
			return catalog.POSVariant{Product: &salespos.Product{}, Combination: d}
		}),
		"categories": newCatalogue(catalog.CategorySchema(), func(d *salespos.CategoryNode) catalog.POSCategory {
			return catalog.POSCategory{Category: d}
		}),
		"orders": newCatalogue(catalog.OrderSchema(), func(d *ecwid.Order) catalog.ShopOrder {
			return catalog.ShopOrder{Order: d}
		}),
		"order_lines": newCatalogue(catalog.OrderLineSchema(), func(d *ecwid.OrderItem) catalog.ShopLine {
			return catalog.ShopLine{Item: d}
		}),
		"pos_orders": newCatalogue(catalog.POSOrderSchema(), func(d *salespos.Order) catalog.POSOrder {
			o := catalog.POSOrder{Order: d}
			if d.Customer != nil {
				o.Email = d.Customer.Email
			}
			return o
		}),
		"pos_order_lines": newCatalogue(catalog.POSOrderLineSchema(), func(d *salespos.OrderRow) catalog.POSLine {
			return catalog.POSLine{Row: d}
		}),
		"users": newCatalogue(catalog.UserSchema(), func(d *ecwid.Customer) catalog.ShopBuyer {
			return catalog.ShopBuyer{Email: d.Email, Billing: d.BillingPerson, TaxID: d.TaxID}
		}),
		"addresses": newCatalogue(catalog.AddressSchema(), itself),
	}
}

// itself is a document that is mapped as it is.
func itself[D any](d *D) D { return *d }

// records is a catalogue whose source records S are made of documents.
type records[S, T, P any] struct {
	schema mapping.Schema[S, T, P]
	decode func(json.RawMessage) (S, error)
}

func newCatalogue[D, S, T, P any](schema mapping.Schema[S, T, P], source func(*D) S) catalogue {
	return records[S, T, P]{schema: schema, decode: func(raw json.RawMessage) (S, error) {
		doc := new(D)
		err := json.Unmarshal(raw, doc)
		return source(doc), err
	}}
}

func (r records[S, T, P]) run(o options, text []byte, out *strings.Builder) error {
	m, err := r.load(o, o.file, text, out)
	if err != nil || o.sample == "" {
		return err
	}
	sample, err := r.sample(o.sample)
	if err != nil {
		return err
	}
	if o.against != "" {
		text, err := os.ReadFile(o.against)
		if err != nil {
			return err
		}
		before, err := r.load(o, o.against, text, out)
		if err != nil {
			return err
		}
		const examples = 3
		out.WriteString(mapping.Summarise(mapping.Impact(before, m, inputs[S, T](sample)), examples).String())
		for id, in := range inputs[S, T](sample) {
			if _, err := m.Plan(in); err != nil {
				fmt.Fprintf(out, "%s cannot be mapped, so nothing else of it is compared: %s\n", id, strings.ReplaceAll(err.Error(), "\n", "; "))
			}
		}
	} else if len(o.fields) == 0 {
		o.fields = m.Fields()
	}
	return explain(m, sample, o, out)
}

func (r records[S, T, P]) check(o options, file string, text []byte) []*mappingfile.Problem {
	return mappingfile.Check(file, text, o.words(), r.schema)
}

// words are what files may use beside the words of package mappingfile.
func (o options) words() mappingfile.Own {
	return mappingfile.Own{Functions: o.own, Transforms: convert.Constructors()}
}

// load makes a mapper of the text of a file and prints what is wrong with it.
func (r records[S, T, P]) load(o options, file string, text []byte, out *strings.Builder) (*mapping.Mapper[S, T, P], error) {
	problems := r.check(o, file, text)
	for _, p := range problems {
		kind := "error: "
		if p.Warning {
			kind = "warning: "
		}
		fmt.Fprintln(out, kind+p.Error())
	}
	key := make([]byte, 32) // hashes of a single run
	rand.Read(key)
	m, err := mappingfile.New(file, text, o.words(), r.schema, key)
	if err != nil {
		return nil, fmt.Errorf("%s cannot be used for %s", file, o.record)
	}
	if len(problems) == 0 {
		fmt.Fprintf(out, "%s is good for %s: %s\n", file, o.record, m.Identity())
	}
	return m, nil
}

// sample reads source records, one or a list.
func (r records[S, T, P]) sample(file string) ([]S, error) {
	text, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	documents := []json.RawMessage{text}
	if bytes.HasPrefix(bytes.TrimSpace(text), []byte("[")) {
		if err := json.Unmarshal(text, &documents); err != nil {
			return nil, fmt.Errorf("%s: %w", file, err)
		}
	}
	sample := make([]S, len(documents))
	for i, raw := range documents {
		if sample[i], err = r.decode(raw); err != nil {
			return nil, fmt.Errorf("%s: record %d: %w", file, i+1, err)
		}
	}
	return sample, nil
}

// inputs are new records, named by their place in the sample.
func inputs[S, T any](sample []S) iter.Seq2[string, mapping.Input[S, T]] {
	return func(yield func(string, mapping.Input[S, T]) bool) {
		for i := range sample {
			if !yield("record "+strconv.Itoa(i+1), mapping.Input[S, T]{Source: &sample[i]}) {
				return
			}
		}
	}
}

// explain prints how each of the fields gets its value.
func explain[S, T, P any](m *mapping.Mapper[S, T, P], sample []S, o options, out *strings.Builder) error {
	for _, field := range o.fields {
		if !slices.Contains(m.Fields(), field) {
			return fmt.Errorf("no rule is for the field %q: %s", field, mapping.Suggest(field, m.Fields()))
		}
	}
	for id, in := range inputs[S, T](sample) {
		for _, field := range o.fields {
			why, err := m.Why(in, field)
			if err != nil {
				return err
			}
			text := why.String()
			if o.reveal {
				text = why.Reveal()
			}
			fmt.Fprintf(out, "%s: %s", id, text)
		}
	}
	return nil
}
