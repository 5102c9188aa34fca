package markdown

import (
	"strings"
	"testing"
)

func TestShortcodesAreMaskedByteForByte(t *testing.T) {
	body := "a {{< lang fr >}}été{{< /lang >}} {{</* shown */>}} {{% note \"a >}} b\" %}}\nb"
	masked, calls := Mask([]byte(body))
	if len(masked) != len(body) || strings.Contains(string(masked), "{{") || !strings.Contains(string(masked), "été") {
		t.Errorf("masked: %q", masked)
	}
	var got []string
	for _, c := range calls {
		name := c.Name
		if c.Closing {
			name = "/" + name
		}
		got = append(got, name+"="+body[c.Start:c.End])
	}
	want := `lang={{< lang fr >}}|/lang={{< /lang >}}|note={{% note "a >}} b" %}}`
	if strings.Join(got, "|") != want {
		t.Errorf("calls: %s", strings.Join(got, "|"))
	}
}
