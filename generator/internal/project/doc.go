// Package project reads a whole project (content, catalogues, configuration)
// from an fs.FS into one value that every later step works on.
//
// The model: a Project has languages, one per catalogue i18n/<tag>.toml; a
// catalogue of strings for each; pages, each in one language and at one path
// that is the same in every language; and the resolution, read from the page
// whose front matter has a resolution field. What a page says in a language
// that lacks it is decided here too (Source): the nearest language of the
// fallback chain that has the page.
//
// Load never stops at the first fault. Whatever cannot be read becomes a
// diagnostic in Project.Problems, and the rest is loaded; the rules of package
// check add theirs. Positions are those of the file as the user sees it.
package project
