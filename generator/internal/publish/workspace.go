package publish

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/gofrs/flock"
)

// Options say what Open must know about the project around the published
// folder. Paths may be relative to the working directory.
type Options struct {
	// Marker is the name of a file at the root of every site the caller
	// renders, such as "build.json". A folder that has it is one of ours and
	// may be replaced; Publish refuses a new site without it.
	Marker string
	// Recognise looks at the content of the marker where the name alone says
	// too little; nil accepts any content.
	Recognise func(marker []byte) bool
	// Root is the project's root: the published folder may lie inside it but
	// may not be it or hold it.
	Root string
	// Sources are the folders the site is made from: the published folder may
	// neither be one, nor hold one, nor lie inside one.
	Sources []string
}

// Names inside the workspace folder.
const (
	lockName  = "lock"
	siteName  = "site"
	stageName = "stage"
	oldName   = "old"
)

// Workspace is one build's hold on a published folder: the lock and the
// folders the build works in, all in one hidden sibling of the published
// folder, ".<base>.build".
type Workspace struct {
	out      string // real path of the published folder
	dir      string // the hidden sibling
	made     []string
	opt      Options
	lock     *flock.Flock
	exchange exchanger

	published, closed bool
}

// exchanger gives two folders each other's name in one step, or fails with an
// error that unsupported recognises and leaves both as they were.
type exchanger func(a, b string) error

// Open takes the lock for the published folder out, completes or removes what
// killed builds left behind and makes a new empty folder on the same file
// system. Missing parents of out are created.
//
// The error is a *Busy when another build holds the lock, a *Refused when out
// is no place for a site, a *NotOurs when out holds something that was not
// published by this program. Nothing has been touched then.
func Open(out string, opt Options) (*Workspace, error) {
	return open(out, opt, exchange)
}

func open(out string, opt Options, ex exchanger) (*Workspace, error) {
	if opt.Marker == "" {
		return nil, errors.New("publish: no marker named")
	}
	resolved, err := locate(out, opt)
	if err != nil {
		return nil, err
	}
	if err := inspect(resolved, opt); err != nil {
		return nil, err
	}
	w := &Workspace{
		out:      resolved,
		dir:      filepath.Join(filepath.Dir(resolved), "."+filepath.Base(resolved)+".build"),
		opt:      opt,
		exchange: ex,
	}
	if w.made, err = makeParents(filepath.Dir(resolved)); err != nil {
		return nil, fmt.Errorf("make the folder above %s: %w", resolved, err)
	}
	if w.lock, err = acquire(w.dir, resolved); err != nil {
		w.removeParents()
		return nil, err
	}
	if err := w.begin(); err != nil {
		return nil, errors.Join(err, w.Close())
	}
	return w, nil
}

// begin brings the folders into a known state once the lock is held.
func (w *Workspace) begin() error {
	if err := w.settle(); err != nil {
		return err
	}
	// Recovery may have put a folder there, and another build may have ended
	// since the first look.
	if err := inspect(w.out, w.opt); err != nil {
		return err
	}
	for _, dir := range []string{w.Site(), w.Stage()} {
		if err := os.Mkdir(dir, 0o755); err != nil {
			return fmt.Errorf("make a folder to build in: %w", err)
		}
	}
	return nil
}

// Site is the folder to render the new site into, empty after Open.
func (w *Workspace) Site() string { return filepath.Join(w.dir, siteName) }

// Stage is a scratch folder for intermediate files on the same file system.
// Close removes it; nothing in it is published.
func (w *Workspace) Stage() string { return filepath.Join(w.dir, stageName) }

// Publish puts the new site in the place of the published folder: folders get
// mode 0755 and files 0644, everything is written to the disk, then one rename
// swaps the two and the old site is removed. On an error the published folder
// is as it was, with one exception that the next Open or Close mends; see the
// package documentation.
func (w *Workspace) Publish() error {
	if w.published || w.closed {
		return errors.New("publish: the workspace is used up")
	}
	if err := settleModes(w.Site()); err != nil {
		return err
	}
	if err := ours(w.Site(), w.opt); err != nil {
		return fmt.Errorf("publish: the new site would not be known again: %w", err)
	}
	if err := flush(w.Site()); err != nil {
		return fmt.Errorf("write the new site to the disk: %w", err)
	}
	// A person may have put something there while we were rendering.
	if err := inspect(w.out, w.opt); err != nil {
		return err
	}
	if err := w.swap(); err != nil {
		return err
	}
	w.published = true
	// What cannot be removed now is reported by Close: the site is published.
	_ = w.settle()
	return nil
}

// Close removes everything of the workspace and releases the lock. A second
// call does nothing, so it can be deferred.
func (w *Workspace) Close() error {
	if w.closed {
		return nil
	}
	w.closed = true
	err := errors.Join(w.settle(), os.RemoveAll(w.Stage()), release(w.lock, w.dir))
	if !w.published {
		w.removeParents()
	}
	return err
}

// makeParents creates dir and the folders above it that are missing and
// returns them, outermost first.
func makeParents(dir string) ([]string, error) {
	var missing []string
	for d := dir; ; d = filepath.Dir(d) {
		if _, err := os.Stat(d); !errors.Is(err, fs.ErrNotExist) || d == filepath.Dir(d) {
			break
		}
		missing = append([]string{d}, missing...)
	}
	return missing, os.MkdirAll(dir, 0o755)
}

// removeParents takes back the folders makeParents created, as far as they are
// still empty.
func (w *Workspace) removeParents() {
	for i := len(w.made) - 1; i >= 0; i-- {
		_ = os.Remove(w.made[i])
	}
}
