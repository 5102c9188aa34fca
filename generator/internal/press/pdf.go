package press

import (
	"bytes"
	"encoding/hex"
	"fmt"
	"regexp"
	"strconv"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// finished counts the changes to what is done with files here and in png.go, for
// the cache.
const finished = "3"

// finish mends a PDF file as Typst 0.14 writes it, with a plain cross-reference
// table and plain objects; what is written otherwise stays as it is. bleed is how
// far a page reaches beyond its edge, slug how much lies beyond that, in points; 0
// where pages are not cut.
func finish(pdf []byte, bleed, slug float64) ([]byte, error) {
	pdf = mendLetters(pdf)
	if bleed == 0 {
		return pdf, nil
	}
	return withBoxes(pdf, bleed, slug)
}

var (
	compositeFont = regexp.MustCompile(`/DescendantFonts \[(\d+) 0 R\]\s+/ToUnicode (\d+) 0 R`)
	widths        = regexp.MustCompile(`/W \[([\d. ]*)\]`)
	mapping       = regexp.MustCompile(`<([0-9A-F]{4})> <([0-9A-F]{8,})>`)
)

// object is where the body of an object stands in a file, nil where it is missing.
func object(pdf []byte, number string) []int {
	start := bytes.Index(pdf, []byte("\n"+number+" 0 obj\n"))
	if start < 0 {
		return nil
	}
	start += len(number) + len("\n 0 obj\n")
	end := bytes.Index(pdf[start:], []byte("\nendobj"))
	if end < 0 {
		return nil
	}
	return []int{start, start + end}
}

// mendLetters gives a letter and the vowel above it, which are two glyphs, each
// its own character. Typst says of both glyphs that they are both characters, and
// a reader would get them twice. The file keeps its length.
func mendLetters(pdf []byte) []byte {
	pdf = bytes.Clone(pdf)
	for _, font := range compositeFont.FindAllSubmatch(pdf, -1) {
		descendant, table := object(pdf, string(font[1])), object(pdf, string(font[2]))
		if descendant == nil || table == nil {
			continue
		}
		advance := advances(pdf[descendant[0]:descendant[1]])
		body := pdf[table[0]:table[1]]
		marked := map[string]bool{} // the letters with marks that a glyph of a mark is part of
		for _, m := range mapping.FindAllSubmatch(body, -1) {
			if glyph, err := strconv.ParseUint(string(m[1]), 16, 16); err == nil && advance[uint16(glyph)] == 0 {
				marked[string(m[2])] = true
			}
		}
		for _, at := range mapping.FindAllSubmatchIndex(body, -1) {
			glyph, err := strconv.ParseUint(string(body[at[2]:at[3]]), 16, 16)
			raw, err2 := hex.DecodeString(string(body[at[4]:at[5]]))
			if err != nil || err2 != nil || len(raw)%2 != 0 {
				continue
			}
			own := ownCharacters(raw, advance[uint16(glyph)])
			if own == nil || composed(raw) && !marked[string(body[at[4]:at[5]])] {
				continue
			}
			written := fmt.Sprintf("<%X>", own)
			copy(body[at[4]-1:at[5]+1], bytes.Repeat([]byte(" "), at[5]-at[4]+2))
			copy(body[at[4]-1:], written)
		}
	}
	return pdf
}

// composed reports whether characters in UTF-16 are one that is written in parts, for
// which fonts mostly have one glyph.
func composed(text []byte) bool {
	return utf8.RuneCountInString(norm.NFC.String(string(decoded(text)))) == 1
}

func decoded(text []byte) []rune {
	units := make([]uint16, len(text)/2)
	for i := range units {
		units[i] = uint16(text[2*i])<<8 | uint16(text[2*i+1])
	}
	return utf16.Decode(units)
}

// ownCharacters are those of a glyph among the characters, in UTF-16, of a letter
// with marks: the marks where it has no width of its own, else the letter. nil
// means all of them.
func ownCharacters(text []byte, width float64) []byte {
	runes := decoded(text)
	if len(runes) < 2 || !unicode.IsLetter(runes[0]) {
		return nil
	}
	for _, r := range runes[1:] {
		if !unicode.IsMark(r) {
			return nil
		}
	}
	letter := 2 * utf16.RuneLen(runes[0])
	if width == 0 {
		return text[letter:]
	}
	return text[:letter]
}

// advances are the widths of a font's glyphs; those that are not there have none.
func advances(font []byte) map[uint16]float64 {
	all := map[uint16]float64{}
	found := widths.FindSubmatch(font)
	if found == nil {
		return all
	}
	fields := bytes.Fields(found[1])
	for i := 0; i+2 < len(fields); i += 3 {
		first, err := strconv.ParseUint(string(fields[i]), 10, 16)
		last, err2 := strconv.ParseUint(string(fields[i+1]), 10, 16)
		width, err3 := strconv.ParseFloat(string(fields[i+2]), 64)
		if err != nil || err2 != nil || err3 != nil {
			return all
		}
		for glyph := first; glyph <= last; glyph++ {
			all[uint16(glyph)] = width
		}
	}
	return all
}

var (
	pageObject = regexp.MustCompile(`(?m)^(\d+) 0 obj\n<<\n  /Type /Page\n`)
	mediaBox   = regexp.MustCompile(`/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]`)
	trailer    = regexp.MustCompile(`(?s)trailer\s+<<(.*?)>>\s+startxref\s+(\d+)\s+%%EOF\s*$`)
)

// withBoxes says where pages are cut and how far their colour goes (ISO 32000-1,
// 14.11.2), in an update at the end of the file.
func withBoxes(pdf []byte, bleed, slug float64) ([]byte, error) {
	end := trailer.FindSubmatch(pdf)
	pages := pageObject.FindAllSubmatchIndex(pdf, -1)
	if end == nil || len(pages) == 0 {
		return nil, fmt.Errorf("the PDF file is not written as expected: %d pages", len(pages))
	}
	var out, table bytes.Buffer
	out.Write(bytes.TrimRight(pdf, "\n"))
	out.WriteByte('\n')
	table.WriteString("xref\n")
	for _, at := range pages {
		number := string(pdf[at[2]:at[3]])
		place := object(pdf, number)
		if place == nil {
			return nil, fmt.Errorf("the PDF file has no object %s", number)
		}
		body := pdf[place[0]:place[1]]
		size := mediaBox.FindSubmatch(body)
		if size == nil {
			return nil, fmt.Errorf("page object %s of the PDF file has no size", number)
		}
		width, err := strconv.ParseFloat(string(size[1]), 64)
		height, err2 := strconv.ParseFloat(string(size[2]), 64)
		if err != nil || err2 != nil {
			return nil, fmt.Errorf("page object %s of the PDF file has the size %s", number, size[0])
		}
		box := func(edge float64) string {
			return fmt.Sprintf("[%.3f %.3f %.3f %.3f]", edge, edge, width-edge, height-edge)
		}
		fmt.Fprintf(&table, "%s 1\n%010d 00000 n \n", number, out.Len())
		fmt.Fprintf(&out, "%s 0 obj\n", number)
		insert := fmt.Sprintf("/Type /Page\n  /TrimBox %s\n  /BleedBox %s\n", box(slug+bleed), box(slug))
		out.Write(bytes.Replace(body, []byte("/Type /Page\n"), []byte(insert), 1))
		out.WriteString("\nendobj\n")
	}
	start := out.Len()
	out.Write(table.Bytes())
	fmt.Fprintf(&out, "trailer\n<<%s  /Prev %s\n>>\nstartxref\n%d\n%%%%EOF\n", end[1], end[2], start)
	return out.Bytes(), nil
}
