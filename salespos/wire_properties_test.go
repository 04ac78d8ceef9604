package salespos_test

import (
	"context"

	"github.com/tillsync/tillsync/salespos"
)

// propertyCases are the rows of properties, their groups and options.
func propertyCases() []wireCase {
	return []wireCase{
		{
			name: "PropertyGroups.List",
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return c.PropertyGroups.List(ctx)
			},
			reply: emptyList(), method: "GET", target: "/productpropertygroups",
		},
		{
			name: "PropertyGroups.Get",
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return c.PropertyGroups.Get(ctx, 5)
			},
			reply: ok(`{"id":5}`), method: "GET", target: "/productpropertygroups/5",
		},
		{
			name: "PropertyGroups.Create",
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return c.PropertyGroups.Create(ctx, salespos.PropertyGroupCreate{Name: "Mugs"})
			},
			reply: created(), method: "POST", target: "/productpropertygroups",
			body: `{"name":"Mugs"}`,
		},
		{
			name: "PropertyGroups.Update",
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return nil, c.PropertyGroups.Update(ctx, 5, salespos.PropertyGroupUpdate{Name: "Cups"})
			},
			reply: noContent(), method: "PATCH", target: "/productpropertygroups/5",
			body: `{"name":"Cups"}`,
		},
		{
			name: "PropertyGroups.Delete",
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return nil, c.PropertyGroups.Delete(ctx, 5)
			},
			reply: noContent(), method: "DELETE", target: "/productpropertygroups/5",
		},
		{
			name: "Properties.List",
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return c.Properties.List(ctx, 6)
			},
			reply: emptyList(), method: "GET", target: "/productpropertygroups/6/productproperties",
		},
		{
			name: "Properties.Get",
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return c.Properties.Get(ctx, 5)
			},
			reply: ok(`{"id":5}`), method: "GET", target: "/productproperties/5",
		},
		{
			name: "Properties.Create",
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return c.Properties.Create(ctx, 6, salespos.PropertyCreate{
					Name: "Material",
					PropertyFields: salespos.PropertyFields{
						ParentID: salespos.Set(salespos.PropertyID(13)), Description: salespos.Set("What it is made of"),
						Position: salespos.Set(1), Icon: salespos.Set([]byte("icon")), Type: salespos.Set(salespos.PropertyOfOptions),
					},
				})
			},
			reply: created(), method: "POST", target: "/productpropertygroups/6/productproperties",
			body: `{"name":"Material","parent":13,"description":"What it is made of","position":1,"icon":"aWNvbg==","type":"Option"}`,
		},
		{
			name: "Properties.Update",
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return nil, c.Properties.Update(ctx, 5, salespos.PropertyUpdate{Name: salespos.Set("Content")})
			},
			reply: noContent(), method: "PATCH", target: "/productproperties/5",
			body: `{"name":"Content"}`,
		},
		{
			name: "Properties.Delete",
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return nil, c.Properties.Delete(ctx, 5)
			},
			reply: noContent(), method: "DELETE", target: "/productproperties/5",
		},
		{
			name: "PropertyOptions.List",
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return c.PropertyOptions.List(ctx, 14)
			},
			reply: emptyList(), method: "GET", target: "/productproperties/14/productpropertyoptions",
		},
		{
			name: "PropertyOptions.Get",
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return c.PropertyOptions.Get(ctx, 5)
			},
			reply: ok(`{"id":5}`), method: "GET", target: "/productpropertyoptions/5",
		},
		{
			name: "PropertyOptions.Create",
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return c.PropertyOptions.Create(ctx, 14, salespos.PropertyOptionCreate{Name: "Stoneware", Position: salespos.Set(2)})
			},
			reply: created(), method: "POST", target: "/productproperties/14/productpropertyoptions",
			body: `{"name":"Stoneware","position":2}`,
		},
		{
			name: "PropertyOptions.Update",
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return nil, c.PropertyOptions.Update(ctx, 5, salespos.PropertyOptionUpdate{Name: "China"})
			},
			reply: noContent(), method: "PATCH", target: "/productpropertyoptions/5",
			body: `{"name":"China"}`,
		},
		{
			name: "PropertyOptions.Delete",
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return nil, c.PropertyOptions.Delete(ctx, 5)
			},
			reply: noContent(), method: "DELETE", target: "/productpropertyoptions/5",
		},
	}
}

// productPropertyCases are the rows of the properties of products.
func productPropertyCases() []wireCase {
	return []wireCase{
		{
			name: "ProductPropertyGroups.List",
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return c.ProductPropertyGroups.List(ctx, 501)
			},
			reply: emptyList(), method: "GET", target: "/products/501/producttopropertygroups",
		},
		{
			name: "ProductPropertyGroups.Get",
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return c.ProductPropertyGroups.Get(ctx, 5)
			},
			reply: ok(`{"id":5}`), method: "GET", target: "/producttopropertygroups/5",
		},
		{
			name: "ProductPropertyGroups.Create",
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return c.ProductPropertyGroups.Create(ctx, salespos.ProductPropertyGroupCreate{ProductID: 501, PropertyGroupID: 6})
			},
			reply: created(), method: "POST", target: "/producttopropertygroups",
			body: `{"product_id":501,"product_property_group_id":6}`,
		},
		{
			name: "ProductPropertyGroups.Delete",
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return nil, c.ProductPropertyGroups.Delete(ctx, 5)
			},
			reply: noContent(), method: "DELETE", target: "/producttopropertygroups/5",
		},
		{
			name: "ProductPropertyValues.Get",
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return c.ProductPropertyValues.Get(ctx, 5)
			},
			reply: ok(`{"id":5}`), method: "GET", target: "/productpropertyvalues/5",
		},
		{
			name: "ProductPropertyValues.Create",
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return c.ProductPropertyValues.Create(ctx, salespos.ProductPropertyValueCreate{ProductID: 501, PropertyID: 14, Value: "350 ml"})
			},
			reply: created(), method: "POST", target: "/productpropertyvalues",
			body: `{"product_id":501,"product_property_id":14,"value":"350 ml"}`,
		},
		{
			name: "ProductPropertyValues.Update",
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return nil, c.ProductPropertyValues.Update(ctx, 5, salespos.ProductPropertyValueUpdate{})
			},
			reply: noContent(), method: "PATCH", target: "/productpropertyvalues/5",
			body: `{"value":""}`,
		},
		{
			name: "ProductPropertyValues.Delete",
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return nil, c.ProductPropertyValues.Delete(ctx, 5)
			},
			reply: noContent(), method: "DELETE", target: "/productpropertyvalues/5",
		},
	}
}

// productPartCases are the rows of what else belongs to a product.
func productPartCases() []wireCase {
	return []wireCase{
		{
			name: "ProductAttributeSets.List",
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return c.ProductAttributeSets.List(ctx, 501, &salespos.ProductAttributeSetListOptions{OrderBy: salespos.SetsByPosition})
			},
			reply: emptyList(), method: "GET", target: "/products/501/productattributesets?orderby=position",
		},
		{
			name: "ProductVariations.List",
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return c.ProductVariations.List(ctx, 501)
			},
			reply: emptyList(), method: "GET", target: "/products/501/productvariations",
		},
		{
			name: "ProductVariations.Get",
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return c.ProductVariations.Get(ctx, 5)
			},
			reply: ok(`{"id":5}`), method: "GET", target: "/productvariations/5",
		},
		{
			name: "ProductVariations.Create",
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return c.ProductVariations.Create(ctx, 501, salespos.ProductVariationCreate{VariationID: 502})
			},
			reply: created(), method: "POST", target: "/products/501/productvariations",
			body: `{"product_variation_id":502,"active":false}`,
		},
		{
			name: "ProductVariations.Update",
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return nil, c.ProductVariations.Update(ctx, 5, salespos.ProductVariationUpdate{Active: true})
			},
			reply: noContent(), method: "PATCH", target: "/productvariations/5",
			body: `{"active":true}`,
		},
		{
			name: "ProductVariations.Delete",
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return nil, c.ProductVariations.Delete(ctx, 5)
			},
			reply: noContent(), method: "DELETE", target: "/productvariations/5",
		},
		{
			name: "TaxTariffExceptions.List",
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return c.TaxTariffExceptions.List(ctx, 501)
			},
			reply: emptyList(), method: "GET", target: "/products/501/producttaxtariffexceptions",
		},
		{
			name: "TaxTariffExceptions.Get",
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return c.TaxTariffExceptions.Get(ctx, 5)
			},
			reply: ok(`{"id":5}`), method: "GET", target: "/producttaxtariffexceptions/5",
		},
		{
			name: "TaxTariffExceptions.Create",
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return c.TaxTariffExceptions.Create(ctx, 501, salespos.TaxTariffExceptionCreate{Country: "BE", TaxTariff: salespos.TaxLowA})
			},
			reply: created(), method: "POST", target: "/products/501/producttaxtariffexceptions",
			body: `{"country":"BE","taxtariff":"low A"}`,
		},
		{
			name: "TaxTariffExceptions.Update",
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return nil, c.TaxTariffExceptions.Update(ctx, 5, salespos.TaxTariffExceptionUpdate{TaxTariff: salespos.Set(salespos.TaxZero)})
			},
			reply: noContent(), method: "PATCH", target: "/producttaxtariffexceptions/5",
			body: `{"taxtariff":"zero"}`,
		},
		{
			name: "TaxTariffExceptions.Delete",
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return nil, c.TaxTariffExceptions.Delete(ctx, 5)
			},
			reply: noContent(), method: "DELETE", target: "/producttaxtariffexceptions/5",
		},
		{
			name: "ProductKeywords.List",
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return c.ProductKeywords.List(ctx, 501)
			},
			reply: emptyList(), method: "GET", target: "/products/501/productkeywords",
		},
		{
			name: "ProductKeywords.Create",
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return c.ProductKeywords.Create(ctx, 501, salespos.ProductKeywordCreate{Keyword: "mug"})
			},
			reply: ok(`{"keyword":"mug"}`), method: "POST", target: "/products/501/productkeywords",
			body: `{"keyword":"mug"}`,
		},
		{
			name: "ProductKeywords.DeleteAll",
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return nil, c.ProductKeywords.DeleteAll(ctx, 5)
			},
			reply: noContent(), method: "DELETE", target: "/products/5/productkeywords",
		},
		{
			name: "ProductLabels.List",
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return c.ProductLabels.List(ctx, 501)
			},
			reply: emptyList(), method: "GET", target: "/products/501/productlabels",
		},
		{
			name: "ProductLabels.Replace",
			call: func(ctx context.Context, c *salespos.Client) (any, error) {
				return nil, c.ProductLabels.Replace(ctx, 501, []salespos.LabelID{3, 4})
			},
			reply: noContent(), method: "PUT", target: "/products/501/productlabels",
			body: `{"labels":[3,4]}`,
		},
	}
}
