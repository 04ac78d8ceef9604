package engine

import (
	"context"
	"iter"
	"slices"

	"github.com/tillsync/tillsync/flows/pass"
	"github.com/tillsync/tillsync/mapping"
)

// explainable lets a plan explain the work; a pass never asks. blind says that the
// record could not be mapped before its target was read.
func (w *Work[S, T, P]) explainable(blind bool) {
	if w.pair.Trace != nil {
		w.blind, w.trace = blind, w.explain
	}
}

func (w *Work[S, T, P]) explain() *pass.Trace {
	t := w.pair.Trace(w)
	if w.blind { // what the target would have made of the other fields is not known
		t.Fields = slices.DeleteFunc(t.Fields, func(field string) bool {
			e, err := t.Why(field)
			return err == nil && e.Err == nil
		})
	}
	return t
}

// Impact yields what the pair's mapping does otherwise than the one before, over the
// records of a plan: those that were mapped or cannot be. It writes nothing.
func (p *Pass[S, T, P]) Impact(ctx context.Context) iter.Seq2[mapping.Difference, error] {
	return func(yield func(mapping.Difference, error) bool) {
		for w, err := range p.works(ctx) {
			if err != nil {
				yield(mapping.Difference{}, err)
				return
			}
			for _, d := range w.impact() {
				if !yield(d, nil) {
					return
				}
			}
		}
	}
}

func (w *Work[S, T, P]) impact() []mapping.Difference {
	if w.trace == nil {
		return nil
	}
	all := w.pair.Impact(w)
	if w.blind {
		all = slices.DeleteFunc(all, func(d mapping.Difference) bool { return d.Effect != mapping.EffectFails })
	}
	for i := range all {
		all[i].ID = w.Item.ID
		if w.blind {
			all[i].Before = mapping.FieldChange{}
		}
	}
	return all
}
