package main

import (
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	_ "modernc.org/sqlite" // the database of the state
)

// kept is the file of -state. A run works on a copy and takes its place only at
// the end, together with both systems: these live no longer than the process, and
// a state that knows more than they do would be wrong for ever.
type kept struct {
	// path is the file, "" when nothing is kept.
	path string
	// working is the copy, folder where it stands when nothing is kept.
	working, folder string
	// found says that an earlier run left the file.
	found bool
}

// open opens the working copy.
func (k *kept) open() (*sql.DB, error) {
	if err := k.copy(); err != nil {
		return nil, err
	}
	name := strings.NewReplacer("%", "%25", "?", "%3f", "#", "%23").Replace(k.working)
	db, err := sql.Open("sqlite", "file:"+name+"?_pragma=journal_mode(WAL)&_pragma=busy_timeout(5000)")
	if err != nil {
		return nil, fmt.Errorf("open the state %s: %w", k.path, err)
	}
	return db, nil
}

func (k *kept) copy() error {
	if k.path == "" {
		dir, err := os.MkdirTemp("", "tillsync-quickstart-")
		if err != nil {
			return fmt.Errorf("make a folder for the state: %w", err)
		}
		k.folder, k.working = dir, filepath.Join(dir, "state.db")
		return nil
	}
	k.working = k.path + ".running"
	k.remove()
	content, err := os.ReadFile(k.path)
	switch {
	case errors.Is(err, os.ErrNotExist):
		return nil
	case err != nil:
		return fmt.Errorf("read the state: %w", err)
	}
	k.found = true
	if err := os.WriteFile(k.working, content, 0o600); err != nil {
		return fmt.Errorf("copy the state: %w", err)
	}
	return nil
}

// keep lets the closed working copy take the place of the file.
func (k *kept) keep() error {
	if err := os.Rename(k.working, k.path); err != nil {
		return fmt.Errorf("keep the state: %w", err)
	}
	return nil
}

// remove throws the working copy away.
func (k *kept) remove() {
	for _, suffix := range []string{"", "-wal", "-shm"} {
		_ = os.Remove(k.working + suffix) // most of them are not there
	}
	if k.folder != "" {
		_ = os.RemoveAll(k.folder)
	}
}
