// Package locale knows what the program must know about a language: its BCP 47
// tag, the direction of its script, its own name for itself (endonym), the
// plural forms that CLDR gives it, and the chain of languages whose texts may
// stand in for its own where one is missing.
//
// No language is listed here. A language exists because the project has a
// catalogue i18n/<tag>.toml; everything else is computed: tags, scripts and
// names by golang.org/x/text, plural forms by go-i18n, whose rules (CLDR 46)
// are the ones the renderer selects by. overrides.go holds, in one table, the
// few languages that CLDR lacks or gets wrong.
package locale
