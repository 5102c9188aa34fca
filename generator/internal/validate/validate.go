// Package validate holds the published HTML to the HTML standard with
// html-validate, which runs on Node. It is an extra: where Node or the package
// is missing, the build goes on without it and says so.
package validate

import (
	"bytes"
	"context"
	_ "embed"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"

	"resolutionsite/generator/internal/diag"
)

// Name is what a build calls the extra where it leaves it out.
const Name = "html-validate"

//go:embed html-validate.json
var rules []byte

// tool is the program's place below the project's root, where npm puts it.
var tool = filepath.Join("node_modules", "html-validate", "bin", "html-validate.mjs")

// Available reports whether the validator can run in the project at root.
func Available(root string) bool {
	if _, err := exec.LookPath("node"); err != nil {
		return false
	}
	_, err := os.Stat(filepath.Join(root, tool))
	return err == nil
}

// HTML validates every page below the folder site. Files in the diagnostics
// are relative to it. The configuration is written into the folder scratch.
func HTML(ctx context.Context, root, site, scratch string) (diag.List, error) {
	config := filepath.Join(scratch, "html-validate.json")
	if err := os.WriteFile(config, rules, 0o644); err != nil {
		return nil, err
	}
	script, err := filepath.Abs(filepath.Join(root, tool))
	if err != nil {
		return nil, err
	}
	cmd := exec.CommandContext(ctx, "node", script, "--config", config, "--formatter", "json", "--ext", "html", ".")
	cmd.Dir = site
	// The report goes to a file: through a pipe Node cuts it off where it
	// ends the process.
	report, err := os.Create(filepath.Join(scratch, "html-validate-report.json"))
	if err != nil {
		return nil, err
	}
	var stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = report, &stderr
	err = errors.Join(cmd.Run(), report.Close())
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	var failed *exec.ExitError
	if err != nil && !errors.As(err, &failed) {
		return nil, fmt.Errorf("run html-validate: %w", err)
	}
	content, readErr := os.ReadFile(report.Name())
	if readErr != nil {
		return nil, readErr
	}
	found, parseErr := parse(content, site)
	if parseErr != nil {
		return nil, fmt.Errorf("run html-validate: %w: %s", errors.Join(err, parseErr), bytes.TrimSpace(stderr.Bytes()))
	}
	return found, nil
}

// parse reads html-validate's JSON report.
func parse(report []byte, site string) (diag.List, error) {
	var files []struct {
		FilePath string `json:"filePath"`
		Messages []struct {
			RuleID  string `json:"ruleId"`
			Message string `json:"message"`
			Line    int    `json:"line"`
			Column  int    `json:"column"`
		} `json:"messages"`
	}
	if err := json.Unmarshal(report, &files); err != nil {
		return nil, err
	}
	var found diag.List
	for _, f := range files {
		name := f.FilePath
		if rel, err := filepath.Rel(site, name); err == nil && filepath.IsAbs(name) {
			name = rel
		}
		for _, m := range f.Messages {
			found.Add(diag.Diagnostic{
				File: filepath.ToSlash(filepath.Clean(name)), Line: m.Line, Column: m.Column,
				Rule: "html-validate", Severity: diag.Error, ID: "html-validate",
				Args: map[string]any{"Check": m.RuleID, "Detail": m.Message},
			})
		}
	}
	found.Sort()
	return found, nil
}
