package check

import (
	"strings"
	"testing"
)

func TestNumeralsOfAText(t *testing.T) {
	for text, want := range map[string]string{
		"In 2024, 3,688 cases.":                 "2024 3688",
		"the 70th, 25 November 2024":            "70 25 2024",
		"3\u202f688 et 3\u00a0688, 3.688":       "3688 3688 3688",
		"٤٬٦٠٠ حالة في ٢٠٢٤":                    "4600 2024",
		"و2024":                                 "2024",
		"A4, p9 and COVID-19":                   "19",
		"13e and 13j":                           "13 13",
		"level 2.2 of 25.11.2024":               "2.2 25.11.2024",
		"S/2025/389 (1820, 1888)":               "2025 389 1820 1888",
		"1325,1820":                             "1325 1820",
		"4067-IX; 10–13 June; 0800 98 100; 3–2": "4067 10 13 0800 98 100 3 2",
		"112.":                "112",
		"12,34":               "12 34",
		"words, and no digit": "",
	} {
		var got []string
		for _, n := range numerals(text) {
			got = append(got, n.value)
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%q: %q, want %q", text, strings.Join(got, " "), want)
		}
	}
}

func TestWhatIsNoProseHasNoNumbers(t *testing.T) {
	for text, want := range map[string]string{
		"see [point 13e](/resolution/13e/#p13-e) now": "13",
		"a note[^1] and a call {{< chart cases2 >}}":  "",
		"## One {#p-1}": "",
		"code `x = 42`": "",
		"https://example.org/2024/ and name24@example.org": "",
		"it is &#8217;": "",
	} {
		var got []string
		prose := proseOf(text)
		if len(prose) != len(text) {
			t.Errorf("%q became %d bytes, not %d", text, len(prose), len(text))
		}
		for _, n := range numerals(prose) {
			got = append(got, n.value)
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%q: %q, want %q", text, strings.Join(got, " "), want)
		}
	}
}
