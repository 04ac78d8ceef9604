package salespostest

// orderResources are orders and what hangs on them.
func orderResources(rowInput *schema) []*resource {
	return []*resource{orderResource(rowInput), {
		name: "orderrows", fields: rowFields, firstID: 91001, paged: true,
		parents: []parent{{"orders", "order_id"}},
		refers:  []parent{{"products", "product_id"}},
		patch:   (*world).patchRow,
		touched: (*world).rowTouched,
		calc: map[string]func(*view, *record) any{
			"product_href":        hrefOf("products/", "product_id"),
			"product_name_google": func(_ *view, r *record) any { return slug(text(r.doc["product_name"])) },
			"attributes":          (*view).rowAttributes,
		},
	}, {
		name: "orderrowattributevalues", fields: rowOptionFields, firstID: 95001, put: "attributes",
		parents: []parent{{"orderrows", "orderrow_id"}},
		touched: (*world).rowOptionTouched,
	},
		{name: "ordernotes", fields: noteFields, firstID: 101001, parents: []parent{{"orders", "order_id"}}},
		{name: "ordermessages", fields: messageFields, firstID: 102001, parents: []parent{{"orders", "order_id"}},
			indexes: map[string]func(*record) sortKey{"create_date": textKey("create_date")},
			orderby: map[string]string{"create_date": "create_date", "id": "id"}},
		{name: "ordernotifications", fields: notificationFields, firstID: 103001, parents: []parent{{"orders", "order_id"}},
			create: createNotification("ordernotifications")},
		{name: "orderlabels", fields: orderLabelFields, firstID: 104001, put: "labels", putItem: "label_id",
			parents: []parent{{"orders", "order_id"}, {"labels", "label_id"}}},
		{name: "fiscaltransactionsignatures", fields: fiscalFields, firstID: 105001, posOnly: true, parents: []parent{{"orders", "order_id"}}},
	}
}

func orderResource(rowInput *schema) *resource {
	sub := personSchemas()
	sub["rowinput"] = rowInput
	return &resource{
		name: "orders", fields: orderFields, sub: sub, firstID: 81001, paged: true,
		refers: []parent{{"users", "user_id"}},
		indexes: map[string]func(*record) sortKey{
			"create_date": textKey("create_date"), "deliver_date": textKey("deliver_date"), "ordernumber": numKey("ordernumber"),
		},
		orderby: map[string]string{
			"id": "id", "create_date": "create_date", "deliver_date": "deliver_date", "ordernumber": "ordernumber",
		},
		filters: orderFilters(),
		calc:    orderCalc(),
		create:  (*world).createOrder,
		patch:   (*world).patchOrder,
	}
}

// documentResources are invoices, returns, coupons and cash-ups.
func documentResources() []*resource {
	return []*resource{invoiceResource(), {
		name: "invoicerows", fields: invoiceRowFields, firstID: 112001, paged: true,
		parents: []parent{{"invoices", "invoice_id"}},
		refers:  []parent{{"products", "product_id"}, {"orderrows", "orderrow_id"}},
		calc:    map[string]func(*view, *record) any{"product_href": hrefOf("products/", "product_id")},
	},
		{name: "invoicenotifications", fields: invoiceNotificationFields, firstID: 113001, parents: []parent{{"invoices", "invoice_id"}},
			create: createNotification("invoicenotifications")},
		returnResource(),
		{name: "returnrows", fields: returnRowFields, firstID: 122001, paged: true, parents: []parent{{"returns", "return_id"}},
			refers: []parent{{"products", "product_id"}}},
		{name: "discountcoupons", fields: couponFields, firstID: 131001, paged: true, unique: "code",
			indexes: map[string]func(*record) sortKey{
				"code": textKey("code"), "type": textKey("type"), "begindate": textKey("begindate"), "enddate": textKey("enddate"),
			},
			orderby: map[string]string{"begindate": "begindate", "enddate": "enddate", "id": "id", "type": "type"},
			filters: couponFilters(),
			calc:    map[string]func(*view, *record) any{"products": (*view).couponProducts},
			create:  (*world).createCoupon},
		{name: "cashups", fields: cashupFields, firstID: 141001, posOnly: true,
			calc: map[string]func(*view, *record) any{"number_full": func(_ *view, r *record) any { return "Z" + string(number(r.id)) }}},
	}
}

func invoiceResource() *resource {
	calc := ofOrderCalc()
	calc["status_name"] = func(_ *view, r *record) any { return text(r.doc["status"]) }
	calc["deeplink"], calc["download_link"] = deeplink("invoice"), deeplink("invoice")
	return &resource{
		name: "invoices", fields: invoiceFields, sub: personSchemas(), firstID: 111001, paged: true,
		parents: []parent{{"orders", "order_id"}},
		refers:  []parent{{"users", "user_id"}},
		indexes: numberedIndexes("invoicenumber"),
		orderby: numberedOrder("invoicenumber"),
		filters: numberedFilters("invoicenumber"),
		calc:    calc,
	}
}

func returnResource() *resource {
	calc := ofOrderCalc()
	calc["status_name"] = func(_ *view, r *record) any { return text(r.doc["status"]) }
	calc["returnnumber_full"] = func(_ *view, r *record) any {
		return text(r.doc["returnnumber_prefix"]) + string(number(integer(r.doc["returnnumber"])))
	}
	return &resource{
		name: "returns", fields: returnFields, sub: personSchemas(), firstID: 121001, paged: true,
		parents: []parent{{"orders", "order_id"}},
		refers:  []parent{{"users", "user_id"}},
		indexes: numberedIndexes("returnnumber"),
		orderby: numberedOrder("returnnumber"),
		filters: numberedFilters("returnnumber"),
		calc:    calc,
	}
}

// personSchemas are the objects inside orders, users and invoices.
func personSchemas() map[string]*schema {
	parts := map[string]*schema{"billing": parseSchema(billingFields, nil), "delivery": parseSchema(deliveryFields, nil)}
	return map[string]*schema{"person": parseSchema(personFields, parts), "buyer": parseSchema(buyerFields, parts)}
}
