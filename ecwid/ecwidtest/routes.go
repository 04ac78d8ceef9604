package ecwidtest

import "slices"

func routes() []route {
	return slices.Concat(catalogRoutes(), salesRoutes(), batchRoutes(), []route{
		{"GET", "/profile", nil, nil, (*Server).getProfile},
		{"GET", "/latest-stats", nil, nil, (*Server).latestStats},
	})
}

func catalogRoutes() []route {
	read, create, update := []string{"read_catalog"}, []string{"create_catalog"}, []string{"update_catalog"}
	both := []string{"read_catalog", "update_catalog"}
	return []route{
		{"GET", "/products", read, nil, (*Server).searchProducts},
		{"GET", "/products/deleted", read, nil, (*Server).deletedProducts},
		{"GET", "/products/*", read, nil, (*Server).getProduct},
		{"POST", "/products", create, newProductSchema(), (*Server).createProduct},
		{"PUT", "/products/*", update, productSchema(), (*Server).updateProduct},
		{"DELETE", "/products/*", update, nil, (*Server).deleteProduct},
		{"PUT", "/products/*/inventory", update, inventorySchema(), (*Server).adjustProduct},
		{"GET", "/products/*/combinations", read, nil, (*Server).listVariations},
		{"GET", "/products/*/combinations/*", read, nil, (*Server).getVariation},
		{"POST", "/products/*/combinations", create, variationSchema(), (*Server).createVariation},
		{"PUT", "/products/*/combinations/*", both, variationSchema(), (*Server).updateVariation},
		{"DELETE", "/products/*/combinations/*", both, nil, (*Server).deleteVariation},
		{"DELETE", "/products/*/combinations", both, nil, (*Server).deleteVariations},
		{"PUT", "/products/*/combinations/*/inventory", both, inventorySchema(), (*Server).adjustVariation},
		{"GET", "/classes", read, nil, (*Server).listClasses},
		{"GET", "/classes/*", read, nil, (*Server).getClass},
		{"POST", "/classes", create, classSchema(), (*Server).createClass},
		{"PUT", "/classes/*", update, classSchema(), (*Server).updateClass},
		{"DELETE", "/classes/*", update, nil, (*Server).deleteClass},
		{"GET", "/categories", read, nil, (*Server).searchCategories},
		{"GET", "/categories/*", read, nil, (*Server).getCategory},
		{"POST", "/categories", create, categorySchema(), (*Server).createCategory},
		{"PUT", "/categories/*", update, categorySchema(), (*Server).updateCategory},
		{"DELETE", "/categories/*", update, nil, (*Server).deleteCategory},
		{"POST", "/categories/*/assignProducts", update, productIDsSchema(), (*Server).assignProducts},
		{"POST", "/categories/*/unassignProducts", update, productIDsSchema(), (*Server).unassignProducts},
	}
}

func salesRoutes() []route {
	customers, updateCustomers := []string{"read_customers"}, []string{"read_customers", "update_customers"}
	orders, updateOrders := []string{"read_orders"}, []string{"update_orders"}
	return []route{
		{"GET", "/customers", customers, nil, (*Server).searchCustomers},
		{"GET", "/customers/deleted", customers, nil, (*Server).deletedCustomers},
		{"GET", "/customers/*", customers, nil, (*Server).getCustomer},
		{"POST", "/customers", []string{"create_customers"}, newCustomerSchema(), (*Server).createCustomer},
		{"PUT", "/customers/*", updateCustomers, customerSchema(), (*Server).updateCustomer},
		{"DELETE", "/customers/*", updateCustomers, nil, (*Server).deleteCustomer},
		{"GET", "/orders", orders, nil, (*Server).searchOrders},
		{"GET", "/orders/deleted", orders, nil, (*Server).deletedOrders},
		{"GET", "/orders/*", orders, nil, (*Server).getOrder},
		{"POST", "/orders", []string{"create_orders"}, newOrderSchema(), (*Server).createOrder},
		{"PUT", "/orders/*", updateOrders, orderSchema(), (*Server).updateOrder},
		{"DELETE", "/orders/*", updateOrders, nil, (*Server).deleteOrder},
	}
}
