package pseudo

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"slices"

	"github.com/pelletier/go-toml/v2"

	"resolutionsite/generator/internal/locale"
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
	write := func(key, text string) { fmt.Fprintf(&b, "%s = %s\n", key, quote(l.Text(text))) }
	for _, key := range slices.Sorted(maps.Keys(source)) {
		name := tomlKey(key)
		switch value := source[key].(type) {
		case string:
			write(name, value)
		case map[string]any:
			for _, form := range lang.PluralForms {
				text, ok := value[form].(string)
				if !ok {
					if text, ok = value["other"].(string); !ok {
						continue
					}
				}
				write(name+"."+form, text)
			}
		}
	}
	return Mark(b.Bytes()), nil
}

// tomlKey writes a key bare where TOML allows it.
func tomlKey(key string) string {
	for _, r := range key {
		if r > 'z' || !(r >= 'a' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r == '_' || r == '-') {
			return quote(key)
		}
	}
	if key == "" {
		return `""`
	}
	return key
}

// quote writes a text in double quotes, as JSON does: YAML and TOML read every
// such text.
func quote(s string) string {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	_ = e.Encode(s) // a string always encodes
	return string(bytes.TrimRight(b.Bytes(), "\n"))
}
