package site

import (
	"strings"

	"github.com/pelletier/go-toml/v2"

	"resolutionsite/generator/internal/locale"
	"resolutionsite/generator/internal/project"
)

// catalogs writes a complete catalogue for every language: its own strings,
// and for each one it lacks that of the nearest language of its chain. Hugo's
// own fallback, which is silent and knows only one language, is never used.
func (s *Stage) catalogs(files map[string][]byte) error {
	locales := s.hugoLocales()
	for _, l := range s.project.Languages {
		catalog := map[string]any{}
		for _, m := range s.messages() {
			own, _ := s.message(l, m.Key)
			catalog[m.Key] = forms(own, l)
		}
		content, err := toml.Marshal(catalog)
		if err != nil {
			return err
		}
		files["i18n/"+strings.ToLower(locales[l.Key])+".toml"] = content
	}
	return nil
}

// messages are the strings of the reference language, which every page needs.
func (s *Stage) messages() []project.Message {
	if c := s.project.Catalogs[s.project.Reference.Key]; c != nil {
		return c.Messages
	}
	return nil
}

// message finds a string for a language and says whose it is.
func (s *Stage) message(l locale.Language, key string) (project.Message, locale.Language) {
	for _, from := range append([]locale.Language{l}, l.Chain(s.project.Languages, s.project.Reference)...) {
		if m, ok := s.project.Catalogs[from.Key].Message(key); ok && !m.Blank() {
			return m, from
		}
	}
	return project.Message{}, s.project.Reference
}

// forms lays out a message for go-i18n. A plural form that the reader's
// language has and the message lacks takes the message's most general one.
func forms(m project.Message, reader locale.Language) map[string]string {
	general, ok := m.Form("other")
	for i := len(m.Forms) - 1; i >= 0 && !ok; i-- {
		general, ok = m.Forms[i], !m.Forms[i].Blank()
	}
	out := map[string]string{"other": general.Text}
	if !m.Plural {
		return out
	}
	for _, category := range reader.PluralForms {
		out[category] = general.Text
		if f, has := m.Form(category); has {
			out[category] = f.Text
		}
	}
	return out
}
