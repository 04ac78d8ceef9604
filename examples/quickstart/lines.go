package main

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/shopspring/decimal"
)

// columns are those of an order-line file.
var columns = []string{"InvoiceNo", "StockCode", "Description", "Quantity", "InvoiceDate", "UnitPrice", "CustomerID", "Country"}

// line is one line of an order-line file.
type line struct {
	number      int // in the file
	invoice     string
	code        string
	description string
	quantity    int
	price       decimal.Decimal
	customer    string // "": a guest
	country     string
}

func (l line) total() decimal.Decimal { return l.price.Mul(decimal.NewFromInt(int64(l.quantity))) }

// productCode is what article numbers look like; other codes are postage, fees,
// discounts and corrections.
var productCode = regexp.MustCompile(`^(\d{5}|DCGS\d)`)

func (l line) isProduct() bool { return productCode.MatchString(l.code) }

// readLines reads the whole file. A line that cannot be read is an error that
// names it; nothing is done with the others then.
func readLines(path string) ([]line, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("read the order lines: %w", err)
	}
	defer func() { _ = file.Close() }()
	reader := csv.NewReader(file)
	reader.FieldsPerRecord = len(columns)
	header, err := reader.Read()
	if err == nil {
		header[0] = strings.TrimPrefix(header[0], "\ufeff") // the byte order mark of some exports
	}
	if err != nil || !slices.Equal(header, columns) {
		return nil, fmt.Errorf("%s: line 1: the columns have to be %s", path, strings.Join(columns, ","))
	}
	var lines []line
	for {
		fields, err := reader.Read()
		if errors.Is(err, io.EOF) {
			return lines, nil
		}
		if err != nil {
			return nil, fmt.Errorf("%s: %w: correct the line and run again", path, err)
		}
		at, _ := reader.FieldPos(0)
		l, err := parseLine(fields)
		if err != nil {
			return nil, fmt.Errorf("%s: line %d: %w", path, at, err)
		}
		l.number = at
		lines = append(lines, l)
	}
}

func parseLine(f []string) (line, error) {
	l := line{invoice: strings.TrimSpace(f[0]), code: strings.TrimSpace(f[1]), description: strings.TrimSpace(f[2]), country: strings.TrimSpace(f[7])}
	if l.invoice == "" || l.code == "" {
		return l, errors.New("InvoiceNo and StockCode have to be filled")
	}
	var err error
	if l.quantity, err = strconv.Atoi(f[3]); err != nil {
		return l, fmt.Errorf("column Quantity: %q is no whole number: write 12 or -1", f[3])
	}
	if l.price, err = decimal.NewFromString(f[5]); err != nil {
		return l, fmt.Errorf("column UnitPrice: %q is no number: write it with a decimal point, as 2.55", f[5])
	}
	if _, err = time.Parse(time.DateTime, f[4]); err != nil {
		return l, fmt.Errorf("column InvoiceDate: %q is no date: write 2010-12-01 08:26:00", f[4])
	}
	l.customer, _, _ = strings.Cut(strings.TrimSpace(f[6]), ".")
	return l, nil
}

// invoice is the lines of one invoice, in the order of the file.
type invoice struct {
	number string
	lines  []line
}

// invoices groups lines by invoice.
func invoices(lines []line) []*invoice {
	var all []*invoice
	byNumber := map[string]*invoice{}
	for _, l := range lines {
		inv := byNumber[l.invoice]
		if inv == nil {
			inv = &invoice{number: l.invoice}
			byNumber[l.invoice] = inv
			all = append(all, inv)
		}
		inv.lines = append(inv.lines, l)
	}
	return all
}

// skipReason says why an invoice is not placed as an order; "" when it is.
func (i *invoice) skipReason() string {
	if strings.HasPrefix(i.number, "C") {
		return "cancellation"
	}
	for _, l := range i.lines {
		if l.quantity > 0 {
			return ""
		}
	}
	return "no line of positive quantity"
}
