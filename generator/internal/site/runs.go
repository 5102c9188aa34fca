package site

import (
	"slices"

	"resolutionsite/generator/internal/project"
	"resolutionsite/generator/internal/resolution"
)

// runData is a stretch of a part's text: words in one style, the call of a
// footnote, or a link with the runs that are its words. The words of all runs,
// calls apart, are those of the text, byte for byte.
type runData struct {
	Text string `json:"text,omitempty"`
	// Mark is the HTML element of the run: "strong", "em" or "".
	Mark string `json:"mark,omitempty"`
	// Call is the anchor of the footnote that Text, its mark, calls.
	Call string `json:"call,omitempty"`
	// URL is the address of a document elsewhere that the run refers to, Page
	// the path of a page of the site, and Part a part of the same text. Title
	// names the document.
	URL   string    `json:"url,omitempty"`
	Page  string    `json:"page,omitempty"`
	Part  string    `json:"part,omitempty"`
	Title string    `json:"title,omitempty"`
	Runs  []runData `json:"runs,omitempty"`
	// Language is the language key of the text that Call and Part are of.
	Language string `json:"language,omitempty"`
}

// documentData is a document elsewhere.
type documentData struct {
	URL   string `json:"url"`
	Title string `json:"title"`
	// In is the language key of the title where it is not the text's.
	In string `json:"in,omitempty"`
}

// A runWriter makes the runs of one language's text.
type runWriter struct {
	referrer  *project.Referrer
	language  string
	notes     map[string]string // anchors of footnotes by their marks
	documents []documentData    // that were linked to
}

// runs lays out a text. id is the part it is the text of, "" for a footnote.
func (w *runWriter) runs(id string, text resolution.Inline) []runData {
	references := w.referrer.In(id, text)
	var out []runData
	var open *runData // the link that is being written
	at := 0           // in the plain text
	put := func(r runData) {
		if open != nil {
			open.Runs = append(open.Runs, r)
		} else {
			out = append(out, r)
		}
	}
	closeLink := func() {
		if open != nil && len(open.Runs) > 0 {
			out = append(out, *open)
		}
		open = nil
	}
	for _, r := range text {
		if r.Style == resolution.Call {
			// No link stands in a link: this one is interrupted.
			interrupted := open
			closeLink()
			out = append(out, runData{Text: r.Text, Call: w.notes[r.Text], Language: w.language})
			if interrupted != nil {
				open = w.link(references[0])
			}
			continue
		}
		mark := markOf(r.Style)
		for rest := r.Text; rest != ""; {
			end := at + len(rest)
			switch {
			case len(references) == 0:
			case open != nil:
				end = min(end, references[0].End)
			case references[0].Start == at:
				open = w.link(references[0])
				continue
			default:
				end = min(end, references[0].Start)
			}
			put(runData{Text: rest[:end-at], Mark: mark})
			rest, at = rest[end-at:], end
			if open != nil && at == references[0].End {
				closeLink()
				references = references[1:]
			}
		}
	}
	return out
}

// markOf is the HTML element of a style, or "".
func markOf(s resolution.Style) string {
	switch s {
	case resolution.Strong:
		return "strong"
	case resolution.Emphasis:
		return "em"
	}
	return ""
}

// link is an empty link to where a cross reference leads.
func (w *runWriter) link(c project.CrossReference) *runData {
	switch {
	case c.Reference != nil && c.Reference.URL != "":
		if document := (documentData{URL: c.Reference.URL, Title: c.Reference.Title}); !slices.Contains(w.documents, document) {
			w.documents = append(w.documents, document)
		}
		return &runData{URL: c.Reference.URL, Title: c.Reference.Title}
	case c.Reference != nil && c.To[0] == '/':
		return &runData{Page: c.To, Title: c.Reference.Title}
	default:
		return &runData{Part: c.To, Language: w.language}
	}
}
