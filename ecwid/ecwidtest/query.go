package ecwidtest

import (
	"slices"
	"strconv"
	"strings"
)

const maxPage = 100

// maxOffset is where the search index ends under OffsetCapped.
const maxOffset = 10_000

// page reads offset and limit; limits above 100 are cut to it.
func (s *Server) page(c *call, defaultLimit int) (offset, limit int, err error) {
	if offset, err = c.wholeParam("offset", 0); err != nil {
		return 0, 0, err
	}
	if limit, err = c.wholeParam("limit", defaultLimit); err != nil {
		return 0, 0, err
	}
	if limit > maxPage && s.cfg.reads(LargePagesRefused) {
		return 0, 0, wrong("Parameter limit must not be above %d", maxPage)
	}
	if offset >= maxOffset && s.cfg.reads(OffsetCapped) {
		return 0, 0, wrong("Parameter offset must be below %d", maxOffset)
	}
	return offset, min(limit, maxPage), nil
}

func (c *call) wholeParam(name string, otherwise int) (int, error) {
	s := c.query.Get(name)
	if s == "" {
		return otherwise, nil
	}
	n, err := strconv.Atoi(s)
	if err != nil || n < 0 {
		return 0, wrong("Parameter %s must be a number of 0 or more", name)
	}
	return n, nil
}

// boolParam reads the forms of a boolean that the API takes.
func (c *call) boolParam(name string) (value, given bool, err error) {
	switch strings.ToLower(c.query.Get(name)) {
	case "":
		return false, false, nil
	case "true", "yes", "on", "1":
		return true, true, nil
	case "false", "no", "off", "0":
		return false, true, nil
	}
	return false, false, wrong("Parameter %s must be true or false", name)
}

// is reads a boolean that is false when absent.
func (c *call) is(name string) (bool, error) {
	value, _, err := c.boolParam(name)
	return value, err
}

func (c *call) listParam(name string) []string {
	s := c.query.Get(name)
	if s == "" {
		return nil
	}
	parts := strings.Split(s, ",")
	for i := range parts {
		parts[i] = strings.TrimSpace(parts[i])
	}
	return parts
}

func (c *call) idsParam(name string) ([]int64, error) {
	var ids []int64
	for _, part := range c.listParam(name) {
		id, err := strconv.ParseInt(part, 10, 64)
		if err != nil {
			return nil, wrong("Parameter %s must be a list of ids", name)
		}
		ids = append(ids, id)
	}
	return ids, nil
}

func (c *call) enumsParam(name string, allowed enum) ([]string, error) {
	values := c.listParam(name)
	for _, v := range values {
		if !slices.Contains(allowed, v) {
			return nil, wrong("Parameter %s has an unknown value", name)
		}
	}
	return values, nil
}

// span is a window of time, both ends inside (reference section 7 #9).
type span struct{ from, to int64 }

func (s span) holds(t int64) bool { return s.from <= t && t <= s.to }

// everything is the window without ends.
func everything() span { return span{from: -1 << 62, to: 1 << 62} }

func (s span) open() bool { return s == everything() }

// spanParam reads the two ends of a window.
func (c *call) spanParam(from, to string) (span, error) {
	s := everything()
	for name, end := range map[string]*int64{from: &s.from, to: &s.to} {
		text := c.query.Get(name)
		if text == "" {
			continue
		}
		t, ok := parseTime(text)
		if !ok {
			return s, wrong("Parameter %s is not a date", name)
		}
		*end = t
		if outside := c.cfg.reads(EndsOutside); outside && name == from {
			*end = t + 1
		} else if outside {
			*end = t - 1
		}
	}
	return s, nil
}

// windows reads the two windows that products, customers and orders share.
func (c *call) windows() (created, updated span, err error) {
	if created, err = c.spanParam("createdFrom", "createdTo"); err != nil {
		return created, updated, err
	}
	updated, err = c.spanParam("updatedFrom", "updatedTo")
	return created, updated, err
}

// question names a search, whatever page of it is asked for.
func (c *call) question() string {
	q := make(map[string][]string, len(c.query))
	for k, v := range c.query {
		if k != "offset" && k != "limit" && k != "responseFields" && k != "lang" {
			q[k] = v
		}
	}
	if c.access.public {
		return "public?" + encodeQuery(q)
	}
	return "?" + encodeQuery(q)
}

// pageOf cuts one page out of the rows and shows it.
func pageOf(rows []*row, offset, limit int, show func(*version) object) object {
	from := min(offset, len(rows))
	to := min(from+limit, len(rows))
	items := make([]any, 0, to-from)
	for _, r := range rows[from:to] {
		items = append(items, show(r.version))
	}
	return framed(items, len(rows), offset, limit)
}

// envelope cuts one page out of a plain list.
func envelope(all []any, offset, limit int) object {
	from := min(offset, len(all))
	to := min(from+limit, len(all))
	return framed(append([]any{}, all[from:to]...), len(all), offset, limit)
}

func framed(items []any, total, offset, limit int) object {
	return object{
		"total": number(int64(total)), "count": number(int64(len(items))),
		"offset": number(int64(offset)), "limit": number(int64(limit)), "items": items,
	}
}
