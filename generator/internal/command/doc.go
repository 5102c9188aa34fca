// Package command is the command line: it turns arguments into calls of the
// other packages and what they return into output and an exit code.
//
// Output policy. What a command was asked for goes to standard output: the
// report of check, the JSON of an import, the table of a build. Everything
// else (diagnostics of build and import, progress, remedies) goes to standard
// error. Diagnostics look like a compiler's, "file:line:column: error: …" with
// "  hint: …" below; other messages begin with "error:", "note:" or "hint:".
// All in small letters, without a full stop, in the language of the user's
// locale. Colour and progress appear only on a terminal, and never with
// NO_COLOR set.
//
// Exit codes: 0 done; 1 refused because of the input, or not possible; 2 used
// wrongly.
package command
