package hosting

import "encoding/json"

// RecordName is the file beside the site that has the policy for programs. It
// also marks a folder as one that a build may replace.
const RecordName = "policy.json"

// signature is what a record says of its maker, and no other program does.
const signature = "resolutionsite/generator hosting"

type record struct {
	Generator string        `json:"generator"`
	Host      string        `json:"host"`
	Base      string        `json:"base"`
	Onion     string        `json:"onion,omitempty"`
	Common    []Header      `json:"common"`
	Transport string        `json:"strictTransportSecurity"`
	Classes   []recordClass `json:"classes"`
	Kinds     []Kind        `json:"kinds"`
}

// recordClass is a class with the pattern of its paths; of those that fit an
// address, the last counts.
type recordClass struct {
	Class           Class  `json:"class"`
	Pattern         string `json:"pattern"`
	ContentSecurity string `json:"contentSecurityPolicy"`
	CacheControl    string `json:"cacheControl"`
}

func (p *Policy) record() ([]byte, error) {
	r := record{Generator: signature, Host: p.Host, Base: p.Base, Onion: p.Onion, Common: p.Common(), Transport: p.Transport, Kinds: Kinds}
	for _, c := range Classes {
		r.Classes = append(r.Classes, recordClass{c, p.Pattern(c), p.ContentSecurity(c), p.CacheControl(c)})
	}
	content, err := json.MarshalIndent(r, "", "  ")
	return append(content, '\n'), err
}

// IsRecord recognises the record of a policy of ours.
func IsRecord(content []byte) bool {
	var r record
	return json.Unmarshal(content, &r) == nil && r.Generator == signature
}
