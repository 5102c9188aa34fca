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

func TestThePreviewFollowsTheFilesAndWritesNothing(t *testing.T) {
	dir := t.TempDir()
	if err := testproject.Copy(dir); err != nil {
		t.Fatal(err)
	}
	port := freePort(t)
	var printed output
	cmd := child(t, dir, "serve", "--port", fmt.Sprint(port))
	cmd.Stdout, cmd.Stderr = &printed, &printed
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	ended := make(chan error, 1)
	go func() { ended <- cmd.Wait() }()
	t.Cleanup(func() { _ = cmd.Process.Kill() })
	base := fmt.Sprintf("http://localhost:%d", port)

	shows := func(what, path, text string) {
		t.Helper()
		last := ""
		for deadline := time.Now().Add(30 * time.Second); time.Now().Before(deadline); time.Sleep(50 * time.Millisecond) {
			response, err := http.Get(base + path)
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
		t.Fatalf("%s: %s never shows %q; last:\n%s\nprinted:\n%s", what, path, text, last, printed.String())
	}
	says := func(text string) {
		t.Helper()
		for deadline := time.Now().Add(30 * time.Second); !strings.Contains(printed.String(), text); time.Sleep(20 * time.Millisecond) {
			if time.Now().After(deadline) {
				t.Fatalf("never says %q; printed:\n%s", text, printed.String())
			}
		}
	}
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

	says("note: no problems")
	shows("a fallback page", "/fr/resolution/3b/", `<div class="prose" lang="en" dir="ltr">`)
	shows("the chooser", "/", "Choose a language")

	write("content/fr/_index.md", "---\ntitle: Titre changé\nsummary: Une phrase.\n---\n\nTexte.\n")
	shows("an edited page", "/fr/", "Titre changé")

	write("content/fr/resolution/3b/index.md", "---\ntitle: Enfin traduit\nsummary: Une phrase.\n---\n\nTexte.\n")
	shows("a page that was borrowed and now is translated", "/fr/resolution/3b/", `<h1>Enfin traduit</h1>`)

	write("content/fr/resolution/3b/index.md", "---\ntitle: Enfin traduit\nsummary: Une phrase.\n---\n\n[x](/nowhere/)\n")
	says("content/fr/resolution/3b/index.md:6:1: error: the link /nowhere/ leads to no page")

	write("i18n/pl.toml", "nav_search = \"Strona główna\"\n")
	shows("a language that was dropped in", "/pl/", `<html lang="pl" dir="ltr">`)

	if err := cmd.Process.Signal(os.Interrupt); err != nil {
		t.Fatal(err)
	}
	select {
	case <-ended:
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
	port := freePort(t)
	var printed output
	cmd := child(t, dir, "serve", "--port", fmt.Sprint(port))
	cmd.Stdout, cmd.Stderr = &printed, &printed
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = cmd.Process.Signal(os.Interrupt)
		_ = cmd.Wait()
	})
	until := func(what string, holds func() bool) {
		t.Helper()
		for deadline := time.Now().Add(30 * time.Second); !holds(); time.Sleep(20 * time.Millisecond) {
			if time.Now().After(deadline) {
				t.Fatalf("never %s; printed:\n%s", what, printed.String())
			}
		}
	}
	shows := func(text string) func() bool {
		return func() bool {
			response, err := http.Get(fmt.Sprintf("http://localhost:%d/fr/", port))
			if err != nil {
				return false
			}
			defer response.Body.Close()
			body, err := io.ReadAll(response.Body)
			return err == nil && strings.Contains(string(body), text)
		}
	}
	until("waits for the mending", func() bool { return strings.Contains(printed.String(), "as soon as the errors are mended") })
	write("---\ntitle: Premier\nsummary: Une phrase.\n---\n\nTexte.\n")
	until("shows the page", shows("Premier"))
	for i := range 5 {
		write(unreadable)
		time.Sleep(time.Duration(i) * 100 * time.Millisecond)
		title := fmt.Sprint("Titre ", i)
		write("---\ntitle: " + title + "\nsummary: Une phrase.\n---\n\nTexte.\n")
		until("shows "+title, shows(title))
	}
	for _, dump := range []string{"panic:", "goroutine", "/hugo@", "building site"} {
		if strings.Contains(printed.String(), dump) {
			t.Errorf("says %q; printed:\n%s", dump, printed.String())
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
