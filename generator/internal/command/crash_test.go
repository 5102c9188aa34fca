package command

import (
	"crypto/sha256"
	"flag"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"
	"time"

	"resolutionsite/generator/internal/build"
	"resolutionsite/generator/internal/publish"
	"resolutionsite/generator/internal/testproject"
)

var kills = flag.Int("kills", 20, "how many builds the crash test kills")

// A build that is killed, at whatever moment, leaves the published folder as
// one whole build: the one before it or its own.
func TestTheSiteIsOneWholeBuildWheneverABuildIsKilled(t *testing.T) {
	dir := t.TempDir()
	out := filepath.Join(dir, "public")
	whole := map[string]int{}
	projects := []string{filepath.Join(dir, "one"), filepath.Join(dir, "two")}
	for i, p := range projects {
		if err := testproject.Copy(p); err != nil {
			t.Fatal(err)
		}
		// Every page of the two sites differs, by the publisher's name.
		config := fmt.Sprintf("baseURL = \"https://example.org/\"\n[params.publisher]\nname = \"Publisher %d\"\n", i)
		if err := os.WriteFile(filepath.Join(p, "hugo.toml"), []byte(config), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	command := []string{"build", "--without-node", "--date", "2026-11-23", "--out", out}
	var longest time.Duration
	for i, p := range projects {
		start := time.Now()
		if output, err := child(t, p, command...).CombinedOutput(); err != nil {
			t.Fatalf("%v\n%s", err, output)
		}
		longest = max(longest, time.Since(start))
		whole[fingerprint(t, out)] = i
	}
	if len(whole) != 2 {
		t.Fatal("the two sites are the same")
	}

	published := 0
	before := fingerprint(t, out)
	hosting := fingerprint(t, out+build.HostingSuffix) // of either site
	for i := range *kills {
		cmd := child(t, projects[i%2], command...)
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		if i%2 == 0 {
			time.Sleep(rand.N(longest))
		} else {
			waitForSwap(filepath.Join(dir, ".public.build", "site", "sitemap.xml.gz"), longest)
		}
		_ = cmd.Process.Kill() // it may have ended by itself
		_ = cmd.Wait()
		after := fingerprint(t, out)
		if _, ok := whole[after]; !ok {
			t.Fatalf("kill %d left a folder that is no whole build", i+1)
		}
		if fingerprint(t, out+build.HostingSuffix) != hosting {
			t.Fatalf("kill %d left a part of what hosts read", i+1)
		}
		if after != before {
			published++
		}
		before = after
	}
	t.Logf("%d kills: the site was replaced %d times, and always whole", *kills, published)

	// The next build clears away what the killed ones left.
	if output, err := child(t, projects[0], command...).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, output)
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if name := e.Name(); name != "one" && name != "two" && name != "public" && name != "public"+build.HostingSuffix {
			t.Errorf("left behind: %s", name)
		}
	}
}

// waitForSwap waits until a build has made the last of its files, and then for a
// random time in which it compresses the rest, swaps and clears away.
func waitForSwap(last string, atMost time.Duration) {
	for start := time.Now(); !exists(last) && time.Since(start) < 2*atMost; {
		time.Sleep(time.Millisecond)
	}
	time.Sleep(rand.N(150 * time.Millisecond))
}

// fingerprint is a digest of every name and content below a folder.
func fingerprint(t *testing.T, folder string) string {
	t.Helper()
	h := sha256.New()
	err := filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		content, err := os.ReadFile(path)
		fmt.Fprintf(h, "%s %d\n%s\n", path, len(content), content)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return string(h.Sum(nil))
}

func TestTheSecondOfTwoBuildsSaysThatTheFolderIsBusy(t *testing.T) {
	dir := t.TempDir()
	if err := testproject.Copy(dir); err != nil {
		t.Fatal(err)
	}
	out := filepath.Join(dir, "public")
	first, err := publish.Open(out, publish.Options{Marker: build.RecordName, Root: dir})
	if err != nil {
		t.Fatal(err)
	}
	output, err := child(t, dir, "build", "--without-node").CombinedOutput()
	if closeErr := first.Close(); closeErr != nil {
		t.Fatal(closeErr)
	}
	want := fmt.Sprintf("error: another build is writing %s\n  hint: wait until it has ended\n", out)
	if err == nil || string(output) != want {
		t.Errorf("%v %q, want %q", err, output, want)
	}
}
