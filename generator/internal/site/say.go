package site

import (
	"fmt"

	"github.com/nicksnyder/go-i18n/v2/i18n"
	"golang.org/x/text/language"

	"resolutionsite/generator/internal/locale"
	"resolutionsite/generator/internal/project"
)

// rootStrings are those that the files at the root of the site show in every
// language at once, which Hugo's own lookup, bound to one language, cannot.
var rootStrings = []string{"pages_translated", "not_found_text", "not_found_home", "exit_key"}

// say fills in a message as readers of l read it.
func say(l locale.Language, m project.Message, args map[string]any) (string, error) {
	tag, err := language.Parse(l.PluralBase)
	if err != nil {
		tag = language.Und
	}
	message := &i18n.Message{ID: m.Key}
	for category, text := range forms(m, l) {
		switch category {
		case "zero":
			message.Zero = text
		case "one":
			message.One = text
		case "two":
			message.Two = text
		case "few":
			message.Few = text
		case "many":
			message.Many = text
		default:
			message.Other = text
		}
	}
	bundle := i18n.NewBundle(tag)
	config := &i18n.LocalizeConfig{DefaultMessage: message, TemplateData: args}
	if m.Plural && bundle.AddMessages(tag, message) == nil {
		config.PluralCount = args["Count"]
	}
	text, err := i18n.NewLocalizer(bundle, tag.String()).Localize(config)
	if err != nil {
		return "", fmt.Errorf("string %s in %s: %w", m.Key, l.Tag, err)
	}
	return text, nil
}
