package press

import (
	"archive/zip"
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"resolutionsite/generator/internal/locale"
)

// The files of a kit that are about the others.
const (
	ManifestFile = "manifest.json"
	LicenceFile  = "LICENCE.txt"
	AltFile      = "ALT.txt"
	fontFile     = "OFL.txt"
)

// Folder is where the kit of a language lies in the site.
func Folder(l locale.Language) string { return path.Join(l.Key, "kit") }

// write puts a piece into its folder.
func (p *piece) write(out string) (File, error) {
	href := path.Join(Folder(p.language), p.name)
	f := File{
		Name: p.name, Kind: p.kind, ID: p.id, Size: p.size, Href: href,
		Width: p.result.Width, Height: p.result.Height, Alt: p.alt, review: p.review, page: p.page.Path,
	}
	f.media = "image/png"
	if p.job.Format == "pdf" {
		f.Pages, f.media = p.result.Pages, "application/pdf"
	}
	content, err := os.ReadFile(p.file)
	if err != nil {
		return f, err
	}
	f.Bytes, f.sum = int64(len(content)), hexSum(content)
	return f, put(out, href, content)
}

// put writes a file of the site.
func put(out, href string, content []byte) error {
	return replace(filepath.Join(out, filepath.FromSlash(href)), content)
}

// removeFormer removes what an earlier kit in the folder has, by its list, and this
// one has not: withdrawn words must not be shared for want of a look. Other files
// stay.
func removeFormer(folder string, now []File) error {
	content, err := os.ReadFile(filepath.Join(folder, ManifestFile))
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	var former manifest
	if json.Unmarshal(content, &former) != nil {
		return nil // not ours
	}
	for _, f := range former.Files {
		name := filepath.Join(folder, f.File)
		if f.File != filepath.Base(f.File) || slices.ContainsFunc(now, func(one File) bool { return one.Name == f.File }) {
			continue
		}
		if content, err := os.ReadFile(name); err != nil || hexSum(content) != f.SHA256 {
			continue // gone, or another file by now
		}
		if err := os.Remove(name); err != nil {
			return err
		}
	}
	return nil
}

// manifest is ManifestFile.
type manifest struct {
	Language string         `json:"language"`
	Date     string         `json:"date"`
	Site     string         `json:"site"`
	Files    []manifestFile `json:"files"`
	// Missing are pieces that this language has not, and why.
	Missing []Missing `json:"missing"`
}

type manifestFile struct {
	File     string `json:"file"`
	Kind     string `json:"kind"`
	ID       string `json:"id,omitempty"`
	Size     string `json:"size,omitempty"`
	Media    string `json:"media"`
	SHA256   string `json:"sha256"`
	Bytes    int64  `json:"bytes"`
	Width    int    `json:"width,omitempty"`
	Height   int    `json:"height,omitempty"`
	Pages    int    `json:"pages,omitempty"`
	Alt      string `json:"alt,omitempty"`
	Licence  string `json:"licence"`
	Language string `json:"language"`
	// Review says who stands behind the words: original, unreviewed, machine,
	// reviewed.
	Review string `json:"review"`
	// Source is the address of the page that has the words.
	Source string `json:"source"`
}

// The licences of the pieces, in the terms of SPDX where it has one.
const (
	ourLicence  = "CC-BY-4.0"
	textLicence = "LicenseRef-resolution" // the adopting body's own
)

// pack writes the files that are about the others, and the zip file.
func (m *maker) pack(l locale.Language, pieces *Pieces) error {
	slices.SortStableFunc(pieces.Missing, func(a, b Missing) int { return cmp.Or(cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.ID, b.ID)) })
	pieces.Missing = slices.Compact(pieces.Missing)
	list := manifest{Language: l.Tag, Date: m.options.Date.Format(time.DateOnly), Site: m.options.BaseURL, Files: []manifestFile{}, Missing: append([]Missing{}, pieces.Missing...)}
	for _, f := range pieces.Files {
		licence := ourLicence
		if f.Kind == "resolution" {
			licence = textLicence
		}
		list.Files = append(list.Files, manifestFile{
			File: f.Name, Kind: f.Kind, ID: f.ID, Size: f.Size, Media: f.media, SHA256: f.sum, Bytes: f.Bytes,
			Width: f.Width, Height: f.Height, Pages: f.Pages, Alt: f.Alt, Licence: licence, Language: l.Tag,
			Review: f.review, Source: m.address(l, f.page),
		})
	}
	var content bytes.Buffer
	encoder := json.NewEncoder(&content)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	if err := encoder.Encode(list); err != nil {
		return err
	}
	ofl, err := m.fontLicence()
	if err != nil {
		return err
	}
	files := map[string][]byte{
		ManifestFile: content.Bytes(), LicenceFile: []byte(m.licence(l)), AltFile: []byte(altText(pieces.Files)), fontFile: ofl,
	}
	if err := removeFormer(filepath.Join(m.options.Out, filepath.FromSlash(Folder(l))), pieces.Files); err != nil {
		return err
	}
	for _, name := range slices.Sorted(maps.Keys(files)) {
		if err := put(m.options.Out, path.Join(Folder(l), name), files[name]); err != nil {
			return err
		}
	}
	for _, f := range pieces.Files {
		if files[f.Name], err = os.ReadFile(filepath.Join(m.options.Out, filepath.FromSlash(f.Href))); err != nil {
			return err
		}
	}
	archive, err := zipped("kit-"+l.Key+"/", files)
	if err != nil {
		return err
	}
	name := "kit-" + l.Key + ".zip"
	pieces.Zip = File{Name: name, Kind: "zip", Href: path.Join(Folder(l), name), Bytes: int64(len(archive))}
	return put(m.options.Out, pieces.Zip.Href, archive)
}

// altText lists what pictures and posters show. Documents say themselves what is
// in them.
func altText(files []File) string {
	var b strings.Builder
	for _, f := range files {
		if f.Kind != "card" && f.Kind != "poster" {
			continue
		}
		fmt.Fprintf(&b, "%s\n%s\n\n", f.Name, f.Alt)
	}
	return strings.TrimSuffix(b.String(), "\n")
}

// licence says how the kit may be used.
func (m *maker) licence(l locale.Language) string {
	var b strings.Builder
	words, _ := m.say(l, "licence_content")
	fonts, _ := m.say(l, "kit_fonts", "File", fontFile)
	fmt.Fprintf(&b, "%s\nhttps://creativecommons.org/licenses/by/4.0/\n\n%s\nhttps://openfontlicense.org/\n\n%s\n", words, fonts, m.address(l, "/"))
	return b.String()
}

// fontLicence is the licence of the fonts that the files have parts of.
func (m *maker) fontLicence() ([]byte, error) {
	var all [][]byte
	for _, name := range fontLicences {
		content, err := os.ReadFile(filepath.Join(m.options.Root, "node_modules", filepath.FromSlash(name)))
		if err != nil {
			return nil, err
		}
		if !slices.ContainsFunc(all, func(other []byte) bool { return bytes.Equal(other, content) }) {
			all = append(all, content)
		}
	}
	return bytes.Join(all, []byte("\n\n")), nil
}

// zipTime stands for the time of every file: the oldest that a zip file can say.
var zipTime = time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)

// zipped packs files below a folder, in the order of their names.
func zipped(folder string, files map[string][]byte) ([]byte, error) {
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, name := range slices.Sorted(maps.Keys(files)) {
		header := &zip.FileHeader{Name: folder + name, Method: zip.Deflate, Modified: zipTime}
		header.SetMode(0o644)
		if path.Ext(name) == ".png" {
			header.Method = zip.Store // compressed in itself
		}
		f, err := w.CreateHeader(header)
		if err != nil {
			return nil, err
		}
		if _, err := f.Write(files[name]); err != nil {
			return nil, err
		}
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}
