package catalog

import (
	"github.com/tillsync/tillsync/mapping"
	"github.com/tillsync/tillsync/salespos"
)

func posProductSearch() []posProductField {
	return []posProductField{
		textField("page_title", "title for search engines",
			func(p *posProduct) string { return p.PageTitle }, func(w *posProductPatch, v string) { w.PageTitle = present(v) }),
		textField("meta_description", "description for search engines",
			func(p *posProduct) string { return p.MetaDescription }, func(w *posProductPatch, v string) { w.MetaDescription = present(v) }),
		textField("meta_keywords", "keywords for search engines",
			func(p *posProduct) string { return p.MetaKeywords }, func(w *posProductPatch, v string) { w.MetaKeywords = present(v) }),
		boolField("no_index", "search engines shall leave the page out",
			func(p *posProduct) *bool { return &p.NoIndex }, func(w *posProductPatch, v bool) { w.NoIndex = present(v) }),
		boolField("no_follow", "search engines shall not follow its links",
			func(p *posProduct) *bool { return &p.NoFollow }, func(w *posProductPatch, v bool) { w.NoFollow = present(v) }),
		textField("alias", "last part of the web address",
			func(p *posProduct) string { return p.Alias }, func(w *posProductPatch, v string) { w.Alias = present(v) }),
	}
}

func posProductDisplay() []posProductField {
	return []posProductField{
		boolField("show_in_template", "shown on every page",
			func(p *posProduct) *bool { return &p.ShowInTemplate }, func(w *posProductPatch, v bool) { w.ShowInTemplate = present(v) }),
		boolField("show_on_beginpage", "shown on the first page",
			func(p *posProduct) *bool { return &p.ShowOnBeginPage }, func(w *posProductPatch, v bool) { w.ShowOnBeginPage = present(v) }),
		boolField("show_on_facebook", "shown on Facebook",
			func(p *posProduct) *bool { return &p.ShowOnFacebook }, func(w *posProductPatch, v bool) { w.ShowOnFacebook = present(v) }),
		oneOf(wordField("show_order_button", "Y orders, QUOTATION asks for a quotation, N has no button",
			func(p *posProduct) string { return p.ShowOrderButton }, func(w *posProductPatch, v string) { w.ShowOrderButton = present(v) }),
			"Y", "QUOTATION", "N"),
		wholeField("product_layout", "layout of the page: 1 standard, 2 quick order, 3 split, 4 tabs",
			func(p *posProduct) mapping.Value { return integer(p.ProductLayout) }, func(w *posProductPatch, v int) { w.ProductLayout = present(v) }),
		oneOf(wordField("photo_size", "size of the photo",
			func(p *posProduct) string { return p.PhotoSize }, func(w *posProductPatch, v string) { w.PhotoSize = present(v) }),
			"NONE", "SMALL", "BIG"),
		oneOf(wordField("hide_without_category", "whether a product without category is hidden",
			func(p *posProduct) string { return p.HideWithoutCategory }, func(w *posProductPatch, v string) { w.HideWithoutCategory = present(v) }),
			"YES", "NO_DIRECTLINK", "NO_SEARCHRESULTS"),
		boolField("is_included_for_export_feed", "in the feeds of products",
			func(p *posProduct) *bool { return p.IsIncludedForExportFeed },
			func(w *posProductPatch, v bool) { w.IsIncludedForExportFeed = present(v) }),
	}
}

func posProductMarkets() []posProductField {
	return []posProductField{
		textField("google_shopping_category", "value of Google's taxonomy",
			func(p *posProduct) string { return p.GoogleShoppingCategory }, func(w *posProductPatch, v string) { w.GoogleShoppingCategory = present(v) }),
		boolField("marktplaats_active", "advertised at Marktplaats",
			func(p *posProduct) *bool { return p.MarktplaatsActive }, func(w *posProductPatch, v bool) { w.MarktplaatsActive = present(v) }),
		oneOf(wordField("marktplaats_status", "state of the advertisement",
			func(p *posProduct) string { return p.MarktplaatsStatus }, func(w *posProductPatch, v string) { w.MarktplaatsStatus = present(v) }),
			"ACTIVE", "PAUSED", "DELETED"),
		measured("euro cents", amountField("marktplaats_cpc", "price of a click, 1 to 250",
			func(p *posProduct) *salespos.Amount { return p.MarktplaatsCPC },
			func(w *posProductPatch, v salespos.Amount) { w.MarktplaatsCPC = present(v) })),
		measured("euro cents", amountField("marktplaats_daily_budget", "budget of a day, at least 10",
			func(p *posProduct) *salespos.Amount { return p.MarktplaatsDailyBudget },
			func(w *posProductPatch, v salespos.Amount) { w.MarktplaatsDailyBudget = present(v) })),
		measured("euro cents", amountField("marktplaats_total_budget", "total budget, 0 for no limit, else at least 5000",
			func(p *posProduct) *salespos.Amount { return p.MarktplaatsTotalBudget },
			func(w *posProductPatch, v salespos.Amount) { w.MarktplaatsTotalBudget = present(v) })),
		wholeField("marktplaats_category_id", "category at Marktplaats",
			func(p *posProduct) mapping.Value { return id(p.MarktplaatsCategoryID) },
			func(w *posProductPatch, v salespos.MarktplaatsCategoryID) { w.MarktplaatsCategoryID = present(v) }),
		oneOf(wordField("marktplaats_price_type", "kind of price at Marktplaats",
			func(p *posProduct) string { return p.MarktplaatsPriceType }, func(w *posProductPatch, v string) { w.MarktplaatsPriceType = present(v) }),
			"FIXED PRICE", "NEGOTIABLE", "ON DEMAND"),
	}
}
