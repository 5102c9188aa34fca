package pseudo

import (
	"bytes"
	"maps"
	"slices"

	"github.com/pelletier/go-toml/v2"

	"resolutionsite/generator/internal/locale"
	"resolutionsite/generator/internal/rewrite"
)

// Strings makes the pseudo-locale's catalogue of that of the reference language.
// A string with plural forms gets those of the pseudo-locale; one that the source
// does not have is the source's most general form. Notes to translators and
// comments are left out.
func (l Locale) Strings(catalog []byte) ([]byte, error) {
	lang, err := locale.Parse(l.Tag)
	if err != nil {
		return nil, err
	}
	var source map[string]any
	if err := toml.Unmarshal(bytes.TrimPrefix(catalog, []byte("\ufeff")), &source); err != nil {
		return nil, err
	}
	var b bytes.Buffer
	write := func(key, form, text string) {
		b.WriteString(rewrite.StringEdit{Key: key, Category: form, Text: l.Text(text)}.Line() + "\n")
	}
	for _, key := range slices.Sorted(maps.Keys(source)) {
		switch value := source[key].(type) {
		case string:
			write(key, "", value)
		case map[string]any:
			for _, form := range lang.PluralForms {
				text, ok := value[form].(string)
				if !ok {
					if text, ok = value["other"].(string); !ok {
						continue
					}
				}
				write(key, form, text)
			}
		}
	}
	return Mark(b.Bytes()), nil
}
