package mapbench

import "github.com/go-viper/mapstructure/v2"

// withMapstructure decodes a document for each article by mapstructure.Decode, "the
// simplest function to start with", with nothing configured, as ExampleDecode shows. It
// neither trims nor rounds nor looks up: that is done by hand. The document has decimals,
// and what has the type of its field is taken as it is: a hook or an Unmarshaler would have
// nothing to convert.
func withMapstructure() (mapFunc, error) {
	hand := newByHand()
	return func(a *article, m *mapped) error {
		doc := make(map[string]any, 24)
		putFields(doc, a)
		var decoded article
		if err := mapstructure.Decode(doc, &decoded); err != nil {
			return err
		}
		return hand.mapByHand(&decoded, m)
	}, nil
}

// withTunedMapstructure decodes a document that is filled anew for each article, into one
// result: it is not safe for concurrent use, and a type that implements Unmarshaler would
// be passed over. Slower: with its check for an Unmarshaler (+105 %), decimals that are no
// pointers (+1 %), and the article itself instead of a document (+80 %), which also loses
// all decimals: it takes them for structs without a field.
func withTunedMapstructure() (mapFunc, error) {
	hand, doc, decoded := newByHand(), map[string]any{}, article{}
	decoder, err := mapstructure.NewDecoder(&mapstructure.DecoderConfig{Result: &decoded, DisableUnmarshaler: true})
	if err != nil {
		return nil, err
	}
	return func(a *article, m *mapped) error {
		putFields(doc, a)
		decoded = article{}
		if err := decoder.Decode(doc); err != nil {
			return err
		}
		return hand.mapByHand(&decoded, m)
	}, nil
}
