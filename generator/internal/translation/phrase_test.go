package translation

import "testing"

func TestAPhraseIsFoundInItsForms(t *testing.T) {
	for _, tc := range []struct {
		pattern, text string
		want          bool
	}{
		{"violence* sexuelle* liée* aux conflits", "Les Violences sexuelles liées aux conflits sont", true},
		{"violence* sexuelle* liée* aux conflits", "violences sexuelles dans les conflits", false},
		{"conflict related sexual violence", "**conflict-related** sexual violence", true},
		{"сексуальн* насильств*, пов'язан* з конфлікт*", "сексуального насильства, пов’язаного з конфліктом", true},
		{"*عنف الجنسي المتصل بالنزاع*", "والعُنف الجنسي المتصل بالنزاعات", true},
		{"sex", "sexual", false},
		{"l'aide", "demander de l’aide", true},
		{"a", "[b](/a/)", false},
		{"", "anything", false},
	} {
		if got := NewPhrase(tc.pattern).In(tc.text); got != tc.want {
			t.Errorf("%q in %q: %v", tc.pattern, tc.text, got)
		}
	}
}
