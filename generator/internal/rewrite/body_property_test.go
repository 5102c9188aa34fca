package rewrite_test

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"resolutionsite/generator/internal/rewrite"
	"resolutionsite/generator/internal/translation"
)

// generated makes a page of blocks in blocks.
func generated(r *rand.Rand, depth int) []string {
	word := func() string {
		return []string{"a", "*b*", "12", "é—f", "[g](/h)", "{{< i >}}", "j.", "k:"}[r.IntN(8)]
	}
	line := func() string {
		words := make([]string, 1+r.IntN(4))
		for i := range words {
			words[i] = word()
		}
		return "w" + strings.Join(words, " ")
	}
	var lines []string
	for range 1 + r.IntN(4) {
		switch n := r.IntN(10); {
		case n < 2:
			lines = append(lines, strings.Repeat("#", 1+r.IntN(6))+" "+line())
		case n < 4:
			lines = append(lines, line()+[]string{"", `\`, "  "}[r.IntN(3)], line())
		case n < 6 && depth < 3:
			mark := []string{"- ", "* ", "1. ", "10) ", "-   "}[r.IntN(5)]
			tight := r.IntN(2) == 0
			for range 1 + r.IntN(3) {
				inner := generated(r, depth+1)
				if tight {
					inner = []string{line()}
				}
				lines = append(lines, indented(inner, mark, strings.Repeat(" ", len(mark)))...)
				if !tight {
					lines = append(lines, "")
				}
			}
			lines = append(lines, "", "<!-- -->")
		case n == 6 && depth < 3:
			lines = append(lines, indented(generated(r, depth+1), "> ", "> ")...)
		case n == 7:
			lines = append(lines, "| "+word()+" | x |", "|---|:-:|", "| "+word()+" | "+word()+" |")
		case n == 8:
			lines = append(lines, "```", line(), "", " "+line(), "```")
		case depth == 0:
			lines = append(lines, fmt.Sprintf("[^%d]: %s", r.IntN(1000), line()))
		default:
			lines = append(lines, line(), "===")
		}
		lines = append(lines, "")
	}
	return lines[:len(lines)-1]
}

func indented(lines []string, first, further string) []string {
	out := slices.Clone(lines)
	for i, line := range out {
		if mark := further; i == 0 {
			out[i] = first + line
		} else {
			out[i] = strings.TrimRight(mark+line, " ")
		}
	}
	return out
}

func documents(t testing.TB) [][]byte {
	r := rand.New(rand.NewPCG(1, 2))
	var all [][]byte
	for i := range 1500 {
		body := strings.Join(generated(r, 0), "\n") + "\n"
		if i%3 == 0 {
			body = strings.ReplaceAll(body, "\n", "\r\n")
		}
		all = append(all, []byte(body))
	}
	for _, data := range pages(t) {
		_, body, _ := bytes.Cut(data[3:], []byte("\n---\n"))
		all = append(all, body)
	}
	return all
}

func TestBlocksThatSayTheSameChangeNoByte(t *testing.T) {
	s := translation.NewSplitter()
	count := 0
	for _, body := range documents(t) {
		var edits []rewrite.BlockEdit
		for _, b := range inOrder(s.Split(body)) {
			edits = append(edits, rewrite.BlockEdit{Start: b.Start, End: b.End, Text: b.Text})
			count++
		}
		got, err := rewrite.Body(body, edits)
		if err != nil || !bytes.Equal(got, body) {
			t.Fatalf("%v\n%q\n%q", err, body, got)
		}
	}
	t.Log(count, "blocks")
}

// inOrder sorts blocks by their places: footnotes are listed together.
func inOrder(blocks []translation.Block) []translation.Block {
	slices.SortFunc(blocks, func(a, b translation.Block) int { return a.Start - b.Start })
	return blocks
}

// words makes a text that may begin with anything.
func words(r *rand.Rand, kind translation.Kind) string {
	pieces := []string{"one", "two", "#", "-", "1.", ">", "`c`", "**d**", "e_f", "[^1]:", "[g]:", "===", "---", "~~~", "```", "+", ":", "|", "\\", "{h}", "{{< i >}}", "&lt;", "2)"}
	var b strings.Builder
	for i := range 1 + r.IntN(5) {
		piece := pieces[r.IntN(len(pieces))]
		switch {
		case i == 0:
		case r.IntN(5) == 0 && slices.Contains([]translation.Kind{translation.Paragraph, translation.Item, translation.Quote, translation.Note}, kind):
			b.WriteString("\n")
		default:
			b.WriteString(" ")
		}
		b.WriteString(piece)
	}
	return b.String()
}

// unescaped is what a text says, whether or not it is escaped.
func unescaped(s string) string { return strings.ReplaceAll(s, `\`, "") }

func TestAnyWordsLeaveTheBlocksWhatTheyAre(t *testing.T) {
	s := translation.NewSplitter()
	r := rand.New(rand.NewPCG(3, 4))
	written, refused := 0, 0
	for _, body := range documents(t) {
		blocks := inOrder(s.Split(body))
		for i, b := range blocks {
			if b.Kind == translation.Row || b.Kind == translation.Code || r.IntN(4) > 0 {
				continue
			}
			text := "w" + words(r, b.Kind)
			if r.IntN(2) == 0 {
				text = words(r, b.Kind) + " w"
			}
			got, err := rewrite.Body(body, []rewrite.BlockEdit{{Start: b.Start, End: b.End, Text: text}})
			if err != nil {
				refused++
				t.Logf("%s %q: %v", b.Kind, text, err)
				continue
			}
			written++
			after := inOrder(s.Split(got))
			if len(after) != len(blocks) {
				t.Fatalf("%q as %q in\n%s\ngives\n%s", b.Text, text, body, got)
			}
			for j := range after {
				want := blocks[j].Text
				if i == j {
					want = text
				}
				if after[j].Kind != blocks[j].Kind || after[j].Depth != blocks[j].Depth || unescaped(after[j].Text) != unescaped(want) || i != j && after[j].Text != want {
					t.Fatalf("%q as %q in\n%s\ngives\n%s\nwhere %v was %v", b.Text, text, body, got, after[j], blocks[j])
				}
			}
		}
	}
	t.Logf("%d blocks written, %d refused", written, refused)
	if refused*50 > written {
		t.Errorf("%d of %d texts were refused", refused, written+refused)
	}
}

// A page of the greatest size that is read, whose every text is to be escaped.
func BenchmarkBody(b *testing.B) {
	body := []byte(strings.Repeat("Some words of a paragraph.\n\n- one item\n- [another](/x/)\n\n", 15000))
	var edits []rewrite.BlockEdit
	for _, block := range translation.NewSplitter().Split(body) {
		edits = append(edits, rewrite.BlockEdit{Start: block.Start, End: block.End, Text: []string{"1. ", ": ", "# "}[len(edits)%3] + block.Text})
	}
	for b.Loop() {
		if _, err := rewrite.Body(body, edits); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(len(edits)), "blocks")
}

func FuzzBody(f *testing.F) {
	for _, seed := range []string{
		"# a\n\nb\nc\n\n- d\n- e\n\n1. f\n\n    g\n", "> a\n> > b\n\n| c | d |\n|---|---|\n| e | f |\n", "a[^1]\n\n[^1]: b\n\n    c\nd\n: e\n", "```\na\n```\n\n    b\n\n<div>\n\nc\n===\n", " c | d |\n|---|---|\n| e | f |\n\v", "{{< a >}}\r\nb\r\n{{< /a >}}\r\n", "[a]: b\n'c'\n", "-\ta\n\n\tb\n",
	} {
		f.Add([]byte(seed), "1. a\n- b", "- ", uint(3), true)
		f.Add([]byte(seed+"\v0\n"), "a", "", uint(0x6d2e9b27), false)
	}
	s := translation.NewSplitter()
	f.Fuzz(func(t *testing.T, body []byte, text, prefix string, at uint, tight bool) {
		defer endsSoon(t, body, text, prefix, at, tight)()
		blocks := inOrder(s.Split(body))
		if got, err := insert(body, int(at%uint(len(body)+1)), prefix, text, tight); err == nil && len(got) < len(body) {
			t.Errorf("%q became %q", body, got)
		}
		if len(blocks) == 0 {
			return
		}
		b := blocks[int(at%uint(len(blocks)))]
		got, err := rewrite.Body(body, []rewrite.BlockEdit{{Start: b.Start, End: b.End, Text: b.Text}})
		if err == nil && !bytes.Equal(got, body) {
			t.Errorf("%q became %q", body, got)
		}
		if got, err := rewrite.Body(body, mixed(blocks, at, text, prefix, tight)); err == nil && len(s.Split(got)) > 2*len(blocks)*(1+strings.Count(text, "\n")) {
			t.Errorf("%q became %q", body, got)
		}
		got, err = rewrite.Body(body, []rewrite.BlockEdit{{Start: b.Start, End: b.End, Text: text}})
		if err != nil {
			return
		}
		if !bytes.HasPrefix(got, body[:b.Start-leading(body, b)]) || !bytes.HasSuffix(got, body[b.End:]) {
			t.Errorf("%q became %q", body, got)
		}
		if after := s.Split(got); len(after) > len(blocks)+strings.Count(text, "\n") {
			t.Errorf("%q became %q", body, got)
		}
	})
}

// mixed replaces some of the blocks, takes others away and inserts some.
func mixed(blocks []translation.Block, what uint, text, prefix string, tight bool) []rewrite.BlockEdit {
	var edits []rewrite.BlockEdit
	for i, b := range blocks {
		if i > 0 && b.Start < blocks[i-1].End {
			continue
		}
		switch (what >> (2 * (i % 16))) % 4 {
		case 1:
			edits = append(edits, rewrite.BlockEdit{Start: b.Start, End: b.End, Text: text})
		case 2:
			edits = append(edits, rewrite.BlockEdit{Start: b.Start, End: b.End, Remove: true})
		case 3:
			edits = append(edits, rewrite.BlockEdit{Start: b.Start, End: b.End, Remove: tight, Text: text}, rewrite.BlockEdit{Start: b.End, End: b.End, Text: text, Prefix: prefix, Tight: tight})
		}
	}
	return edits
}

// leading is how many blanks stand before code, which are part of its text.
func leading(body []byte, b translation.Block) int {
	return b.Start - (bytes.LastIndexByte(body[:b.Start], '\n') + 1)
}
