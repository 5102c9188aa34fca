package exchange

import (
	"fmt"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/text/language/display"

	"resolutionsite/generator/internal/locale"
)

// languages are those that x/text has a name for, those with a tag of two
// letters, and the others that CLDR has plural rules for.
func languages(t *testing.T) []locale.Language {
	t.Helper()
	var all []locale.Language
	add := func(key string) {
		if l, err := locale.Parse(key); err == nil {
			all = append(all, l)
		}
	}
	for _, tag := range display.Supported.Tags() {
		add(tag.String())
	}
	for a := 'a'; a <= 'z'; a++ {
		for b := 'a'; b <= 'z'; b++ {
			add(string([]rune{a, b}))
		}
	}
	for key := range strings.FieldsSeq("ars art asa ast bal bem bez bho blo brx ceb cgg chr ckb cnr csw doi dsb fil fur gsw guw haw hsb jgo jmc kab kaj " +
		"kcg kkj kmr kok ksb ksh lag lij lld mas mgo nah naq nnh nso nyn osa pap pcm prg prs rof rwk saq sat scn sdh seh sgs shi sma smi smj smn sms " +
		"ssy syr teo tig tzm vec vun wae xog x-test") {
		add(key)
	}
	if len(all) < 500 {
		t.Fatalf("only %d languages", len(all))
	}
	return all
}

func TestThePluralExpressionSelectsWhatTheSiteSelects(t *testing.T) {
	numbers := []string{"1000", "1001", "1011", "1021", "2000", "3000", "10000", "100000", "1000000", "1000001", "2000000", "5000000", "1000000000"}
	for n := range 201 {
		numbers = append(numbers, strconv.Itoa(n))
	}
	several := 0
	for _, lang := range languages(t) {
		if len(lang.PluralForms) == 1 && lang.Key != "ja" {
			continue
		}
		header, err := pluralHeader(lang, lang.PluralForms)
		if err != nil {
			t.Error(err)
			continue
		}
		count, plural, _ := strings.Cut(strings.TrimSuffix(header, ";"), "; plural=")
		expr, ok := parseExpression(plural)
		if !ok || count != "nplurals="+strconv.Itoa(len(lang.PluralForms)) {
			t.Errorf("%s: %s", lang.Tag, header)
			continue
		}
		if len(lang.PluralForms) > 1 {
			several++
		}
		for i, form := range lang.PluralFormOf(numbers...) {
			n, _ := strconv.ParseUint(numbers[i], 10, 64)
			if index := expr(n); index >= uint64(len(lang.PluralForms)) || lang.PluralForms[index] != form {
				t.Errorf("%s: %d has the form %s, not number %d of %v: %s", lang.Tag, n, form, index, lang.PluralForms, header)
				break
			}
		}
	}
	if several < 100 {
		t.Errorf("only %d languages with plural forms", several)
	}
}

func TestPluralHeadersAreAsExpected(t *testing.T) {
	for key, want := range map[string]string{
		"en":     "nplurals=2; plural=n==1 ? 0 : 1;",
		"fr":     "nplurals=3; plural=n<=1 ? 0 : n!=0 && n%1000000==0 ? 1 : 2;",
		"pl":     "nplurals=4; plural=n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2;",
		"ar":     "nplurals=6; plural=n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5;",
		"ja":     "nplurals=1; plural=0;",
		"x-test": "nplurals=1; plural=0;",
	} {
		l, _ := locale.Parse(key)
		if got, err := pluralHeader(l, l.PluralForms); got != want || err != nil {
			t.Errorf("%s: got %s %v, want %s", key, got, err, want)
		}
	}
}

func TestAHeaderWithTheSameFormsInAnotherOrderIsUnderstood(t *testing.T) {
	for _, tc := range []struct{ key, header, want string }{
		{"en", "nplurals=2; plural=(n != 1);", "[0 1]"},
		{"en", "nplurals=2; plural=n == 1;", "[1 0]"},
		{"ar", "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 && n%100<=99 ? 4 : 5);", "[0 1 2 3 4 5]"},
		{"pl", "nplurals=4; plural=(n==1 ? 1 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 2 : 3);", "[3 0 1 2]"},
		{"pl", "nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2);", ""},
		{"pl", "nplurals=4; plural=n==1 ? 0 : 1;", ""},
		{"fr", "nplurals=2; plural=(n > 1);", ""},
		{"de", "nplurals=2; plural=n;", ""},
		{"de", "nplurals=2; plural=(n != 1", ""},
		{"de", "nplurals=INTEGER; plural=EXPRESSION;", ""},
		{"de", "", ""},
		{"ja", "nplurals=1; plural=0;", "[0]"},
	} {
		l, _ := locale.Parse(tc.key)
		order, ok := pluralOrder(l, l.PluralForms, tc.header)
		got := ""
		if ok {
			got = fmt.Sprint(order)
		}
		if got != tc.want {
			t.Errorf("%s %s: got %q, want %q", tc.key, tc.header, got, tc.want)
		}
	}
}

func TestExpressionsAreThoseOfC(t *testing.T) {
	for text, want := range map[string]uint64{
		"1+2*3": 7, "(1+2)*3": 9, "10-4-3": 3, "7%4": 3, "8/2/2": 2, "n": 5, "!n": 0, "!!n==1": 1, "n==5 ? 2 : 3": 2,
		"0 ? 1 : 0 ? 2 : 3": 3, "1 || 0 && 0": 1, "n >= 5 && n <= 5": 1, "n/0": 0, "n%0": 0, "n != 5 || n < 6": 1,
	} {
		e, ok := parseExpression(text)
		if !ok {
			t.Errorf("%s is not read", text)
		} else if got := e(5); got != want {
			t.Errorf("%s is %d, want %d", text, got, want)
		}
	}
	for _, text := range []string{"", "n n", "(n", "n)", "n ?", "n ? 1", "n ? 1 :", "m", "n +", "n = 1", "system(1)", "99999999999999999999", strings.Repeat("(", 500) + "n" + strings.Repeat(")", 500)} {
		if _, ok := parseExpression(text); ok {
			t.Errorf("%q is read", text)
		}
	}
}
