package sides

import (
	"context"
	"fmt"
	"strings"

	"github.com/tillsync/tillsync/ecwid"
	"github.com/tillsync/tillsync/flows/pass"
	"github.com/tillsync/tillsync/flows/state"
	"github.com/tillsync/tillsync/internal/engine"
	"github.com/tillsync/tillsync/mapping"
	"github.com/tillsync/tillsync/mapping/catalog"
	"github.com/tillsync/tillsync/salespos"
)

// Categories are the settings of the categories of SalesPOS on their way to
// Ecwid.
type Categories struct {
	SalesPOS *salespos.Client
	Ecwid    *ecwid.Client
	State    state.Store
	Key      []byte
	Flow     string
	Mapping  mapping.Definition
	// Before is the mapping that Impact compares with; nil where nobody asks.
	Before *mapping.Definition
	// Recreate creates linked categories again that are gone in the shop.
	Recreate bool
}

type (
	categoryWork     = engine.Work[posCategory, shopCategory, ecwid.CategoryFields]
	categoryPair     = engine.Pair[posCategory, shopCategory, ecwid.CategoryFields]
	categoryDecision = engine.Decision[shopCategory, ecwid.CategoryFields]
	categoryMapper   = mapping.Mapper[catalog.POSCategory, ecwid.Category, ecwid.CategoryFields]
)

type categoryFlow struct {
	Categories
	mapper, before *categoryMapper
	shop           *shopCategories
	index          state.Index
	links          links
	match          *engine.Matcher[posCategory, shopCategory]
	// works are the categories of this pass by id: one that is created waits for
	// the category above it.
	works map[string]*categoryWork
}

// Pair joins the categories of SalesPOS with those of Ecwid by their paths.
func (c Categories) Pair() (*categoryPair, error) {
	f := &categoryFlow{Categories: c, shop: &shopCategories{client: c.Ecwid}, index: engine.MemoryIndex(),
		links: links{c.State.Records, c.Flow}, works: map[string]*categoryWork{}}
	var err error
	if f.mapper, err = mapping.New(c.Mapping, catalog.CategorySchema(), c.Key); err != nil {
		return nil, err
	}
	details := catalog.CategoryNeedsDetails(c.Mapping)
	if c.Before != nil {
		if f.before, err = mapping.New(*c.Before, catalog.CategorySchema(), c.Key); err != nil {
			return nil, err
		}
		details = details || catalog.CategoryNeedsDetails(*c.Before)
	}
	f.match = &engine.Matcher[posCategory, shopCategory]{
		Hasher: mapping.NewHasher(c.Key), Index: f.index, Kind: "Path", SourceIndex: "source", TargetIndex: "target",
		SourceKeys: func(s *posCategory) []string { return []string{strings.Join(s.Path, pathSeparator)} },
		TargetKeys: func(t *shopCategory) []string { return []string{t.path} },
		Refresh:    f.refresh,
	}
	source := &posCategories{client: c.SalesPOS, details: details}
	return &categoryPair{
		Flow: c.Flow, Fingerprint: f.mapper.Fingerprint(), Mapping: nameMappings(f.mapper.Identity()), Origin: originSalesPOS,
		Source: source, Target: f.shop,
		Timeout: c.Ecwid.Timeout(), Recreate: c.Recreate, Standing: true, ReadsAll: true,
		Enrich: f.enrich, Version: f.version, Match: f.match, Probe: f.probe, Prepare: f.needParents, Map: f.mapCategory,
		Trace: f.trace, Impact: f.impact,
		Reference: func(s *posCategory) string { return "path" }, Remedy: remedyOf,
	}, nil
}

// refresh puts the paths of the shop's categories into the index of the pass.
func (f *categoryFlow) refresh(ctx context.Context) error {
	if err := f.shop.list(ctx); err != nil {
		return err
	}
	for id, c := range f.shop.byID {
		if err := f.index.Add(ctx, "target", f.match.Entries(id, []string{c.path}), ""); err != nil {
			return storeFault(err)
		}
	}
	return nil
}

// enrich looks up the shop's ids of the categories above.
func (f *categoryFlow) enrich(ctx context.Context, works []*categoryWork) error {
	var ids []string
	for _, w := range works {
		f.works[w.Item.ID] = w
		ids = append(ids, idText(w.Item.Record.parent))
	}
	linked, err := f.links.targets(ctx, ids)
	if err != nil {
		return err
	}
	for _, w := range works {
		record := &w.Item.Record
		id, ok := linked[idText(record.parent)]
		record.ParentKnown = ok || record.parent == 0
		record.ParentID = ecwid.CategoryID(number(id))
	}
	return nil
}

func (f *categoryFlow) version(s *posCategory) (string, error) {
	sum, err := f.mapper.Version(&s.POSCategory)
	if err != nil {
		return "", mappingFault(err)
	}
	return fmt.Sprintf("%x/%d", sum[:8], s.parent), nil
}

// probe looks for announced categories by name and parent.
func (f *categoryFlow) probe(ctx context.Context, works []*categoryWork) (map[string]string, map[string]bool, error) {
	f.shop.byID = nil
	if err := f.shop.list(ctx); err != nil {
		return nil, nil, err
	}
	found := map[string]string{}
	for _, w := range works {
		for id, c := range f.shop.byID {
			if c.path == strings.Join(w.Item.Record.Path, pathSeparator) {
				found[w.Item.ID] = id
			}
		}
	}
	return found, nil, nil
}

// needParents lets a category wait for the one above it when that has no id in
// the shop yet.
func (f *categoryFlow) needParents(_ context.Context, works []*categoryWork) error {
	for _, w := range works {
		if w.Item.Record.ParentKnown {
			continue
		}
		parent := f.works[idText(w.Item.Record.parent)]
		if parent == nil {
			w.Fail(noParent(w.Item.Record.parent))
			continue
		}
		w.Need(parent.Job)
	}
	return nil
}

// noParent keeps a category from being created at the top of the shop.
func noParent(id salespos.CategoryID) error {
	return refusal(pass.ClassNotFound, "ParentMissing", fmt.Errorf("category %d above it is not in the shop and not in this pass", id))
}

func categoryInput(w *categoryWork) mapping.Input[catalog.POSCategory, ecwid.Category] {
	in := mapping.Input[catalog.POSCategory, ecwid.Category]{
		Source: &w.Item.Record.POSCategory, Baselines: w.Row.Baselines, Finish: w.Finish(),
	}
	if w.Current != nil {
		in.Current = &w.Current.Category
	}
	return in
}

func (f *categoryFlow) mapCategory(w *categoryWork) (categoryDecision, error) {
	change, err := f.mapper.Plan(categoryInput(w))
	if err != nil {
		return categoryDecision{}, mappingFault(err)
	}
	if change.Parked() {
		return categoryDecision{}, parkedByPolicy(change.Fields())
	}
	d := categoryDecision{Patch: change.Patch, Writes: change.Writes(), Fields: change.Fields()}
	if !w.Item.Record.ParentKnown {
		d.Bind = bindParent
	}
	d.Settle = func(row *state.Record, after *shopCategory) []state.Record {
		var held *ecwid.Category
		if after != nil {
			held = &after.Category
		}
		row.Baselines = f.mapper.Baselines(change, held, w.Row.Baselines)
		return nil
	}
	return d, nil
}

// bindParent puts a category below the one that was created just before.
func bindParent(p *ecwid.CategoryFields, ids []string) {
	if len(ids) == 1 && ids[0] != "" {
		p.ParentID = ecwid.Set(ecwid.CategoryID(number(ids[0])))
	}
}
