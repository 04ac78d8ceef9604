package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"sync"

	"github.com/tillsync/tillsync/flows/pass"
)

// entry is one line of report.json: a step, or one field of it. It holds no
// values.
type entry struct {
	Pass     string   `json:"pass"`
	Flow     string   `json:"flow"`
	Source   string   `json:"source"`
	Target   string   `json:"target,omitempty"`
	Label    string   `json:"label"`
	Outcome  string   `json:"outcome"`
	Reason   string   `json:"reason,omitempty"`
	Message  string   `json:"message,omitempty"`
	Remarks  []string `json:"remarks,omitempty"`
	Field    string   `json:"field,omitempty"`
	Decision string   `json:"decision,omitempty"`
	Policy   string   `json:"policy,omitempty"`
	Case     string   `json:"case,omitempty"`
	Why      string   `json:"why,omitempty"`
}

// recorder keeps the steps of all passes.
type recorder struct {
	mu      sync.Mutex
	entries []entry
}

func (r *recorder) add(name string, s pass.Step) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.append(name, s)
}

func (r *recorder) append(name string, s pass.Step) {
	step := entry{Pass: name, Flow: s.Flow, Source: s.SourceID, Target: s.TargetID, Label: s.Label,
		Outcome: string(s.Outcome), Reason: s.Reason, Message: s.Message, Remarks: s.Remarks}
	r.entries = append(r.entries, step)
	for _, f := range s.Fields {
		field := step
		field.Message, field.Remarks = "", nil
		field.Field, field.Decision, field.Policy, field.Case, field.Why = f.Field, string(f.Decision), f.Policy, f.Case, f.Reason
		if f.Remark != "" {
			field.Remarks = []string{string(f.Remark)}
		}
		r.entries = append(r.entries, field)
	}
	for _, child := range s.Children {
		r.append(name, child)
	}
}

// dumpable makes the folder of -dump before the work rather than failing after it.
func dumpable(dir string) error {
	if dir == "" {
		return nil
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return fmt.Errorf("make the folder of -dump: %w", err)
	}
	return nil
}

// dump writes report.json, here or, with both systems' final state, into dir.
func (h *house) dump(dir string) error {
	report, err := json.MarshalIndent(h.record.entries, "", " ")
	if err != nil {
		return fmt.Errorf("encode report.json: %w", err)
	}
	files := map[string][]byte{"report.json": report}
	if dir != "" {
		if files["salespos.json"], err = h.pos.Export(); err != nil {
			return fmt.Errorf("export SalesPOS: %w", err)
		}
		if files["ecwid.json"], err = h.shop.Export(); err != nil {
			return fmt.Errorf("export Ecwid: %w", err)
		}
	}
	for name, content := range files {
		if err := os.WriteFile(filepath.Join(dir, name), content, 0o644); err != nil {
			return fmt.Errorf("write %s: %w", name, err)
		}
	}
	h.view.say("every step and field: %s", filepath.Join(dir, "report.json"))
	return nil
}
