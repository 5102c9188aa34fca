package project

import (
	"bytes"
	"path"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"resolutionsite/generator/internal/diag"
	"resolutionsite/generator/internal/resolution"
)

// RegisterFile is the name of the register of addresses, beside the
// resolution's page in the reference language. It is not published.
const RegisterFile = "ids.txt"

// Register is the list of every identity that a part of the resolution was
// ever published under: one a line, or "old -> new" for one that a part no
// longer has. Lines that begin with # are remarks.
type Register struct {
	File    string
	Entries []RegisterEntry // in the order of the file
	index   map[string]int
	ends    map[string]string // where each entry leads in the end; "" in a circle
}

// RegisterEntry is one line of a register.
type RegisterEntry struct {
	ID string
	// To is the identity that takes the place of ID; "" where ID is the part's
	// own.
	To   string
	Line int
}

// Entry finds an identity.
func (r *Register) Entry(id string) (RegisterEntry, bool) {
	i, ok := r.index[id]
	if !ok {
		return RegisterEntry{}, false
	}
	return r.Entries[i], true
}

// Resolve follows the aliases from id to the identity at their end. It is
// false where they lead round in a circle.
func (r *Register) Resolve(id string) (string, bool) {
	end, known := r.ends[id]
	if !known {
		return id, true // no alias
	}
	return end, end != ""
}

// follow finds where every alias ends, each step once.
func (r *Register) follow() {
	r.ends = map[string]string{}
	for _, entry := range r.Entries {
		var way []string
		end, at := "", entry
		for onWay := map[string]bool{}; !onWay[at.ID]; at, _ = r.Entry(at.To) {
			onWay[at.ID] = true
			way = append(way, at.ID)
			if known, ok := r.ends[at.ID]; ok {
				end = known
				break
			}
			if _, ok := r.Entry(at.To); !ok {
				if end = at.To; end == "" {
					end = at.ID
				}
				break
			}
		}
		for _, id := range way {
			r.ends[id] = end
		}
	}
}

// Aliases gives the old identities of each part that has some, sorted.
func (r *Register) Aliases() map[string][]string {
	aliases := map[string][]string{}
	if r == nil {
		return aliases
	}
	for _, entry := range r.Entries {
		if to, ends := r.Resolve(entry.ID); ends && to != entry.ID {
			aliases[to] = append(aliases[to], entry.ID)
		}
	}
	for _, old := range aliases {
		slices.Sort(old)
	}
	return aliases
}

// loadRegister reads the register beside the reference language's resolution.
// A project may have none yet.
func (p *Project) loadRegister() {
	reference := p.Resolutions[p.Reference.Key]
	if reference == nil {
		return
	}
	file := p.readable(path.Join(path.Dir(reference.Page.File), RegisterFile))
	if file == nil {
		return
	}
	p.Register = &Register{File: file.Path, index: map[string]int{}}
	for i, line := range strings.Split(string(bytes.TrimPrefix(file.Text, []byte("\ufeff"))), "\n") {
		id, to, problem := cutRegisterLine(line)
		report := func(text string, args map[string]any) {
			p.problem(diag.Diagnostic{File: file.Path, Line: i + 1, Rule: "id-register", ID: text, Args: args})
		}
		if problem {
			report("id-register-line", map[string]any{"Line": strings.TrimSpace(line)})
			continue
		}
		if id == "" {
			continue
		}
		if first, twice := p.Register.Entry(id); twice {
			report("id-register-twice", map[string]any{"Part": id, "First": first.Line})
			continue
		}
		p.Register.index[id] = len(p.Register.Entries)
		p.Register.Entries = append(p.Register.Entries, RegisterEntry{ID: id, To: to, Line: i + 1})
	}
	p.Register.follow()
}

// identity is what an identity of a part looks like.
var identity = regexp.MustCompile(`^[a-z][a-z0-9-]*$`)

// cutRegisterLine reads one line. Both are "" where it says nothing.
func cutRegisterLine(line string) (id, to string, problem bool) {
	line, _, _ = strings.Cut(line, "#")
	line = strings.TrimSpace(line)
	if line == "" {
		return "", "", false
	}
	id, to, alias := strings.Cut(strings.ReplaceAll(line, "→", "->"), "->")
	id, to = strings.TrimSpace(id), strings.TrimSpace(to)
	return id, to, !identity.MatchString(id) || alias && !identity.MatchString(to)
}

// readable finds a file of the project by its path; nil where there is none,
// or none that is text: the rules file-size and utf-8 report those.
func (p *Project) readable(name string) *File {
	i, found := slices.BinarySearchFunc(p.Files, name, func(f *File, name string) int { return strings.Compare(f.Path, name) })
	if !found || p.Files[i].Text == nil || !utf8.Valid(p.Files[i].Text) {
		return nil
	}
	return p.Files[i]
}

// registerHead explains a register to whoever opens it.
const registerHead = `# The address of every part of the resolution that was ever published: p13-e
# is point 13e, /en/resolution/#p13-e, and the same in each language. People
# have quoted these addresses, so no line is ever taken away.
#
# New parts are added, one a line. Where a part has a new address, the old one
# stays and says where it leads now:
#
#     p12-x -> p13-e
#
# "generator check" names the lines that are missing or lead nowhere.

`

// ExtendRegister adds the identities of a text that a register lacks; a
// register that is empty gets its head first. What stands there stays.
func ExtendRegister(register []byte, t *resolution.Text) []byte {
	known := map[string]bool{}
	for line := range strings.SplitSeq(string(bytes.TrimPrefix(register, []byte("\ufeff"))), "\n") {
		id, _, _ := cutRegisterLine(line)
		known[id] = true
	}
	var b bytes.Buffer
	b.Write(register)
	if len(bytes.TrimSpace(register)) == 0 {
		b.Reset()
		b.WriteString(registerHead)
	} else if !bytes.HasSuffix(register, []byte("\n")) {
		b.WriteByte('\n')
	}
	for _, e := range t.Elements() {
		if !known[e.ID] {
			b.WriteString(e.ID + "\n")
		}
	}
	return b.Bytes()
}
