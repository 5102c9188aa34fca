package publish

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
	"testing/fstest"
	"time"
)

func TestVerifyFollowsLinks(t *testing.T) {
	site := func(html string) fstest.MapFS {
		return fstest.MapFS{
			"index.html":               page(),
			"en/index.html":            page(),
			"en/resolution/index.html": body(html),
			"en/a b.html":              page(),
			"icons.svg":                {Data: []byte(`<svg><title/><symbol id="exit"/></svg>`)},
			"491.pdf":                  {},
		}
	}
	at := func(id, args string) []string { return []string{"en/resolution/index.html:7:1 " + id + " " + args} }
	for _, c := range []struct {
		name, html string
		want       []string
	}{
		{"relative", "<a href=..><a href=../><a href=./><a href=../index.html><a href=?q=1><a href=''>", nil},
		{"root-relative", "<a href=/491/en/><a href=/491/><a href=/491><a href=/491/en>", nil},
		{"absolute", "<a href=https://example.org/491/en/><a href=HTTPS://Example.org:443/491/en/><a href=//example.org/491/>", nil},
		{"escaped", "<a href='../a%20b.html'><a href='../a b.html'>", nil},
		{"file", "<a href=../../491.pdf#page=3>", nil},
		{"missing relative", "<a href=../x/>", at("output-link-missing", "Link=../x/ Target=en/x/index.html")},
		{"missing file", "<a href=/491/x.pdf>", at("output-link-missing", "Link=/491/x.pdf Target=x.pdf")},
		{"missing absolute", "<a href=https://example.org/491/x/#a>", at("output-link-missing", "Link=https://example.org/491/x/#a Target=x/index.html")},
		{"other letter case", "<a href=/491/EN/>", at("output-link-missing", "Link=/491/EN/ Target=EN/index.html")},
		{"missing subresource", "<script src=/491/x.js></script>", at("output-link-missing", "Link=/491/x.js Target=x.js")},
		{"missing meta image", "<meta property=og:image content=https://example.org/491/c.png>", at("output-link-missing", "Link=https://example.org/491/c.png Target=c.png")},
		{"missing refresh", "<meta http-equiv=refresh content=\"0; URL='/491/x/'\">", at("output-link-missing", "Link=/491/x/ Target=x/index.html")},
		{"base path forgotten", "<a href=/en/>", at("output-link-outside", "Base=/491/ Link=/en/")},
		{"above the base", "<a href=../../../x>", at("output-link-outside", "Base=/491/ Link=../../../x")},
		{"malformed", "<a href='/491/%zz'>", at("output-link-malformed", "Link=/491/%zz")},
		{"empty subresource", "<img alt='' src=''>", at("output-link-malformed", "Link=")},
		{"no host", "<a href='https:///x'>", at("output-link-malformed", "Link=https:///x")},
		{"anchor in the page", "<a href=#p13-e><a href=#top><a href=#><a href='#:~:text=x'><a href='#p13-e:~:text=x'>", nil},
		{"anchor in another page", "<a href=../#p13-e><a href=../../#p13%2De>", nil},
		{"anchor missing", "<a href=#p14>", at("output-link-anchor", "Anchor=p14 Link=#p14 Target=en/resolution/index.html")},
		{"anchor missing in another page", "<a href=/491/en#p14>", at("output-link-anchor", "Anchor=p14 Link=/491/en#p14 Target=en/index.html")},
		{"symbol of a drawing", "<svg><use href=/491/icons.svg#exit /></svg>", nil},
		{"symbol missing", "<use xlink:href=/491/icons.svg#x>", at("output-link-anchor", "Anchor=x Link=/491/icons.svg#x Target=icons.svg")},
	} {
		verifyCase{c.name, site(c.html), c.want}.run(t)
	}
}

func TestVerifyFollowsCanonicalAndHreflang(t *testing.T) {
	alternate := func(lang, href string) string {
		return fmt.Sprintf("<link rel=alternate hreflang=%s href=%s>", lang, href)
	}
	both := alternate("en", base+"en/") + alternate("fr", base+"fr/") + alternate("x-default", base+"en/")
	french := func(html string) *fstest.MapFile {
		return page(`lang="en"`, `lang="fr"`, "<head>", "<head>\n"+html)
	}
	for _, c := range []verifyCase{
		{"reciprocal", fstest.MapFS{"en/index.html": head(both), "fr/index.html": french(both)}, nil},
		{"one way", fstest.MapFS{"en/index.html": head(both), "fr/index.html": french("")},
			[]string{"en/index.html:4:66 output-hreflang-one-way Lang=fr Link=https://example.org/491/fr/ Target=fr/index.html"}},
		{"missing", fstest.MapFS{"en/index.html": head(both)},
			[]string{"en/index.html:4:66 output-hreflang-missing Lang=fr Link=https://example.org/491/fr/ Target=fr/index.html"}},
		{"borrowed text claimed as a translation", fstest.MapFS{"en/index.html": head(both), "fr/index.html": head(both)},
			[]string{
				"en/index.html:4:66 output-hreflang-other Actual=en Lang=fr Link=https://example.org/491/fr/ Target=fr/index.html",
				"fr/index.html:4:66 output-hreflang-other Actual=en Lang=fr Link=https://example.org/491/fr/ Target=fr/index.html"}},
		{"region under its language", fstest.MapFS{"a.html": page(`lang="en"`, `lang="pt-BR"`, "<head>", "<head>"+alternate("pt", "a.html"))}, nil},
		{"no language tag", one(head(alternate("e_n", "a.html"))), []string{"a.html:4:1 output-hreflang-invalid Lang=e_n Link=a.html"}},
		{"no language tag on a link", one(body("<a hreflang=zz href=a.html>")), []string{"a.html:7:1 output-hreflang-invalid Lang=zz Link=a.html"}},
		{"the same page as data", fstest.MapFS{"a.html": head("<link rel=alternate type=application/json hreflang=fr href=a.json>"), "a.json": {}}, nil},
		{"translation on another site", one(head(alternate("fr", "https://x.example/"))), nil},
		{"canonical", one(head("<link rel=canonical href=https://example.org/491/a.html>")), nil},
		{"canonical missing", one(head("<link rel=canonical href=https://example.org/491/b.html>")),
			[]string{"a.html:4:1 output-canonical-missing Link=https://example.org/491/b.html Target=b.html"}},
	} {
		c.run(t)
	}
}

func TestVerifyFollowsSitemaps(t *testing.T) {
	sitemap := func(xml string) fstest.MapFS {
		return fstest.MapFS{"en/index.html": page(), "sitemap.xml": {Data: []byte("<?xml version=\"1.0\"?>\n" +
			`<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">` + "\n" + xml + "</urlset>")}}
	}
	for _, c := range []verifyCase{
		{"good", sitemap(`<url><loc>` + base + `en/</loc><xhtml:link rel="alternate" hreflang="en" href="` + base + `en/"/></url>`), nil},
		{"missing", sitemap("<url>\n<loc>" + base + "x/</loc></url>"),
			[]string{"sitemap.xml:4:1 output-sitemap-missing Link=https://example.org/491/x/ Target=x/index.html"}},
		{"alternate missing", sitemap(`<url><xhtml:link rel="alternate" hreflang="zz" href="` + base + `x/"/></url>`), []string{
			"sitemap.xml:3:6 output-hreflang-invalid Lang=zz Link=",
			"sitemap.xml:3:6 output-sitemap-missing Link=https://example.org/491/x/ Target=x/index.html"}},
		{"outside", sitemap("<url><loc>https://example.org/x/</loc><loc>https://x.example/</loc><loc>/491/en/</loc></url>"), []string{
			"sitemap.xml:3:6 output-sitemap-outside Base=https://example.org/491/ Link=https://example.org/x/",
			"sitemap.xml:3:39 output-sitemap-outside Base=https://example.org/491/ Link=https://x.example/",
			"sitemap.xml:3:68 output-sitemap-outside Base=https://example.org/491/ Link=/491/en/"}},
		{"malformed", sitemap("<url><loc>"), []string{
			"sitemap.xml:3:11 output-sitemap-malformed Detail=XML syntax error on line 3: element <loc> closed by </urlset>"}},
	} {
		c.run(t)
	}
}

func TestVerifyWithoutBaseAddressFollowsRelativeLinksOnly(t *testing.T) {
	site := fstest.MapFS{
		"index.html":  body("<a href=/x/><a href=https://example.org/y/>"),
		"sitemap.xml": {Data: []byte("<urlset><url><loc>https://example.org/z/</loc></url></urlset>")},
	}
	_, list, err := Verify(site, VerifyOptions{})
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"index.html:7:1 output-link-missing Link=/x/ Target=x/index.html"}
	if got := found(list); !reflect.DeepEqual(got, want) {
		t.Errorf("found %q, want %q", got, want)
	}
}

func TestVerifyRefusesABaseAddressThatIsNone(t *testing.T) {
	for _, base := range []string{"/491/", "example.org", "ftp://example.org/", "https:///x", "http://[::1"} {
		if _, _, err := Verify(fstest.MapFS{}, VerifyOptions{BaseURL: base}); err == nil {
			t.Errorf("%q was accepted", base)
		}
	}
}

// bigSite is a site of n pages of about 20 kB with 80 links each.
func bigSite(n int) fstest.MapFS {
	site := fstest.MapFS{}
	var sitemap strings.Builder
	for i := range n {
		var b strings.Builder
		for j := range 80 {
			fmt.Fprintf(&b, "<p id=p%d class='paragraph operative'>%s <a href=/491/p%d/#p%d>point</a></p>\n", j,
				strings.Repeat("Breaking the silence &amp; fighting for dignity. ", 4), (i+j)%n, j)
		}
		site[fmt.Sprintf("p%d/index.html", i)] = body(b.String())
		fmt.Fprintf(&sitemap, "<url><loc>%sp%d/</loc></url>\n", base, i)
	}
	site["sitemap.xml"] = &fstest.MapFile{Data: []byte("<urlset>" + sitemap.String() + "</urlset>")}
	return site
}

func TestVerifyGivesTheSameReportEveryTime(t *testing.T) {
	site := bigSite(20)
	site["p3/index.html"] = body("<a href=/491/x/><a href=/491/y/><p onclick=x style=y>{{")
	site["p7/index.html"] = body("<a href=#x>")
	delete(site, "p11/index.html")
	_, want := verify(t, site)
	if len(want) < 10 {
		t.Fatalf("only %d findings", len(want))
	}
	for range 20 {
		if _, got := verify(t, site); !reflect.DeepEqual(got, want) {
			t.Fatal("reports differ")
		}
	}
}

func TestVerifyCounts(t *testing.T) {
	report, list := verify(t, bigSite(130))
	want := Report{Files: 131, Pages: 130, Sitemaps: 1, Links: 130*80 + 130, Anchors: 130 * 80, Parts: 130 * 82, Unjudged: map[string]int{}}
	if !reflect.DeepEqual(report, want) || len(list) != 0 {
		t.Errorf("%+v, %d findings; want %+v", report, len(list), want)
	}
}

func TestVerifyIsFastEnoughToRunInEveryBuild(t *testing.T) {
	site := bigSite(130)
	best := time.Hour
	for range 5 {
		start := time.Now()
		verify(t, site)
		best = min(best, time.Since(start))
	}
	// Well under 100 ms on an idle machine; the limit leaves room for a busy
	// one and for the race detector.
	if best > time.Second {
		t.Errorf("130 pages took %v", best)
	}
	t.Logf("130 pages in %v", best)
}

func BenchmarkVerify130Pages(b *testing.B) {
	site := bigSite(130)
	for b.Loop() {
		if _, _, err := Verify(site, VerifyOptions{BaseURL: base}); err != nil {
			b.Fatal(err)
		}
	}
}
