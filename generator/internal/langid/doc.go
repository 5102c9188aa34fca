// Package langid says whether words are in the language they are said to be
// in. It never names the language of a text at large: a claim is there, and
// the question is whether another language explains the words far better.
//
// # Scripts
//
// data/scripts.txt says of which letters of Unicode each script of ISO 15924
// consists; which script a language is written in comes from
// golang.org/x/text/language. A word of other letters is foreign for certain.
//
// # Languages of one script
//
// data/<tag>.txt holds how often each sequence of three letters occurs in one
// text that all languages have, the Universal Declaration of Human Rights; it
// speaks of the same things as the texts of parliaments. A word's evidence for
// a language against the claimed one is the logarithm of the quotient of the
// probabilities that both give its sequences. Evidence is added up over the
// words of a text, and over the stretch of neighbouring words in which it is
// greatest, so that a foreign phrase inside a text is found and shown. One word
// alone never decides, names weigh little, and abbreviations, addresses and
// labels nothing.
//
// A language without data is never claimed and never judged. Adding one is
// adding its line to train/languages.txt and running
//
//	go run ./generator/internal/langid/train
package langid
