package salespos_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/tillsync/tillsync/salespos"
)

// TestCatalogGolden decodes complete documents of the catalogue; see
// TestGolden.
func TestCatalogGolden(t *testing.T) {
	t.Parallel()
	t.Run("resources", complete[salespos.Page[salespos.Resource]])
	t.Run("productphotos", complete[salespos.Page[salespos.ProductPhoto]])
	t.Run("productattributesets", complete[salespos.Page[salespos.ProductAttributeSet]])
	t.Run("attributecombinationphotos", complete[salespos.Page[salespos.CombinationPhoto]])
	t.Run("productpropertygroups", complete[salespos.Page[salespos.PropertyGroup]])
	t.Run("productpropertyoptions", complete[salespos.Page[salespos.PropertyOption]])
	t.Run("productpropertyvalue", complete[salespos.ProductPropertyValue])
	t.Run("producttopropertygroups", complete[salespos.Page[salespos.ProductPropertyGroup]])
	t.Run("productvariations", complete[salespos.Page[salespos.ProductVariation]])
	t.Run("producttaxtariffexceptions", complete[salespos.Page[salespos.TaxTariffException]])
	t.Run("productkeywords", complete[salespos.Page[salespos.ProductKeyword]])
	t.Run("productlabels", complete[salespos.Page[salespos.ProductLabel]])
	t.Run("brands", complete[salespos.Page[salespos.Brand]])
	t.Run("suppliers", complete[salespos.Page[salespos.Supplier]])
	t.Run("conditions", complete[salespos.Page[salespos.Condition]])
	t.Run("colors", complete[salespos.Page[salespos.Color]])
	t.Run("productqueries", complete[salespos.Page[salespos.Product]])
}

// TestWrittenBack: what is encoded again says all that the document said.
func TestWrittenBack(t *testing.T) {
	t.Parallel()
	t.Run("product", writtenBack[salespos.Product])
	t.Run("category", writtenBack[salespos.Category])
	t.Run("categorytree", writtenBack[salespos.CategoryTree])
	t.Run("productpropertyvalue", writtenBack[salespos.ProductPropertyValue])
	t.Run("attributecombinations", writtenBack[salespos.Page[salespos.AttributeCombination]])
	t.Run("attributecombinationphotos", writtenBack[salespos.Page[salespos.CombinationPhoto]])
	t.Run("attributes", writtenBack[salespos.Page[salespos.Attribute]])
	t.Run("attributevalues", writtenBack[salespos.Page[salespos.AttributeValue]])
	t.Run("brands", writtenBack[salespos.Page[salespos.Brand]])
	t.Run("colors", writtenBack[salespos.Page[salespos.Color]])
	t.Run("conditions", writtenBack[salespos.Page[salespos.Condition]])
	t.Run("packages", writtenBack[salespos.Page[salespos.Package]])
	t.Run("productattributesets", writtenBack[salespos.Page[salespos.ProductAttributeSet]])
	t.Run("productattributevalues", writtenBack[salespos.Page[salespos.ProductAttributeValue]])
	t.Run("productkeywords", writtenBack[salespos.Page[salespos.ProductKeyword]])
	t.Run("productlabels", writtenBack[salespos.Page[salespos.ProductLabel]])
	t.Run("productphotos", writtenBack[salespos.Page[salespos.ProductPhoto]])
	t.Run("productproperties", writtenBack[salespos.Page[salespos.Property]])
	t.Run("productpropertygroups", writtenBack[salespos.Page[salespos.PropertyGroup]])
	t.Run("productpropertyoptions", writtenBack[salespos.Page[salespos.PropertyOption]])
	t.Run("productqueries", writtenBack[salespos.Page[salespos.Product]])
	t.Run("producttaxtariffexceptions", writtenBack[salespos.Page[salespos.TaxTariffException]])
	t.Run("producttocategories", writtenBack[salespos.Page[salespos.ProductCategory]])
	t.Run("producttopropertygroups", writtenBack[salespos.Page[salespos.ProductPropertyGroup]])
	t.Run("productvariations", writtenBack[salespos.Page[salespos.ProductVariation]])
	t.Run("resources", writtenBack[salespos.Page[salespos.Resource]])
	t.Run("suppliers", writtenBack[salespos.Page[salespos.Supplier]])
}

// writtenBack decodes the document that the subtest is named after, encodes it
// and looks for losses.
func writtenBack[T any](t *testing.T) {
	t.Parallel()
	_, name, _ := strings.Cut(t.Name(), "/")
	document := golden(t, name)
	var read T
	if err := json.Unmarshal([]byte(document), &read); err != nil {
		t.Fatal(err)
	}
	data, err := json.Marshal(read)
	if err != nil {
		t.Fatal(err)
	}
	for _, loss := range losses(tree(t, document), tree(t, string(data)), "") {
		t.Error(loss)
	}
}

// tree is a JSON text as maps, lists, json.Numbers and texts.
func tree(t *testing.T, text string) any {
	t.Helper()
	decoder := json.NewDecoder(strings.NewReader(text))
	decoder.UseNumber()
	var tree any
	if err := decoder.Decode(&tree); err != nil {
		t.Fatal(err)
	}
	return tree
}

// losses lists what got lacks of want. null may have become a zero value, and
// keys may have been added.
func losses(want, got any, path string) []string {
	var lost []string
	switch want := want.(type) {
	case nil:
		if !slices.Contains([]any{nil, "", json.Number("0")}, got) {
			lost = append(lost, fmt.Sprintf("%s: got %v, want null", path, got))
		}
	case map[string]any:
		object, _ := got.(map[string]any)
		for key, value := range want {
			lost = append(lost, losses(value, object[key], path+"."+key)...)
		}
	case []any:
		list, _ := got.([]any)
		if len(list) != len(want) {
			return []string{fmt.Sprintf("%s: got %d items, want %d", path, len(list), len(want))}
		}
		for i := range want {
			lost = append(lost, losses(want[i], list[i], path)...)
		}
	default:
		if got != want {
			lost = append(lost, fmt.Sprintf("%s: got %v, want %v", path, got, want))
		}
	}
	return lost
}
