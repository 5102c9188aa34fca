package build

import (
	"bytes"
	"compress/gzip"
	"context"
	"io"
	"io/fs"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/andybalholm/brotli"

	"resolutionsite/generator/internal/hosting"
	"resolutionsite/generator/internal/project"
	"resolutionsite/generator/internal/testproject"
)

// onionAddress is a valid address of no service.
const onionAddress = "http://abcdefghijklmnopqrstuvwxyz234567abcdefghijklmnopqrstuvwx.onion"

// served is a published site with what lies beside it.
type served struct {
	policy *hosting.Policy
	// root is the folder that a server takes for the root of the host, site
	// the published one, beside the one for whoever configures a host.
	root, site, beside string
	// files are the files of the site that readers can ask for.
	files []string
}

// publishSite builds the project in a folder for a base address.
func publishSite(t *testing.T, root, base string) *served {
	t.Helper()
	p, err := project.Load(os.DirFS(root))
	if err != nil {
		t.Fatal(err)
	}
	opt := Options{Root: root, BaseURL: "https://example.org" + base + "/", Date: time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC), WithoutNode: true, Progress: func(string) {}}
	at := &served{root: filepath.Join(t.TempDir(), "www")}
	at.site = filepath.Join(at.root, filepath.FromSlash(base))
	at.beside = at.site + HostingSuffix
	opt.Out = at.site
	result, err := Run(context.Background(), opt)
	if err != nil {
		t.Fatal(err)
	}
	if result.Diagnostics.HasErrors() {
		t.Fatal(result.Diagnostics)
	}
	if at.policy, err = policyOf(p, opt); err != nil {
		t.Fatal(err)
	}
	err = fs.WalkDir(os.DirFS(at.site), ".", func(name string, d fs.DirEntry, err error) error {
		hidden := strings.HasPrefix(name, ".") && !strings.HasPrefix(name, ".well-known")
		if err == nil && !d.IsDir() && !hidden && !strings.HasPrefix(name, "_") && !strings.HasSuffix(name, ".br") && !strings.HasSuffix(name, ".gz") {
			at.files = append(at.files, name)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return at
}

// path is where a file of the site is asked for.
func (at *served) path(file string) string {
	return at.policy.Base + "/" + strings.TrimSuffix(file, "index.html")
}

// repository copies the repository's own project, with a contact and an onion
// service.
func repository(t *testing.T) string {
	t.Helper()
	from, err := testproject.Repository()
	if err != nil {
		t.Fatal(err)
	}
	to := t.TempDir()
	for _, folder := range []string{"content", "i18n", "layouts", "static"} {
		if err := os.CopyFS(filepath.Join(to, folder), os.DirFS(filepath.Join(from, folder))); err != nil {
			t.Fatal(err)
		}
	}
	config := read(t, filepath.Join(from, "hugo.toml"))
	for _, line := range [][2]string{{`onion = ""`, `onion = "` + onionAddress + `"`}, {`security = ""`, `security = "security@example.org"`}} {
		if !strings.Contains(config, line[0]) {
			t.Fatalf("hugo.toml has no line %s", line[0])
		}
		config = strings.Replace(config, line[0], line[1], 1)
	}
	write(t, filepath.Join(to, "hugo.toml"), config)
	return to
}

// everyClass is the test project with files of every class and of kinds that
// it lacks.
func everyClass(t *testing.T) string {
	t.Helper()
	to := t.TempDir()
	if err := testproject.Copy(to); err != nil {
		t.Fatal(err)
	}
	for name, content := range map[string]string{
		"content/en/search/index.md":                "---\ntitle: Search\nsummary: Find.\n---\nFind.\n",
		"content/en/help/_index.md":                 "---\ntitle: Help\nsummary: Help.\n---\nHelp.\n",
		"content/en/help/a/index.md":                "---\ntitle: One\nsummary: One.\n---\nOne.\n",
		"static/pagefind/pagefind.js":               strings.Repeat("export const a = 1;\n", 100),
		"static/pagefind/index/en_1234567.pf_index": "a",
		"static/pagefind/wasm.en.pagefind":          "b",
		"static/calendar.ics":                       strings.Repeat("BEGIN:VCALENDAR\r\n", 100),
		"static/site.webmanifest":                   "{}\n",
		"static/poster.pdf":                         "%PDF-1.7\n",
		"static/picture.avif":                       "x",
		"static/data.csv":                           "a,b\n",
	} {
		write(t, filepath.Join(to, filepath.FromSlash(name)), content)
	}
	return to
}

// ask sends a request and compares the answer with the policy.
func (s *server) ask(t *testing.T, at *served, method, scheme, path string, missing bool, headers ...string) (*http.Response, []byte) {
	t.Helper()
	response, body := s.plainly(t, at, method, scheme, path, headers...)
	address := response.Request.URL.String()
	want := at.policy.Answer(hosting.Request{Path: path, Missing: missing, Secure: scheme == "https", Onion: scheme == "onion"})
	if code := response.StatusCode; code == http.StatusNotModified || code >= 300 && code < 400 {
		want.Del("Content-Type") // it has no content, or the server's own
		response.Header.Del("Content-Type")
	}
	for _, name := range decided {
		if got := response.Header.Values(name); !slices.Equal(got, want.Values(name)) {
			t.Errorf("%s %s %s: %d, %s: %q, want %q", s.name, method, address, response.StatusCode, name, got, want.Values(name))
		}
	}
	return response, body
}

// decided are the headers that the policy decides: each must have the value it
// says, once, or be absent.
var decided = []string{
	"Access-Control-Allow-Origin", "Cache-Control", "Content-Security-Policy", "Content-Type", "Cross-Origin-Embedder-Policy",
	"Cross-Origin-Opener-Policy", "Cross-Origin-Resource-Policy", "Onion-Location", "Permissions-Policy", "Referrer-Policy",
	"Strict-Transport-Security", "Vary", "X-Content-Type-Options", "X-Dns-Prefetch-Control", "X-Frame-Options",
}

// eachServer runs a test against each server in turn.
func eachServer(t *testing.T, at *served, test func(t *testing.T, s *server)) {
	for _, name := range []string{"nginx", "apache", "caddy"} {
		t.Run(name, func(t *testing.T) { test(t, start(t, name, at)) })
	}
}

func TestServersAnswerAsThePolicySays(t *testing.T) {
	for _, tc := range []struct {
		name, root, base string
		classes          []hosting.Class
	}{
		{"the repository", repository(t), "", []hosting.Class{hosting.Page, hosting.Help, hosting.Asset}},
		{"below a path", everyClass(t), "/a/b", hosting.Classes},
		{"every class", everyClass(t), "", hosting.Classes},
	} {
		t.Run(tc.name, func(t *testing.T) {
			at := publishSite(t, tc.root, tc.base)
			found := map[hosting.Class]bool{}
			for _, f := range at.files {
				found[at.policy.Class(at.path(f))] = true
			}
			for _, c := range tc.classes {
				if !found[c] {
					t.Errorf("the site has no file of class %s", c)
				}
			}
			eachServer(t, at, func(t *testing.T, s *server) {
				files(t, at, s)
				missing(t, at, s)
				others(t, at, s)
			})
		})
	}
}

// files asks for every file, as it is and compressed.
func files(t *testing.T, at *served, s *server) {
	got := map[string]int{}
	for _, f := range at.files {
		content := []byte(read(t, filepath.Join(at.site, filepath.FromSlash(f))))
		for _, accept := range []string{"", "gzip", "gzip, deflate, br, zstd", "br;q=0, gzip;q=0.5", "br;q=0, gzip;q=0"} {
			response, body := s.ask(t, at, "GET", "https", at.path(f), false, "Accept-Encoding", accept)
			if response.StatusCode != http.StatusOK {
				t.Fatalf("%s: %s", f, response.Status)
			}
			encoding := response.Header.Get("Content-Encoding")
			want := ""
			for _, way := range [][2]string{{"gzip", ".gz"}, {"br", ".br"}} {
				if _, err := os.Stat(filepath.Join(at.site, filepath.FromSlash(f)) + way[1]); err == nil && takes(accept, way[0]) {
					want = way[0]
				}
			}
			if encoding != want {
				t.Errorf("%s: asked with %q, it is %q, want %q", f, accept, encoding, want)
			}
			got[encoding]++
			if decoded := decode(t, encoding, body); !bytes.Equal(decoded, content) {
				t.Errorf("%s (%s): other bytes than the file: %d, want %d", f, encoding, len(decoded), len(content))
			}
		}
	}
	for _, encoding := range []string{"", "gzip", "br"} {
		if got[encoding] == 0 {
			t.Errorf("no file came with the encoding %q", encoding)
		}
	}
}

// takes reports whether a request accepts an encoding, for the headers above.
func takes(accept, encoding string) bool {
	return strings.Contains(accept, encoding) && !strings.Contains(accept, encoding+";q=0,") && !strings.HasSuffix(accept, encoding+";q=0")
}

func decode(t *testing.T, encoding string, body []byte) []byte {
	t.Helper()
	var r io.Reader = bytes.NewReader(body)
	switch encoding {
	case "br":
		r = brotli.NewReader(r)
	case "gzip":
		z, err := gzip.NewReader(r)
		if err != nil {
			t.Fatal(err)
		}
		r = z
	}
	content, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	return content
}

// missing asks for what is not there, or not for readers.
func missing(t *testing.T, at *served, s *server) {
	paths := []string{"/nothing", "/nothing/", "/.htaccess", "/.git/config", "/_headers", "/_redirects", "/index.html.br", "/index.html.gz", "/css/", "/css/no.css", "/css/" + strings.Repeat("0", 96) + ".css"}
	for _, l := range at.policy.Languages {
		for _, name := range []string{"nothing", "nothing/at/all/", "help/nothing", "search/nothing.bib", "resolution/cite/", "resolution/.hidden", "nothing.csl.json", "index.html.gz"} {
			paths = append(paths, "/"+l+"/"+name)
		}
	}
	for _, p := range paths {
		p = at.policy.Base + p
		for _, accept := range []string{"", "br"} {
			response, body := s.ask(t, at, "GET", "https", p, true, "Accept-Encoding", accept)
			if response.StatusCode != http.StatusNotFound {
				if s.name == "apache" && strings.HasSuffix(p, ".htaccess") && response.StatusCode == http.StatusForbidden {
					continue // by Debian's own rule
				}
				t.Errorf("%s: %s", p, response.Status)
			}
			page := strings.TrimPrefix(at.policy.NotFound(p), at.policy.Base)
			if want := read(t, filepath.Join(at.site, filepath.FromSlash(page))); string(decode(t, response.Header.Get("Content-Encoding"), body)) != want {
				t.Errorf("%s %s: not the page %s:\n%.200s", s.name, p, page, body)
			}
		}
	}
}

// others asks in other ways: for the head alone, again, over http, by the onion
// service.
func others(t *testing.T, at *served, s *server) {
	home := at.path("en/index.html")
	response, body := s.ask(t, at, "HEAD", "https", home, false)
	if response.StatusCode != http.StatusOK || len(body) != 0 || response.ContentLength <= 0 {
		t.Errorf("HEAD: %s, %d bytes, length %d", response.Status, len(body), response.ContentLength)
	}
	tag := response.Header.Get("Etag")
	if response, _ := s.ask(t, at, "GET", "https", home, false, "If-None-Match", tag); tag == "" || response.StatusCode != http.StatusNotModified {
		t.Errorf("asked again with the tag %q: %s", tag, response.Status)
	}
	for _, name := range []string{"en/resolution", "en/help"} {
		response, _ := s.ask(t, at, "GET", "https", at.policy.Base+"/"+name, false)
		if to := response.Header.Get("Location"); response.StatusCode/100 != 3 || !strings.HasSuffix(to, "/"+name+"/") {
			t.Errorf("%s: %s, %q", name, response.Status, to)
		}
	}
	response, _ = s.plainly(t, at, "GET", "http", home)
	if to := response.Header.Get("Location"); response.StatusCode/100 != 3 || to != "https://"+at.policy.Host+home {
		t.Errorf("over http: %s, %q", response.Status, to)
	}
	if values := response.Header.Values("Strict-Transport-Security"); values != nil {
		t.Errorf("over http: Strict-Transport-Security %q", values)
	}
	if at.policy.Onion != "" {
		if response, _ := s.ask(t, at, "GET", "onion", home, false); response.StatusCode != http.StatusOK {
			t.Errorf("by the onion service: %s", response.Status)
		}
		if response, _ := s.ask(t, at, "GET", "onion", at.path("fr/nothing"), true); response.StatusCode != http.StatusNotFound {
			t.Errorf("by the onion service: %s", response.Status)
		}
	}
}

// plainly sends a request and compares nothing.
func (s *server) plainly(t *testing.T, at *served, method, scheme, path string, headers ...string) (*http.Response, []byte) {
	t.Helper()
	address := scheme + "://" + at.policy.Host + path
	if scheme == "onion" {
		address = at.policy.Onion + path
	}
	request, err := http.NewRequestWithContext(t.Context(), method, address, nil)
	if err != nil {
		t.Fatal(err)
	}
	for i := 0; i < len(headers); i += 2 {
		request.Header.Set(headers[i], headers[i+1])
	}
	response, err := s.client.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	return response, body
}
