package mapbench

import (
	"github.com/shopspring/decimal"
)

// article is the record that is read.
type article struct {
	Name, Short, Long, Number, EAN, Brand, Unit  string
	PageTitle, MetaText, Memo, Alias, Supplier   string
	Tax                                          string
	Price, Cost, Weight, Stock, Least, Len, Wide decimal.Decimal
	OldPrice                                     *decimal.Decimal
	Active, Gift                                 bool
	Groups                                       []string
}

// product is the record that is written, as it is now.
type product struct {
	Name, Subtitle, Description, SKU, EAN, Brand, Unit      string
	SEOTitle, SEOText, Memo, Slug, Supplier                 string
	TaxClass, Label                                         string
	Price, Cost, Weight, Quantity, Least, Len, Wide, Former decimal.Decimal
	Enabled, Gift                                           bool
	Categories                                              []string
}

// value is a field of a patch: what is sent, if anything.
type value[V any] struct {
	V   V
	Set bool
}

func set[V any](v V) value[V] { return value[V]{v, true} }

// patch holds what is sent.
type patch struct {
	Name, Subtitle, Description, SKU, EAN, Brand, Unit      value[string]
	SEOTitle, SEOText, Memo, Slug, Supplier                 value[string]
	TaxClass, Label                                         value[string]
	Price, Cost, Weight, Quantity, Least, Len, Wide, Former value[decimal.Decimal]
	Enabled, Gift                                           value[bool]
	Categories                                              value[[]string]
}

func dec(s string) decimal.Decimal { return decimal.RequireFromString(s) }

func sampleArticle() *article {
	return &article{
		Name: "Espresso cup, porcelain, 80 ml ", Short: "Thick-walled cup for espresso", Long: "<p>A thick-walled cup that keeps espresso warm.</p><ul><li>80 ml</li><li>dishwasher safe</li></ul>",
		Number: " CUP-0815", EAN: "4006381333931", Brand: "Kopje", Unit: "piece",
		PageTitle: "Espresso cup 80 ml", MetaText: "Order the porcelain espresso cup online.", Memo: "shelf 7", Alias: "espresso-cup-80", Supplier: "Porselein BV",
		Tax: "high", Price: dec("8.95"), Cost: dec("3.415"), Weight: dec("0.21"), Stock: dec("48"), Least: dec("1"), Len: dec("7.5"), Wide: dec("6.25"),
		OldPrice: new(dec("9.95")), Active: true, Groups: []string{"Cups", "Espresso", "Porcelain"},
	}
}

// sampleProduct is what the shop holds after sampleArticle was written.
func sampleProduct() *product {
	a := sampleArticle()
	return &product{
		Name: "Espresso cup, porcelain, 80 ml", Subtitle: a.Short, Description: a.Long, SKU: "CUP-0815", EAN: a.EAN, Brand: a.Brand, Unit: a.Unit,
		SEOTitle: a.PageTitle, SEOText: a.MetaText, Memo: a.Memo, Slug: a.Alias, Supplier: a.Supplier, TaxClass: "21", Label: "Sale",
		Price: a.Price, Cost: dec("3.42"), Weight: a.Weight, Quantity: a.Stock, Least: a.Least, Len: a.Len, Wide: dec("6.3"), Former: *a.OldPrice,
		Enabled: true, Categories: []string{"Cups", "Espresso", "Porcelain"},
	}
}

// edited is a product that people changed in the shop.
func edited() *product {
	p := sampleProduct()
	p.Description = "<p>Our favourite cup.</p>"
	p.Supplier, p.Memo = "", "shelf 9"
	p.Categories = append(p.Categories, "Gifts")
	return p
}

// changedArticle is an article that changed at the POS as well.
func changedArticle() *article {
	a := sampleArticle()
	a.Price, a.OldPrice = dec("7.495"), nil
	a.Short = "Cup for espresso"
	a.Groups = []string{"Cups", "Sale"}
	return a
}

// awkwardArticle has space around each text, numbers with too many digits that floats
// round in another way, and empty fields.
func awkwardArticle() *article {
	return &article{
		Name: " n ", Short: "\ts ", Long: " l ", Number: " 1 ", EAN: " e\n", Brand: " b ", Unit: " u ",
		PageTitle: " ", MetaText: " m ", Memo: " o ", Alias: " a ", Supplier: " p ", Tax: " low\t",
		Price: dec("1.005"), Cost: dec("12345678901234567.895"), Weight: dec("-0.0005"), OldPrice: new(dec("-0.005")),
		Stock: dec("1.00005"), Least: dec("0.12345"), Len: dec("7.25"), Wide: dec("0.05"), Gift: true,
	}
}
