package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const mug = `{"id": 1, "name": "Mug", "productnumber": "M1", "price": 12.5, "description": "<p>A mug</p>"}`

func mapcheck(t *testing.T, args ...string) (string, error) {
	t.Helper()
	var out strings.Builder
	err := run(args, &out)
	return out.String(), err
}

func write(t *testing.T, name, content string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestDefaultMappings(t *testing.T) {
	t.Parallel()
	files, err := filepath.Glob("../../mapping/mappingfile/defaults/*.yaml")
	if err != nil || len(files) == 0 {
		t.Fatalf("default mappings: %v, %v", files, err)
	}
	for _, file := range files {
		name := strings.TrimSuffix(filepath.Base(file), ".yaml")
		for _, args := range [][]string{{"-record", name, file}, {file}} {
			out, err := mapcheck(t, args...)
			if err != nil || !strings.Contains(out, "is good for "+name+": ") {
				t.Errorf("%s: %v\n%s", name, err, out)
			}
		}
	}
}

// TestRecordOfAFaultyFile is seen in spite of mistakes, in each of the default files: the
// first rule is for a field that is not there, and the last one reads such a field.
func TestRecordOfAFaultyFile(t *testing.T) {
	t.Parallel()
	files, err := filepath.Glob("../../mapping/mappingfile/defaults/*.yaml")
	if err != nil || len(files) == 0 {
		t.Fatal(err, files)
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		faulty := strings.Replace(string(text), "\nfields:\n  ", "\nfields:\n  x", 1)
		at := strings.LastIndex(faulty, " from: ") + len(" from: ")
		faulty = write(t, "faulty.yaml", faulty[:at]+"x"+faulty[at:])
		want := faulty + " cannot be used for " + strings.TrimSuffix(filepath.Base(file), ".yaml")
		if out, err := mapcheck(t, faulty); err == nil || err.Error() != want {
			t.Errorf("error %v, want %s\n%s", err, want, out)
		}
	}
}

// TestRecordOfAShortFile: what it leaves out does not count, and it is for products when
// it may be for several.
func TestRecordOfAShortFile(t *testing.T) {
	t.Parallel()
	for rule, want := range map[string]string{
		"name: {from: name, max_length: 9, policy: Always}":      "products",
		"name: {from: nane, policy: Always}":                     "products",
		"nmae: {from: name, policy: Always}":                     "products",
		"parentId: {from: prent, policy: Always}":                "categories",
		"billing.city: {from: billing.ctiy, policy: Always}":     "orders",
		"delivery.city: {from: billing.city, policy: CreateOnl}": "orders",
	} {
		_, err := mapcheck(t, write(t, "short.yaml", "name: short\nfields:\n  "+rule+"\n"))
		if err == nil || !strings.HasSuffix(err.Error(), " cannot be used for "+want) {
			t.Errorf("%s: error %v, want one for %s", rule, err, want)
		}
	}
}

// TestPipe reads the file once.
func TestPipe(t *testing.T) {
	t.Parallel()
	text, err := os.ReadFile("../../mapping/mappingfile/defaults/orders.yaml")
	if err != nil {
		t.Fatal(err)
	}
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = r.Close() }()
	pipe := fmt.Sprint("/dev/fd/", r.Fd())
	if _, err := os.Stat(pipe); err != nil {
		t.Skip(err)
	}
	go func() {
		_, _ = w.Write(text)
		_ = w.Close()
	}()
	if out, err := mapcheck(t, pipe); err != nil || !strings.Contains(out, "is good for orders: ") {
		t.Errorf("error %v, output\n%s", err, out)
	}
}

func TestOtherDirection(t *testing.T) {
	t.Parallel()
	file := write(t, "back.yaml", "name: back\nfields:\n  name: {from: \"attributes[Colour]\", policy: Always}\n"+
		"  price: {from: price, policy: Always}\n  discount: {force: 0, policy: Always}\n"+
		"  taxtariff: {force: normal, policy: Always}\n  package_id: {force: 1, policy: Always}\n")
	sample := `{"id": 1, "name": "Mug", "attributes": [{"id": 5, "name": "Colour", "value": "Red", "show": "DESCR"}]}`
	out, err := mapcheck(t, "-record", "shop_products", "-reveal", "-sample", write(t, "mug.json", sample), file, "name")
	if err != nil || !strings.Contains(out, `"Red"`) {
		t.Errorf("error %v, output\n%s", err, out)
	}
}

func TestProblems(t *testing.T) {
	t.Parallel()
	file := write(t, "bad.json", "{\"name\": \"test\", \"fields\": {\n\t\"name\": {\"from\": \"nane\", \"polcy\": \"Always\"}}}")
	out, err := mapcheck(t, file)
	if err == nil || !strings.Contains(err.Error(), "cannot be used") {
		t.Errorf("error %v", err)
	}
	for _, want := range []string{
		"error: " + file + ":2:19: fields.name.from: the source has no field \"nane\": did you mean \"name\"?\n",
		"error: " + file + ":2:27: fields.name: there is no key \"polcy\" here: did you mean \"policy\"?\n",
	} {
		if !strings.Contains(out, want) {
			t.Errorf("the output lacks %q:\n%s", want, out)
		}
	}
}

// TestConverters: files may use the transforms of package convert by name.
func TestConverters(t *testing.T) {
	t.Parallel()
	const rule = "name: test\nfields:\n  billing.telephone: {from: billing.phone, transform: 'Phone(\"%s\")', policy: Always}\n  username: {from: email, max_length: 255, too_long: Reject, policy: CreateOnly}\n"
	good := write(t, "good.yaml", fmt.Sprintf(rule, "NL"))
	sample := write(t, "ann.json", `{"email": "ann@example.com", "billingPerson": {"phone": "06 1234 5678"}}`)
	out, err := mapcheck(t, "-record", "users", "-reveal", "-sample", sample, good, "billing.telephone")
	if err != nil || !strings.Contains(out, "+31612345678") {
		t.Errorf("error %v, output\n%s", err, out)
	}
	bad := write(t, "bad.yaml", fmt.Sprintf(rule, "Holland"))
	out, err = mapcheck(t, "-record", "users", bad)
	if err == nil || !strings.Contains(out, bad+`:3:55: fields.billing.telephone.transform: the transform Phone("Holland"): "Holland" is no country`) {
		t.Errorf("error %v, output\n%s", err, out)
	}
}

func TestWarningsDoNotFail(t *testing.T) {
	t.Parallel()
	file := write(t, "long.yaml", "name: test\nfields:\n  price: {from: sell_price, policy: Always}\n  name: {from: name, policy: Always}\n")
	out, err := mapcheck(t, file)
	if err != nil || !strings.Contains(out, "warning: "+file+":4:3: fields.name: max_length: ") {
		t.Errorf("error %v, output\n%s", err, out)
	}
}

func TestExplain(t *testing.T) {
	t.Parallel()
	file := "../../mapping/mappingfile/defaults/products.yaml"
	for _, sample := range []string{mug, "[" + mug + "]"} {
		out, err := mapcheck(t, "-sample", write(t, "mug.json", sample), file, "name", "sku")
		if err != nil || !strings.Contains(out, "record 1: name: write, create") || !strings.Contains(out, "record 1: sku: write") {
			t.Errorf("error %v, output\n%s", err, out)
		}
		if strings.Contains(out, "Mug") {
			t.Errorf("values are shown unasked:\n%s", out)
		}
	}
	out, err := mapcheck(t, "-reveal", "-sample", write(t, "mug.json", mug), file, "name")
	if err != nil || !strings.Contains(out, `"Mug"`) {
		t.Errorf("error %v, output\n%s", err, out)
	}
	if _, err := mapcheck(t, "-sample", write(t, "mug.json", mug), file, "nmae"); err == nil {
		t.Error("an unknown field is no error")
	}
}

// TestExplainAll: without fields a sample is explained whole.
func TestExplainAll(t *testing.T) {
	t.Parallel()
	out, err := mapcheck(t, "-sample", write(t, "mug.json", mug), "../../mapping/mappingfile/defaults/products.yaml")
	for _, want := range []string{"record 1: name: write, create", "record 1: externalReferenceId: skip"} {
		if err != nil || !strings.Contains(out, want) {
			t.Errorf("error %v, output lacks %q\n%s", err, want, out)
		}
	}
}

// TestUnknownFieldOnce: a field that no rule is for is one mistake, not one for each record.
func TestUnknownFieldOnce(t *testing.T) {
	t.Parallel()
	_, err := mapcheck(t, "-sample", write(t, "mugs.json", "["+mug+","+mug+"]"), "../../mapping/mappingfile/defaults/products.yaml", "nmae")
	if err == nil || strings.Count(err.Error(), `did you mean "name"`) != 1 {
		t.Errorf("error %v", err)
	}
}

// TestOwnFunctions: a file may name functions of the program that will load it.
func TestOwnFunctions(t *testing.T) {
	t.Parallel()
	file := write(t, "own.yaml", "name: test\nfields:\n  price: {from: sell_price, policy: Always}\n"+
		"  name: {from: name, transform: ['dealer(\"NL\")'], max_length: 255, too_long: Truncate, policy: Always}\n")
	if _, err := mapcheck(t, file); err == nil {
		t.Error("an unknown function is no error")
	}
	out, err := mapcheck(t, "-own", "dealer", "-sample", write(t, "mug.json", mug), file, "name")
	if err != nil || !strings.Contains(out, "is good") || !strings.Contains(out, `cannot run "dealer"`) {
		t.Errorf("error %v, output\n%s", err, out)
	}
	if _, err := mapcheck(t, "-own", "Dealer", file); err == nil || !strings.Contains(err.Error(), "-own") {
		t.Errorf("a name that no function can have: %v", err)
	}
}

func TestAgainst(t *testing.T) {
	t.Parallel()
	before := write(t, "before.yaml", "name: test\nfields:\n  price: {default: 1, policy: CreateOnly}\n  sku: {from: productnumber, max_length: 20, too_long: Reject, policy: CreateOnly}\n"+
		"  name: {from: name, max_length: 20, too_long: Reject, policy: CreateOnly}\n")
	after := write(t, "after.yaml", "name: test\nfields:\n  price: {default: 1, policy: CreateOnly}\n  sku: {from: productnumber, max_length: 20, too_long: Reject, policy: CreateOnly}\n"+
		"  name: {from: name, transform: Upper, max_length: 20, too_long: Reject, policy: CreateOnly}\n")
	out, err := mapcheck(t, "-sample", write(t, "mug.json", mug), "-against", before, after)
	if err != nil || !strings.Contains(out, "name: another value in 1, such as record 1") || strings.Contains(out, "sku:") {
		t.Errorf("error %v, output\n%s", err, out)
	}
}

// TestAgainstOfARecordThatFails tells that a record without a price was not compared.
func TestAgainstOfARecordThatFails(t *testing.T) {
	t.Parallel()
	file := "../../mapping/mappingfile/defaults/products.yaml"
	out, err := mapcheck(t, "-sample", write(t, "mug.json", `{"id": 1, "name": "Mug"}`), "-against", file, file)
	const want = "0 records would change\nrecord 1 cannot be mapped, so nothing else of it is compared: field \"price\": validate: a value is required\n"
	if err != nil || !strings.Contains(out, want) {
		t.Errorf("error %v, output lacks %q\n%s", err, want, out)
	}
}

func TestArguments(t *testing.T) {
	t.Parallel()
	for _, row := range []struct {
		args []string
		want string
	}{
		{nil, "name a mapping file"},
		{[]string{"-record", "prodcts", "x.yaml"}, `-record is "prodcts": give one of addresses, `},
		{[]string{"x.yaml", "name"}, "fields and -against need records"},
		{[]string{"-against", "y.yaml", "x.yaml"}, "fields and -against need records"},
		{[]string{"x.yaml", "-reveal"}, "flags stand before the file: -reveal"},
		{[]string{"there_is_none.yaml"}, "there_is_none.yaml"},
	} {
		if _, err := mapcheck(t, row.args...); err == nil || !strings.Contains(err.Error(), row.want) {
			t.Errorf("%v: error %v, want %q", row.args, err, row.want)
		}
	}
}
