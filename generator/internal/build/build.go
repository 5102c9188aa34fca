// Package build is the way of the data from the project's files to the
// published folder, one step after the other:
//
//	load    the project into one value
//	check   every rule; an error stops here, nothing is written
//	kit     what can be printed and shared
//	stage   what Hugo is told
//	render  Hugo, into a new folder
//	add     files beside the pages: the resolution in other formats, static files,
//	        the search index, what hosts read, the record of the build
//	verify  the rendered files, by our own rules and those of the HTML standard
//	compress  copies for servers that hand them out as they are
//	swap    the new folder takes the published one's place
//
// A step that finds an error in the project's files ends the build; the
// published folder is then as it was.
package build

import (
	"context"
	"encoding/json"
	"errors"
	"net/url"
	"os"
	"path/filepath"
	"time"

	"resolutionsite/generator/internal/check"
	"resolutionsite/generator/internal/diag"
	"resolutionsite/generator/internal/hosting"
	"resolutionsite/generator/internal/project"
	"resolutionsite/generator/internal/publish"
	"resolutionsite/generator/internal/search"
	"resolutionsite/generator/internal/site"
	"resolutionsite/generator/internal/validate"
)

// RecordName is the file at the root of every site that says when and of what
// it was built. It also marks a folder as one that a build may replace.
const RecordName = "build.json"

// Options are the choices of one build.
type Options struct {
	Root, Out string
	// BaseURL overrides the configuration's; empty leaves it.
	BaseURL string
	// Languages restricts the build to these, by tag; nil builds all.
	Languages []string
	Date      time.Time
	Strict    bool
	// WithoutNode leaves out what needs Node even where it is installed, WithoutKit
	// the kit alone.
	WithoutNode, WithoutKit bool
	// Components adds the page that shows every component of the design.
	Components bool
	// Pseudo builds the pseudo-locales of the project, too.
	Pseudo bool
	// Progress is told the name of each step as it begins, and "" at the end.
	Progress func(step string)
	// Pieces, if any, is told how many pieces of the kit are done.
	Pieces func(done, total int)
}

// Result is what a build did.
type Result struct {
	Diagnostics diag.List
	Languages   []LanguageRecord
	// Output is what the verification of the rendered files counted.
	Output publish.Report
	// Added are languages that were built although they were not asked for,
	// because others borrow from them.
	Added []string
	// Compression counts the compressed copies, which Files does not.
	Compression publish.Compression
	// Hosting is the folder for whoever configures a host.
	Hosting string
	// HostingAhead says that the folder is this build's and the site is not: it
	// could not take its place.
	HostingAhead bool
	// NoSecurity says that there is no security.txt, for want of a contact.
	NoSecurity bool
	// LeftOut names the extras that were left out for want of Node.
	LeftOut []string
}

// Record is the content of RecordName.
type Record struct {
	Generator string           `json:"generator"`
	Date      string           `json:"date"`
	BaseURL   string           `json:"baseURL"`
	Languages []LanguageRecord `json:"languages"`
	// Compressor is what the compressed copies were made with.
	Compressor string `json:"compressor"`
}

// LanguageRecord counts the pages of one language.
type LanguageRecord struct {
	Tag     string `json:"language"`
	Endonym string `json:"endonym"`
	// Pages are all written pages a reader of the language finds, Borrowed
	// those of them whose text is another language's.
	Pages    int `json:"pages"`
	Borrowed int `json:"borrowed"`
}

// Run builds a site. The result is not nil as soon as the project could be
// read; the error is for what could not be done. Diagnostics with errors mean
// that nothing was published.
func Run(ctx context.Context, opt Options) (result *Result, err error) {
	defer opt.Progress("")
	opt.Progress("load")
	p, err := project.LoadWith(os.DirFS(opt.Root), project.Options{Pseudo: opt.Pseudo, Date: opt.Date})
	if err != nil {
		return nil, err
	}
	opt.Progress("check")
	result = &Result{Diagnostics: check.Run(p)}
	if opt.Strict {
		result.Diagnostics.Strict()
	}
	if result.Diagnostics.HasErrors() {
		return result, nil
	}
	if p, result.Added, err = p.Select(opt.Languages); err != nil {
		return result, err
	}
	if opt.BaseURL == "" {
		opt.BaseURL = p.Config.BaseURL
	}

	workspace, err := publish.Open(opt.Out, publish.Options{
		Marker: RecordName, Recognise: isRecord, Root: opt.Root,
		Sources: Sources(opt.Root),
	})
	if err != nil {
		return result, err
	}
	defer func() { err = errors.Join(err, workspace.Close()) }()
	hosts, err := openHosting(opt)
	if err != nil {
		return result, err
	}
	defer func() { err = errors.Join(err, hosts.Close()) }()
	if err = fill(ctx, p, opt, workspace, hosts, result); err != nil || result.Diagnostics.HasErrors() {
		return result, err
	}
	opt.Progress("swap")
	if err = ctx.Err(); err != nil {
		return result, err
	}
	// The configuration comes first: of two swaps, one can fail. Until the other
	// follows, the site before stands beside the configuration of this one.
	if err = hosts.Publish(); err != nil {
		return result, err
	}
	err = workspace.Publish()
	result.HostingAhead = err != nil
	return result, err
}

// fill makes the workspace's site, and what lies beside it.
func fill(ctx context.Context, p *project.Project, opt Options, w, hosts *publish.Workspace, result *Result) error {
	kit, err := makeKit(ctx, p, opt, w, result)
	if err != nil || result.Diagnostics.HasErrors() {
		return err
	}
	opt.Progress("stage")
	searched := !opt.WithoutNode && search.Available(opt.Root)
	if !searched {
		result.LeftOut = append(result.LeftOut, search.Name)
	}
	static, err := ownStatic(p.FS)
	if err != nil {
		return err
	}
	found, err := inTheWay(static, static, searched)
	result.Diagnostics = append(result.Diagnostics, found...)
	if err != nil || found.HasErrors() {
		return err
	}
	stage, err := site.WriteStage(p, opt.Root, w.Stage(), site.Options{BaseURL: opt.BaseURL, Components: opt.Components, Searched: searched, Kit: kit, Date: opt.Date})
	if err != nil {
		return err
	}
	opt.Progress("render")
	found, err = site.Render(ctx, stage, w.Site())
	result.Diagnostics = append(result.Diagnostics, found...)
	if err != nil || found.HasErrors() {
		return err
	}
	opt.Progress("add")
	if err := ctx.Err(); err != nil {
		return err
	}
	if err := publish.CopyStatic(stage.Static(), w.Site(), nil); err != nil {
		return err
	}
	if err := addKit(w); err != nil {
		return err
	}
	if err := add(p, opt, w.Site(), result); err != nil {
		return err
	}
	if searched {
		if err := index(ctx, p, stage, opt, w); err != nil {
			return err
		}
	}
	if err := addHosting(p, opt, w.Site(), hosts.Site(), result); err != nil {
		return err
	}
	// Once more, beside the files that no other folder shows.
	found, err = inTheWay(static, os.DirFS(w.Site()), searched)
	result.Diagnostics = append(result.Diagnostics, found...)
	if err != nil {
		return err
	}
	opt.Progress("verify")
	if err := ctx.Err(); err != nil {
		return err
	}
	var tags []string
	for _, l := range p.Languages {
		tags = append(tags, l.Tag)
	}
	report, found, err := publish.Verify(os.DirFS(w.Site()), publish.VerifyOptions{BaseURL: opt.BaseURL, Languages: tags, Budget: budgets(stage)})
	if opt.Strict {
		found.Strict()
	}
	result.Output = report
	result.Diagnostics = append(result.Diagnostics, found...)
	if err != nil || found.HasErrors() {
		return err
	}
	if opt.WithoutNode || !validate.Available(opt.Root) {
		result.LeftOut = append(result.LeftOut, validate.Name)
	} else {
		opt.Progress("validate")
		found, err = validate.HTML(ctx, opt.Root, w.Site(), w.Stage())
		result.Diagnostics = append(result.Diagnostics, found...)
		if err != nil || found.HasErrors() {
			return err
		}
	}
	if result.Diagnostics.HasErrors() { // of a step before: everything has been said
		return nil
	}
	opt.Progress("compress")
	result.Compression, err = publish.Compress(ctx, w.Site(), sameCompressor(opt.Out), func(path string) bool { return hosting.KindOf(path).Compress })
	return err
}

// add puts what Hugo does not make beside the pages.
func add(p *project.Project, opt Options, folder string, result *Result) error {
	if static, err := ownStatic(p.FS); err != nil {
		return err
	} else if static != nil {
		if err := publish.CopyStatic(static, folder, toPipeline); err != nil {
			return err
		}
	}
	record := Record{Generator: signature, Date: opt.Date.Format(time.DateOnly), BaseURL: opt.BaseURL, Compressor: publish.Compressor()}
	for _, l := range p.Languages {
		count := LanguageRecord{Tag: l.Tag, Endonym: l.Endonym}
		count.Pages, count.Borrowed = p.Coverage(l)
		record.Languages = append(record.Languages, count)
	}
	result.Languages = record.Languages
	content, err := json.MarshalIndent(record, "", "  ")
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(folder, RecordName), append(content, '\n'), 0o644)
}

// index makes the search index of what readers of each language find.
func index(ctx context.Context, p *project.Project, stage *site.Stage, opt Options, w *publish.Workspace) error {
	base, err := url.Parse(opt.BaseURL)
	if err != nil {
		return err
	}
	var languages []search.Language
	for _, l := range p.Languages {
		languages = append(languages, search.Language{Language: l, Pages: stage.Places(l), Parts: stage.Parts(l)})
	}
	return search.Index(ctx, languages, search.Options{Root: opt.Root, Site: w.Site(), Scratch: w.Stage(), Base: base.Path})
}

// signature is what a record says of its maker, and no other program does.
const signature = "resolutionsite/generator"

// sameCompressor returns the folder if it has a site of ours whose copies this
// program would make alike, else "".
func sameCompressor(folder string) string {
	content, err := os.ReadFile(filepath.Join(folder, RecordName))
	if r, ours := readRecord(content); err != nil || !ours || r.Compressor != publish.Compressor() {
		return ""
	}
	return folder
}

// isRecord recognises the record of a build of ours.
func isRecord(content []byte) bool {
	_, ours := readRecord(content)
	return ours
}

// readRecord reads a record, and reports whether it is of a build of ours.
func readRecord(content []byte) (r Record, ours bool) {
	err := json.Unmarshal(content, &r)
	return r, err == nil && r.Generator == signature
}

// Sources are the folders of the project that nothing made may be written in.
func Sources(root string) []string {
	var folders []string
	for _, name := range []string{"content", "i18n", "layouts", "static", "generator", "node_modules", ".git", ".ci"} {
		folders = append(folders, filepath.Join(root, name))
	}
	return folders
}
