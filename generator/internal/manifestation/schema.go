package manifestation

import (
	_ "embed"
	"encoding/json"
	"strings"
)

// SchemaFile is the name of the JSON Schema, at the root of the site.
const SchemaFile = "resolution.schema.json"

//go:embed resolution.schema.json
var schema string

// Schema returns the JSON Schema (draft 2020-12) of what JSON writes; address
// is where it is published, and so its identity.
func Schema(address string) []byte {
	id, _ := json.Marshal(address) // a string always encodes
	return []byte(strings.Replace(schema, `"https://example.org/resolution.schema.json"`, string(id), 1))
}
