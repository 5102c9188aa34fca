package check

import (
	"fmt"
	"math"
	"strings"

	"resolutionsite/generator/internal/diag"
	"resolutionsite/generator/internal/project"
)

// fileSize refuses files that no reader on a poor connection could load.
func fileSize(p *project.Project, report func(diag.Diagnostic)) {
	for _, f := range p.Files {
		if f.Size > project.MaxFileSize && (strings.HasPrefix(f.Path, "content/") || strings.HasPrefix(f.Path, "i18n/")) {
			report(diag.Diagnostic{
				File: f.Path, Line: 1, Column: 1,
				ID: "file-size", Args: map[string]any{"Size": fmt.Sprintf("%.1f", math.Ceil(float64(f.Size)/(1<<20)*10)/10)},
			})
		}
	}
}
