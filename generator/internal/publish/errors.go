package publish

import (
	"fmt"

	"resolutionsite/generator/internal/diag"
)

// Busy says that another build of the same published folder is running.
type Busy struct {
	Folder string
}

func (e *Busy) Error() string {
	return fmt.Sprintf("another build is writing %s", e.Folder)
}

// Diagnostic is the finding for the person who ran the program.
func (e *Busy) Diagnostic() diag.Diagnostic {
	return refusal("publish-busy", "publish-busy", map[string]any{"Folder": e.Folder})
}

// Reason says why a folder cannot be the published one.
type Reason string

// The reasons of a Refused.
const (
	ReasonFileSystem Reason = "root"      // the root of the file system
	ReasonWorking    Reason = "working"   // the working directory or a folder that holds it
	ReasonHome       Reason = "home"      // the person's home folder or one that holds it
	ReasonProject    Reason = "project"   // the project's root or a folder that holds it
	ReasonSource     Reason = "source"    // a folder the site is made from, around it or inside it
	ReasonLink       Reason = "link"      // a symbolic link
	ReasonNotFolder  Reason = "file"      // a file, a device or the like
	ReasonMount      Reason = "mount"     // a mount point or a folder of a container image, which no rename can replace
	ReasonWorkspace  Reason = "workspace" // its hidden sibling ".<base>.build" exists and is no folder
)

// Refused says that the named folder is no place to publish to.
type Refused struct {
	Folder string
	Reason Reason
	// Other is the folder in conflict: the working, home, project or source
	// folder, or the hidden sibling; empty for the other reasons.
	Other string
}

func (e *Refused) Error() string {
	if e.Other != "" {
		return fmt.Sprintf("cannot publish to %s (%s: %s)", e.Folder, e.Reason, e.Other)
	}
	return fmt.Sprintf("cannot publish to %s (%s)", e.Folder, e.Reason)
}

// Diagnostic is the finding for the person who ran the program.
func (e *Refused) Diagnostic() diag.Diagnostic {
	args := map[string]any{"Folder": e.Folder}
	if e.Other != "" {
		args["Other"] = e.Other
	}
	return refusal("publish-refused", "publish-refused-"+string(e.Reason), args)
}

// NotOurs says that the folder holds something that this program did not
// publish, or that would be lost with it, such as a repository.
type NotOurs struct {
	Folder string
	// Marker is the name of the file a published site has at its root.
	Marker string
	// Found is the name of one thing in the folder, to recognise it by.
	Found string
}

func (e *NotOurs) Error() string {
	if e.Found == "" {
		return fmt.Sprintf("%s has no %s", e.Folder, e.Marker)
	}
	return fmt.Sprintf("%s is not a published site: it holds %s", e.Folder, e.Found)
}

// Diagnostic is the finding for the person who ran the program.
func (e *NotOurs) Diagnostic() diag.Diagnostic {
	return refusal("publish-not-ours", "publish-not-ours", map[string]any{"Folder": e.Folder, "Marker": e.Marker, "Found": e.Found})
}

func refusal(rule, id string, args map[string]any) diag.Diagnostic {
	return diag.Diagnostic{Rule: rule, Severity: diag.Error, ID: id, Args: args}
}
