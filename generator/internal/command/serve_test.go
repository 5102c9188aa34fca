package command

import (
	"bytes"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"resolutionsite/generator/internal/testproject"
)

// output collects what a running program prints.
type output struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (o *output) Write(p []byte) (int, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.b.Write(p)
}

func (o *output) String() string {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.b.String()
}

// A shownPreview is one that runs until its test ends.
type shownPreview struct {
	base    string
	printed output
	process *os.Process
	ended   chan error
}

func startPreview(t *testing.T, dir string) *shownPreview {
	t.Helper()
	port := freePort(t)
	p := &shownPreview{base: fmt.Sprintf("http://localhost:%d", port), ended: make(chan error, 1)}
	cmd := child(t, dir, "serve", "--port", fmt.Sprint(port))
	cmd.Stdout, cmd.Stderr = &p.printed, &p.printed
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	p.process = cmd.Process
	go func() {
		p.ended <- cmd.Wait()
		close(p.ended)
	}()
	t.Cleanup(func() { // an interrupted one takes its renderer with it
		_ = cmd.Process.Signal(os.Interrupt)
		select {
		case <-p.ended:
		case <-time.After(10 * time.Second):
			_ = cmd.Process.Kill()
		}
	})
	return p
}

// shows waits until a page has a text.
func (p *shownPreview) shows(t *testing.T, what, path, text string) {
	t.Helper()
	last := ""
	for deadline := time.Now().Add(30 * time.Second); time.Now().Before(deadline); time.Sleep(50 * time.Millisecond) {
		response, err := http.Get(p.base + path)
		if err != nil {
			last = err.Error()
			continue
		}
		body, err := io.ReadAll(response.Body)
		_ = response.Body.Close()
		if last = string(body); err == nil && strings.Contains(last, text) {
			return
		}
	}
	t.Fatalf("%s: %s never shows %q; last:\n%s\nprinted:\n%s", what, path, text, last, p.printed.String())
}

// says waits until the preview has printed a text.
func (p *shownPreview) says(t *testing.T, text string) {
	t.Helper()
	for deadline := time.Now().Add(30 * time.Second); !strings.Contains(p.printed.String(), text); time.Sleep(20 * time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatalf("never says %q; printed:\n%s", text, p.printed.String())
		}
	}
}

func TestThePreviewFollowsTheFilesAndWritesNothing(t *testing.T) {
	dir := t.TempDir()
	if err := testproject.Copy(dir); err != nil {
		t.Fatal(err)
	}
	p := startPreview(t, dir)
	write := func(name, content string) {
		t.Helper()
		name = filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}

	p.says(t, "note: no problems")
	p.shows(t, "a fallback page", "/fr/resolution/3b/", `<div class="prose" lang="en" dir="ltr">`)
	p.shows(t, "the chooser", "/", "Choose a language")

	write("content/fr/_index.md", "---\ntitle: Titre changé\nsummary: Une phrase.\n---\n\nTexte.\n")
	p.shows(t, "an edited page", "/fr/", "Titre changé")

	write("content/fr/resolution/3b/index.md", "---\ntitle: Enfin traduit\nsummary: Une phrase.\n---\n\nTexte.\n")
	p.shows(t, "a page that was borrowed and now is translated", "/fr/resolution/3b/", `<h1>Enfin traduit</h1>`)

	write("content/fr/resolution/3b/index.md", "---\ntitle: Enfin traduit\nsummary: Une phrase.\n---\n\n[x](/nowhere/)\n")
	p.says(t, "content/fr/resolution/3b/index.md:6:1: error: the link /nowhere/ leads to no page")

	write("i18n/pl.toml", "nav_search = \"Strona główna\"\n")
	p.shows(t, "a language that was dropped in", "/pl/", `<html lang="pl" dir="ltr">`)

	if err := p.process.Signal(os.Interrupt); err != nil {
		t.Fatal(err)
	}
	select {
	case <-p.ended:
	case <-time.After(10 * time.Second):
		t.Fatal("does not end when interrupted")
	}
	for _, name := range []string{"public", "resources", ".hugo_build.lock", ".public.build", "hugo_stats.json"} {
		if exists(filepath.Join(dir, name)) {
			t.Errorf("the preview wrote %s", name)
		}
	}
}

// A page that cannot be read is what people make while they write.
func TestAPreviewOutlivesAPageThatCannotBeRead(t *testing.T) {
	dir := t.TempDir()
	if err := testproject.Copy(dir); err != nil {
		t.Fatal(err)
	}
	page := filepath.Join(dir, "content", "fr", "_index.md")
	write := func(content string) {
		t.Helper()
		if err := os.WriteFile(page, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	const unreadable = "---\ntitle: Titre : faux : encore\nsummary: Une phrase.\n---\n\nTexte.\n"
	write(unreadable)
	p := startPreview(t, dir)
	p.says(t, "as soon as the errors are mended")
	write("---\ntitle: Premier\nsummary: Une phrase.\n---\n\nTexte.\n")
	p.shows(t, "the page", "/fr/", "Premier")
	for i := range 5 {
		write(unreadable)
		time.Sleep(time.Duration(i) * 100 * time.Millisecond)
		title := fmt.Sprint("Titre ", i)
		write("---\ntitle: " + title + "\nsummary: Une phrase.\n---\n\nTexte.\n")
		p.shows(t, "the page", "/fr/", title)
	}
	for _, dump := range []string{"panic:", "goroutine", "/hugo@", "building site"} {
		if strings.Contains(p.printed.String(), dump) {
			t.Errorf("says %q; printed:\n%s", dump, p.printed.String())
		}
	}
}

func TestAPreviewOnAPortInUseNamesAnother(t *testing.T) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	port := l.Addr().(*net.TCPAddr).Port
	dir := t.TempDir()
	if err := testproject.Copy(dir); err != nil {
		t.Fatal(err)
	}
	printed, err := child(t, dir, "serve", "--port", fmt.Sprint(port)).CombinedOutput()
	want := fmt.Sprintf("error: port %d is in use\n  hint: another preview may be running; choose another port with --port %d\n", port, port+1)
	if err == nil || string(printed) != want {
		t.Errorf("%v %q, want %q", err, printed, want)
	}
}

func freePort(t *testing.T) int {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	return l.Addr().(*net.TCPAddr).Port
}
