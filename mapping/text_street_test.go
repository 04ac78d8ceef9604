package mapping_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/tillsync/tillsync/mapping"
)

func TestParseStreet(t *testing.T) {
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
		{"Dorpsstraat 12a-3", "Dorpsstraat", 12, "a-3"},
		{"Rue de la Paix 5 bis", "Rue de la Paix", 5, "bis"},
		{"Hauptstr. 7-9", "Hauptstr.", 7, "-9"},
		{"1e Helmersstraat 24 hs", "1e Helmersstraat", 24, "hs"},
		{"Kerkstraat , 12", "Kerkstraat", 12, ""},
		{"Kerkstraat\n12 a", "Kerkstraat", 12, "a"},
		{"Atatürk Cad. No:12 D:4", "Atatürk Cad.", 12, "D:4"},
		{"Atatürk Cad. No: 12, Kat: 2, Daire: 5", "Atatürk Cad.", 12, "Kat: 2, Daire: 5"},
		{"Gül Mah. Lale Sk. no.12/4", "Gül Mah. Lale Sk.", 12, "/4"},
		{"İnönü Bulvarı No:7 Kat 2 Daire 5", "İnönü Bulvarı", 7, "Kat 2 Daire 5"},
		{"19 Mayıs Cad. 5", "19 Mayıs Cad.", 5, ""},
		{strings.Repeat("x", 300) + " 12", strings.Repeat("x", 300), 12, ""},
	}
	for _, tt := range tests {
		t.Run(tt.line, func(t *testing.T) {
			t.Parallel()
			street, ok := mapping.ParseStreet(tt.line)
			street.POBox = false
			want := mapping.Street{Name: tt.street, Number: tt.number, Suffix: tt.suffix}
			if !ok || street != want {
				t.Fatalf("got %+v, %t; want %+v, true", street, ok, want)
			}
			again, ok := mapping.ParseStreet(street.String())
			again.POBox = false
			if !ok || again != want {
				t.Errorf("joined and split again: got %+v, %t", again, ok)
			}
		})
	}
}

func TestParseStreetWithNumberFirst(t *testing.T) {
	t.Parallel()
	tests := []struct {
		line, street string
		number       int
		suffix       string
	}{
		{"12 rue Victor Hugo", "rue Victor Hugo", 12, ""},
		{"12, rue de la Paix", "rue de la Paix", 12, ""},
		{"12 bis rue de la Paix", "rue de la Paix", 12, "bis"},
		{"12 bis, rue de la Paix", "rue de la Paix", 12, "bis"},
		{"12ter rue de la Paix", "rue de la Paix", 12, "ter"},
		{"12-14 rue de la Paix", "rue de la Paix", 12, "-14"},
		{"221B Baker Street", "Baker Street", 221, "B"},
		{"12 Rue du 8 Mai 1945", "Rue du 8 Mai 1945", 12, ""},
	}
	for _, tt := range tests {
		t.Run(tt.line, func(t *testing.T) {
			t.Parallel()
			want := mapping.Street{Name: tt.street, Number: tt.number, Suffix: tt.suffix, NumberFirst: true}
			street, ok := mapping.ParseStreet(tt.line)
			if !ok || street != want {
				t.Fatalf("got %+v, %t; want %+v, true", street, ok, want)
			}
			if again, ok := mapping.ParseStreet(street.String()); !ok || again != want {
				t.Errorf("%q split again: got %+v, %t", street, again, ok)
			}
		})
	}
}

// A line whose number is marked needs the mark to be read again.
func TestParseStreetWithMarkedNumber(t *testing.T) {
	t.Parallel()
	tests := map[string]mapping.Street{
		"1453 Sokak No:8 D:2":        {Name: "1453 Sokak", Number: 8, Suffix: "D:2"},
		"15 Temmuz Cad. No:3":        {Name: "15 Temmuz Cad.", Number: 3},
		"Atatürk Cad. 5. Sokak No 7": {Name: "Atatürk Cad. 5. Sokak", Number: 7},
	}
	for line, want := range tests {
		if got, ok := mapping.ParseStreet(line); !ok || got != want {
			t.Errorf("%q: got %+v, %t; want %+v", line, got, ok, want)
		}
	}
}

// TestParseStreetOfManyAddresses reads testdata/streets.txt. What is split is written
// and split again to the same.
func TestParseStreetOfManyAddresses(t *testing.T) {
	t.Parallel()
	data, err := os.ReadFile("testdata/streets.txt")
	if err != nil {
		t.Fatal(err)
	}
	addresses := 0
	for line := range strings.Lines(string(data)) {
		address, want, ok := strings.Cut(strings.TrimSpace(line), " => ")
		if !ok {
			continue
		}
		addresses++
		street, ok := mapping.ParseStreet(strings.ReplaceAll(address, `\n`, "\n"))
		if got := parts(street, ok); got != want {
			t.Errorf("%q is %q, want %q", address, got, want)
		}
		if again, twice := mapping.ParseStreet(street.String()); ok && twice && again != street {
			t.Errorf("%q is %+v, and written and read again %+v", address, street, again)
		}
	}
	if addresses < 150 {
		t.Errorf("%d addresses, want 150", addresses)
	}
}

// parts writes a street as testdata/streets.txt has it.
func parts(s mapping.Street, ok bool) string {
	if !ok {
		return "-"
	}
	out := strings.TrimSpace(fmt.Sprintf("%s | %d | %s", s.Name, s.Number, s.Suffix))
	if s.NumberFirst {
		out += " | first"
	}
	if s.POBox {
		out += " | box"
	}
	return out
}

func TestParseStreetKnowsBoxes(t *testing.T) {
	t.Parallel()
	for line, want := range map[string]bool{
		"Postbus 123": true, "POSTFACH 12": true, "B.P. 12": true, "P.O. Box 7": true, "PK 45": true,
		"Posta Kutusu 45": true, "Postbusweg 12": false, "Kerkstraat 12": false,
	} {
		if got, ok := mapping.ParseStreet(line); !ok || got.POBox != want {
			t.Errorf("%q: got %+v, %t; want a box: %t", line, got, ok, want)
		}
	}
}

func TestParseStreetLeavesAlone(t *testing.T) {
	t.Parallel()
	lines := []string{
		"", "   ", "12", "Kerkstraat", "Kerkstraat 0", "Kerkstraat 012", "Kerkstraat 1234567",
		"12 34 rue de la Paix", "12 rue de la Paix, apt. B", "12 rue de la Paix 3", "19 Mayıs Caddesi",
		"10 Downing Street 2", "Kerkstraat 12 3", "Kerkstraat 12, 2 hg", "Kerkstraat 12, 3e verdieping",
		"Straße des 17. Juni", "Rue du 8 Mai 1945", "Postfach 12 34 56",
		"Kerkstraat 12 achter de kerk", "nr. 12", "No:12", "Atatürk Cad. No:x", "Atatürk Cad. No:12 karşısı",
		"Kerkstraat 12\nachterom", "Gebouw 4\nKerkstraat 12", strings.Repeat("x", 300),
	}
	for _, line := range lines {
		t.Run(line, func(t *testing.T) {
			t.Parallel()
			if street, ok := mapping.ParseStreet(line); ok || street != (mapping.Street{}) {
				t.Errorf("got %+v, %t; want nothing", street, ok)
			}
		})
	}
}

func TestStreetString(t *testing.T) {
	t.Parallel()
	tests := []struct {
		street mapping.Street
		want   string
	}{
		{mapping.Street{Name: "Kerkstraat", Number: 12}, "Kerkstraat 12"},
		{mapping.Street{Name: "Kerkstraat", Number: 12, Suffix: "a"}, "Kerkstraat 12a"},
		{mapping.Street{Name: "Kerkstraat", Number: 12, Suffix: "bis"}, "Kerkstraat 12 bis"},
		{mapping.Street{Name: "Kerkstraat", Number: 12, Suffix: "-14"}, "Kerkstraat 12-14"},
		{mapping.Street{Name: "rue Hugo", Number: 12, Suffix: "bis", NumberFirst: true}, "12 bis rue Hugo"},
		{mapping.Street{Name: "Kerkstraat"}, "Kerkstraat"},
		{mapping.Street{Name: "Kerkstraat", Suffix: "a"}, "Kerkstraat a"},
		{mapping.Street{Number: 12}, "12"},
		{mapping.Street{Name: " ", Suffix: " "}, ""},
	}
	for _, tt := range tests {
		if got := tt.street.String(); got != tt.want {
			t.Errorf("%+v: got %q, want %q", tt.street, got, tt.want)
		}
	}
}

func FuzzParseStreet(f *testing.F) {
	for _, line := range []string{
		"Kerkstraat 12-a", "12 Rue", "Straße des 17. Juni 135", "x\xff 1", "A 1 ,", "é 1 é 1", "Cad. No:12 D:4", "a No", "12 bis x", "\n1",
	} {
		f.Add(line)
	}
	f.Fuzz(func(t *testing.T, line string) {
		street, ok := mapping.ParseStreet(line)
		if ok != (street.Name != "" && street.Number > 0) {
			t.Errorf("%q: got %+v, %t", line, street, ok)
		}
		for _, part := range strings.Fields(street.Name) {
			if !strings.Contains(line, part) {
				t.Errorf("%q: %q is not in the line", line, part)
			}
		}
	})
}
