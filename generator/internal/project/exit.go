package project

import (
	"io/fs"
	"maps"
	"net/url"
	"slices"
	"strings"

	"resolutionsite/generator/internal/diag"
	"resolutionsite/generator/internal/locale"
)

// DefaultExit is where the exit of every page leads if the configuration does
// not say: a page that anyone may have open.
const DefaultExit = "https://www.wikipedia.org/"

// exitDefault is the key of params.exit for languages without one of their own
// and for pages of no language.
const exitDefault = "default"

// Exit returns the address of the neutral site that readers of l leave for:
// that of the configuration for the language or for a broader one, or else the
// one for all.
func (p *Project) Exit(l locale.Language) string {
	for _, from := range append([]locale.Language{l}, l.Chain(p.Languages, p.Reference)...) {
		if from.Key == p.Reference.Key && from.Key != l.Key {
			break // its site is no nearer to the reader than the one for all
		}
		if to := p.Config.Exit[from.Key]; to != "" {
			return to
		}
	}
	return p.ExitForAll()
}

// ExitForAll returns the address that pages of no language lead out to.
func (p *Project) ExitForAll() string {
	if to := p.Config.Exit[exitDefault]; to != "" {
		return to
	}
	return DefaultExit
}

// takeExit reads params.exit. Addresses that are wrong are left out: the exit
// leads to the one for all.
func (p *Project) takeExit(data []byte, given map[string]string) {
	for _, key := range slices.Sorted(maps.Keys(given)) {
		to := given[key]
		if _, taken := p.Config.Exit[strings.ToLower(key)]; taken {
			p.repeatedExit(data, key)
			continue
		}
		if !isExit(to, p.Config.BaseURL) {
			p.configProblem(data, "params.exit."+key, diag.Diagnostic{Rule: "config", ID: "config-exit-address", Args: map[string]any{"URL": to}})
			continue
		}
		if p.Config.Exit == nil {
			p.Config.Exit = map[string]string{}
		}
		p.Config.Exit[strings.ToLower(key)] = to
	}
}

// repeatedExit reports a key that differs from another in case alone.
func (p *Project) repeatedExit(data []byte, key string) {
	d := diag.Diagnostic{File: ConfigFile, Rule: "config", ID: "config-exit-repeated", Severity: diag.Error, Args: map[string]any{"Key": key}}
	for k := range paramFields(data, "exit", nil) {
		if k.path[2] == key {
			d.Line, d.Column = k.line, k.column
		}
	}
	p.note(d)
}

// isExit reports whether an address leads to a page of another site, encrypted,
// so that nobody on the way sees which.
func isExit(address, baseURL string) bool {
	u, err := url.Parse(address)
	if err != nil || u.Scheme != "https" || u.Hostname() == "" || u.User != nil {
		return false
	}
	own, err := url.Parse(baseURL)
	return err != nil || !strings.EqualFold(own.Hostname(), u.Hostname())
}

// unknownExit finds keys of params.exit that are no language of the project:
// the readers meant would be led elsewhere.
func (p *Project) unknownExit() error {
	data, err := fs.ReadFile(p.FS, ConfigFile)
	if err != nil {
		return err
	}
	names := append([]string{exitDefault}, p.tags()...)
	for k := range paramFields(data, "exit", names) {
		d := diag.Diagnostic{Rule: "config", ID: "config-exit-key", Args: map[string]any{"Key": k.path[2], "Keys": strings.Join(names, ", ")}}
		if nearest := Nearest(k.path[2], names); nearest != "" {
			d.ID, d.Args["Nearest"] = "config-exit-key-nearest", nearest
		}
		p.configProblem(data, strings.Join(k.path, "."), d)
	}
	return nil
}
