package press

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync/atomic"
	"time"
)

// cacheFolder is where pieces are kept, below the project's root. It goes with
// the tools that made them.
const cacheFolder = "node_modules/.cache/kit"

// keptFor is how long a piece is kept that no build has wanted.
const keptFor = 30 * 24 * time.Hour

// A cache keeps pieces by what they were made of: the words, the layouts, the
// fonts and the tools. An entry is one file: a line of JSON, entryHead, and the
// bytes of the piece. It is written beside its place and renamed, so that builds
// that run at once and builds that are killed do no harm, and read only if its
// bytes have the hash that it names: what is broken is made again.
type cache struct {
	folder  string // "" where nothing can be kept
	scratch string // of this run
	base    string // the hash of what is common to all pieces
	next    atomic.Int64
}

type entryHead struct {
	Sum    string `json:"sum"`
	Result result `json:"result"`
}

// openCache opens a cache for the project at root; without a folder it is the
// project's own. Where the folder cannot be written, nothing is kept.
func openCache(root, folder string) (*cache, error) {
	if folder == "" {
		folder = filepath.Join(root, filepath.FromSlash(cacheFolder))
	}
	c := &cache{folder: folder}
	if os.MkdirAll(c.folder, 0o755) != nil || !writable(c.folder) {
		c.folder = ""
	}
	var err error
	if c.scratch, err = os.MkdirTemp("", "kit-"); err != nil {
		return nil, err
	}
	if c.base, err = commonHash(root); err != nil {
		return nil, errors.Join(err, c.close())
	}
	return c, nil
}

func writable(folder string) bool {
	f, err := os.CreateTemp(folder, ".try-")
	if err != nil {
		return false
	}
	return errors.Join(f.Close(), os.Remove(f.Name())) == nil
}

// commonHash is the hash of layouts, fonts and tools.
func commonHash(root string) (string, error) {
	sum := sha256.New()
	add := func(name string, content []byte) { fmt.Fprintf(sum, "%s %d\n%s", name, len(content), content) }
	add("worker.mjs", script)
	add("finished", []byte(finished))
	err := fs.WalkDir(templates, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		content, err := templates.ReadFile(name)
		add(name, content)
		return err
	})
	if err != nil {
		return "", err
	}
	modules := os.DirFS(filepath.Join(root, "node_modules"))
	for _, tool := range tools {
		content, err := fs.ReadFile(modules, tool+"/package.json")
		if err != nil {
			return "", err
		}
		add(tool, content)
	}
	for _, folder := range fontFolders {
		names, err := fs.Glob(modules, folder+"/*.ttf")
		if err != nil {
			return "", err
		}
		for _, name := range names {
			content, err := fs.ReadFile(modules, name)
			if err != nil {
				return "", err
			}
			add(name, content)
		}
	}
	return hex.EncodeToString(sum.Sum(nil)), nil
}

// key names what a piece is made of.
func (c *cache) key(p *piece) (string, error) {
	content, err := json.Marshal(p.job)
	if err != nil {
		return "", err
	}
	sum := sha256.Sum256(append([]byte(c.base), content...))
	return hex.EncodeToString(sum[:]), nil
}

func (c *cache) entry(key string) string { return filepath.Join(c.folder, key[:2], key) }

func (c *cache) scratchFile() string {
	return filepath.Join(c.scratch, strconv.FormatInt(c.next.Add(1), 10))
}

// find takes a piece out of the cache, if it is there and whole.
func (c *cache) find(p *piece) error {
	key, err := c.key(p)
	if err != nil || c.folder == "" {
		return err
	}
	p.key = key
	content, err := os.ReadFile(c.entry(key))
	if err != nil {
		return nil // made anew
	}
	line, body, ok := bytes.Cut(content, []byte("\n"))
	var head entryHead
	if !ok || json.Unmarshal(line, &head) != nil || head.Sum != hexSum(body) {
		return nil
	}
	p.result, p.file = head.Result, c.scratchFile()
	now := time.Now()
	_ = os.Chtimes(c.entry(key), now, now) // wanted still; that it is not noted costs a while
	return os.WriteFile(p.file, body, 0o644)
}

// keep takes a piece that was made.
func (c *cache) keep(p *piece) error {
	p.file = p.job.Out
	if c.folder == "" {
		return nil
	}
	body, err := os.ReadFile(p.file)
	if err != nil {
		return err
	}
	line, err := json.Marshal(entryHead{hexSum(body), p.result})
	if err != nil {
		return err
	}
	name := c.entry(p.key)
	// What cannot be kept is made again.
	if os.MkdirAll(filepath.Dir(name), 0o755) != nil {
		return nil
	}
	part, err := os.CreateTemp(filepath.Dir(name), ".part-")
	if err != nil {
		return nil
	}
	_, err = part.Write(append(append(line, '\n'), body...))
	if err = errors.Join(err, part.Close()); err == nil {
		err = os.Rename(part.Name(), name)
	}
	if err != nil {
		_ = os.Remove(part.Name())
	}
	return nil
}

// close removes what belongs to this run, and entries that nobody has wanted for
// long, with what killed builds left.
func (c *cache) close() error {
	if c.folder != "" {
		old := time.Now().Add(-keptFor)
		_ = filepath.WalkDir(c.folder, func(name string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return nil
			}
			limit := old
			if strings.HasPrefix(d.Name(), ".part-") {
				limit = time.Now().Add(-time.Hour)
			}
			if info, err := d.Info(); err == nil && info.ModTime().Before(limit) {
				_ = os.Remove(name)
			}
			return nil
		})
	}
	return os.RemoveAll(c.scratch)
}

func hexSum(content []byte) string {
	sum := sha256.Sum256(content)
	return hex.EncodeToString(sum[:])
}
