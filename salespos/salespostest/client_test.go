package salespostest_test

import (
	"errors"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/tillsync/tillsync/salespos"
	"github.com/tillsync/tillsync/salespos/salespostest"
)

// The five steps to a variant product, with the client against the fake.
func TestClientBuildsVariants(t *testing.T) {
	t.Parallel()
	s := salespostest.New()
	pos, ctx := s.Client(), t.Context()
	attribute, err := pos.Attributes.Create(ctx, salespos.AttributeCreate{Name: "Size", Type: salespos.OptionMenu})
	if err != nil {
		t.Fatal(err)
	}
	product, err := pos.Products.Create(ctx, salespos.ProductCreate{
		Name: "Shirt", Price: mustAmount("20"), Discount: mustAmount("0"), PackageID: 1,
		ProductFields: salespos.ProductFields{TaxTariff: salespos.Set(salespos.TaxLowA), Active: salespos.Set(true)},
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"S", "XL"} {
		value, err := pos.AttributeValues.Create(ctx, attribute.ID, salespos.AttributeValueCreate{Name: name, DefaultPrice: mustAmount("0")})
		if err != nil {
			t.Fatal(err)
		}
		if _, err = pos.ProductAttributeValues.Create(ctx, product.ID, salespos.ProductAttributeValueCreate{
			Value: value.ID, Price: mustAmount("1.50"), Stock: salespos.Set(mustAmount("3")),
		}); err != nil {
			t.Fatal(err)
		}
	}
	got, err := pos.Products.Get(ctx, product.ID, salespos.ExpandAttributeCombinations)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, c := range got.AttributeCombinations.Collection {
		names = append(names, c.Combination[0].AttributeValue.Name+" "+c.ExtraPrice.String()+" "+c.Stock.String())
	}
	if d := cmp.Diff([]string{"S 1.5 3", "XL 1.5 3"}, names); d != "" {
		t.Errorf("-want +got\n%s", d)
	}
}

func TestClientLearnsTheClock(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		s := salespostest.New(salespostest.WithClockSkew(time.Hour))
		if _, err := s.Client().Packages.List(t.Context()); err != nil {
			t.Error(err)
		}
		if got := s.Requests(); len(got) != 2 || got[0].Status != 401 || got[1].Status != 200 {
			t.Errorf("got %+v", got)
		}
	})
}

func TestClientRefusesBadAnswers(t *testing.T) {
	t.Parallel()
	for _, mode := range []salespostest.AnswerMode{
		salespostest.AnswersSignedWrongly, salespostest.AnswersUnsigned, salespostest.AnswersTampered,
	} {
		s := salespostest.New(salespostest.WithAnswers(mode))
		if got, err := s.Client().Packages.List(t.Context()); !errors.Is(err, salespos.ErrBadAnswer) {
			t.Errorf("mode %d: got %v %v, want ErrBadAnswer", mode, got, err)
		}
	}
}

// The client's limiter stays inside the fake's sliding windows.
func TestClientKeepsTheLimits(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		s := salespostest.New()
		pos := s.Client()
		for range 400 {
			if _, err := pos.Packages.List(t.Context()); err != nil {
				t.Fatal(err)
			}
		}
		if got := s.Count("GET", "/packages"); got != 400 {
			t.Errorf("got %d requests for 400 calls", got)
		}
	})
}
