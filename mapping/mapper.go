package mapping

import (
	"errors"
	"fmt"
	"sync"
)

// Mapper maps records as its definition says. It is immutable and safe for
// concurrent use; it does no I/O and reads no clock.
type Mapper[S, T, P any] struct {
	identity Identity
	hasher   *Hasher
	rules    []fieldRule[S, T, P]
	outline  []fieldOutline
	// patches holds *P of earlier plans, all zero: to allocate one takes longer than
	// to clear it.
	patches sync.Pool
}

// fieldRule is a compiled rule.
type fieldRule[S, T, P any] struct {
	name   string
	target *TargetField[T, P]
	policy policy
	// The purposes keep the hashes of equal values in different fields apart.
	purpose, itemPurpose string
	unordered            bool
	// remembers is what the policy says: it decides by what was last written.
	remembers bool
	// same is the verdict on sides that agree.
	same verdict

	force *Value
	from  []reader[S]
	// plain is the only path's Get, where there is one path without parts.
	plain func(*S) Value
	lanes lanes[S, T, P]
	// simple says that steps 0, 4 and 5 do not occur.
	simple     bool
	whenAbsent Handling
	whenEmpty  Handling
	zeroEmpty  bool
	skipEmpty  bool
	transforms []Transform
	branches   []compiledBranch[S]
	join       *string
	table      *lookup
	def        *Value
	checks     checks
}

type compiledBranch[S any] struct {
	text  string
	cond  compiledCond[S]
	value compiledOperand[S]
}

// New compiles a definition over a schema. It reports all problems at once, joined
// RuleErrors, and refuses what cannot work; what may be wanted is left to Check.
// key are the caller's 32 secret bytes, under which all hashes are made.
func New[S, T, P any](def Definition, schema Schema[S, T, P], key []byte) (*Mapper[S, T, P], error) {
	c := compile(def, schema)
	if len(key) < 32 {
		c.report("", "", fmt.Sprintf("the key has %d bytes", len(key)), "give 32 random secret bytes, the same in every process")
	}
	var errs []error
	for _, p := range c.problems {
		if !p.Warning {
			errs = append(errs, p)
		}
	}
	if len(errs) > 0 {
		return nil, errors.Join(errs...)
	}
	return &Mapper[S, T, P]{
		identity: def.Identity(), hasher: NewHasher(key), rules: c.rules, outline: outline(c.rules),
	}, nil
}

// Check reports everything that is wrong with a definition or may be: what New
// refuses, and as warnings texts that may turn out too long and parts that can
// never have an effect.
func Check[S, T, P any](def Definition, schema Schema[S, T, P]) []*RuleError {
	return compile(def, schema).problems
}

func outline[S, T, P any](rules []fieldRule[S, T, P]) []fieldOutline {
	out := make([]fieldOutline, len(rules))
	for i := range rules {
		r := &rules[i]
		out[i] = fieldOutline{name: r.name, policy: r.policy.text}
		for j := range r.from {
			out[i].paths = append(out[i].paths, r.from[j].text)
		}
	}
	return out
}

// Identity says which mapping this is: two with equal identities map alike.
func (m *Mapper[S, T, P]) Identity() Identity { return m.identity }

// Fingerprint identifies name, version and rules: another fingerprint means that
// records may map differently.
func (m *Mapper[S, T, P]) Fingerprint() string { return m.identity.Fingerprint }

// Fields lists the target fields that have a rule, in the definition's order.
func (m *Mapper[S, T, P]) Fields() []string {
	names := make([]string, len(m.rules))
	for i := range m.rules {
		names[i] = m.rules[i].name
	}
	return names
}
