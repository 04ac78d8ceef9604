module github.com/tillsync/tillsync

go 1.26.0

require (
	github.com/expr-lang/expr v1.17.8
	github.com/go-resty/resty/v2 v2.17.2
	github.com/goccy/go-yaml v1.19.2
	github.com/google/go-cmp v0.7.0
	github.com/jarcoal/httpmock v1.4.2
	github.com/shopspring/decimal v1.6.0
	golang.org/x/sync v0.24.0
)

require golang.org/x/net v0.43.0 // indirect
