package langid

import (
	"strings"
	"testing"
)

func TestWordsTellLabelsAndAddressesFromWords(t *testing.T) {
	for _, tc := range []struct{ text, want string }{
		{"Point 13e asks NATO for a plan.", "Point 13e/label asks NATO/label for a/label plan"},
		{"point 3b(iv), vivid", "point 3b/label iv/label vivid"},
		{"S/RES/1325 (2000), p. 3", "S/label RES/label p/label"},
		{"see https://example.org/en/, www.un.org and mail a@b.example", "see https://example.org/en//address www.un.org/address and mail a@b.example/address"},
		{"the file checksums.txt. It lists (documenti.camera.it)", "the file checksums.txt/address It lists documenti.camera.it/address"},
		{"e.g. this, z.B. das", "e/label g/label this z/label B/label das"},
		{"l’Assemblée d'aujourd'hui", "l/label Assemblée d/label aujourd hui"},
		{"пам’ять і мова", "пам ять і/label мова"},
		{"العنف الجنسيّ، 491", "العنف الجنسيّ"},
		{"soft\u00adhyphen می\u200cخواهم", "soft\u00adhyphen می\u200cخواهم"},
		{"  \n", ""},
	} {
		var got []string
		for _, w := range Words(tc.text) {
			if tc.text[w.Start:w.End] != w.Text {
				t.Errorf("%q: %q stands at %d to %d", tc.text, w.Text, w.Start, w.End)
			}
			got = append(got, w.Text+[]string{"", "/label", "/address"}[w.Kind])
		}
		if strings.Join(got, " ") != tc.want {
			t.Errorf("%q: got %q, want %q", tc.text, strings.Join(got, " "), tc.want)
		}
	}
}

func TestACapitalLetterIsExpectedWhereASentenceOpens(t *testing.T) {
	var opening []string
	for _, w := range Words("The Hague. “A word”: one, Two (2024) Three! Four") {
		if w.Opens {
			opening = append(opening, w.Text)
		}
	}
	if got := strings.Join(opening, " "); got != "The A one Four" {
		t.Error(got)
	}
}
