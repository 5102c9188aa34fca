package site

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const days = `---
title: Days
summary: Days of the year.
type: calendar
events:
  - id: june
    date: "06-19"
    since: "2016"
    name: A day, in June
    about: Why it is kept.
  - id: winter
    date: "02-20"
    until: "03-05"
    name: Days in winter
    about: They are several.
---

Text.
`

const daysInFrench = `---
title: Journées
summary: Journées de l’année.
review: unreviewed
events:
  - id: winter
    name: Journées d’hiver
    about: Il y en a plusieurs.
  - id: june
    name: Une journée en juin
    about: Pourquoi elle existe.
---

Texte.
`

// calendarPage is the list of days as a page shows it.
func calendarPage(t *testing.T, out, language string) string {
	t.Helper()
	_, list, _ := strings.Cut(prose(t, page(t, out, language+"/guide/index.html")), `<ol class="calendar">`)
	list, _, _ = strings.Cut(list, "</ol>")
	return list
}

func TestDaysStandInTheOrderInWhichTheyCome(t *testing.T) {
	changed := strings.Replace(days, "Why it is kept.", "Why it is kept each year.", 1)
	out, found := renderAt(t, recordedAs(t, map[string]string{guideFile: days, frenchFile: daysInFrench}, map[string]string{guideFile: changed}))
	if len(found) > 0 {
		t.Fatal(found)
	}
	english := calendarPage(t, out, "en") // on 1 March 2020
	has(t, english, `<li class="calendar__day" id="winter"> <p class="calendar__when"><strong class="calendar__next">Now</strong> <time datetime="2020-02-20">Thursday, 20 February 2020</time> – <time datetime="2020-03-05">Thursday, 5 March 2020</time></p>`,
		`<time datetime="2020-06-19">Friday, 19 June 2020</time>`, "Every year since 2016")
	if strings.Index(english, `id="winter"`) > strings.Index(english, `id="june"`) {
		t.Error("the days of now do not come first")
	}
	french := calendarPage(t, out, "fr")
	has(t, french, `<time datetime="2020-06-19">vendredi 19 juin 2020</time>`, "<h3>Journées d’hiver</h3>", markedOutdated+" Pourquoi elle existe.")
	has(t, calendarPage(t, out, "ar"), `<h3 lang="en" dir="ltr">Days in winter</h3>`, `الجمعة، 19 يونيو 2020`)
}

func TestAFeedHasTheSameEventsInEveryLanguage(t *testing.T) {
	changed := strings.Replace(days, "Why it is kept.", "Why it is kept each year.", 1)
	out, found := renderAt(t, recordedAs(t, map[string]string{guideFile: days, frenchFile: daysInFrench}, map[string]string{guideFile: changed}))
	if len(found) > 0 {
		t.Fatal(found)
	}
	feed := func(language string) string {
		content, err := os.ReadFile(filepath.Join(out, language, "guide", calendarFile))
		if err != nil {
			t.Fatal(err)
		}
		return strings.ReplaceAll(string(content), "\r\n ", "")
	}
	for _, language := range []string{"en", "fr", "ar"} {
		has(t, feed(language),
			"UID:june@example.org\r\nDTSTAMP:20200301T000000Z\r\nDTSTART;VALUE=DATE:20160619\r\nDTEND;VALUE=DATE:20160620\r\nRRULE:FREQ=YEARLY\r\n",
			"UID:winter@example.org\r\nDTSTAMP:20200301T000000Z\r\nDTSTART;VALUE=DATE:20200220\r\nDTEND;VALUE=DATE:20200306\r\nRRULE:FREQ=YEARLY\r\n",
			"URL;VALUE=URI:https://example.org/"+language+"/guide/#june\r\n")
	}
	has(t, feed("en"), `SUMMARY;LANGUAGE=en:A day\, in June`)
	// A feed can hold no mark: what is outdated is the original's.
	has(t, feed("fr"), "NAME;LANGUAGE=fr:Journées\r\n", "SUMMARY;LANGUAGE=fr:Une journée en juin\r\n", "DESCRIPTION;LANGUAGE=en:Why it is kept each year.\r\n", "DESCRIPTION;LANGUAGE=fr:Il y en a plusieurs.\r\n")
	has(t, feed("ar"), "NAME;LANGUAGE=en:Days\r\n", "SUMMARY;LANGUAGE=en:Days in winter\r\n")
}

func TestThePagesAboveACalendarShowTheNextDays(t *testing.T) {
	out, found := renderAt(t, recordedAs(t, map[string]string{guideFile: days, frenchFile: daysInFrench}, nil))
	if len(found) > 0 {
		t.Fatal(found)
	}
	// What has begun is told from what comes by its last day.
	has(t, page(t, out, "fr/index.html"), `<time datetime="2020-02-20">jeudi 20 février 2020</time> – <time datetime="2020-03-05">jeudi 5 mars 2020</time></span> <a class="next-days__link" href="/fr/guide/#winter">Journées d’hiver</a>`)
	hasNot(t, page(t, out, "fr/resolution/index.html"), "next-days")
}

func TestTheNextDaysSayWhatIsOutdated(t *testing.T) {
	changed := strings.Replace(days, "name: Days in winter", "name: Days of snow", 1)
	out, found := renderAt(t, recordedAs(t, map[string]string{guideFile: days, frenchFile: daysInFrench}, map[string]string{guideFile: changed}))
	if len(found) > 0 {
		t.Fatal(found)
	}
	has(t, page(t, out, "fr/index.html"), markedOutdated+` <a class="next-days__link" href="/fr/guide/#winter">Journées d’hiver</a>`)
}
