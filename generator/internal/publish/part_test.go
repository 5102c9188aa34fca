package publish

import (
	"testing"
	"testing/fstest"

	"resolutionsite/generator/internal/diag"
)

func TestVerifyFindsPartsInTheLettersOfAnotherLanguage(t *testing.T) {
	script := func(at, element, lang, script, text string) string {
		return "a.html:" + at + " output-part-script Element=" + element + " Lang=" + lang + " Script=" + script + " Text=" + text
	}
	ar := func(html string) *fstest.MapFile {
		return page(`lang="en" dir="ltr"`, `lang="ar" dir="rtl"`, "Point", "البند", "<body>", "<body>\n"+html)
	}
	for _, c := range []verifyCase{
		{"in a paragraph", one(body("<p>The word <b>резолюція</b> here.")), []string{script("7:16", "b", "en", "Cyrillic", "резолюція")}},
		{"several words are one part", one(body("<p>x кожна жінка, кожна дівчина y")), []string{script("7:6", "p", "en", "Cyrillic", "кожна жінка, кожна дівчина")}},
		{"two parts", one(body("<p>один or два")), []string{script("7:4", "p", "en", "Cyrillic", "один"), script("7:12", "p", "en", "Cyrillic", "два")}},
		{"among character references", one(body("<p>a &amp; b &lt; слово")), []string{script("7:19", "p", "en", "Cyrillic", "слово")}},
		{"in the right language", one(body(`<p>The word <i lang="uk">резолюція</i> here.`)), nil},
		{"in a wrong language", one(body(`<p lang="fr">резолюція`)), []string{script("7:14", "p", "fr", "Cyrillic", "резолюція")}},
		{"in the page's language, inside another", one(body(`<p lang="uk">слово <i>word</i>`)), []string{script("7:23", "i", "uk", "Latin", "word")}},
		{"after the marked part", one(body(`<ul><li lang="uk">слово<li>слово</ul><p>слово`)),
			[]string{script("7:28", "li", "en", "Cyrillic", "слово"), script("7:41", "p", "en", "Cyrillic", "слово")}},
		{"mixed in one word", one(body("<p lang=uk>pезолюція")), []string{script("7:12", "p", "uk", "Latin", "pезолюція")}},

		{"alternative text", one(body(`<img src=a.html alt="слово">`)), []string{script("7:22", "img alt", "en", "Cyrillic", "слово")}},
		{"label of an element with its language", one(body(`<nav lang=uk aria-label="слово"></nav><nav lang=uk aria-label="word"></nav>`)),
			[]string{script("7:64", "nav aria-label", "uk", "Latin", "word")}},
		{"button, place holder", one(body(`<form><input type=submit value="слово"><input value="слово" placeholder="слово"></form>`)),
			[]string{script("7:33", "input value", "en", "Cyrillic", "слово"), script("7:54", "input placeholder", "en", "Cyrillic", "слово")}},
		{"description", one(head(`<meta name=description content="слово"><meta name=description lang=uk content="слово"><meta name=other content="слово">`)),
			[]string{script("4:33", "meta content", "en", "Cyrillic", "слово")}},
		{"title", one(page("Point 13e</title>", "слово</title>")), []string{script("4:8", "title", "en", "Cyrillic", "слово")}},
		{"title with its language", one(page("<title>Point 13e", "<title lang=uk>слово")), nil},

		{"code, keys, names, a language of none", one(body("<p><code>слово</code><kbd>слово</kbd><b translate=no>слово</b><i lang='zxx'>слово</i><i lang=''>слово</i>")), nil},
		{"script and data", one(head(`<script type="application/ld+json">{"a": "слово"}</script>`)), nil},
		{"labels, abbreviations and addresses in Latin letters", one(ar("<p>البند <bdi>13e</bdi>، a، UN، S/RES/1325، <bdi>example.org</bdi>، <bdi>a@b.example</bdi>")), nil},
		{"abbreviation in other letters", one(body("<p>The ООН says")), []string{script("7:8", "p", "en", "Cyrillic", "ООН")}},
		{"digits and signs", one(body("<p>٣ €5 § ½ → …")), nil},
		{"name in Latin letters", one(ar("<p>افتح BibTeX الآن")), []string{script("7:9", "p", "ar", "Latin", "BibTeX")}},
	} {
		c.run(t)
	}
}

func TestVerifyFindsPartsInAnotherLanguageOfTheSameScript(t *testing.T) {
	language := func(at, element, lang, seems, text string) string {
		return "a.html:" + at + " output-part-language Element=" + element + " Lang=" + lang + " Seems=" + seems + " Text=" + text
	}
	for _, c := range []verifyCase{
		{"paragraph", one(body("<p>Chaque paragraphe de la résolution peut être cité.")), []string{language("7:4", "p", "en", "fr", "Chaque paragraphe de la résolution peut être cité")}},
		{"emphasised and linked", one(body("<p>Chaque <b>paragraphe</b> de la <a href=#p13-e>résolution peut</a> être cité.")),
			[]string{language("7:4", "p", "en", "fr", "Chaque paragraphe de la résolution peut être cité")}},
		{"phrase inside a text", one(body("<p>They say why: les États doivent poursuivre sans délai tous les auteurs, and it cites the facts that are known.")),
			[]string{language("7:18", "p", "en", "fr", "les États doivent poursuivre sans délai tous les auteurs")}},
		{"in its language", one(body("<p lang=fr>Chaque paragraphe de la résolution peut être cité.")), nil},
		{"in a wrong language", one(body("<p lang=de>Each paragraph of the resolution can be cited.")), []string{language("7:12", "p", "de", "en", "Each paragraph of the resolution can be cited")}},
		{"alternative text", one(body(`<img src=a.html alt="Une carte des pays qui ont adopté la résolution">`)),
			[]string{language("7:22", "img alt", "en", "fr", "Une carte des pays qui ont adopté la résolution")}},
		{"language without data", one(body("<p lang=gd>Each paragraph of the resolution can be cited.")), nil},
	} {
		c.run(t)
	}
	report, _ := verify(t, one(body("<p lang=gd>Each paragraph.<p lang=gd>Each point.")))
	if report.Unjudged["gd"] != 2 || report.Parts != 4 {
		t.Errorf("%+v", report)
	}
}

func TestVerifyWarnsWhereTheLanguageIsNotCertain(t *testing.T) {
	for text, want := range map[string]diag.Severity{
		"Texte de la résolution": diag.Warning,
		"Chaque paragraphe de la résolution peut être cité et traduit.": diag.Error,
	} {
		_, list, err := Verify(one(body("<p>"+text)), VerifyOptions{BaseURL: base, Languages: []string{"en", "fr"}})
		if err != nil || len(list) != 1 || list[0].Severity != want {
			t.Errorf("%s: %v %v", text, list, err)
		}
	}
}

func TestVerifyFindsPartsAgainstTheDirection(t *testing.T) {
	direction := func(at, element, lang, dir, runs, text string) string {
		return "a.html:" + at + " output-part-direction Dir=" + dir + " Element=" + element + " Lang=" + lang + " Runs=" + runs + " Text=" + text
	}
	for _, c := range []verifyCase{
		{"language without direction", one(body("<p>The word <i lang=ar>قرار دولي</i> here.")), []string{direction("7:24", "i", "ar", "ltr", "rtl", "قرار دولي")}},
		{"language with direction", one(body("<p>The word <i lang=ar dir=rtl>قرار</i> here, <i lang=ar dir=auto>قرار</i>, <bdi lang=ar>قرار</bdi>.")), nil},
		{"wrong direction", one(body("<p dir=rtl>The word")), []string{direction("7:12", "p", "en", "rtl", "ltr", "The word")}},
		{"address in a text from right to left", one(body("<p lang=ar dir=rtl>الموقع example.org هنا")), []string{direction("7:27", "p", "ar", "rtl", "ltr", "example.org")}},
		{"brackets around an isolated address", one(body("<p lang=ar dir=rtl>الموقع (<bdi>a@example.org</bdi>).")), nil},
		{"attributes cannot be marked", one(body("<p lang=ar title='قرار'>")), nil},
	} {
		c.run(t)
	}
}
