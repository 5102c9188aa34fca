package publish

import (
	"bufio"
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"
)

// filesPerGeneration is how many files, besides the marker, each site of the
// crash test has.
const filesPerGeneration = 60

// generation writes a site of which every file carries the number n.
func generation(dir string, n int) error {
	content := []byte(strings.Repeat(strconv.Itoa(n)+"\n", 200))
	for i := range filesPerGeneration {
		sub := filepath.Join(dir, strconv.Itoa(i%7))
		if err := os.MkdirAll(sub, 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(sub, strconv.Itoa(i)), content, 0o644); err != nil {
			return err
		}
	}
	return os.WriteFile(filepath.Join(dir, "build.json"), content, 0o644)
}

// whole returns the generation of the site in dir, or an error unless every
// file is there, complete and of the same one.
func whole(dir string) (int, error) {
	marker, err := os.ReadFile(filepath.Join(dir, "build.json"))
	if err != nil {
		return 0, err
	}
	files := 0
	err = filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		files++
		content, err := os.ReadFile(path)
		if err == nil && string(content) != string(marker) {
			err = fmt.Errorf("%s is not of the generation of build.json", path)
		}
		return err
	})
	if err != nil {
		return 0, err
	}
	if files != filesPerGeneration+1 {
		return 0, fmt.Errorf("%d files, want %d", files, filesPerGeneration+1)
	}
	first, _, _ := strings.Cut(string(marker), "\n")
	return strconv.Atoi(first)
}

// childFolder names, in the environment of a child, the folder to publish to;
// childWay names the way to swap.
const (
	childFolder = "PUBLISH_TEST_FOLDER"
	childWay    = "PUBLISH_TEST_WAY"
)

// TestChildPublishesUntilKilled is not a test but the victim of the next one.
func TestChildPublishesUntilKilled(t *testing.T) {
	out := os.Getenv(childFolder)
	if out == "" {
		t.Skip("only as a child of the crash test")
	}
	n, err := whole(out)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		t.Fatal(err)
	}
	for {
		n++
		w, err := open(out, options, exchangers[os.Getenv(childWay)])
		if err != nil {
			t.Fatal(err)
		}
		fmt.Println("build", n)
		if err := generation(w.Site(), n); err != nil {
			t.Fatal(err)
		}
		fmt.Println("publish", n)
		if err := w.Publish(); err != nil {
			t.Fatal(err)
		}
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

func TestASiteIsOneWholeGenerationWheneverABuildIsKilled(t *testing.T) {
	const kills = 40 // for each way
	for way, ex := range exchangers {
		t.Run(way, func(t *testing.T) {
			t.Parallel()
			root := t.TempDir()
			out := filepath.Join(root, "public")
			interrupted, absent, last := 0, 0, 0
			for range kills {
				kill(t, out, way)
				if _, err := os.Stat(filepath.Join(root, ".public.build")); err == nil {
					interrupted++
				}
				if _, err := os.Stat(out); errors.Is(err, fs.ErrNotExist) {
					if way == "exchange" && last > 0 {
						t.Fatal("the site is gone")
					}
					// Between two renames, or before the first publication.
					absent++
					w := mustOpen(t, out, ex)
					mustClose(t, w)
					if last == 0 {
						continue
					}
				}
				n, err := whole(out)
				if err != nil {
					t.Fatal(err)
				}
				if n < last {
					t.Fatalf("generation %d after %d", n, last)
				}
				last = n
			}
			mustClose(t, mustOpen(t, out, ex))
			mustHold(t, root, "public")
			if interrupted < kills/2 || last < 2 {
				t.Errorf("the test proved little: %d of %d kills hit a build, %d generations", interrupted, kills, last)
			}
			t.Logf("%d kills, %d during a build, %d without a site, %d generations", kills, interrupted, absent, last)
		})
	}
}

// kill runs a child that publishes again and again and kills it at a random
// moment.
func kill(t *testing.T, out, way string) {
	t.Helper()
	child := exec.Command(os.Args[0], "-test.run=^TestChildPublishesUntilKilled$")
	child.Env = append(os.Environ(), childFolder+"="+out, childWay+"="+way)
	stdout, err := child.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := child.Start(); err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewScanner(stdout)
	// Half of the kills aim at the rendering, half at the swap.
	for range 1 + rand.IntN(6) {
		if !lines.Scan() {
			t.Error("the child stopped by itself")
			break
		}
	}
	time.Sleep(time.Duration(rand.IntN(15_000)) * time.Microsecond)
	if err := child.Process.Kill(); err != nil {
		t.Error(err)
	}
	_ = child.Wait() // always an error: it was killed
}
