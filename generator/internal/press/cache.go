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
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"sync/atomic"
	"time"
)

// cacheFolder is where pieces are kept, below the project's root. It goes with
// the tools that made them.
const cacheFolder = "node_modules/.cache/kit"

// keptFor is how long a piece is kept that no build has wanted.
const keptFor = 30 * 24 * time.Hour

// longestRun is after how long what a run left is that of a killed one.
const longestRun = 6 * time.Hour

// A cache keeps pieces by what they were made of: the words, the layouts, the
// fonts and the tools. An entry is one file: a line of JSON, entryHead, and the
// bytes of the piece. It is written beside its place and renamed, so that builds
// that run at once and builds that are killed do no harm, and read only if it has
// the hash that it names: what is broken is made again.
type cache struct {
	folder  string // "" where nothing can be kept
	scratch string // of this run, in the folder where there is one
	base    string // the hash of what is common to all pieces
	next    atomic.Int64
}

type entryHead struct {
	// Sum is the hash of the result, as it stands here, and of the bytes.
	Sum    string          `json:"sum"`
	Result json.RawMessage `json:"result"`
}

// Names of what is in the folder beside entries.
const (
	partName = ".part-*"    // an entry that is being written
	runName  = ".kit-run-*" // the scratch folder of a run
)

// openCache opens a cache for the project at root; without a folder it is the
// project's own. Where the folder cannot be written, nothing is kept.
func openCache(root, folder string) (*cache, error) {
	if folder == "" {
		folder = filepath.Join(root, filepath.FromSlash(cacheFolder))
	}
	folder, err := filepath.Abs(folder)
	if err != nil {
		return nil, err
	}
	c := &cache{folder: folder}
	if os.MkdirAll(c.folder, 0o755) != nil || !writable(c.folder) {
		c.folder = ""
	}
	if c.scratch, err = os.MkdirTemp(c.folder, runName); err != nil {
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
	var kept result
	if !ok || json.Unmarshal(line, &head) != nil || head.Sum != entrySum(head.Result, body) || json.Unmarshal(head.Result, &kept) != nil {
		return nil
	}
	p.result, p.file = kept, c.scratchFile()
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
	about, err := json.Marshal(p.result)
	if err != nil {
		return err
	}
	line, err := json.Marshal(entryHead{entrySum(about, body), about})
	if err != nil {
		return err
	}
	name := c.entry(p.key)
	_ = replace(name, append(append(line, '\n'), body...)) // what cannot be kept is made again
	return nil
}

// replace writes a file, whole or not at all: beside its place first.
func replace(name string, content []byte) error {
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		return err
	}
	part, err := os.CreateTemp(filepath.Dir(name), partName)
	if err != nil {
		return err
	}
	_, err = part.Write(content)
	if err = errors.Join(err, part.Chmod(0o644), part.Close()); err == nil {
		err = os.Rename(part.Name(), name)
	}
	if err != nil {
		_ = os.Remove(part.Name())
	}
	return err
}

// close removes what belongs to this run, and entries that nobody has wanted for
// long, with what killed builds left.
func (c *cache) close() error {
	err := os.RemoveAll(c.scratch)
	if c.folder == "" {
		return err
	}
	now := time.Now()
	_ = filepath.WalkDir(c.folder, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() && !named(runName, d) {
			return nil
		}
		limit := keptFor
		if named(partName, d) || d.IsDir() {
			limit = longestRun
		}
		if info, err := d.Info(); err == nil && now.Sub(info.ModTime()) > limit {
			_ = os.RemoveAll(name)
		}
		if d.IsDir() {
			return fs.SkipDir
		}
		return nil
	})
	return err
}

func named(pattern string, d fs.DirEntry) bool {
	ok, _ := path.Match(pattern, d.Name())
	return ok
}

func entrySum(about, body []byte) string { return hexSum(slices.Concat(about, []byte("\n"), body)) }

func hexSum(content []byte) string {
	sum := sha256.Sum256(content)
	return hex.EncodeToString(sum[:])
}
