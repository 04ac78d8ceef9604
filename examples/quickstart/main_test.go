package main

import (
	"bytes"
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"
)

// realData is the order-line file that the project does not ship.
const realData = "../../../shared/data/online-retail/2010-12.csv"

const header = "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n"

// sample has two orders with a product in two letter cases, postage and a guest,
// a cancellation and an invoice without a positive line.
const sample = header +
	"500001,10001A,LANTERN,2,2010-12-01 08:26:00,2.55,17.0,United Kingdom\n" +
	"500001,10001a,SMALL LANTERN,3,2010-12-01 08:26:00,1.05,17.0,United Kingdom\n" +
	"500001,POST,POSTAGE,1,2010-12-01 08:26:00,15.0,17.0,United Kingdom\n" +
	"500002,10001A,LANTERN,1,2010-12-01 09:00:00,0.0,,Germany\n" +
	"C500003,10001A,LANTERN,-1,2010-12-01 09:00:00,2.55,17.0,United Kingdom\n" +
	"500004,10002,,-5,2010-12-01 09:30:00,0.0,,United Kingdom\n"

func quickstart(t *testing.T, args ...string) (string, error) {
	t.Helper()
	t.Chdir(t.TempDir())
	var out bytes.Buffer
	err := run(t.Context(), args, &out)
	return out.String(), err
}

func write(t *testing.T, content string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "lines.csv")
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestDemo(t *testing.T) {
	out, err := quickstart(t, "-dump", "dump")
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	for _, want := range []string{"a plan explains TEA-BLACK", "baseline  the target changed since the last write", "TEA-BLACK description: keep", "TEA-GREEN description: write", "36 in the shop", "SHOP-ONLY", "Unpaid 1"} {
		if !strings.Contains(out, want) {
			t.Errorf("the output has no %q:\n%s", want, out)
		}
	}
	if got := strings.Count(out, "   0 writes\n"); got != 2 {
		t.Errorf("%d passes without a write, want 2", got)
	}
	var entries []entry
	readJSON(t, "dump/report.json", &entries)
	kept := 0
	for _, e := range entries {
		if e.Label == "TEA-BLACK" && e.Field == "description" && e.Decision == "keep" && e.Why != "" {
			kept++
		}
	}
	if kept != 1 {
		t.Errorf("report.json explains the kept description %d times, want once", kept)
	}
}

func readJSON(t *testing.T, path string, into any) {
	t.Helper()
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(content, into); err != nil {
		t.Fatal(err)
	}
}

func TestOrderLines(t *testing.T) {
	path, state := write(t, sample), filepath.Join(t.TempDir(), "state.db")
	out, err := quickstart(t, "-orders", path, "-state", state, "-dump", "dump")
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	for _, want := range []string{"created: 4 lines", "skipped: cancellation: 1 lines", "skipped: no line of positive quantity: 1 lines",
		"read: 6 lines; transferred lines in the file: 23.25, at the POS: 23.25"} {
		if !strings.Contains(out, want) {
			t.Errorf("the output has no %q:\n%s", want, out)
		}
	}
	skipped := map[string]string{}
	var entries []entry
	readJSON(t, "dump/report.json", &entries)
	for _, e := range entries {
		if e.Outcome == "skipped" {
			skipped[e.Label] = e.Reason
		}
	}
	if want := map[string]string{"C500003": "cancellation", "500004": "no line of positive quantity"}; !maps.Equal(skipped, want) {
		t.Errorf("report.json has the skipped invoices %v, want %v", skipped, want)
	}
	var pos struct {
		Orders []struct {
			Reference string           `json:"reservationnumber"`
			Rows      []map[string]any `json:"orderrows"`
		} `json:"orders"`
	}
	readJSON(t, "dump/salespos.json", &pos)
	rows := map[string]int{}
	for _, o := range pos.Orders {
		_, number, _ := strings.Cut(o.Reference, " ")
		rows[number] = len(o.Rows)
	}
	if want := map[string]int{"500001": 3, "500002": 1}; !maps.Equal(rows, want) {
		t.Errorf("rows of the orders at the POS = %v, want %v", rows, want)
	}

	first, err := os.ReadFile("dump/salespos.json")
	if err != nil {
		t.Fatal(err)
	}
	out, err = quickstart(t, "-orders", path, "-state", state, "-dump", "dump")
	if err != nil || !strings.Contains(out, "skipped: existing: 4 lines") || !strings.Contains(out, "of these 0 writes\nat the real rates") {
		t.Errorf("second run: %v\n%s", err, out)
	}
	if again, err := os.ReadFile("dump/salespos.json"); err != nil || !bytes.Equal(withoutHosts(again), withoutHosts(first)) {
		t.Errorf("the second run dumps another POS than the first (%v)", err)
	}
}

// TestRunDaysLater: no order changed since long before the last run.
func TestRunDaysLater(t *testing.T) {
	path, state := write(t, sample), filepath.Join(t.TempDir(), "state.db")
	if out, err := quickstart(t, "-orders", path, "-state", state); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	db, err := sql.Open("sqlite", "file:"+state)
	if err != nil {
		t.Fatal(err)
	}
	_, err = db.ExecContext(t.Context(), `UPDATE tillsync_cursor SET token = ? WHERE flow LIKE 'orders:%' AND flow NOT LIKE '%:mapping'`,
		`{"until":"`+time.Now().Add(time.Hour).UTC().Format(time.RFC3339)+`"}`)
	if err := errors.Join(err, db.Close()); err != nil {
		t.Fatal(err)
	}
	out, err := quickstart(t, "-orders", path, "-state", state)
	if err != nil || !strings.Contains(out, "skipped: existing: 4 lines") || !strings.Contains(out, "of these 0 writes\nat the real rates") {
		t.Errorf("%v; want everything accounted for and nothing written\n%s", err, out)
	}
}

// TestInterruptedRunLeavesTheState: a run that is cut off changes nothing of what
// an earlier one kept.
func TestInterruptedRunLeavesTheState(t *testing.T) {
	path, state := write(t, sample), filepath.Join(t.TempDir(), "a?b#c%20.db")
	cut, cancel := context.WithCancel(t.Context())
	cancel()
	t.Chdir(t.TempDir())
	var out bytes.Buffer
	if err := run(cut, []string{"-orders", path, "-state", state}, &out); err == nil {
		t.Fatalf("a cancelled run ends well:\n%s", out.String())
	}
	if _, err := os.Stat(state); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("a cancelled first run left a state: %v", err)
	}
	for _, want := range []string{"created: 4 lines", "skipped: existing: 4 lines"} {
		got, err := quickstart(t, "-orders", path, "-state", state)
		if err != nil || !strings.Contains(got, want) {
			t.Fatalf("%v; want %q in\n%s", err, want, got)
		}
		if err := run(cut, []string{"-orders", path, "-state", state}, &out); err == nil {
			t.Error("a cancelled run ends well")
		}
	}
	files, err := os.ReadDir(filepath.Dir(state))
	if err != nil || len(files) != 1 {
		t.Errorf("%v, %v; want the state and nothing else", files, err)
	}
}

// withoutHosts leaves out the port, which is another in each run.
func withoutHosts(dump []byte) []byte {
	return regexp.MustCompile(`127\.0\.0\.1:\d+`).ReplaceAll(dump, nil)
}

func TestBadInput(t *testing.T) {
	tests := []struct {
		name string
		args []string
		want string
	}{
		{"no such file", []string{"-orders", "nowhere.csv"}, "nowhere.csv"},
		{"unknown flag", []string{"-order", "x"}, "-order"},
		{"argument", []string{"x.csv"}, "flags"},
		{"pace", []string{"-pace", "0"}, "-pace"},
		{"state without orders", []string{"-state", "x"}, "-orders"},
		{"columns", []string{"-orders", write(t, "a,b\n")}, "line 1"},
		{"quantity", []string{"-orders", write(t, header+"1,10001,A,two,2010-12-01 08:26:00,1.0,,X\n")}, `line 2: column Quantity: "two"`},
		{"price", []string{"-orders", write(t, header+"1,10001,A,2,2010-12-01 08:26:00,\"1,00\",,X\n")}, "line 2: column UnitPrice"},
		{"date", []string{"-orders", write(t, header+"1,10001,A,2,1st of May,1.0,,X\n")}, "line 2: column InvoiceDate"},
		{"pace that is no number", []string{"-pace", "NaN"}, "-pace"},
		{"dump into a file", []string{"-dump", write(t, "")}, "-dump"},
		{"state of another program", []string{"-orders", write(t, sample), "-state", write(t, "")}, "remove it"},
		{"number of fields", []string{"-orders", write(t, header+"1,10001\n")}, "line 2"},
		{"state in no folder", []string{"-orders", write(t, sample), "-state", "/nowhere/state.db"}, "/nowhere/state.db"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			out, err := quickstart(t, tt.args...)
			if err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("error %v, want one that names %q\n%s", err, tt.want, out)
			}
		})
	}
}

func TestRealOrderLines(t *testing.T) {
	path, err := filepath.Abs(realData)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(path); err != nil {
		t.Skip("the order-line file is not beside the project")
	}
	if testing.Short() {
		t.Skip("takes half a minute")
	}
	out, err := quickstart(t, "-orders", path, "-pace", "1000")
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	for _, want := range []string{"created: 41683 lines", "read: 42481 lines; transferred lines in the file: 823746.14, at the POS: 823746.14"} {
		if !strings.Contains(out, want) {
			t.Errorf("the output has no %q:\n%s", want, out)
		}
	}
}
