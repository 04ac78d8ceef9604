package pass_test

import (
	"errors"
	"fmt"
	"testing"

	"github.com/tillsync/tillsync/flows/pass"
)

func TestErrorText(t *testing.T) {
	t.Parallel()
	cause := errors.New("salespos: GET /products: 401")
	for name, c := range map[string]struct {
		err  pass.Error
		want string
	}{
		"class alone":      {pass.Error{Class: pass.ClassRateLimited}, "rate limited"},
		"cause":            {pass.Error{Class: pass.ClassAuth, Err: cause}, "salespos: GET /products: 401"},
		"cause and remedy": {pass.Error{Class: pass.ClassAuth, Err: cause, Remedy: "check the key"}, "salespos: GET /products: 401: check the key"},
		"class and remedy": {pass.Error{Class: pass.ClassConfig, Remedy: "set Package"}, "config: set Package"},
	} {
		if got := c.err.Error(); got != c.want {
			t.Errorf("%s: got %q, want %q", name, got, c.want)
		}
	}
}

func TestErrorUnwraps(t *testing.T) {
	t.Parallel()
	cause := errors.New("disk full")
	err := fmt.Errorf("sync: %w", &pass.Error{Class: pass.ClassStore, Err: cause})
	if !errors.Is(err, cause) {
		t.Error("the cause is not found")
	}
	if found, ok := errors.AsType[*pass.Error](err); !ok || found.Class != pass.ClassStore {
		t.Errorf("got %v, %v, want the error of the store", found, ok)
	}
}

// TestClasses has every class: retryable ones may succeed by themselves, stopping
// ones end the pass, the others concern one record.
func TestClasses(t *testing.T) {
	t.Parallel()
	for class, want := range map[pass.Class]struct{ retryable, stops bool }{
		pass.ClassAuth:            {false, true},
		pass.ClassForbidden:       {false, true},
		pass.ClassRateLimited:     {true, false},
		pass.ClassUnavailable:     {true, false},
		pass.ClassAmbiguous:       {true, false},
		pass.ClassNotFound:        {false, false},
		pass.ClassVersionConflict: {true, false},
		pass.ClassDuplicate:       {false, false},
		pass.ClassValidation:      {false, false},
		pass.ClassMapping:         {false, false},
		pass.ClassMoney:           {false, false},
		pass.ClassConfig:          {false, true},
		pass.ClassCapability:      {false, false},
		pass.ClassNoProgress:      {false, true},
		pass.ClassStore:           {false, true},
	} {
		err := &pass.Error{Class: class}
		if err.Retryable() != want.retryable || class.Stops() != want.stops {
			t.Errorf("%s: retryable %v, stops %v, want %+v", class, err.Retryable(), class.Stops(), want)
		}
	}
}
