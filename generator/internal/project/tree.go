package project

import (
	"io/fs"
	"path"
	"runtime"
	"slices"
	"strings"
	"sync"

	"resolutionsite/generator/internal/diag"
)

// item is something below a folder, as it was read.
type item struct {
	file     *File // nil for what could not be looked at
	page     *Page // nil for what is no page
	problems diag.List
}

// readTree reads every file below a folder whose name, and that of its folders,
// does not begin with a dot. Several are read at the same time; the items are in
// the order of fs.WalkDir.
func readTree(fsys fs.FS, folder string, read func(name string) item) ([]item, error) {
	t := tree{fsys, read, make(chan struct{}, runtime.GOMAXPROCS(0))}
	return t.folder(folder)
}

type tree struct {
	fsys fs.FS
	read func(name string) item
	// busy holds a token for each goroutine besides the first.
	busy chan struct{}
}

func (t *tree) folder(name string) ([]item, error) {
	entries, err := fs.ReadDir(t.fsys, name)
	if err != nil {
		return nil, err
	}
	items, errs := make([][]item, len(entries)), make([]error, len(entries))
	var others sync.WaitGroup
	for i, entry := range entries {
		if strings.HasPrefix(entry.Name(), ".") {
			continue
		}
		one := func() { items[i], errs[i] = t.entry(path.Join(name, entry.Name()), entry) }
		select {
		case t.busy <- struct{}{}:
			others.Go(func() {
				one()
				<-t.busy
			})
		default:
			one()
		}
	}
	others.Wait()
	for _, err := range errs {
		if err != nil {
			return nil, err
		}
	}
	return slices.Concat(items...), nil
}

func (t *tree) entry(name string, entry fs.DirEntry) ([]item, error) {
	if problem := extraordinary(name, entry); problem != nil {
		return []item{{problems: diag.List{*problem}}}, nil
	}
	if entry.IsDir() {
		return t.folder(name)
	}
	return []item{t.read(name)}, nil
}
