package project_test

import (
	"strings"
	"testing"

	"resolutionsite/generator/internal/project"
)

func TestNearestIsWhatTheWriterMeant(t *testing.T) {
	for _, tc := range []struct{ name, candidates, want string }{
		{"titel", "summary title", "title"},
		{"TITLE", "title", "title"},
		{"sumary", "title summary", "summary"},
		{"resoluiton", "review resolution", "resolution"},
		{"13f", "13a 13e 13f", "13f"},
		{"13z", "13a 13b", "13a"}, // the first of equals
		{"/resolution/13ee/", "/resolution/ /resolution/13e/", "/resolution/13e/"},
		{"війна", "війні мир", "війні"},
		{"мир", "кіт", ""},
		{"ab", "xy", ""},
		{"x", "y", ""},
		{"", "a", ""},
		{"a", "", ""},
		{"layout", "title summary aliases", ""},
	} {
		if got := project.Nearest(tc.name, strings.Fields(tc.candidates)); got != tc.want {
			t.Errorf("%q of %s: got %q, want %q", tc.name, tc.candidates, got, tc.want)
		}
	}
}
