package project_test

import (
	"slices"
	"testing"

	"resolutionsite/generator/internal/project"
	"resolutionsite/generator/internal/resolution"
)

func TestWordsLeadWhereTheProjectSaysAndToPartsThatTheTextNames(t *testing.T) {
	for _, tc := range []struct {
		name, references, id, text string
		want                       []string // "words → target"
	}{
		{"a document", "- {text: Resolution 13, url: https://a.example/}", "p2-a", "see Resolution 13, and Resolution 13;", []string{"Resolution 13 → https://a.example/", "Resolution 13 → https://a.example/"}},
		{"whole words", "- {text: '13', to: p1}", "", "113, 131, 13a and 13 and و13", []string{"13 → p1", "13 → p1", "13 → p1"}},
		{"letters", "- {text: act, to: p1}", "", "acts, pact, act", []string{"act → p1"}},
		{"in one part", "- {text: act, in: p1, to: p2}", "p2", "act", nil},
		{"the longest wins", "- {text: Resolution, to: p1}\n  - {text: Resolution 13 of 2000, to: p2}\n  - {text: 2000 and, to: p1}", "", "Resolution 13 of 2000 and Resolution", []string{"Resolution 13 of 2000 → p2", "Resolution → p1"}},
		{"what the text says", "", "p1", "paragraph 2 and point 2a", []string{"paragraph 2 → p2", "point 2a → p2-a"}},
		{"what the project says goes before what the text does", "- {text: paragraph 2, url: https://a.example/}", "", "paragraph 2", []string{"paragraph 2 → https://a.example/"}},
		{"white space", "- {text: 'a  b', to: p1}", "", "a b", []string{"a b → p1"}},
		{"no target", "- {text: act}", "", "act", nil},
		{"letters of more than one byte", "- {text: резолюції, to: p1}", "", "дев’яти резолюції", []string{"резолюції → p1"}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			archive := withResolution
			if tc.references != "" {
				archive += "-- content/en/resolution/references.yaml --\nreferences:\n  " + tc.references + "\n"
			}
			p := load(t, files(archive))
			if len(p.Problems) > 0 {
				t.Fatal(p.Problems)
			}
			var got []string
			for _, c := range project.NewReferrer(p.Resolutions["en"]).In(tc.id, resolution.Inline{{Text: tc.text}}) {
				target := c.To
				if c.Reference != nil && c.Reference.URL != "" {
					target = c.Reference.URL
				}
				got = append(got, tc.text[c.Start:c.End]+" → "+target)
			}
			if !slices.Equal(got, tc.want) {
				t.Errorf("%q, want %q", got, tc.want)
			}
		})
	}
}
