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

// TestGoldenProperties: only properties with a choice have options.
func TestGoldenProperties(t *testing.T) {
	t.Parallel()
	document := golden(t, "productproperties")
	var got salespos.Page[salespos.Property]
	if err := json.Unmarshal([]byte(document), &got); err != nil {
		t.Fatal(err)
	}
	checkLossless(t, document, got)
}

// checkLossless encodes what was decoded from a document and looks for losses.
// The key of a webhook is a secret and not encoded.
func checkLossless(t *testing.T, document string, got any) {
	t.Helper()
	encoded, err := json.Marshal(got)
	if err != nil {
		t.Fatal(err)
	}
	for _, loss := range losses(tree(t, document), tree(t, string(encoded)), "") {
		if !strings.HasPrefix(loss, ".items.key:") {
			t.Error(loss)
		}
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

// losses lists what got lacks of want. null may have become a zero value, a
// number may have been a text, and keys may have been added.
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
		if fmt.Sprint(got) != fmt.Sprint(want) {
			lost = append(lost, fmt.Sprintf("%s: got %v, want %v", path, got, want))
		}
	}
	return lost
}
