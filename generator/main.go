// Generator turns the text of a parliamentary resolution and the campaign
// around it into a multilingual static site. Run it with --help.
package main

import (
	"os"

	"golang.org/x/term"

	"resolutionsite/generator/internal/command"
)

func main() {
	os.Exit(command.Main(command.Env{
		Args:           os.Args[1:],
		Stdin:          os.Stdin,
		Stdout:         os.Stdout,
		Stderr:         os.Stderr,
		Getenv:         os.Getenv,
		StdinTerminal:  term.IsTerminal(int(os.Stdin.Fd())),
		StdoutTerminal: term.IsTerminal(int(os.Stdout.Fd())),
		StderrTerminal: term.IsTerminal(int(os.Stderr.Fd())),
	}))
}
