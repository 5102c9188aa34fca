package resolution

import (
	"os"
	"regexp"
	"slices"
	"testing"
)

// TestThePackageCommentListsEveryRuleAndRefusal keeps doc.go whole.
func TestThePackageCommentListsEveryRuleAndRefusal(t *testing.T) {
	doc, err := os.ReadFile("doc.go")
	if err != nil {
		t.Fatal(err)
	}
	var listed []string
	for _, m := range regexp.MustCompile(`(?m)^//\t([a-z-]+) `).FindAllStringSubmatch(string(doc), -1) {
		listed = append(listed, m[1])
	}
	for _, rule := range RepairRules {
		if !slices.Contains(listed, rule) {
			t.Errorf("doc.go does not list the rule %s", rule)
		}
	}
	files, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	identity := regexp.MustCompile(`"(resolution-[a-z-]+)"`)
	for _, f := range files {
		if f.IsDir() || !regexp.MustCompile(`^[a-z_]+\.go$`).MatchString(f.Name()) || regexp.MustCompile(`_test\.go$`).MatchString(f.Name()) {
			continue
		}
		src, err := os.ReadFile(f.Name())
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range identity.FindAllStringSubmatch(string(src), -1) {
			if !slices.Contains(listed, m[1]) {
				t.Errorf("doc.go does not list %s of %s", m[1], f.Name())
			}
		}
	}
}
