package resolution

import (
	"bufio"
	"fmt"
	"strings"
	"testing"
)

// longText is a resolution of about size bytes: numbered paragraphs with
// points, with page marks and headers, as a long document has them.
func longText(size int) string {
	var b strings.Builder
	b.WriteString("RESOLUTION 7\n\nThe Assembly,\n\n1. Recalling its earlier work on the matter;\n\n")
	for n := 2; b.Len() < size; n++ {
		fmt.Fprintf(&b, "%d. **URGES** governments to act together in every forum that is open to them,\nto report to parliaments on the steps that they have taken, and in particular:\n", n)
		for p := range 8 {
			fmt.Fprintf(&b, "    %c. to provide, in the year after the adoption of this text, the means that are needed for the work of the bodies and offices that are named in paragraph %d, and to publish them;\n", 'a'+p, n-1)
		}
		fmt.Fprintf(&b, "\n- %d -\n\nNATO PA - Resolution 7\n\n", n)
	}
	return b.String()
}

// BenchmarkRead gives the speed of the reader at sizes up to 5 MB: where the
// MB/s stay the same, time is linear in size.
func BenchmarkRead(b *testing.B) {
	for _, size := range []int{40_000, 625_000, 1_250_000, 2_500_000, 5_000_000} {
		src := []byte(longText(size))
		b.Run(fmt.Sprint(size), func(b *testing.B) {
			b.SetBytes(int64(len(src)))
			for b.Loop() {
				if _, _, err := Read(src, Options{Language: "en"}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkLineScan is what reading cannot go below: the same bytes, line by
// line, with nothing done to them.
func BenchmarkLineScan(b *testing.B) {
	src := longText(5_000_000)
	b.SetBytes(int64(len(src)))
	for b.Loop() {
		lines := 0
		for s := bufio.NewScanner(strings.NewReader(src)); s.Scan(); {
			lines++
		}
		if lines == 0 {
			b.Fatal("no lines")
		}
	}
}
