package publish

import (
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/net/html"
)

// FuzzPositions checks that the offsets, which are sums of token lengths, stay
// in step with the source whatever it holds, and that nothing panics.
func FuzzPositions(f *testing.F) {
	for _, seed := range []string{
		good,
		"<p\x00 a=1 a=2>&#x1F600;</><!-- x --!><![CDATA[x]]><?pi?></p x=y>",
		"<svg><title/><style/><script/><p></svg><noscript><p></noscript><textarea><p></textarea><plaintext><p>",
		"<script><!--<script></script>--></script><title>{{ x",
		"{{<no value>&lt;no value&gt;%!d(int=1)<a href='%zz' hreflang=_ ping srcset=','>",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, src string) {
		err := tokens([]byte(src), func(_ *html.Tokenizer, tt html.TokenType, offset int) {
			if (tt == html.StartTagToken || tt == html.SelfClosingTagToken) && !strings.HasPrefix(src[offset:], "<") {
				t.Errorf("no tag at offset %d of %q", offset, src)
			}
		})
		if err != nil {
			t.Skip(err)
		}
		site := fstest.MapFS{"a.html": {Data: []byte(src)}, "sitemap.xml": {Data: []byte(src)}, "x.svg": {Data: []byte(src)}}
		if _, _, err := Verify(site, VerifyOptions{BaseURL: base}); err != nil {
			t.Error(err)
		}
	})
}
