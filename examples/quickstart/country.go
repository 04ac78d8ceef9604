package main

import (
	"iter"
	"maps"
)

// countries are the names that the file uses and ISO codes do not know.
var countries = map[string]string{
	"EIRE": "IE", "Channel Islands": "JE", "United Kingdom": "GB", "Germany": "DE", "France": "FR", "Norway": "NO", "Portugal": "PT",
	"Belgium": "BE", "Cyprus": "CY", "Spain": "ES", "Netherlands": "NL", "Japan": "JP", "Switzerland": "CH", "Italy": "IT",
	"Australia": "AU", "Lithuania": "LT", "Iceland": "IS", "Sweden": "SE", "Denmark": "DK", "Finland": "FI", "Austria": "AT",
	"Poland": "PL", "Israel": "IL", "Bahrain": "BH",
}

// countryCode is the ISO code of a country of the file; an unknown one is left
// out of the address.
func countryCode(name string) string { return countries[name] }

func mapKeys[V any](m map[string]V) iter.Seq[string] { return maps.Keys(m) }
