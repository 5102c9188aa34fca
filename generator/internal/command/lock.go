package command

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"github.com/gofrs/flock"

	"resolutionsite/generator/internal/project"
)

// lock keeps other commands from writing translations while this one reads them
// and writes what follows from what it read. It waits for its turn. The lock is
// on the configuration, which is only opened for it; the kernel drops it when
// the program ends, however it ends.
func (a *app) lock(ctx context.Context, root string) (unlock func(), err error) {
	name := filepath.Join(root, project.ConfigFile)
	l := flock.New(name, flock.SetFlag(os.O_RDONLY))
	held, err := l.TryLock()
	if err == nil && !held {
		a.say("note", "say-waiting", nil)
		_, err = l.TryLockContext(ctx, 50*time.Millisecond)
	}
	if err != nil {
		return nil, fmt.Errorf("lock %s: %w", name, err)
	}
	return func() { _ = l.Close() }, nil
}

// loadLocked reads the project for a command that writes translations, which has
// it for itself until unlock.
func (a *app) loadLocked(ctx context.Context) (p *project.Project, root string, unlock func(), err error) {
	if root, err = a.findProject(); err != nil {
		return nil, "", nil, err
	}
	if unlock, err = a.lock(ctx, root); err != nil {
		return nil, "", nil, err
	}
	if p, _, err = a.load(); err != nil {
		unlock()
		return nil, "", nil, err
	}
	return p, root, unlock, nil
}
