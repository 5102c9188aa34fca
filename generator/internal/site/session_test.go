package site

import (
	"strings"
	"testing"
)

const aSession = `---
title: Lesson
summary: A lesson.
type: session
minutes: 45
optOut: Anyone may leave.
aims: [Say it.]
steps:
  - minutes: 10
    title: Arrive
  - minutes: 35
    title: Speak
---

## Arrive

Sit down.

## Speak

Say it.
`

const aSessionInFrench = `---
title: Leçon
summary: Une leçon.
review: unreviewed
optOut: Chacun peut sortir.
aims: [Le dire.]
steps:
  - title: Arriver
  - title: Parler
---

## Arriver

S’asseoir.

## Parler

Le dire.
`

func TestAPlanSaysWhatIsOutdatedInItAndWhatIsMissing(t *testing.T) {
	changed := strings.Replace(strings.Replace(aSession, "title: Speak", "title: Speak up", 1), "\n---\n\n##", "\n  - minutes: 0\n    title: Close\n---\n\n##", 1)
	out, found := renderAt(t, recordedAs(t, map[string]string{guideFile: aSession, frenchFile: aSessionInFrench}, map[string]string{guideFile: changed}))
	if len(found) > 0 {
		t.Fatal(found)
	}
	plan := prose(t, page(t, out, "fr/guide/index.html"))
	has(t, plan, `<th class="session__step" scope="row"><a class="session__link" href="#arriver">Arriver</a></th><td>0</td><td>10</td>`,
		markedOutdated+` <a class="session__link" href="#parler">Parler</a></th>`,
		`<th class="session__step" scope="row"><span lang="en" dir="ltr">Close</span><p class="instead">`)
	has(t, prose(t, page(t, out, "ar/guide/index.html")), `<a class="session__link" href="#arrive" lang="en" dir="ltr">Arrive</a></th>`)
}
