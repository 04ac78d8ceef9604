package ecwidtest

import "slices"

func routes() []route {
	return slices.Concat(catalogRoutes(), mediaRoutes(), salesRoutes(), batchRoutes(), []route{
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
		{"POST", "/products/*/files", create, upload{}, (*Server).addFile},
		{"DELETE", "/products/*/files", update, nil, (*Server).deleteFiles},
		{"GET", "/products/*/files/*", read, nil, (*Server).getFile},
		{"PUT", "/products/*/files/*", update, descriptionSchema(), (*Server).updateFile},
		{"DELETE", "/products/*/files/*", update, nil, (*Server).deleteFile},
		{"POST", "/products/*/combinations/*/image", both, upload{}, (*Server).setVariationImage},
		{"POST", "/products/*/combinations/*/image/async", both, asyncImageSchema(), (*Server).setVariationImage},
		{"DELETE", "/products/*/combinations/*/image", both, nil, (*Server).deleteVariationImage},
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
