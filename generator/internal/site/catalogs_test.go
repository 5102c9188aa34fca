package site

import (
	"maps"
	"testing"

	"resolutionsite/generator/internal/locale"
	"resolutionsite/generator/internal/project"
)

// A form that is yet to be written is no text that readers are shown.
func TestAPluralFormYetToBeWrittenTakesTheGeneralOne(t *testing.T) {
	pl, err := locale.Parse("pl")
	if err != nil {
		t.Fatal(err)
	}
	message := func(forms ...string) project.Message {
		m := project.Message{Key: "n", Plural: true}
		for i := 0; i < len(forms); i += 2 {
			m.Forms = append(m.Forms, project.Form{Category: forms[i], Text: forms[i+1]})
		}
		return m
	}
	for _, tc := range []struct {
		m    project.Message
		want map[string]string
	}{
		{message("one", "a", "few", "", "many", " ", "other", "b"), map[string]string{"one": "a", "few": "b", "many": "b", "other": "b"}},
		{message("one", "a", "few", "c", "many", "", "other", ""), map[string]string{"one": "a", "few": "c", "many": "c", "other": "c"}},
	} {
		if got := forms(tc.m, pl); !maps.Equal(got, tc.want) {
			t.Errorf("%+v: %v, want %v", tc.m.Forms, got, tc.want)
		}
	}
}
