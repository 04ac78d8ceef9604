package salespos_test

import (
	"context"
	"fmt"

	"github.com/tillsync/tillsync/salespos"
)

// The apps of a key pair tell whether the merchant has them installed.
func ExampleAppService() {
	pos := printingShop(`{"href":"…","items":[{"id":8,"name":"Connector","is_installed":true}]}`)

	apps, err := pos.Apps.List(context.Background(), &salespos.AppListOptions{OrderBy: salespos.AppsByName})
	check(err)
	fmt.Println(apps[0].Name, apps[0].IsInstalled)
	// Output:
	// GET /apps?orderby=name
	// Connector true
}

// Conditions, suppliers and brands work alike: a name that is unique.
func ExampleConditionService() {
	pos := printingShop(`{"id":3,"name":"Refurbished"}`)

	condition, err := pos.Conditions.Create(context.Background(), salespos.ConditionCreate{Name: "Refurbished"})
	check(err)
	fmt.Println(condition.ID)
	// Output:
	// POST /conditions {"name":"Refurbished"}
	// 3
}

func ExampleSupplierService() {
	pos := printingShop("")

	check(pos.Suppliers.Update(context.Background(), 4, salespos.SupplierUpdate{Name: "Potters United"}))
	// Output: PATCH /suppliers/4 {"name":"Potters United"}
}

// A key pair that is allowed to can read about itself.
func ExampleCredentialService() {
	pos := printingShop(`{"href":"…","items":[{"id":1,"label":"Connector"}]}`)

	credentials, err := pos.Credentials.List(context.Background())
	check(err)
	fmt.Println(credentials[0].Label)
	// Output:
	// GET /credentials
	// Connector
}

// The rows of an invoice are a call of their own, like those of an order.
func ExampleInvoiceRowService() {
	pos := printingShop(`{"href":"…","items":[{"id":5,"product_name":"Mug","count":2,"total_price_with_attributes":25}]}`)

	for row, err := range pos.InvoiceRows.All(context.Background(), 301, nil) {
		check(err)
		fmt.Println(row.ProductName, row.Count, row.TotalPriceWithAttributes)
	}
	// Output:
	// GET /invoices/301/invoicerows?start=0&size=250
	// Mug 2 25
}

// A message is mailed to the customer, so it is never sent twice: see
// ErrUnknownOutcome.
func ExampleOrderMessageService() {
	pos := printingShop(`{"id":21,"message":"It is on its way."}`)

	_, err := pos.OrderMessages.Create(context.Background(), 7001, salespos.OrderMessageCreate{Message: "It is on its way."})
	check(err)
	// Output: POST /orders/7001/ordermessages {"message":"It is on its way."}
}

// The platform mails the customer a link to pay with.
func ExampleOrderNotificationService() {
	pos := printingShop(`{"id":22,"type":"customer_paymentlink"}`)

	_, err := pos.OrderNotifications.Create(context.Background(), 7001, salespos.OrderNotificationCreate{Type: salespos.CustomerPaymentLink})
	check(err)
	// Output: POST /orders/7001/ordernotifications {"type":"customer_paymentlink"}
}

// Options that were chosen for a row are replaced as a whole.
func ExampleOrderRowAttributeService() {
	pos := printingShop("")

	check(pos.OrderRowAttributes.Replace(context.Background(), 9001, []salespos.OrderRowAttributeInput{
		{Option: "Engraving", Value: "Ada", Price: salespos.Set(price("2.50"))},
	}))
	// Output: PUT /orderrows/9001/orderrowattributevalues {"attributes":[{"option_name":"Engraving","value_name":"Ada","price":2.5}]}
}

// A subscription to one event; its address comes from a WebhookHandler.
func ExampleWebhookService() {
	pos := printingShop(`{"id":31,"event":"orders.created","address":"https://connector.example/hooks/…","key":"…","is_active":true}`)

	hook, err := pos.Webhooks.Create(context.Background(), salespos.WebhookCreate{
		Event: salespos.EventOrdersCreated, Address: "https://connector.example/hooks/…",
	})
	check(err)
	fmt.Println(hook.IsActive, hook.Key)
	// Output:
	// POST /webhooks {"event":"orders.created","address":"https://connector.example/hooks/…"}
	// true [redacted]
}

// The shop of a key pair is the first of the list. Many calls need its id.
func ExampleWebshopService() {
	pos := printingShop(`{"href":"…","items":[{"id":3,"name":"Example Works","is_salespos":true}]}`)

	shops, err := pos.Webshops.List(context.Background())
	check(err)
	fmt.Println(shops[0].ID, shops[0].Name)
	// Output:
	// GET /webshops
	// 3 Example Works
}

// The values of an attribute belong to the shop; see ProductAttributeValues for
// those of a product.
func ExampleAttributeValueService() {
	pos := printingShop(`{"id":41,"name":"Red","default_price":0}`)

	value, err := pos.AttributeValues.Create(context.Background(), 7, salespos.AttributeValueCreate{Name: "Red"})
	check(err)
	fmt.Println(value.ID)
	// Output:
	// POST /attributes/7/attributevalues {"name":"Red","default_price":0}
	// 41
}

// A value that is linked to a product makes the server generate combinations.
func ExampleProductAttributeValueService() {
	pos := printingShop(`{"id":51,"optionvalue_id":41}`)

	link, err := pos.ProductAttributeValues.Create(context.Background(), 501, salespos.ProductAttributeValueCreate{
		Value: 41, Price: price("1.50"), Stock: salespos.Set(price("10")),
	})
	check(err)
	fmt.Println(link.ValueID)
	// Output:
	// POST /products/501/productattributevalues {"optionvalue":41,"price":1.5,"stock":10}
	// 41
}

// A product moves to another category by a new link, and the end of the old one.
func ExampleProductCategoryService() {
	pos, ctx := printingShop(`{"id":62,"product_id":501,"category_id":12}`, ""), context.Background()

	_, err := pos.ProductCategories.Create(ctx, salespos.ProductCategoryCreate{ProductID: 501, CategoryID: 12})
	check(err)
	check(pos.ProductCategories.Delete(ctx, 61))
	// Output:
	// POST /producttocategories {"product_id":501,"category_id":12}
	// DELETE /producttocategories/61
}

// A group holds the properties that products of one kind have.
func ExamplePropertyGroupService() {
	pos, ctx := printingShop(`{"id":71,"name":"Specifications"}`), context.Background()

	group, err := pos.PropertyGroups.Create(ctx, salespos.PropertyGroupCreate{Name: "Specifications"})
	check(err)
	fmt.Println(group.ID)
	// Output:
	// POST /productpropertygroups {"name":"Specifications"}
	// 71
}

func ExamplePropertyOptionService() {
	pos := printingShop(`{"id":81,"name":"Stoneware","position":1}`)

	option, err := pos.PropertyOptions.Create(context.Background(), 72, salespos.PropertyOptionCreate{Name: "Stoneware", Position: salespos.Set(1)})
	check(err)
	fmt.Println(option.ID)
	// Output:
	// POST /productproperties/72/productpropertyoptions {"name":"Stoneware","position":1}
	// 81
}

func ExampleProductPropertyGroupService() {
	pos := printingShop(`{"id":91,"product_id":501,"product_property_group_id":71}`)

	link, err := pos.ProductPropertyGroups.Create(context.Background(), salespos.ProductPropertyGroupCreate{ProductID: 501, PropertyGroupID: 71})
	check(err)
	fmt.Println(link.ID)
	// Output:
	// POST /producttopropertygroups {"product_id":501,"product_property_group_id":71}
	// 91
}
