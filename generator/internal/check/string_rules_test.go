package check_test

import (
	"testing"
	"testing/fstest"
)

// catalogues is a reference and a French catalogue.
func catalogues(en, fr string) string {
	return "-- i18n/en.toml --\n" + en + "-- i18n/fr.toml --\n" + fr
}

func TestRuleStringMissing(t *testing.T) {
	runCases(t, []ruleCase{
		{"all there", catalogues("a = \"A\"\n", "a = \"A\"\n"), nil},
		{"missing, reported where it belongs", catalogues("a = \"A\"\nb = \"B\"\nc = \"C\"\n", "# French\n\nb = \"B\"\n"), []string{
			"i18n/fr.toml:1:1 warning string-missing Key=a Original=A",
			"i18n/fr.toml:3:1 warning string-missing Key=c Original=C",
		}},
		{"an empty catalogue", catalogues("a = \"A\"\nb.one = \"B\"\nb.other = \"Bs\"\n", ""), []string{
			"i18n/fr.toml:1:1 warning string-missing Key=a Original=A",
			"i18n/fr.toml:1:1 warning string-missing Key=b Original=Bs",
		}},
		{"a catalogue that cannot be read is one problem", catalogues("a = \"A\"\n", "a = A\n"), []string{
			"i18n/fr.toml:1:5 error catalog catalog-toml Detail=unexpected character U+0041 'A' at start of value",
		}},
	})
}

func TestRuleStringExtra(t *testing.T) {
	runCases(t, []ruleCase{
		{"with what was meant", catalogues("title = \"A\"\n", "title = \"A\"\n\n titel = \"B\"\n"), []string{
			"i18n/fr.toml:3:2 error string-extra string-extra-nearest Key=titel Nearest=title Reference=i18n/en.toml",
		}},
		{"like none", catalogues("title = \"A\"\n", "title = \"A\"\nzebra.other = \"B\"\n"), []string{
			"i18n/fr.toml:2:1 error string-extra Key=zebra Reference=i18n/en.toml",
			"i18n/fr.toml:2:1 warning string-plural string-plural-missing Category=many Key=zebra Language=fr",
			"i18n/fr.toml:2:1 warning string-plural string-plural-missing Category=one Key=zebra Language=fr",
		}},
		{"a reference that cannot be read makes nothing extra", catalogues("title = A\n", "title = \"A\"\n"), []string{
			"i18n/en.toml:1:9 error catalog catalog-toml Detail=unexpected character U+0041 'A' at start of value",
		}},
	})
}

func TestAMissingReferenceIsOneProblem(t *testing.T) {
	fsys := fstest.MapFS{"hugo.toml": {}, "i18n/fr.toml": {Data: []byte("a.one = \"{{ .A }}\"\nb = \"<b>\"\n")}}
	wantFound(t, run(t, fsys), []string{
		"i18n/en.toml:1:1 error catalog catalog-no-reference Language=en",
		"i18n/fr.toml:2:1 error string-html Key=b",
	})
}

func TestRuleStringPlural(t *testing.T) {
	plural := "n.one = \"{{ .Count }} a\"\nn.other = \"{{ .Count }} as\"\n"
	runCases(t, []ruleCase{
		{"all that French has", catalogues(plural, plural+"n.many = \"{{ .Count }} d’as\"\n"), nil},
		{"one that French has is missing", catalogues("x = \"X\"\n"+plural, "x = \"X\"\n"+plural), []string{
			"i18n/fr.toml:2:1 warning string-plural string-plural-missing Category=many Key=n Language=fr",
		}},
		{"no plural at all", catalogues(plural, "n = \"{{ .Count }} as\"\n"), []string{
			"i18n/fr.toml:1:1 warning string-plural string-plural-missing Category=many Key=n Language=fr",
			"i18n/fr.toml:1:1 warning string-plural string-plural-missing Category=one Key=n Language=fr",
		}},
		{"one that is yet to be written", catalogues(plural, plural+"n.many = \" \"\n"), []string{
			"i18n/fr.toml:1:1 warning string-plural string-plural-missing Category=many Key=n Language=fr",
		}},
		{"all yet to be written are one missing string", catalogues(plural, "n.one = \"\"\nn.many = \"\"\nn.other = \"\"\n"), []string{
			"i18n/fr.toml:1:1 warning string-missing Key=n Original={{ .Count }} as",
		}},
		{"one that no number uses", catalogues(plural, plural+"n.many = \"{{ .Count }}\"\nn.few = \"{{ .Count }}\"\n"), []string{
			"i18n/fr.toml:4:1 warning string-plural string-plural-unused Category=few Key=n Language=fr",
		}},
		{"the reference as well", catalogues("n.one = \"{{ .Count }}\"\n", "n.one = \"{{ .Count }}\"\nn.many = \"{{ .Count }}\"\nn.other = \"{{ .Count }}\"\n"), []string{
			"i18n/en.toml:1:1 warning string-plural string-plural-missing Category=other Key=n Language=en",
		}},
		{
			"six in Arabic, one in Japanese", catalogues(plural, plural+"n.many = \"{{ .Count }}\"\n") +
				"-- i18n/ar.toml --\nn = { zero = \"0\", one = \"1\", two = \"2\", few = \"{{ .Count }}\", other = \"{{ .Count }}\" }\n" +
				"-- i18n/ja.toml --\nn = \"{{ .Count }}\"\n",
			[]string{"i18n/ar.toml:1:7 warning string-plural string-plural-missing Category=many Key=n Language=ar"},
		},
	})
}

func TestRuleStringPlaceholder(t *testing.T) {
	many := "n.one = \"{{ .Count }} of {{ .Total }}\"\nn.other = \"{{ .Count }} of {{ .Total }}\"\n"
	runCases(t, []ruleCase{
		{"in another order and spacing", catalogues("a = \"{{ .A }} {{ .B }}\"\n", "a = \"{{.B}} {{  .A  }}\"\n"), nil},
		{"lost", catalogues("a = \"{{ .A }} {{ .B }}\"\n", "a = \"{{ .B }}\"\n"), []string{
			"i18n/fr.toml:1:1 error string-placeholder string-placeholder-lost Key=a Placeholder={{ .A }}",
		}},
		{"added", catalogues("a = \"A\"\n", "a = \"{{ .A }}\"\n"), []string{
			"i18n/fr.toml:1:1 error string-placeholder string-placeholder-unknown Key=a Placeholder={{ .A }}",
		}},
		{"translated", catalogues("a = \"{{ .Name }}\"\n", "a = \"{{ .Nom }}\"\n"), []string{
			"i18n/fr.toml:1:1 error string-placeholder string-placeholder-lost Key=a Placeholder={{ .Name }}",
			"i18n/fr.toml:1:1 error string-placeholder string-placeholder-unknown Key=a Placeholder={{ .Nom }}",
		}},
		{"a number in words, in the form of one number only", catalogues(many, "n.one = \"un sur {{ .Total }}\"\nn.many = \"beaucoup sur {{ .Total }}\"\nn.other = \"{{ .Count }}\"\n"), []string{
			"i18n/fr.toml:2:1 error string-placeholder string-placeholder-lost Key=n Placeholder={{ .Count }}",
			"i18n/fr.toml:3:1 error string-placeholder string-placeholder-lost Key=n Placeholder={{ .Total }}",
		}},
		{"template code", catalogues("a = \"A\"\nb = \"{{ .A }}\"\n", "a = \"{{ if }}\"\nb = \"{{ .A }} }}\"\n"), []string{
			"i18n/fr.toml:1:1 error string-placeholder string-placeholder-syntax Key=a",
			"i18n/fr.toml:2:1 error string-placeholder string-placeholder-syntax Key=b",
		}},
		{"template code in the reference", catalogues("a = \"{{ .A | upper }}\"\n", "a = \"A\"\n"), []string{
			"i18n/en.toml:1:1 error string-placeholder string-placeholder-syntax Key=a",
		}},
		{"a single brace", catalogues("a = \"{A}\"\n", "a = \"{A}\"\n"), nil},
	})
}

func TestRuleStringHTML(t *testing.T) {
	runCases(t, []ruleCase{
		{"words", catalogues("a = \"1 < 2 & 3 > 2; R&D\"\n", "a = \"1 < 2\"\n"), nil},
		{"elements and entities", catalogues("a = \"A\"\nb = \"B\"\nc.one = \"<b>\"\nc.other = \"C\"\n", "a = \"<b>A</b>\"\nb = \"A&nbsp;B\"\nc.one = \"C\"\nc.many = \"C\"\nc.other = \"C&#33;\"\n"), []string{
			"i18n/en.toml:3:1 error string-html Key=c",
			"i18n/fr.toml:1:1 error string-html Key=a",
			"i18n/fr.toml:2:1 error string-html Key=b",
			"i18n/fr.toml:5:1 error string-html Key=c",
		}},
	})
}
