package locale

import "testing"

func TestCountriesAreNamedAsReadersNameThem(t *testing.T) {
	for _, tc := range []struct{ reader, code, want string }{
		{"en", "DE", "Germany"}, {"fr", "DE", "Allemagne"}, {"ar", "FR", "فرنسا"}, {"uk", "PL", "Польща"},
		{"pt-br", "EU", "União Europeia"}, {"en", "EU", "European Union"}, {"en", "QQ", ""},
	} {
		l, err := Parse(tc.reader)
		if err != nil {
			t.Fatal(err)
		}
		if got := l.NameOfRegion(tc.code); got != tc.want {
			t.Errorf("%s in %s: %q, not %q", tc.code, tc.reader, got, tc.want)
		}
	}
}

func TestCodesOfCountries(t *testing.T) {
	for code, want := range map[string]bool{"FR": true, "UA": true, "fr": false, "EU": false, "UK": false, "FRA": false, "": false, "419": false} {
		if IsCountry(code) != want {
			t.Errorf("%q: %v", code, !want)
		}
	}
}
