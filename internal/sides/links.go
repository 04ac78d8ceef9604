package sides

import (
	"context"
	"fmt"
	"strconv"

	"github.com/tillsync/tillsync/flows/pass"
	"github.com/tillsync/tillsync/flows/state"
)

// links reads which records of two systems belong together, as another flow
// left it.
type links struct {
	records state.Records
	flow    string
}

// targets returns the target id of each linked source id.
func (l links) targets(ctx context.Context, sourceIDs []string) (map[string]string, error) {
	if len(sourceIDs) == 0 {
		return nil, nil
	}
	rows, err := l.records.Load(ctx, l.flow, sourceIDs)
	if err != nil {
		return nil, l.fault(err)
	}
	found := make(map[string]string, len(rows))
	for _, row := range rows {
		if row.TargetID != "" {
			found[row.SourceID] = row.TargetID
		}
	}
	return found, nil
}

// sources returns the source id of each linked target id.
func (l links) sources(ctx context.Context, targetIDs []string) (map[string]string, error) {
	if len(targetIDs) == 0 {
		return nil, nil
	}
	rows, err := l.records.ByTarget(ctx, l.flow, targetIDs)
	if err != nil {
		return nil, l.fault(err)
	}
	found := make(map[string]string, len(rows))
	for _, row := range rows {
		found[row.TargetID] = row.SourceID
	}
	return found, nil
}

func (l links) fault(err error) error {
	return &pass.Error{Class: pass.ClassStore, Err: fmt.Errorf("load links of %s: %w", l.flow, err)}
}

// number reads an id of either system; 0 for a text that is none.
func number(id string) int64 {
	n, err := strconv.ParseInt(id, 10, 64)
	if err != nil {
		return 0
	}
	return n
}
