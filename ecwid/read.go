package ecwid

// ReadOptions changes what a read of one record, or of a list without pages,
// returns. Give at most one.
type ReadOptions struct {
	// Lang is the ISO 639-1 code of the language of plain texts such as Name;
	// "" is the default language of the store.
	Lang string
	// URLs changes the form of addresses in products and categories.
	URLs URLOptions
	// ResponseFields restricts the answer, for example "id,sku,options(name)".
	// Fields that are not named keep their zero value, and whether the answer
	// is a complete record is not checked then.
	ResponseFields string
}

// URLOptions is the form of the addresses of products and categories.
type URLOptions struct {
	// Base takes the place of the address of the store.
	Base string
	// Clean addresses have no "#!/". nil follows the settings of the store.
	Clean *bool
	// WithoutIDs gives slugs without "-p123" or "-c123". nil follows the
	// settings of the store.
	WithoutIDs *bool
}

func (o URLOptions) add(f *filters) {
	f.text("baseUrl", o.Base)
	f.flag("cleanUrls", o.Clean)
	f.flag("slugsWithoutIds", o.WithoutIDs)
}

// read adds the last of opts to o.
func (o operation) read(opts []ReadOptions) operation {
	if len(opts) == 0 {
		return o
	}
	last := opts[len(opts)-1]
	f := filters{query: o.query}
	f.text("lang", last.Lang)
	last.URLs.add(&f)
	f.text("responseFields", last.ResponseFields)
	o.query, o.partial = f.query, last.ResponseFields != ""
	return o
}
