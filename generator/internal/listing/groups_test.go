package listing_test

import (
	"strings"
	"testing"

	"resolutionsite/generator/internal/listing"
	"resolutionsite/generator/internal/locale"
)

// grouped writes the groups of some titles: "A: Abend, Äpfel · B: Brot".
func grouped(t *testing.T, tag string, titles ...string) string {
	t.Helper()
	l, err := locale.Parse(tag)
	if err != nil {
		t.Fatal(err)
	}
	var places []listing.Place
	for _, title := range titles {
		places = append(places, listing.Place{Title: title})
	}
	var out []string
	for _, g := range listing.Groups(l, places) {
		var names []string
		for _, p := range g.Places {
			names = append(names, p.Title)
		}
		label := g.Label
		if label == "" {
			label = g.ID
		}
		out = append(out, label+": "+strings.Join(names, ", "))
	}
	return strings.Join(out, " · ")
}

func TestEveryLanguageHasItsOwnAlphabet(t *testing.T) {
	for _, tc := range []struct{ name, tag, want string }{
		{"English sorts accents with the plain letter", "en", "E: ebb, Éclair, edge · F: Fine"},
		{"French, and œ as oe", "fr", "E: école, Égalité, été · O: oasis, Œuvre, ouvrir"},
		{"Spanish has ñ", "es", "N: nube, número · Ñ: ñandú, Ñu · O: oír"},
		{"German sorts ä with a, ß as ss", "de", "A: Abend, Ärzte, Asyl · S: Strasse, Straße, Strauß · U: über"},
		{"Ukrainian has ґ, є, і, ї, й", "uk", "Г: гідність · Ґ: ґрунт · Е: етика · Є: єдність · И: ирій · І: імпульс · Ї: їжа · Й: йод · К: конфлікт"},
		{"Swedish has å, ä, ö at the end", "sv", "A: al · O: om · Z: zon · Å: ål · Ä: äpple · Ö: ö"},
		{"Czech has ch, after h", "cs", "C: cena · Č: čas · H: hora · Ch: chléb · I: ideál"},
		{"Danish has aa as å", "da", "B: by · Å: år, Aarhus"},
		{"Greek", "el", "Α: άλφα, αυγή · Β: βήτα"},
	} {
		_, titles := split(tc.want)
		// In another order than that which is expected.
		reversed := make([]string, len(titles))
		for i, title := range titles {
			reversed[len(titles)-1-i] = title
		}
		if got := grouped(t, tc.tag, reversed...); got != tc.want {
			t.Errorf("%s:\ngot:  %s\nwant: %s", tc.name, got, tc.want)
		}
	}
}

// split takes the titles out of what grouped writes.
func split(groups string) (labels, titles []string) {
	for _, g := range strings.Split(groups, " · ") {
		label, names, _ := strings.Cut(g, ": ")
		labels = append(labels, label)
		titles = append(titles, strings.Split(names, ", ")...)
	}
	return labels, titles
}

// The article is not what a word begins with, the hamza no letter of its own.
func TestArabicIgnoresArticleHamzaAndVowelSigns(t *testing.T) {
	got := grouped(t, "ar", "القرار 491", "إنذار مبكر", "أسلحة", "آثار", "احتياجات", "قانون", "الإنذار", "التوعية", "تمويل", "الآن", "مُساءلة", "مـساواة")
	want := "ا: آثار, احتياجات, أسلحة, الآن, إنذار مبكر, الإنذار · ت: تمويل, التوعية · ق: قانون, القرار 491 · م: مُساءلة, مـساواة"
	if got == want {
		return
	}
	// Where two words are the same without article and signs, their order is
	// that of their addresses; here they have none.
	if want = strings.Replace(want, "إنذار مبكر, الإنذار", "الإنذار, إنذار مبكر", 1); got != want {
		t.Errorf("got:  %s\nwant: %s", got, want)
	}
}

// A short word that begins with the same two letters has no article.
func TestArabicWordsThatOnlyLookAsIfTheyHadAnArticle(t *testing.T) {
	if got, want := grouped(t, "ar", "إلى اللقاء", "لقاء"), "ا: إلى اللقاء · ل: لقاء"; got != want {
		t.Errorf("got:  %s\nwant: %s", got, want)
	}
}

// The article is written with a plain alif, with or without vowel signs.
func TestAnArabicWordThatBeginsWithAHamzaHasNoArticle(t *testing.T) {
	got := grouped(t, "ar", "إلزام", "ألمانيا", "آلية", "القرار", "اَلْمُساءلة", "ا\u0655لغاء", "زام", "مانيا")
	want := "ا: إلزام, ا\u0655لغاء, ألمانيا, آلية · ز: زام · ق: القرار · م: مانيا, اَلْمُساءلة"
	if got != want {
		t.Errorf("got:  %s\nwant: %s", got, want)
	}
}

// Persian and Urdu have words that begin with the same letters, and no article.
func TestOnlyArabicHasTheArticle(t *testing.T) {
	for _, tag := range []string{"fa", "ur"} {
		got := grouped(t, tag, "الماس", "ایران", "مجلس")
		if labels, _ := split(got); strings.Join(labels, " ") != "ا م" {
			t.Errorf("%s: got %s", tag, got)
		}
	}
	ar, _ := locale.Parse("ar")
	fa, _ := locale.Parse("fa")
	groups := listing.Groups(ar, []listing.Place{{Title: "الماس", In: fa}})
	if got := groups[0].Label; got != "ا" {
		t.Errorf("a Persian title among Arabic ones stands under %s", got)
	}
}

func TestTurkishHasTwoLettersI(t *testing.T) {
	if got, want := grouped(t, "tr", "İzmir", "Irak", "Iğdır", "ılık", "ilk", "Hatay"), "H: Hatay · I: Iğdır, ılık, Irak · İ: ilk, İzmir"; got != want {
		t.Errorf("got:  %s\nwant: %s", got, want)
	}
	tr, _ := locale.Parse("tr")
	var ids []string
	for _, g := range listing.Groups(tr, []listing.Place{{Title: "Irak"}, {Title: "İzmir"}}) {
		ids = append(ids, g.ID)
	}
	if strings.Join(ids, " ") != "ı i" {
		t.Errorf("IDs %q", ids)
	}
}

func TestDigitsAndSignsStandFirstAndOtherScriptsLast(t *testing.T) {
	for tag, want := range map[string]string{
		"en": "0: …, 9 points, 13 points · A: «Aid» · other: Право, العنف",
		"uk": "0: …, 9 points, 13 points · П: Право · other: «Aid», العنف",
		"ar": "0: …, 9 points, 13 points · ع: العنف · other: «Aid», Право",
	} {
		if got := grouped(t, tag, "Право", "«Aid»", "العنف", "13 points", "9 points", "…"); got != want {
			t.Errorf("%s:\ngot:  %s\nwant: %s", tag, got, want)
		}
	}
}

func TestTheSamePlacesComeInTheSameOrder(t *testing.T) {
	en, _ := locale.Parse("en")
	places := []listing.Place{{Path: "/b/", Title: "Same"}, {Path: "/a/", Title: "same"}, {Path: "/a/", Anchor: "x", Title: "Same"}}
	first := listing.Groups(en, places)
	places[0], places[2] = places[2], places[0]
	second := listing.Groups(en, places)
	for i := range first[0].Places {
		if first[0].Places[i].Path+first[0].Places[i].Anchor != second[0].Places[i].Path+second[0].Places[i].Anchor {
			t.Errorf("the order depends on the input: %+v, %+v", first, second)
		}
	}
}
