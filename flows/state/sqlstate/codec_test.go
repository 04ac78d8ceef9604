package sqlstate

import (
	"bytes"
	"encoding/hex"
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/tillsync/tillsync/flows/state"
	"github.com/tillsync/tillsync/mapping"
)

func bodies() map[string]state.Record {
	at := time.Date(2026, 3, 14, 12, 0, 0, 123456789, time.UTC)
	return map[string]state.Record{
		"empty": {},
		"empty parts": {
			Announced: &state.Announcement{}, Stock: &state.Stock{},
		},
		"instants around the edges": {
			Announced: &state.Announcement{First: time.Unix(0, 0).UTC(), SendBy: time.Unix(-1, 0).UTC()},
			Stock:     &state.Stock{At: time.Date(9999, 12, 31, 23, 59, 59, 999999999, time.UTC)},
		},
		"full": {
			Origin: "salespos", Version: "v-17", Fingerprint: "5e884898", Reason: "UnknownSKU", Attempts: 3,
			Baselines: mapping.Baselines{
				"name":       {Sent: mapping.Hash{1}, Held: mapping.Hash{1}},
				"text":       {Sent: mapping.Hash{2}, Held: mapping.Hash{3}},
				"categories": {Sent: mapping.Hash{4}, Elements: []mapping.Hash{{5}, {6}}},
			},
			Announced: &state.Announcement{Reference: "r", Batch: "b", First: at, SendBy: at.Add(time.Minute)},
			Holds:     []state.Hold{{Article: "a", Quantity: "0.750"}, {}},
			Stock:     &state.Stock{Pushed: "12", Seen: "unlimited", At: at},
		},
	}
}

func decoded(body []byte) (state.Record, error) {
	var r state.Record
	err := decodeBody(body, &r, map[string]string{})
	return r, err
}

func TestBodyRoundTrip(t *testing.T) {
	t.Parallel()
	for name, want := range bodies() {
		got, err := decoded(encodeBody(&want))
		if err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

// TestBodyLayout pins the stored form: a change needs another version byte and a
// reader for this one.
func TestBodyLayout(t *testing.T) {
	t.Parallel()
	row := bodies()["full"]
	want := strings.Join([]string{
		"01", "03", // version, announcement and stock follow
		"08" + "73616c6573706f73", "04" + "762d3137", "08" + "3565383834383938", "0a" + "556e6b6e6f776e534b55", "06",
		"03", // baselines
		"0a" + "63617465676f72696573", "04" + strings.Repeat("00", 15), "03", strings.Repeat("00", 16),
		"02", "05" + strings.Repeat("00", 15), "06" + strings.Repeat("00", 15),
		"04" + "6e616d65", "01" + strings.Repeat("00", 15), "00",
		"04" + "74657874", "02" + strings.Repeat("00", 15), "01", "03" + strings.Repeat("00", 15),
		"02", "0161" + "05302e373530", "0000", // holds
		"0172", "0162", "80b7aa9b0d" + "969aef3a", "f8b7aa9b0d" + "969aef3a",
		"023132", "09" + "756e6c696d69746564", "80b7aa9b0d" + "969aef3a",
	}, "")
	if got := hex.EncodeToString(encodeBody(&row)); got != want {
		t.Errorf("body:\n got %s\nwant %s", got, want)
	}
}

func TestBodyIsDeterministic(t *testing.T) {
	t.Parallel()
	row := bodies()["full"]
	want := encodeBody(&row)
	for range 50 {
		if !bytes.Equal(encodeBody(&row), want) {
			t.Fatal("equal records have different bodies")
		}
	}
}

func TestBodyOfANewerVersion(t *testing.T) {
	t.Parallel()
	_, err := decoded([]byte{bodyVersion + 1, 0})
	if err == nil || !strings.Contains(err.Error(), "update the program") {
		t.Errorf("got error %v", err)
	}
}

// TestDamagedBody cuts a body at every byte and adds one.
func TestDamagedBody(t *testing.T) {
	t.Parallel()
	row := bodies()["full"]
	body := encodeBody(&row)
	for n := range body {
		if _, err := decoded(body[:n]); !errors.Is(err, errDamaged) {
			t.Errorf("first %d bytes: got error %v", n, err)
		}
	}
	if _, err := decoded(append(body, 0)); !errors.Is(err, errDamaged) {
		t.Errorf("one byte more: got error %v", err)
	}
}

func FuzzDecodeBody(f *testing.F) {
	for _, row := range bodies() {
		f.Add(encodeBody(&row))
	}
	f.Fuzz(func(t *testing.T, body []byte) {
		first, err := decoded(body)
		if err != nil {
			return
		}
		again, err := decoded(encodeBody(&first))
		if err != nil {
			t.Fatalf("own body: %v", err)
		}
		if diff := cmp.Diff(first, again); diff != "" {
			t.Errorf("second reading differs:\n%s", diff)
		}
	})
}

func TestColumnTime(t *testing.T) {
	t.Parallel()
	west := time.FixedZone("west", -7*3600)
	instants := []time.Time{
		time.Date(0, 1, 1, 0, 0, 0, 0, time.UTC), time.Unix(0, 0), time.Unix(0, 1), time.Unix(1, 0).In(west),
		time.Date(9999, 12, 31, 23, 59, 59, 999999999, time.UTC),
	}
	var before string
	for _, want := range instants {
		s, err := column(want)
		if err != nil || s.String <= before {
			t.Errorf("column(%v): got %q after %q, %v", want, s.String, before, err)
		}
		before = s.String
		if got, err := instant(s); err != nil || !got.Equal(want) || got.Location() != time.UTC {
			t.Errorf("instant(%q): got %v, %v, want %v", s.String, got, err, want)
		}
	}
	if _, err := column(time.Date(10000, 1, 1, 0, 0, 0, 0, time.UTC)); err == nil {
		t.Error("column of the year 10000: no error")
	}
}
