// Package transfer takes the texts of a project out for translation and brings
// them back: it stands between the model of package translation, the files of
// package exchange, and the files of the project, which package rewrite changes.
//
// Export makes a file of a language; what is taken out and brought back without
// an edit changes no byte of the project.
//
// Import plans: it looks at everything before anything is written, and what it
// finds wrong is a list of diagnostics with the places in the translator's own
// file. A plan holds the new content of each file that changes; writing it is one
// step that happens whole or not at all.
//
// A unit of a page is known again by the words of its source that the file
// carries. If the source has changed since the export, the translation is
// recorded as made from what the file says and is outdated; if the source is
// gone, it is reported and passed over. A translation that was changed in the
// project since the export is newer work: a conflict, never overwritten.
package transfer
