package salespos_test

import (
	"fmt"
	"testing"

	"github.com/tillsync/tillsync/salespos"
	"github.com/tillsync/tillsync/salespos/salespostest"
)

// contractNames: brands, suppliers, conditions, packages and colours.
func contractNames(t *testing.T, _ *salespostest.Server, pos *salespos.Client) {
	ctx := t.Context()
	must(pos.Resources.List(ctx))(t)
	brand := must(pos.Brands.Create(ctx, salespos.BrandCreate{Name: "Acme"}))(t)
	supplier := must(pos.Suppliers.Create(ctx, salespos.SupplierCreate{Name: "Acme"}))(t)
	condition := must(pos.Conditions.Create(ctx, salespos.ConditionCreate{Name: "Acme"}))(t)
	pack := must(pos.Packages.Create(ctx, salespos.PackageCreate{Name: "Acme"}))(t)
	_, err := pos.Brands.Create(ctx, salespos.BrandCreate{Name: "acme"})
	checkKinds(t, err, "Conflict")
	done(t,
		pos.Brands.Update(ctx, brand.ID, salespos.BrandUpdate{Name: "Apex"}),
		pos.Suppliers.Update(ctx, supplier.ID, salespos.SupplierUpdate{Name: "Apex"}),
		pos.Conditions.Update(ctx, condition.ID, salespos.ConditionUpdate{Name: "Apex"}),
		pos.Packages.Update(ctx, pack.ID, salespos.PackageUpdate{Name: "Apex"}),
	)
	diff(t, "Apex", must(pos.Brands.Get(ctx, brand.ID))(t).Name)
	diff(t, "Apex", must(pos.Suppliers.Get(ctx, supplier.ID))(t).Name)
	diff(t, "Apex", must(pos.Conditions.Get(ctx, condition.ID))(t).Name)
	diff(t, "Apex", must(pos.Packages.Get(ctx, pack.ID))(t).Name)
	diff(t, 2, len(must(pos.Packages.List(ctx))(t)))
	done(t, pos.Brands.Delete(ctx, brand.ID), pos.Suppliers.Delete(ctx, supplier.ID), pos.Conditions.Delete(ctx, condition.ID))
	diff(t, 0, len(must(pos.Brands.List(ctx))(t))+len(must(pos.Suppliers.List(ctx))(t))+len(must(pos.Conditions.List(ctx))(t)))

	color := must(pos.Colors.Create(ctx, salespos.ColorCreate{Name: "Red", Hex: "#ff0000"}))(t)
	diff(t, color, must(pos.Colors.Get(ctx, color.ID))(t))
	diff(t, []salespos.Color{*color}, must(pos.Colors.List(ctx, &salespos.ColorListOptions{Color: "#ff0000"}))(t))
}

func contractProducts(t *testing.T, account *salespostest.Server, pos *salespos.Client) {
	ctx := t.Context()
	category := salespos.CategoryID(account.Add("categories", `{"name":"Mugs"}`))
	brand := salespos.BrandID(account.Add("brands", `{"name":"Acme"}`))
	supplier := salespos.SupplierID(account.Add("suppliers", `{"name":"Acme"}`))
	condition := salespos.ConditionID(account.Add("conditions", `{"name":"New"}`))
	mug := must(pos.Products.Create(ctx, salespos.ProductCreate{
		Name: "Mug", Price: amount(t, "12.50"), PackageID: 1,
		ProductFields: salespos.ProductFields{
			ProductNumber: salespos.Set("M-1"), TaxTariff: salespos.Set(salespos.TaxLowA), Stock: salespos.Set(amount(t, "0")),
			BrandID: salespos.Set(brand), SupplierID: salespos.Set(supplier), ConditionID: salespos.Set(condition),
		},
	}))(t)
	link := must(pos.ProductCategories.Create(ctx, salespos.ProductCategoryCreate{ProductID: mug.ID, CategoryID: category}))(t)
	done(t,
		pos.Products.Update(ctx, mug.ID, salespos.ProductUpdate{Price: salespos.Set(amount(t, "9.95")), ProductFields: salespos.ProductFields{Active: salespos.Set(false)}}),
		pos.ProductCategories.Update(ctx, link.ID, salespos.ProductCategoryUpdate{Position: salespos.Set(3)}),
	)
	got := must(pos.Products.Get(ctx, mug.ID, salespos.ExpandCategories))(t)
	diff(t, []any{new(amount(t, "9.95")), new(false), brand, 1}, []any{got.Price, got.Active, got.Brand.ID, len(got.Categories.Collection)})
	diff(t, *got, must(collect(pos.Products.All(ctx, &salespos.ProductListOptions{
		Active: new(false), MaxPrice: new(amount(t, "10")), OrderBy: salespos.ProductsByModifiedDesc, Expand: []salespos.ProductExpand{salespos.ExpandCategories},
	})))(t)[0])
	for _, found := range [][]salespos.Product{
		must(collect(pos.Products.AllByBrand(ctx, brand, nil)))(t), must(collect(pos.Products.AllBySupplier(ctx, supplier, nil)))(t),
		must(collect(pos.Products.AllByCondition(ctx, condition, nil)))(t), must(collect(pos.Products.AllByCategory(ctx, category, nil)))(t),
		must(collect(pos.Products.AllByWebshop(ctx, 1, nil)))(t), must(collect(pos.ProductQueries.All(ctx, salespos.ProductQueryOptions{ProductNumber: "M-1"})))(t),
	} {
		diff(t, mug.ID, found[0].ID)
	}
	diff(t, new(3), must(pos.ProductCategories.Get(ctx, link.ID))(t).Position)
	diff(t, must(pos.ProductCategories.ListByProduct(ctx, mug.ID))(t), must(pos.ProductCategories.ListByCategory(ctx, category))(t))
	done(t, pos.ProductCategories.Delete(ctx, link.ID), pos.Products.Delete(ctx, mug.ID))
	_, err := pos.Products.Get(ctx, mug.ID)
	checkKinds(t, err, "NotFound")
}

// contractProductParts: photos, keywords, labels, variations and exceptions.
func contractProductParts(t *testing.T, account *salespostest.Server, pos *salespos.Client) {
	ctx := t.Context()
	mug := salespos.ProductID(account.Add("products", `{"name":"Mug"}`))
	cup := salespos.ProductID(account.Add("products", `{"name":"Cup"}`))
	file := salespos.ProductPhotoCreate{FileType: "png", Source: []byte("png"), IsMain: salespos.Set(true)}
	done(t, pos.ProductPhotos.Replace(ctx, mug, []salespos.ProductPhotoCreate{file, file}))
	photo := must(pos.ProductPhotos.Create(ctx, mug, file))(t)
	done(t, pos.ProductPhotos.Update(ctx, photo.ID, salespos.ProductPhotoUpdate{AltText: salespos.Set("A mug")}))
	diff(t, "A mug", must(pos.ProductPhotos.Get(ctx, photo.ID))(t).AltText)
	done(t, pos.ProductPhotos.Delete(ctx, photo.ID))
	diff(t, 2, len(must(pos.ProductPhotos.List(ctx, mug, nil))(t)))

	must(pos.ProductKeywords.Create(ctx, mug, salespos.ProductKeywordCreate{Keyword: "tea"}))(t)
	diff(t, "tea", must(pos.ProductKeywords.List(ctx, mug))(t)[0].Keyword)
	label := salespos.LabelID(account.Add("labels", `{"image_location":"https://icons.example/x.png"}`))
	done(t, pos.ProductKeywords.DeleteAll(ctx, mug), pos.ProductLabels.Replace(ctx, mug, []salespos.LabelID{label}))
	diff(t, label, must(pos.ProductLabels.List(ctx, mug))(t)[0].LabelID)

	link := must(pos.ProductVariations.Create(ctx, mug, salespos.ProductVariationCreate{VariationID: cup, Active: true}))(t)
	done(t, pos.ProductVariations.Update(ctx, link.ID, salespos.ProductVariationUpdate{Active: false}))
	diff(t, false, must(pos.ProductVariations.Get(ctx, link.ID))(t).Active)
	diff(t, mug, must(pos.ProductVariations.List(ctx, cup))(t)[0].VariationID)
	exception := must(pos.TaxTariffExceptions.Create(ctx, mug, salespos.TaxTariffExceptionCreate{Country: "BE", TaxTariff: salespos.TaxZero}))(t)
	done(t, pos.TaxTariffExceptions.Update(ctx, exception.ID, salespos.TaxTariffExceptionUpdate{Country: salespos.Set("DE")}))
	diff(t, "DE", must(pos.TaxTariffExceptions.Get(ctx, exception.ID))(t).Country)
	diff(t, 1, len(must(pos.TaxTariffExceptions.List(ctx, mug))(t)))
	done(t, pos.ProductVariations.Delete(ctx, link.ID), pos.TaxTariffExceptions.Delete(ctx, exception.ID))
}

// contractVariants: attributes, their values, and values of a product.
func contractVariants(t *testing.T, account *salespostest.Server, pos *salespos.Client) {
	ctx := t.Context()
	mug := salespos.ProductID(account.Add("products", `{"name":"Mug"}`))
	size := must(pos.Attributes.Create(ctx, salespos.AttributeCreate{Name: "Size", Type: salespos.OptionMenu}))(t)
	done(t, pos.Attributes.Update(ctx, size.ID, salespos.AttributeUpdate{Name: "Format", Type: salespos.OptionMenuRequired}))
	diff(t, "Format", must(pos.Attributes.Get(ctx, size.ID))(t).Name)
	small := must(pos.AttributeValues.Create(ctx, size.ID, salespos.AttributeValueCreate{Name: "S"}))(t)
	done(t, pos.AttributeValues.Update(ctx, small.ID, salespos.AttributeValueUpdate{DefaultPrice: salespos.Set(amount(t, "-1.5"))}))
	diff(t, new(amount(t, "-1.5")), must(pos.AttributeValues.Get(ctx, small.ID))(t).DefaultPrice)
	diff(t, 1, len(must(pos.AttributeValues.List(ctx, size.ID))(t)))

	value := must(pos.ProductAttributeValues.Create(ctx, mug, salespos.ProductAttributeValueCreate{
		Value: small.ID, Price: amount(t, "0"), Stock: salespos.Set(amount(t, "7")),
	}))(t)
	done(t, pos.ProductAttributeValues.Update(ctx, value.ID, salespos.ProductAttributeValueUpdate{Price: salespos.Set(amount(t, "2"))}))
	diff(t, amount(t, "2"), must(pos.ProductAttributeValues.Get(ctx, value.ID))(t).Price)
	diff(t, 1, len(must(collect(pos.ProductAttributeValues.All(ctx, mug, nil)))(t)))
	diff(t, "S", must(pos.ProductAttributeSets.List(ctx, mug, nil))(t)[0].Items[0].Name)
	done(t, pos.ProductAttributeValues.Delete(ctx, value.ID), pos.AttributeValues.Delete(ctx, small.ID), pos.Attributes.Delete(ctx, size.ID))
	diff(t, 0, len(must(pos.Attributes.List(ctx))(t)))
}

func contractCombinations(t *testing.T, account *salespostest.Server, pos *salespos.Client) {
	ctx := t.Context()
	mug := salespos.ProductID(account.Add("products", `{"name":"Mug"}`))
	size := account.Add("attributes", `{"name":"Size"}`)
	small := account.Add("attributevalues", fmt.Sprintf(`{"attribute_id":%d,"name":"S"}`, size))
	account.Add("productattributevalues", fmt.Sprintf(`{"product_id":%d,"optionvalue":%d}`, mug, small))

	id := must(pos.AttributeCombinations.List(ctx, mug))(t)[0].ID
	done(t, pos.AttributeCombinations.Update(ctx, id, salespos.CombinationUpdate{Stock: salespos.Set(amount(t, "0")), SKUNumber: salespos.Set("M-S")}))
	photo := must(pos.CombinationPhotos.Create(ctx, id, salespos.CombinationPhotoCreate{FileType: "png", Source: []byte("png")}))(t)
	done(t, pos.CombinationPhotos.Update(ctx, photo.ID, salespos.CombinationPhotoUpdate{Alt: salespos.Set("A mug")}))
	got := must(pos.AttributeCombinations.Get(ctx, id, salespos.ExpandCombinationPhotos))(t)
	diff(t, []any{"M-S", new(amount(t, "0")), "A mug"}, []any{got.SKUNumber, got.Stock, got.Photos.Collection[0].Alt})
	diff(t, must(pos.CombinationPhotos.List(ctx, id))(t)[0], *must(pos.CombinationPhotos.Get(ctx, photo.ID))(t))
	diff(t, salespos.AttributeID(size), must(pos.Attributes.ListByCombination(ctx, id))(t)[0].ID)
	diff(t, salespos.AttributeValueID(small), must(pos.AttributeValues.ListByCombination(ctx, id))(t)[0].ID)
	done(t, pos.CombinationPhotos.Delete(ctx, photo.ID))
}

func contractProperties(t *testing.T, account *salespostest.Server, pos *salespos.Client) {
	ctx := t.Context()
	mug := salespos.ProductID(account.Add("products", `{"name":"Mug"}`))
	group := must(pos.PropertyGroups.Create(ctx, salespos.PropertyGroupCreate{Name: "Specs"}))(t)
	done(t, pos.PropertyGroups.Update(ctx, group.ID, salespos.PropertyGroupUpdate{Name: "Details"}))
	diff(t, "Details", must(pos.PropertyGroups.Get(ctx, group.ID))(t).Name)
	property := must(pos.Properties.Create(ctx, group.ID, salespos.PropertyCreate{
		Name: "Material", PropertyFields: salespos.PropertyFields{Type: salespos.Set(salespos.PropertyOfOptions)},
	}))(t)
	done(t, pos.Properties.Update(ctx, property.ID, salespos.PropertyUpdate{Name: salespos.Set("Clay")}))
	diff(t, "Clay", must(pos.Properties.Get(ctx, property.ID))(t).Name)
	diff(t, 1, len(must(pos.Properties.List(ctx, group.ID))(t)))
	option := must(pos.PropertyOptions.Create(ctx, property.ID, salespos.PropertyOptionCreate{Name: "Red"}))(t)
	done(t, pos.PropertyOptions.Update(ctx, option.ID, salespos.PropertyOptionUpdate{Name: "White"}))
	diff(t, "White", must(pos.PropertyOptions.Get(ctx, option.ID))(t).Name)
	diff(t, 1, len(must(pos.PropertyOptions.List(ctx, property.ID))(t)))

	link := must(pos.ProductPropertyGroups.Create(ctx, salespos.ProductPropertyGroupCreate{ProductID: mug, PropertyGroupID: group.ID}))(t)
	value := must(pos.ProductPropertyValues.Create(ctx, salespos.ProductPropertyValueCreate{ProductID: mug, PropertyID: property.ID, Value: "1"}))(t)
	done(t, pos.ProductPropertyValues.Update(ctx, value.ID, salespos.ProductPropertyValueUpdate{Value: "2"}))
	diff(t, "2", must(pos.ProductPropertyValues.Get(ctx, value.ID))(t).Value)
	diff(t, "2", must(pos.ProductPropertyGroups.Get(ctx, link.ID))(t).Values.Collection[0].Value)
	diff(t, 1, len(must(pos.ProductPropertyGroups.List(ctx, mug))(t)))
	done(t,
		pos.ProductPropertyValues.Delete(ctx, value.ID), pos.ProductPropertyGroups.Delete(ctx, link.ID),
		pos.PropertyOptions.Delete(ctx, option.ID), pos.Properties.Delete(ctx, property.ID), pos.PropertyGroups.Delete(ctx, group.ID),
	)
	diff(t, 0, len(must(pos.PropertyGroups.List(ctx))(t)))
}

func contractCategories(t *testing.T, _ *salespostest.Server, pos *salespos.Client) {
	ctx := t.Context()
	kitchen := must(pos.Categories.Create(ctx, salespos.CategoryCreate{Name: "Kitchen"}))(t)
	mugs := must(pos.Categories.Create(ctx, salespos.CategoryCreate{
		Name: "Mugs", CategoryFields: salespos.CategoryFields{ParentCategoryID: salespos.SetNullable(kitchen.ID)},
	}))(t)
	diff(t, mugs.ID, must(collect(pos.Categories.AllByParent(ctx, kitchen.ID, nil)))(t)[0].ID)
	diff(t, mugs.ID, must(pos.Categories.Tree(ctx))(t).Roots[0].Children[0].ID)
	done(t, pos.Categories.Update(ctx, mugs.ID, salespos.CategoryUpdate{
		CategoryFields: salespos.CategoryFields{ParentCategoryID: salespos.Null[salespos.CategoryID](), ShowOnWebsite: salespos.Set(false)},
	}))
	got := must(pos.Categories.Get(ctx, mugs.ID))(t)
	diff(t, []any{salespos.CategoryID(0), new(false)}, []any{got.ParentCategory.ID, got.ShowOnWebsite})
	diff(t, 2, len(must(collect(pos.Categories.All(ctx, nil)))(t)))
	done(t, pos.Categories.Delete(ctx, kitchen.ID), pos.Categories.Delete(ctx, mugs.ID))
	diff(t, 0, len(must(pos.Categories.List(ctx, nil))(t).Items))
}
