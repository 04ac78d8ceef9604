package ecwid

import (
	"context"
	"encoding/json"
	"errors"
	"time"
)

// LatestStatsOptions asks for numbers and instants that do not come by
// themselves.
type LatestStatsOptions struct {
	ProductCount, CategoryCount bool
	Reviews                     bool
	Domains                     bool
	Subscription                bool
	// ResponseFields restricts the answer, for example "ordersUpdated".
	ResponseFields string
}

// LatestStats tells when the store was changed last: a cheap probe before an
// incremental read.
type LatestStats struct {
	Extra
	// ProductsUpdated is for products and categories.
	ProductsUpdated   Time `json:"productsUpdated"`
	CategoriesUpdated Time `json:"categoriesUpdated"`
	OrdersUpdated     Time `json:"ordersUpdated"`
	CustomersUpdated  Time `json:"customersUpdated"`
	ProfileUpdated    Time `json:"profileUpdated"`
	CouponsUpdated    Time `json:"discountCouponsUpdated"`
	CartsUpdated      Time `json:"abandonedSalesUpdated"`
	// ReviewsUpdated and what follows come when asked for.
	ReviewsUpdated       Time `json:"reviewsUpdated"`
	DomainsUpdated       Time `json:"domainsUpdated"`
	SubscriptionsUpdated Time `json:"subscriptionsUpdated"`
	ProductCount         *int `json:"productCount"`
	CategoryCount        *int `json:"categoryCount"`
}

// knownNames gives the numbers their usual names in an answer that has them under
// the other documented ones.
func knownNames(body []byte) []byte {
	var stats map[string]json.RawMessage
	if json.Unmarshal(body, &stats) != nil {
		return body
	}
	for other, usual := range map[string]string{
		"productCountRequired": "productCount", "categoryCountRequired": "categoryCount",
	} {
		if value, ok := stats[other]; ok && stats[usual] == nil {
			stats[usual] = value
			delete(stats, other)
		}
	}
	renamed, err := json.Marshal(stats)
	if err != nil {
		return body
	}
	return renamed
}

func (s *LatestStats) check() error {
	if s.ProfileUpdated.IsZero() && s.ProductsUpdated.IsZero() {
		return errors.New("it has no instants")
	}
	return nil
}

// LatestStats tells when the store was changed last. opts may be nil.
//
// Endpoint: GET /latest-stats
// Scope: read_store_profile
func (s *ProfileService) LatestStats(ctx context.Context, opts *LatestStatsOptions) (*LatestStats, error) {
	if opts == nil {
		opts = &LatestStatsOptions{}
	}
	var f filters
	f.on("productCountRequired", opts.ProductCount)
	f.on("categoryCountRequired", opts.CategoryCount)
	f.on("reviewsUpdatesRequired", opts.Reviews)
	f.on("domainsRequired", opts.Domains)
	f.on("subscriptionRequired", opts.Subscription)
	o := operation{op: "GET /latest-stats", path: []string{"latest-stats"}, query: f.query, safe: true}
	o = o.read([]ReadOptions{{ResponseFields: opts.ResponseFields}})
	answer, err := s.client.send(ctx, o)
	if err != nil {
		return nil, err
	}
	answer.Body = knownNames(answer.Body)
	var stats LatestStats
	if err := s.client.decode(o, answer, &stats); err != nil {
		return nil, err
	}
	return &stats, nil
}

// ReportOptions chooses the time of a report and how it is cut.
type ReportOptions struct {
	// From and To have a resolution of one second. Without From a report starts
	// with the store, without To it ends now.
	From, To time.Time
	// TimeScale is the step of a chart, such as "day"; Compare another period
	// to compare with. Their values are not documented completely.
	TimeScale, Compare string
	// ResponseFields restricts the answer.
	ResponseFields string
}

// Report returns a report of the control panel, such as "allOrders", as it
// comes: each report has a form of its own. opts may be nil.
//
// Endpoint: GET /reports/{type}
// Scope: read_store_stats
func (s *ProfileService) Report(ctx context.Context, kind string, opts *ReportOptions) (json.RawMessage, error) {
	if opts == nil {
		opts = &ReportOptions{}
	}
	var f filters
	f.instant("startedFrom", opts.From)
	f.instant("endedAt", opts.To)
	f.text("timeScaleValue", opts.TimeScale)
	f.text("comparePeriod", opts.Compare)
	o := operation{op: "GET /reports/{type}", path: []string{"reports", kind}, query: f.query, safe: true}
	answer, err := fetch[rawAnswer](ctx, s.client, o.read([]ReadOptions{{ResponseFields: opts.ResponseFields}}))
	if err != nil {
		return nil, err
	}
	return answer.RawMessage, nil
}

// rawAnswer is a document that is kept as it comes.
type rawAnswer struct{ json.RawMessage }

func (a *rawAnswer) check() error {
	if len(a.RawMessage) == 0 || isNull(a.RawMessage) {
		return errors.New("it is empty")
	}
	return nil
}
