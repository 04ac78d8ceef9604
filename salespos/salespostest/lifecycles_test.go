package salespostest_test

import (
	"fmt"
	"maps"
	"strings"

	"github.com/tillsync/tillsync/salespos/salespostest"
)

// png is a picture of one pixel.
const png = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="

// lifecycle is what the plain verbs do to one resource.
type lifecycle struct {
	list, one string // paths: where it is posted and listed, and where it is found by id
	body      string
	want      map[string]string // of the answer to body
	patch     string            // "" when there is no PATCH
	after     map[string]string
	noList    bool
	noDelete  bool
	noGet     bool
	writeOnly []string // keys that no answer may show
	badBodies []string
}

func lifecycles() map[string]lifecycle {
	all := productLifecycles()
	maps.Copy(all, otherLifecycles())
	return all
}

func productLifecycles() map[string]lifecycle {
	photo := fmt.Sprintf(`{"file_type":"PNG","source":%q,"is_mainphoto":true}`, png)
	name := func(path string) lifecycle {
		return lifecycle{list: path, one: path, body: `{"name":"Acme"}`, want: map[string]string{"name": `"Acme"`,
			"parent.href": text(origin + "/api/rest/v1" + path + "/")}, patch: `{"name":"Apex"}`, after: map[string]string{"name": `"Apex"`},
			badBodies: []string{`{}`, `{"name":1}`, `{"name":"x","id":1}`}}
	}
	return map[string]lifecycle{
		"brands": name("/brands"), "suppliers": name("/suppliers"), "conditions": name("/conditions"),
		"productphotos": {list: "/products/1/productphotos", one: "/productphotos", body: photo,
			want:  map[string]string{"filename": `"photo-11001.png"`, "is_mainphoto": "true", "alttext": `""`},
			patch: `{"alttext":"A mug"}`, after: map[string]string{"alttext": `"A mug"`}, writeOnly: []string{"source", "file_type"},
			badBodies: []string{`{"file_type":"png"}`, `{"file_type":"png","source":"data:image/png;base64,AAAA"}`}},
		"attributecombinationphotos": {list: "/attributecombinations/COMBO/attributecombinationphotos", one: "/attributecombinationphotos",
			body:  strings.Replace(photo, `"is_mainphoto"`, `"alt":"Red","is_mainphoto"`, 1),
			want:  map[string]string{"alt": `"Red"`, "is_mainphoto": "true"},
			patch: `{"alt":"Blue"}`, after: map[string]string{"alt": `"Blue"`}, writeOnly: []string{"source", "filename"}},
		"producttaxtariffexceptions": {list: "/products/1/producttaxtariffexceptions", one: "/producttaxtariffexceptions",
			body: `{"country":"BE","taxtariff":"low A"}`, want: map[string]string{"product_id": "1", "taxtariff": `"low A"`},
			patch: `{"taxtariff":"zero"}`, after: map[string]string{"taxtariff": `"zero"`},
			badBodies: []string{`{"country":"BEL","taxtariff":"zero"}`, `{"country":"BE","taxtariff":"high"}`}},
		"productattachments": {list: "/products/1/productattachments", one: "/productattachments",
			body: `{"displayname":"Manual","filename":"m.pdf","source":"AAAA"}`, want: map[string]string{"position": "1"},
			patch: `{"displayname":"Guide"}`, after: map[string]string{"displayname": `"Guide"`}, writeOnly: []string{"source"}},
		"productrelevant": {list: "/products/1/productrelevant", one: "/productrelevant", body: `{"child_product_id":2}`,
			want: map[string]string{"parent_product_id": "1", "child_product_id": "2"}, badBodies: []string{`{"child_product_id":99}`}},
		"productreviews": {list: "/products/1/productreviews", one: "/productreviews", body: `{"name":"Ann","points":9,"content":"Nice"}`,
			want: map[string]string{"approved": "false", "productid": "1"}, patch: `{"approved":true}`, after: map[string]string{"approved": "true"}, noDelete: true},
		"productstaggeredprices": {list: "/products/1/productstaggeredprices", one: "/productstaggeredprices",
			body: `{"quantity":10,"price":9.50,"discount":0.5}`, want: map[string]string{"sellprice": "9"},
			patch: `{"quantity":10,"price":8,"discount":0}`, after: map[string]string{"sellprice": "8"}},
		"productvideos": {list: "/products/1/productvideos", one: "/productvideos", body: `{"name":"How to","embedcode":"<iframe>"}`,
			want: map[string]string{"position": "1"}, patch: `{"position":3}`, after: map[string]string{"position": "3"}},
		"colors": {list: "/colors", one: "/colors", body: `{"name":"Red","hex":"#ff0000"}`, want: map[string]string{"type": `"color"`}, noDelete: true},
		"labels": {list: "/labels", one: "/labels", body: `{"image_location":"https://x.example/i.png"}`, want: map[string]string{"show_on_orders": "true"},
			patch: `{"tooltip":"exported"}`, after: map[string]string{"tooltip": `"exported"`}},
		"redirects": {list: "/redirects", one: "/redirects", body: `{"source_url":"/a","target_url":"/b","active":true}`,
			want: map[string]string{"source_url": `"/a"`}, patch: `{"active":false}`, after: map[string]string{"active": "false"}},
	}
}

func otherLifecycles() map[string]lifecycle {
	return map[string]lifecycle{
		"productpropertygroups": {list: "/productpropertygroups", one: "/productpropertygroups", body: `{"name":"Size"}`,
			want:  map[string]string{"productproperties": text(origin + "/api/rest/v1/productpropertygroups/502/productproperties/")},
			patch: `{"name":"Sizes"}`, after: map[string]string{"name": `"Sizes"`}},
		"productproperties": {list: "/productpropertygroups/501/productproperties", one: "/productproperties", body: `{"name":"Width","type":"Text"}`,
			want: map[string]string{"parent": "null", "children": "[]", "options.collection": "[]"}, patch: `{"parent":521}`, after: map[string]string{"parent": "521"},
			badBodies: []string{`{"name":"x","type":"text area"}`, `{"name":"x","parent":99}`}},
		"productpropertyoptions": {list: "/productproperties/521/productpropertyoptions", one: "/productpropertyoptions", body: `{"name":"Small"}`,
			want: map[string]string{"position": "1"}, patch: `{"name":"Large"}`, after: map[string]string{"name": `"Large"`}},
		"productpropertyvalues": {list: "/productpropertyvalues", one: "/productpropertyvalues", noList: true,
			body: `{"product_id":1,"product_property_id":521,"value":"10 cm"}`, want: map[string]string{"value": `"10 cm"`},
			patch: `{"value":"12 cm"}`, after: map[string]string{"value": `"12 cm"`},
			badBodies: []string{`{"product_id":99,"product_property_id":521,"value":""}`, `{"product_id":1,"product_property_id":99,"value":""}`}},
		"producttopropertygroups": {list: "/producttopropertygroups", one: "/producttopropertygroups", noList: true,
			body: `{"product_id":1,"product_property_group_id":501}`, want: map[string]string{"values.collection": "[]"}},
		"usergroups": {list: "/usergroups", one: "/usergroups", body: `{"groupname":"Trade","discount":10.0}`, want: map[string]string{"discount": "10", "default": "false"},
			patch: `{"default":true}`, after: map[string]string{"default": "true"}},
		"ordermessages": {list: "/orders/1/ordermessages", one: "/ordermessages", body: `{"message":"Thanks"}`, want: map[string]string{"message": `"Thanks"`}},
		"ordernotifications": {list: "/orders/1/ordernotifications", one: "/ordernotifications", body: `{"type":"customer_paymentlink"}`,
			want: map[string]string{"type": `"customer_paymentlink"`}, noDelete: true, badBodies: []string{`{"type":"paymentlink"}`}},
		"webhooks": {list: "/webhooks", one: "/webhooks", body: `{"event":"orders.created","address":"https://x.example/h?storeId=1"}`,
			want: map[string]string{"is_active": "true", "address": `"https://x.example/h?storeId=1"`}, patch: `{"is_active":false}`, after: map[string]string{"is_active": "false"},
			badBodies: []string{`{"event":"users.created","address":"https://x.example/"}`, `{"event":"orders.created","address":"/hook"}`}},
		"discountcoupons": {list: "/discountcoupons", one: "/discountcoupons",
			body: `{"code":"SALE#1","discount":10,"type":"Procent","begindate":"2025-01-01T00:00:00Z","onetimeuse":true,"givesfreeshipping":false,"minimumprice":0,"products":[1]}`,
			want: map[string]string{"enddate": "null", "products": fmt.Sprintf(`[{"href":"%s/api/rest/v1/products/1/","product_id":1}]`, origin)},
			badBodies: []string{
				`{"code":"A B","discount":10,"type":"Price","begindate":"2025-01-01T00:00:00Z","onetimeuse":true,"givesfreeshipping":false,"minimumprice":0}`,
				`{"code":"AB","discount":10,"type":"Price","begindate":"2025-01-01T00:00:00Z","onetimeuse":true,"givesfreeshipping":false,"minimumprice":0,"products":[99]}`,
			}},
		"cashups": {list: "/cashups", one: "/cashups", body: `{}`, want: map[string]string{"status": `"OPEN"`, "balances": "[]"},
			patch: `{"status":"CLOSED"}`, after: map[string]string{"status": `"CLOSED"`}, noDelete: true},
		"fiscaltransactionsignatures": {list: "/orders/1/fiscaltransactionsignatures", one: "/fiscaltransactionsignatures",
			body: `{"create_date":"2025-01-01T00:00:00Z","signature_identifier":"s1","type":"sale","signature_data":"abc"}`,
			want: map[string]string{"signature_identifier": `"s1"`}, patch: `{"signature_data":"def"}`, after: map[string]string{"signature_data": `"def"`}, noDelete: true},
		"languages": {list: "/languages", body: `{"label":"Fries","base_language":"nl","flag_icon":"https://x.example/f.png"}`,
			want: map[string]string{"iso_code": `"c12"`, "active": "true"}, noDelete: true, noGet: true, badBodies: []string{`{"label":"x","base_language":"xx","flag_icon":""}`}},
		"productvariations": {list: "/products/1/productvariations", one: "/productvariations", body: `{"product_variation_id":2,"active":true}`,
			want: map[string]string{"auto_created": "false", "product_variation_id": "2"}, patch: `{"active":false}`, after: map[string]string{"active": "false"},
			badBodies: []string{`{"product_variation_id":1,"active":true}`, `{"product_variation_id":99,"active":true}`}},
	}
}

// seedForLifecycles adds the parents that the paths name.
func seedForLifecycles(s *salespostest.Server) (combination int64) {
	s.Add("products", `{"id":1,"name":"Mug"}`)
	s.Add("products", `{"id":2,"name":"Jug"}`)
	s.Add("orders", `{"id":1}`)
	s.Add("productpropertygroups", `{"id":501,"name":"Measures"}`)
	s.Add("productproperties", `{"id":521,"group_id":501,"name":"All","type":"Group"}`)
	value := s.Add("attributevalues", fmt.Sprintf(`{"attribute_id":%d,"name":"Red"}`, s.Add("attributes", `{"name":"Colour"}`)))
	s.Add("productattributevalues", fmt.Sprintf(`{"product_id":1,"optionvalue":%d}`, value))
	return 31001
}
