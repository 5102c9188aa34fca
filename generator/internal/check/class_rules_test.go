package check_test

import (
	"strings"
	"testing"
	"time"

	"resolutionsite/generator/internal/check"
	"resolutionsite/generator/internal/project"
)

// typed is a page of a type with these fields.
func typed(kind, fields string) string {
	return "---\ntitle: T\nsummary: S\ntype: " + kind + "\n" + fields + "---\n"
}

// listed is a translation with these fields.
func listed(fields string) string { return "---\ntitle: T\nsummary: S\n" + fields + "---\n" }

func TestRuleFieldClass(t *testing.T) {
	runCases(t, []ruleCase{
		{"a field of another class", "-- content/en/a.md --\n" + listed("focus: [3a]\n"), []string{
			"content/en/a.md:4:1 error field-class Class=article Classes=home Field=focus",
		}},
		{"of several others", "-- content/en/resolution/3a.md --\n" + listed("print: summary\n"), []string{
			"content/en/resolution/3a.md:4:1 error field-class Class=point Classes=article, section Field=print",
		}},
		{"of a class that is known by its type", "-- content/en/a.md --\n" + listed("posters:\n  - {id: a, text: A, more: M}\n  - {id: b, text: A, more: M}\n  - {id: c, text: A, more: M}\n"), []string{
			"content/en/a.md:4:1 error field-class field-class-type Class=article Classes=kit Field=posters",
		}},
		{"a translation is of the class of its original", "-- content/en/a.md --\n" + typed("messages", "messages: [{id: a, text: A, more: M}]\n") +
			"-- content/fr/a.md --\n" + listed("messages: [{id: a, text: A}]\n"), nil},
		{"fields of every class", "-- content/en/a.md --\n" + listed("importance: 4\nquiet: true\ncontentNote: N\naliases: [/b/]\n"), nil},
	})
}

func TestPagesOfAClassNeedItsFields(t *testing.T) {
	runCases(t, []ruleCase{
		{"a calendar without events", "-- content/en/a.md --\n" + typed("calendar", ""), []string{
			"content/en/a.md:1:1 error required-field required-field-class Class=calendar Field=events",
		}},
		{"an empty list", "-- content/en/a.md --\n" + typed("calendar", "events: []\n"), []string{
			"content/en/a.md:5:1 error required-field required-field-class Class=calendar Field=events",
		}},
		{"an item without what it needs", "-- content/en/a.md --\n" + typed("messages", "messages:\n  - text: A\n"), []string{
			"content/en/a.md:6:5 error required-field required-field-item Field=id List=messages",
			"content/en/a.md:6:5 error required-field required-field-item Field=more List=messages",
		}},
		{"a translation needs less", "-- content/en/a.md --\n" + typed("messages", "messages: [{id: a, text: A, more: M}]\n") +
			"-- content/fr/a.md --\n" + listed(""), nil},
		{"but the identities", "-- content/en/a.md --\n" + typed("messages", "messages: [{id: a, text: A, more: M}]\n") +
			"-- content/fr/a.md --\n" + listed("messages:\n  - text: A\n"), []string{
			"content/fr/a.md:5:5 error required-field required-field-item Field=id List=messages",
		}},
		{"a page that only a translation's language has is an original", "-- content/fr/a.md --\n" + typed("calendar", ""), []string{
			"content/fr/a.md:1:1 error required-field required-field-class Class=calendar Field=events",
		}},
		{"an item of a list of texts", "-- content/en/a.md --\n" + typed("session", "minutes: 5\naims: [A, \"\"]\noptOut: O\nsteps:\n  - {minutes: 5, title: T}\n") + "## T\n", []string{
			"content/en/a.md:6:11 error required-field required-field-empty List=aims",
		}},
		{"an image without consent", "-- content/en/a.md --\n" + listed("images:\n  - {file: /press.pdf, licence: CC0-1.0, credit: C}\n"), []string{
			"content/en/a.md:5:6 error required-field required-field-item Field=consent List=images",
		}},
	})
}

func TestRuleListItem(t *testing.T) {
	original := "-- content/en/a.md --\n" + typed("session", "minutes: 5\naims: [A]\noptOut: O\nsteps:\n  - {minutes: 5, title: T}\n") + "## T\n\n## U\n"
	runCases(t, []ruleCase{
		{"a translation with more steps", original + "-- content/fr/a.md --\n" + listed("steps:\n  - title: T\n  - title: U\n") + "## T\n\n## U\n", []string{
			"content/fr/a.md:6:5 error list-item list-item-more Field=steps Has=1",
		}},
		{"an item that is like none", "-- content/en/a.md --\n" + typed("messages", "messages: [{id: silence, text: A, more: M}]\n") +
			"-- content/fr/a.md --\n" + listed("messages:\n  - id: other\n    text: A\n"), []string{
			"content/fr/a.md:5:5 error list-item list-item-unknown Field=messages Item=other Nearest= Original=content/en/a.md",
		}},
	})
}

func TestRuleFieldDiffers(t *testing.T) {
	original := "-- content/en/a.md --\n" + typed("messages", "messages: [{id: a, text: A, more: M, facts: [B1, B2]}]\nimportance: 5\n")
	runCases(t, []ruleCase{
		{"the same", original + "-- content/fr/a.md --\n" + typed("messages", "messages: [{id: a, text: B, facts: [B1, B2]}]\nimportance: 5\n"), nil},
		{"another", original + "-- content/fr/a.md --\n" + typed("messages", "messages: [{id: a, text: B, facts: [B1]}]\nimportance: 6\n"), []string{
			"content/fr/a.md:5:29 error field-differs Field=messages.facts File=content/en/a.md Original=B1, B2 Value=B1",
			"content/fr/a.md:6:1 error field-differs Field=importance File=content/en/a.md Original=5 Value=6",
		}},
		{"one that the original has not", original + "-- content/fr/a.md --\n" + listed("class: critical\n"), []string{
			"content/fr/a.md:4:1 error field-differs field-differs-none Field=class File=content/en/a.md Original= Value=critical",
		}},
		{"a source that the original has not", "-- content/en/a.md --\n" + listed("sources: [{fact: B1}]\n") + "-- content/fr/a.md --\n" + listed("sources:\n  - fact: B2\n"), []string{
			"content/en/a.md:4:12 error fact-unknown fact-no-register Fact=B1 File=content/en/facts.yaml",
			"content/fr/a.md:5:5 error fact-unknown fact-no-register Fact=B2 File=content/en/facts.yaml",
			"content/fr/a.md:5:5 error field-differs field-differs-none Field=sources.fact File=content/en/a.md Original= Value=B2",
		}},
	})
}

func TestRuleTextLength(t *testing.T) {
	page := func(of string, n int) string {
		return "messages: [{id: a, text: \"" + strings.Repeat(of, n) + "\", more: M}]\n"
	}
	archive := func(original, translation int) string {
		return "-- content/en/a.md --\n" + typed("messages", page("a", original)) + "-- content/fr/a.md --\n" + listed(page("é", translation))
	}
	runCases(t, []ruleCase{
		{"as long as there is room", archive(110, 154), nil},
		{"longer", archive(111, 156), []string{
			"content/en/a.md:5:20 error text-length Count=1 Field=messages.text Most=110",
			"content/fr/a.md:4:20 error text-length Count=2 Field=messages.text Most=154",
		}},
		{"marks above letters take no room", "-- content/en/a.md --\n" + typed("messages", page("\u0628\u064e", 110)), nil},
	})
}

func TestRuleEventDate(t *testing.T) {
	archive := "-- content/en/a.md --\n" + typed("calendar", `events:
  - {id: first, date: "01-05", since: "2025", name: N, about: A}
  - {id: second, date: "02-29", until: "03-01", since: "2026", name: N, about: A}
  - {id: third, date: "12-20", until: "01-06", name: N, about: A}
  - {id: fourth, date: "12-20", until: "12-19", since: "2027", name: N, about: A}
`)
	p, err := project.LoadWith(overlay(archive), project.Options{Date: time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC)})
	if err != nil {
		t.Fatal(err)
	}
	wantFound(t, check.Run(p), []string{
		"content/en/a.md:9:33 error event-date event-date-until Date=12-20 Event=fourth Until=12-19",
		"content/en/a.md:9:49 error event-date event-date-future Event=fourth Since=2027 Today=2026-03-01",
	})
}

func TestTheFirstYearOfAnEventIsWhatItsFactSays(t *testing.T) {
	day := func(since string) string {
		return factsFile + "-- content/en/a.md --\n" + typed("calendar", "events:\n  - {id: one, date: \"01-05\", since: \""+since+"\", name: N, about: A, fact: F6}\n")
	}
	const said = "In 2024: over 4,600 UN-verified cases, 92% women and girls."
	runCases(t, []ruleCase{
		{"it says so", day("2024"), nil},
		{"it does not", day("2016"), []string{"content/en/a.md:6:30 error event-date event-date-unsaid Event=one Fact=F6 Says=" + said + " Since=2016"}},
	})
}

func TestRuleItemFact(t *testing.T) {
	message := "-- content/en/a.md --\n" + typed("messages", "messages: [{id: silence, text: A, more: M}]\n")
	day := "-- content/en/b.md --\n" + typed("calendar", "events: [{id: one, date: \"01-05\", name: N, about: A}]\n")
	runCases(t, []ruleCase{
		{"without a register", message + day, nil},
		{"with one", factsFile + message + day, []string{
			"content/en/a.md:5:13 error item-fact Example=[B4] Field=facts Item=silence",
			"content/en/b.md:5:11 error item-fact Example=E3 Field=fact Item=one",
		}},
		{"a translation has the original's", factsFile + "-- content/en/a.md --\n" + typed("messages", "messages: [{id: silence, text: A, more: M, facts: [F6]}]\n") +
			"-- content/fr/a.md --\n" + listed("messages: [{id: silence, text: A}]\n"), nil},
	})
}

func TestOneEventOutOfOrderIsSaidOnce(t *testing.T) {
	runCases(t, []ruleCase{{"a late one first", "-- content/en/a.md --\n" + typed("calendar", `events:
  - {id: late, date: "12-10", name: N, about: A}
  - {id: one, date: "01-05", name: N, about: A}
  - {id: two, date: "02-05", name: N, about: A}
`), []string{"content/en/a.md:7:15 error event-date event-date-order Before=12-10 Date=01-05 Event=one Other=late"}}})
}

func TestRuleSessionMinutes(t *testing.T) {
	session := func(minutes string) string {
		return typed("session", "minutes: "+minutes+"\naims: [A]\noptOut: O\nsteps:\n  - {minutes: 20, title: T}\n  - {minutes: 25, title: U}\n") + "## T\n\n## U\n"
	}
	runCases(t, []ruleCase{
		{"they add up", "-- content/en/a.md --\n" + session("45"), nil},
		{"they do not", "-- content/en/a.md --\n" + session("40"), []string{"content/en/a.md:5:1 error session-minutes Minutes=40 Sum=45"}},
	})
}

func TestRuleSessionStep(t *testing.T) {
	session := "-- content/en/a.md --\n" + typed("session", "minutes: 5\naims: [A]\noptOut: O\nsteps:\n  - {minutes: 5, title: Close}\n")
	runCases(t, []ruleCase{
		{"a section of that title", session + "## Close\n", nil},
		{"none", session + "## Closing\n", []string{"content/en/a.md:9:6 warning session-step Title=Close"}},
		{"none in a translation", session + "## Close\n-- content/fr/a.md --\n" + listed("steps:\n  - title: Conclure\n") + "## Close\n", []string{
			"content/fr/a.md:5:5 warning session-step Title=Conclure",
		}},
	})
}

// One slip in an original is one error, not one in every language.
func TestAnOriginalThatCannotBeReadAccusesNoOtherFile(t *testing.T) {
	const unreadable = "-- content/en/m.md --\n---\ntitle: A: b: c\ntype: messages\nmessages:\n  - id: silence\n---\n"
	runCases(t, []ruleCase{
		{"its translation, and posts with its messages", unreadable +
			"-- content/fr/m.md --\n" + listed("messages:\n  - id: silence\n    text: A\n") +
			"-- content/en/p.md --\n" + typed("social", "posts: [{id: a, text: T, alt: A, message: silence}]\n"), []string{
			"content/en/m.md:2:8 error front-matter front-matter-syntax Detail=mapping value is not allowed in this context",
		}},
		{"but for what it cannot hold", unreadable + "-- content/en/p.md --\n" + typed("social", "posts: [{id: a, text: T, alt: A, message: other}]\n"), []string{
			"content/en/m.md:2:8 error front-matter front-matter-syntax Detail=mapping value is not allowed in this context",
			"content/en/p.md:5:34 error post-message Message=other Nearest=",
		}},
		{"its own pictures, and those of its translation", "-- content/en/a/index.md --\n---\ntitle: A: b: c\n---\n![Hall](hall.jpg)\n-- content/en/a/hall.jpg --\n-- content/fr/a/index.md --\n" + listed("") + "![Salle](hall.jpg)\n", []string{
			"content/en/a/index.md:2:8 error front-matter front-matter-syntax Detail=mapping value is not allowed in this context",
		}},
		{"facts", "-- content/en/facts.yaml --\nx: y: z\n-- content/en/a.md --\n" + listed("sources:\n  - fact: F1\n"), []string{
			"content/en/facts.yaml:1:4 error facts facts-syntax Detail=mapping value is not allowed in this context",
		}},
		{"helplines", "-- content/en/helplines.yaml --\nx: y: z\n-- content/en/help/_index.md --\n" + listed("services:\n  - {id: a, about: A}\n"), []string{
			"content/en/helplines.yaml:1:4 error helpline helpline-syntax Detail=mapping value is not allowed in this context",
		}},
		{"figures", "-- content/en/figures.yaml --\nx: y: z\n-- layouts/_shortcodes/chart.html --\n-- content/en/a.md --\n" + listed("") + "{{< chart cases >}}\n", []string{
			"content/en/figures.yaml:1:4 error figures figures-syntax Detail=mapping value is not allowed in this context",
		}},
	})
}

func TestRulePostMessage(t *testing.T) {
	messages := "-- content/en/m.md --\n" + typed("messages", "messages: [{id: silence, text: A, more: M}]\n")
	runCases(t, []ruleCase{
		{"a message that is there", messages + "-- content/en/a.md --\n" + typed("social", "posts: [{id: a, text: T, alt: A, message: silence}]\n"), nil},
		{"none", messages + "-- content/en/a.md --\n" + typed("social", "posts: [{id: a, text: T, alt: A, message: x}]\n"), []string{
			"content/en/a.md:5:34 error post-message Message=x Nearest=",
		}},
	})
}

func TestRuleKitPosters(t *testing.T) {
	three := "  - {id: a, text: T, more: M}\n  - {id: b, text: T, more: M}\n  - {id: c, text: T, more: M}\n"
	runCases(t, []ruleCase{
		{"three", "-- content/en/a.md --\n" + typed("kit", "posters:\n"+three), nil},
		{"four", "-- content/en/a.md --\n" + typed("kit", "posters:\n"+three+"  - {id: d, text: T, more: M}\n"), []string{"content/en/a.md:5:1 error kit-posters Has=4 Posters=3"}},
		{"one in a translation", "-- content/en/a.md --\n" + typed("kit", "posters:\n"+three) + "-- content/fr/a.md --\n" + listed("posters: [{id: a, text: T}]\n"), nil},
	})
}
