package catalog_test

import (
	"testing"

	"github.com/tillsync/tillsync/mapping/catalog"
)

func TestSplitStreet(t *testing.T) {
	t.Parallel()
	tests := []struct {
		line, street string
		number       int
		suffix       string
	}{
		{"Kerkstraat 12", "Kerkstraat", 12, ""},
		{"  Kerkstraat   12 ", "Kerkstraat", 12, ""},
		{"Kerkstraat, 12", "Kerkstraat", 12, ""},
		{"Kerkstraat nr. 12", "Kerkstraat", 12, ""},
		{"Kerkstraat 12.", "Kerkstraat", 12, ""},
		{"Kerkstraat 12a", "Kerkstraat", 12, "a"},
		{"Kerkstraat 12 A", "Kerkstraat", 12, "A"},
		{"Kerkstraat 12-A", "Kerkstraat", 12, "A"},
		{"Kerkstraat 12 - A", "Kerkstraat", 12, "A"},
		{"Kerkstraat 12 A 2", "Kerkstraat", 12, "A 2"},
		{"Kerkstraat 12A2", "Kerkstraat", 12, "A2"},
		{"Kerkstraat 12 bis", "Kerkstraat", 12, "bis"},
		{"Kerkstraat 12-III", "Kerkstraat", 12, "III"},
		{"Kerkstraat 12 hs", "Kerkstraat", 12, "hs"},
		{"Kerkstraat 12-3", "Kerkstraat", 12, "-3"},
		{"Kerkstraat 12/3", "Kerkstraat", 12, "/3"},
		{"Kerkstraat 12 / 3", "Kerkstraat", 12, "/3"},
		{"Steenweg 12 bus 4", "Steenweg", 12, "bus 4"},
		{"Steenweg 12A bus 4", "Steenweg", 12, "A bus 4"},
		{"Chaussée de Mons 12, bte 4", "Chaussée de Mons", 12, "bte 4"},
		{"Hauptstraße 12-14", "Hauptstraße", 12, "-14"},
		{"Hauptstraße 12a-c", "Hauptstraße", 12, "a-c"},
		{"Hauptstr.12a", "Hauptstr.", 12, "a"},
		{"Am Markt 5 1/2", "Am Markt", 5, "1/2"},
		{"Am Markt 5 Whg. 3", "Am Markt", 5, "Whg. 3"},
		{"Straße des 17. Juni 135", "Straße des 17. Juni", 135, ""},
		{"Plein 1940 5", "Plein 1940", 5, ""},
		{"Plein '40-'45 3", "Plein '40-'45", 3, ""},
		{"Laan 1940-1945 66b", "Laan 1940-1945", 66, "b"},
		{"Laan van Meerdervoort 1850", "Laan van Meerdervoort", 1850, ""},
		{"Rue du 8 Mai 1945 12", "Rue du 8 Mai 1945", 12, ""},
		{"2e Kerkstraat 7", "2e Kerkstraat", 7, ""},
		{"1. Straße 5", "1. Straße", 5, ""},
		{"C 4, 12", "C 4", 12, ""},
		{"Q7 24", "Q7", 24, ""},
		{"Postbus 123", "Postbus", 123, ""},
		{"'s-Gravendijkwal 90", "'s-Gravendijkwal", 90, ""},
	}
	for _, tt := range tests {
		t.Run(tt.line, func(t *testing.T) {
			t.Parallel()
			street, number, suffix, ok := catalog.SplitStreet(tt.line)
			if !ok || street != tt.street || number != tt.number || suffix != tt.suffix {
				t.Fatalf("got %q, %d, %q, %t; want %q, %d, %q, true",
					street, number, suffix, ok, tt.street, tt.number, tt.suffix)
			}
			again, number, suffix, ok := catalog.SplitStreet(catalog.JoinStreet(street, number, suffix))
			if !ok || again != tt.street || number != tt.number || suffix != tt.suffix {
				t.Errorf("joined and split again: got %q, %d, %q, %t", again, number, suffix, ok)
			}
		})
	}
}

func TestSplitStreetLeavesAlone(t *testing.T) {
	t.Parallel()
	lines := []string{
		"", "   ", "12", "Kerkstraat", "Kerkstraat 0", "Kerkstraat 012", "Kerkstraat 1234567",
		"12 Rue de la Paix", "12, rue de la Paix", "12 bis rue de la Paix", "221B Baker Street",
		"10 Downing Street 2", "Kerkstraat 12 3", "Kerkstraat 12, 2 hg", "Kerkstraat 12, 3e verdieping",
		"Straße des 17. Juni", "Rue du 8 Mai 1945", "12 Rue du 8 Mai 1945", "Postfach 12 34 56",
		"Kerkstraat 12 achter de kerk", "nr. 12",
	}
	for _, line := range lines {
		t.Run(line, func(t *testing.T) {
			t.Parallel()
			street, number, suffix, ok := catalog.SplitStreet(line)
			if ok || street != "" || number != 0 || suffix != "" {
				t.Errorf("got %q, %d, %q, %t; want nothing", street, number, suffix, ok)
			}
		})
	}
}

func TestJoinStreet(t *testing.T) {
	t.Parallel()
	tests := []struct {
		street string
		number int
		suffix string
		want   string
	}{
		{"Kerkstraat", 12, "", "Kerkstraat 12"},
		{"Kerkstraat", 12, "a", "Kerkstraat 12a"},
		{"Kerkstraat", 12, "bis", "Kerkstraat 12 bis"},
		{"Kerkstraat", 12, "-14", "Kerkstraat 12-14"},
		{"Kerkstraat", 0, "", "Kerkstraat"},
		{"Kerkstraat", 0, "a", "Kerkstraat a"},
		{"", 12, "", "12"},
		{" ", 0, " ", ""},
	}
	for _, tt := range tests {
		t.Run(tt.want, func(t *testing.T) {
			t.Parallel()
			if got := catalog.JoinStreet(tt.street, tt.number, tt.suffix); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

func FuzzSplitStreet(f *testing.F) {
	for _, line := range []string{"Kerkstraat 12-a", "12 Rue", "Straße des 17. Juni 135", "x\xff 1", "A 1 ,", "é 1 é 1"} {
		f.Add(line)
	}
	f.Fuzz(func(t *testing.T, line string) {
		street, number, suffix, ok := catalog.SplitStreet(line)
		if ok != (street != "" && number > 0) {
			t.Errorf("got %q, %d, %q, %t", street, number, suffix, ok)
		}
	})
}
