package mapbench

import "github.com/go-viper/mapstructure/v2"

// withMapstructure decodes a document that is filled anew for each article. It neither
// trims nor rounds nor looks up: that is done by hand. Slower: with its check for an
// Unmarshaler (+105 %), decimals that are no pointers (+1 %), and the article itself
// instead of a document (+80 %), which also loses all decimals: it takes them for structs
// without a field.
func withMapstructure() (mapFunc, error) {
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
