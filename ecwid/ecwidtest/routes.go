package ecwidtest

import "slices"

func (c *config) routes() []route {
	return slices.Concat(
		productRoutes(), variationRoutes(), treeRoutes(), mediaRoutes(), c.salesRoutes(), orderPartRoutes(),
		cartRoutes(), settingRoutes(), storeRoutes(), batchRoutes(),
	)
}

func productRoutes() []route {
	read, create, update := []string{"read_catalog"}, []string{"create_catalog"}, []string{"update_catalog"}
	return []route{
		{"GET", "/products", read, nil, (*Server).searchProducts},
		{"GET", "/products/deleted", read, nil, (*Server).deletedProducts},
		{"GET", "/products/filters", read, nil, (*Server).facets},
		{"POST", "/products/filters", read, facetSchema(), (*Server).facetsByBody},
		{"GET", "/products/sort", read, nil, (*Server).getProductOrder},
		{"PUT", "/products/sort", update, sortSchema(), (*Server).setProductOrder},
		{"GET", "/brands", []string{"read_brands"}, nil, (*Server).brands},
		{"GET", "/swatches", read, nil, (*Server).swatches},
		{"GET", "/swatches/recent-colors", read, nil, (*Server).swatches},
		{"GET", "/products/*", read, nil, (*Server).getProduct},
		{"POST", "/products", create, newProductSchema(), (*Server).createProduct},
		{"PUT", "/products/*", update, productSchema(), (*Server).updateProduct},
		{"DELETE", "/products/*", update, nil, (*Server).deleteProduct},
		{"DELETE", "/products", []string{"update_catalog_batch_delete"}, nil, (*Server).deleteProducts},
		{"PUT", "/products/*/inventory", update, inventorySchema(), (*Server).adjustProduct},
	}
}

func variationRoutes() []route {
	read, create := []string{"read_catalog"}, []string{"create_catalog"}
	both := []string{"read_catalog", "update_catalog"}
	return []route{
		{"GET", "/products/*/combinations", read, nil, (*Server).listVariations},
		{"GET", "/products/*/combinations/*", read, nil, (*Server).getVariation},
		{"POST", "/products/*/combinations", create, variationSchema(), (*Server).createVariation},
		{"PUT", "/products/*/combinations/*", both, variationSchema(), (*Server).updateVariation},
		{"DELETE", "/products/*/combinations/*", both, nil, (*Server).deleteVariation},
		{"DELETE", "/products/*/combinations", both, nil, (*Server).deleteVariations},
		{"PUT", "/products/*/combinations/*/inventory", both, inventorySchema(), (*Server).adjustVariation},
	}
}

func treeRoutes() []route {
	read, create, update := []string{"read_catalog"}, []string{"create_catalog"}, []string{"update_catalog"}
	both := []string{"read_catalog", "update_catalog"}
	return []route{
		{"GET", "/classes", read, nil, (*Server).listClasses},
		{"GET", "/classes/*", read, nil, (*Server).getClass},
		{"POST", "/classes", create, classSchema(), (*Server).createClass},
		{"PUT", "/classes/*", update, classSchema(), (*Server).updateClass},
		{"DELETE", "/classes/*", update, nil, (*Server).deleteClass},
		{"GET", "/categories", read, nil, (*Server).searchCategories},
		{"GET", "/categoriesByPath", read, nil, (*Server).categoriesByPath},
		{"GET", "/categories/sort", read, nil, (*Server).getCategoryOrder},
		{"PUT", "/categories/sort", both, sortSchema(), (*Server).setCategoryOrder},
		{"GET", "/categories/*", read, nil, (*Server).getCategory},
		{"POST", "/categories", create, categorySchema(), (*Server).createCategory},
		{"PUT", "/categories/*", update, categorySchema(), (*Server).updateCategory},
		{"DELETE", "/categories/*", update, nil, (*Server).deleteCategory},
		{"POST", "/categories/*/assignProducts", update, productIDsSchema(), (*Server).assignProducts},
		{"POST", "/categories/*/unassignProducts", update, productIDsSchema(), (*Server).unassignProducts},
		{"POST", "/categories/*/image", update, upload{}, (*Server).setCategoryImage},
		{"POST", "/categories/*/image/async", update, asyncImageSchema(), (*Server).setCategoryImage},
		{"DELETE", "/categories/*/image", update, nil, (*Server).deleteCategoryImage},
	}
}

func mediaRoutes() []route {
	read, create, update := []string{"read_catalog"}, []string{"create_catalog"}, []string{"update_catalog"}
	both, all := []string{"read_catalog", "update_catalog"}, []string{"update_catalog", "update_catalog_batch_delete"}
	return []route{
		{"POST", "/products/*/image", update, upload{}, uploadImage(true)},
		{"POST", "/products/*/image/async", update, asyncImageSchema(), uploadImageAsync(true)},
		{"DELETE", "/products/*/image", update, nil, (*Server).deleteMainImage},
		{"POST", "/products/*/gallery", update, upload{}, uploadImage(false)},
		{"POST", "/products/*/gallery/async", update, asyncImageSchema(), uploadImageAsync(false)},
		{"DELETE", "/products/*/gallery", all, nil, (*Server).deleteGallery},
		{"DELETE", "/products/*/gallery/*", update, nil, (*Server).deleteGalleryEntry},
		{"PUT", "/products/*/media", update, mediaSchema(), (*Server).replaceMedia},
		{"POST", "/products/*/video", update, plainText{}, uploadVideo(true)},
		{"DELETE", "/products/*/video", update, nil, (*Server).deleteMainVideo},
		{"POST", "/products/*/gallery/video", update, plainText{}, uploadVideo(false)},
		{"GET", "/products/*/gallery/video/*", update, nil, (*Server).getVideo},
		{"PUT", "/products/*/gallery/video/*", update, upload{}, (*Server).setVideoCover},
		{"POST", "/products/*/files", create, plainText{}, (*Server).addFile},
		{"DELETE", "/products/*/files", update, nil, (*Server).deleteFiles},
		{"GET", "/products/*/files/*", read, nil, (*Server).getFile},
		{"PUT", "/products/*/files/*", update, descriptionSchema(), (*Server).updateFile},
		{"DELETE", "/products/*/files/*", update, nil, (*Server).deleteFile},
		{"POST", "/products/*/combinations/*/image", both, upload{}, (*Server).setVariationImage},
		{"POST", "/products/*/combinations/*/image/async", both, asyncImageSchema(), (*Server).setVariationImage},
		{"DELETE", "/products/*/combinations/*/image", both, nil, (*Server).deleteVariationImage},
	}
}

func (c *config) salesRoutes() []route {
	customers, updateCustomers := []string{"read_customers"}, []string{"read_customers", "update_customers"}
	createCustomers, updateOnly := []string{"create_customers"}, []string{"update_customers"}
	orders, updateOrders := []string{"read_orders"}, []string{"update_orders"}
	return []route{
		{"GET", "/customers", customers, nil, (*Server).searchCustomers},
		{"GET", "/customers/deleted", customers, nil, (*Server).deletedCustomers},
		{"GET", "/customers/*", customers, nil, (*Server).getCustomer},
		{"POST", "/customers", createCustomers, newCustomerSchema(), (*Server).createCustomer},
		{"PUT", "/customers/*", updateCustomers, customerSchema(), (*Server).updateCustomer},
		{"DELETE", "/customers/*", updateCustomers, nil, (*Server).deleteCustomer},
		{"GET", "/customers/*/contacts", customers, nil, (*Server).listContacts},
		{"POST", "/customers/*/contacts", createCustomers, contactSchema(), (*Server).addContact},
		{"GET", "/customers/*/contacts/*", customers, nil, (*Server).getContact},
		{"PUT", "/customers/*/contacts/*", updateOnly, contactSchema(), (*Server).updateContact},
		{"DELETE", "/customers/*/contacts/*", updateOnly, nil, (*Server).deleteContact},
		{"GET", "/customer_groups", customers, nil, (*Server).searchGroups},
		{"POST", "/customer_groups", createCustomers, groupSchema(), (*Server).createGroup},
		{"GET", "/customer_groups/*", customers, nil, (*Server).getGroup},
		{"PUT", "/customer_groups/*", updateOnly, groupSchema(), (*Server).updateGroup},
		{"DELETE", "/customer_groups/*", updateOnly, nil, (*Server).deleteGroup},
		{"GET", "/orders", orders, nil, (*Server).searchOrders},
		{"GET", "/orders/deleted", orders, nil, (*Server).deletedOrders},
		{"GET", "/orders/last", orders, nil, (*Server).lastOrder},
		{"GET", "/orders/*", orders, nil, (*Server).getOrder},
		{"POST", "/orders", []string{"create_orders"}, c.orderSchema().with(schema{"createDate": date}), (*Server).createOrder},
		{"PUT", "/orders/*", updateOrders, c.orderSchema(), (*Server).updateOrder},
		{"DELETE", "/orders/*", updateOrders, nil, (*Server).deleteOrder},
		{"POST", "/order/calculate", nil, calculateSchema(), (*Server).calculate},
	}
}

func cartRoutes() []route {
	orders, update, subscriptions := []string{"read_orders"}, []string{"update_orders"}, []string{"read_subscriptions"}
	return []route{
		{"GET", "/carts", orders, nil, (*Server).searchCarts},
		{"GET", "/carts/*", orders, nil, (*Server).getCart},
		{"PUT", "/carts/*", update, cartSchema(), (*Server).updateCart},
		{"POST", "/carts/*/place", []string{"create_orders"}, nil, (*Server).placeCart},
		{"GET", "/subscriptions", subscriptions, nil, (*Server).searchSubscriptions},
		{"GET", "/subscriptions/*", subscriptions, nil, (*Server).getSubscription},
		{"PUT", "/subscriptions/*", []string{"update_subscriptions"}, subscriptionUpdateSchema(), (*Server).updateSubscription},
		{"GET", "/coupons/deleted", []string{"read_discount_coupons"}, nil, (*Server).nothingDeleted},
		{"GET", "/discount_coupons/deleted", []string{"read_discount_coupons"}, nil, (*Server).nothingDeleted},
		{"GET", "/reviews/deleted", []string{"read_reviews"}, nil, (*Server).nothingDeleted},
	}
}

func orderPartRoutes() []route {
	read, create, update := []string{"read_orders"}, []string{"create_orders"}, []string{"update_orders"}
	setProfile := []string{"update_store_profile"}
	return []route{
		{"GET", "/orders/*/extraFields", read, nil, (*Server).listOrderFields},
		{"POST", "/orders/*/extraFields", update, orderFieldSchema(), (*Server).addOrderField},
		{"PUT", "/orders/*/extraFields/*", update, orderFieldUpdateSchema(), (*Server).updateOrderField},
		{"DELETE", "/orders/*/extraFields/*", update, nil, (*Server).deleteOrderField},
		{"GET", "/orders/*/invoices", []string{"read_orders", "read_invoices"}, nil, (*Server).listInvoices},
		{"POST", "/orders/*/invoices/create-invoice", create, nil, (*Server).createInvoice},
		{"GET", "/orders/*/invoice-pdf", read, nil, (*Server).receiptPDF},
		{"GET", "/orders/*/invoice", read, nil, (*Server).receipt},
		{"GET", "/orders/*/repeatURL", read, nil, (*Server).repeatURL},
		{"POST", "/orders/*/items/*/options/*", update, plainText{}, (*Server).addOptionFile},
		{"DELETE", "/orders/*/items/*/options/*/files/*", update, nil, (*Server).deleteOptionFile},
		{"DELETE", "/orders/*/items/*/options/*/files", update, nil, (*Server).deleteOptionFiles},
		{"GET", "/profile/order_statuses", nil, nil, (*Server).listOrderStatuses},
		{"GET", "/profile/order_status/*", nil, nil, (*Server).getOrderStatus},
		{"PUT", "/profile/order_status/*", setProfile, orderStatusSchema(), (*Server).updateOrderStatus},
	}
}

func storeRoutes() []route {
	update := []string{"update_store_profile"}
	routes := []route{
		{"GET", "/profile", nil, nil, (*Server).getProfile},
		{"PUT", "/profile", update, profileSchema(), (*Server).updateProfile},
		{"GET", "/latest-stats", nil, nil, (*Server).latestStats},
		{"GET", "/reports/*", []string{"read_store_stats"}, nil, (*Server).report},
		{"GET", "/storage", nil, nil, (*Server).listStorage},
		{"GET", "/storage/*", nil, nil, (*Server).getStorage},
		{"POST", "/storage/*", update, plainText{}, (*Server).setStorage},
		{"PUT", "/storage/*", update, plainText{}, (*Server).setStorage},
		{"DELETE", "/storage/*", update, nil, (*Server).deleteStorage},
		{"GET", "/countries", nil, nil, (*Server).listCountries},
		{"GET", "/states", nil, nil, (*Server).listStates},
		{"GET", "/currencies", nil, nil, (*Server).listCurrencies},
		{"GET", "/currencyByCountry", nil, nil, (*Server).currencyByCountry},
		{"GET", "/taxClasses", nil, nil, (*Server).listTaxClasses},
		{"GET", "/application", nil, nil, (*Server).getApplication},
		{"DELETE", "/application", update, nil, (*Server).uninstall},
		{"GET", "/application/token", nil, nil, (*Server).tokenInfo},
	}
	for _, logo := range [][3]string{
		{"logo", "settings", "storeLogoUrl"}, {"invoicelogo", "settings", "invoiceLogoUrl"},
		{"emaillogo", "settings", "emailLogoUrl"},
	} {
		for _, verb := range []string{"PUT", "POST"} {
			routes = append(routes, route{verb, "/profile/" + logo[0], update, upload{}, setLogo(logo[1], logo[2])})
		}
		routes = append(routes, route{"DELETE", "/profile/" + logo[0], update, nil, dropLogo(logo[1], logo[2])})
	}
	return routes
}
