package press

import (
	"bufio"
	"bytes"
	"context"
	"embed"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"sync"
	"sync/atomic"
)

// job is one piece as worker.mjs makes it.
type job struct {
	Template string `json:"template"`
	Data     any    `json:"data"`
	Format   string `json:"format"`          // pdf or png
	Width    int    `json:"width,omitempty"` // of a picture, in pixels
	// Sizes are those of the letters, in points; the first is taken that needs no
	// more than Pages pages.
	Sizes []float64 `json:"sizes,omitempty"`
	Pages int       `json:"pages,omitempty"`
	Out   string    `json:"out,omitempty"`
}

// result is what became of a job.
type result struct {
	Pages  int     `json:"pages"`
	Width  int     `json:"width,omitempty"`
	Height int     `json:"height,omitempty"`
	Report *report `json:"report,omitempty"`
	End    *end    `json:"end,omitempty"`
	// Fault is what Typst says of words that cannot be set, such as letters that
	// no font has.
	Fault string `json:"fault,omitempty"`
}

//go:embed typst/*.typ
var templates embed.FS

//go:embed worker.mjs
var script []byte

// tools are the packages that make the kit, below node_modules.
var tools = []string{"@myriaddreamin/typst-ts-node-compiler", "@resvg/resvg-js"}

// binaries are the files that tools consist of, another one for each platform.
var binaries = []string{tools[0] + "-*/*.node", tools[1] + "-*/*.node"}

// fontFolders are the folders of the fonts, below node_modules.
var fontFolders = []string{
	"@expo-google-fonts/noto-serif/400Regular", "@expo-google-fonts/noto-serif/400Regular_Italic", "@expo-google-fonts/noto-serif/700Bold",
	"@expo-google-fonts/noto-sans/400Regular", "@expo-google-fonts/noto-sans/400Regular_Italic", "@expo-google-fonts/noto-sans/600SemiBold", "@expo-google-fonts/noto-sans/700Bold",
	"@expo-google-fonts/amiri/400Regular", "@expo-google-fonts/amiri/400Regular_Italic", "@expo-google-fonts/amiri/700Bold",
}

// fontLicences are the licences of the fonts, below node_modules.
var fontLicences = []string{"@expo-google-fonts/noto-serif/LICENSE_FONT", "@expo-google-fonts/noto-sans/LICENSE_FONT", "@expo-google-fonts/amiri/LICENSE_FONT"}

// workers is how many processes of Node make pieces at once. Each takes about
// 200 MB.
func workers(pieces int) int { return max(1, min(runtime.GOMAXPROCS(0), 4, pieces)) }

// make makes the pieces that the cache does not hold.
func (m *maker) make(ctx context.Context, cache *cache, all []*piece) error {
	var todo []*piece
	for _, p := range all {
		if err := cache.find(p); err != nil {
			return err
		}
		if p.file == "" {
			todo = append(todo, p)
		}
	}
	var done atomic.Int64
	step := func() {
		if n := int(done.Add(1)); m.options.Progress != nil {
			m.options.Progress(n, len(all))
		}
	}
	for range len(all) - len(todo) {
		step()
	}
	if len(todo) == 0 {
		return nil
	}
	layouts := filepath.Join(cache.scratch, "layouts")
	if err := writeLayouts(layouts); err != nil {
		return err
	}
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	jobs := make(chan *piece)
	var group sync.WaitGroup
	for range workers(len(todo)) {
		group.Go(func() {
			if err := m.work(ctx, layouts, jobs, cache, step); err != nil {
				cancel(err)
			}
		})
	}
send:
	for _, p := range todo {
		select {
		case jobs <- p:
		case <-ctx.Done():
			break send
		}
	}
	close(jobs)
	group.Wait()
	return context.Cause(ctx)
}

func writeLayouts(folder string) error {
	if err := os.CopyFS(folder, templates); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(folder, "worker.mjs"), script, 0o644)
}

// work runs one process of Node until there is nothing left to do.
func (m *maker) work(ctx context.Context, layouts string, jobs <-chan *piece, cache *cache, step func()) (err error) {
	root, err := filepath.Abs(m.options.Root)
	if err != nil {
		return err
	}
	args := []string{filepath.Join(layouts, "worker.mjs"), root, filepath.Join(layouts, "typst")}
	for _, folder := range fontFolders {
		args = append(args, filepath.Join(root, "node_modules", filepath.FromSlash(folder)))
	}
	cmd := exec.CommandContext(ctx, "node", args...)
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	stdin, err := cmd.StdinPipe()
	if err != nil {
		return err
	}
	stdout, err := cmd.StdoutPipe()
	if err != nil {
		return err
	}
	if err := cmd.Start(); err != nil {
		return fmt.Errorf("make the kit: %w", err)
	}
	defer func() {
		err = errors.Join(err, stdin.Close())
		switch ended := cmd.Wait(); {
		case ctx.Err() != nil, err == nil && ended == nil:
		case err == nil:
			err = fmt.Errorf("make the kit: %w: %s", ended, lastLines(stderr.Bytes()))
		case ended == nil:
			err = fmt.Errorf("make the kit: %w", err)
		default:
			err = fmt.Errorf("make the kit: %w (%w): %s", err, ended, lastLines(stderr.Bytes()))
		}
	}()
	lines := bufio.NewReader(stdout)
	for p := range jobs {
		p.job.Out = cache.scratchFile()
		request, err := json.Marshal(p.job)
		if err != nil {
			return err
		}
		if _, err := stdin.Write(append(request, '\n')); err != nil {
			return fmt.Errorf("%s: %w", p.name, err)
		}
		answer, err := lines.ReadBytes('\n')
		if errors.Is(err, io.EOF) {
			err = errors.New("node ended")
		}
		if err != nil {
			return fmt.Errorf("%s: %w", p.name, err)
		}
		p.result = result{}
		if err := json.Unmarshal(answer, &p.result); err != nil {
			return fmt.Errorf("%s: %w", p.name, err)
		}
		p.fresh = true
		if p.result.Fault == "" {
			if err := errors.Join(p.finish(), cache.keep(p)); err != nil {
				return fmt.Errorf("%s: %w", p.name, err)
			}
		}
		step()
	}
	return nil
}

// finish mends the file of a piece.
func (p *piece) finish() error {
	content, err := os.ReadFile(p.job.Out)
	if err != nil {
		return err
	}
	if p.job.Format == "png" {
		content, err = lighter(content)
	} else {
		bleed := 0.0
		if s, ok := p.job.Data.(sign); ok {
			bleed = s.Bleed
		}
		content, err = finish(content, bleed, slugWidth)
	}
	if err != nil {
		return err
	}
	return os.WriteFile(p.job.Out, content, 0o644)
}

// lastLines is the end of what a process said.
func lastLines(said []byte) []byte {
	said = bytes.TrimSpace(said)
	return said[max(0, len(said)-2000):]
}
