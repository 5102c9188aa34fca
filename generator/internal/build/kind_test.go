package build

import (
	"testing"

	"resolutionsite/generator/internal/hosting"
	"resolutionsite/generator/internal/manifestation"
)

// What manifests and links say of a file is what hosts say of it.
func TestFormatsAreServedAsTheTypeTheyAreSaidToHave(t *testing.T) {
	formats := manifestation.Formats()
	if len(formats) == 0 {
		t.Fatal("no formats")
	}
	for _, f := range formats {
		if got := hosting.KindOf("/en/resolution/" + f.File).Media; got != f.MediaType {
			t.Errorf("%s: %s, want %s", f.File, got, f.MediaType)
		}
	}
}
