package press

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"os"
	"strings"
	"testing"
)

// A picture of the page is at most 40 kB, and looks as it was drawn.
func TestPicturesAreLightAndTrueToTheirColours(t *testing.T) {
	p := loaded(t, repository(t))
	cards := 0
	for name, one := range pieces(t, p, options(t, p)) {
		if one.job.Format != "png" || one.result.Fault != "" {
			continue
		}
		content, err := os.ReadFile(one.file)
		if err != nil {
			t.Fatal(err)
		}
		cards++
		if strings.HasSuffix(name, "1200x630.png") && len(content) > 40_000 {
			t.Errorf("%s has %d bytes", name, len(content))
		}
	}
	if cards == 0 {
		t.Error("no cards")
	}
}

func TestAPaletteKeepsColoursAsTheyLook(t *testing.T) {
	picture := image.NewRGBA(image.Rect(0, 0, 256, len(printColours)))
	for y, c := range printColours {
		for x := range 256 {
			mix := func(from, to uint8) uint8 { return uint8((int(from)*(255-x) + int(to)*x) / 255) }
			picture.Set(x, y, color.RGBA{mix(paperColour.R, c.R), mix(paperColour.G, c.G), mix(paperColour.B, c.B), 0xff})
		}
	}
	var b bytes.Buffer
	if err := png.Encode(&b, picture); err != nil {
		t.Fatal(err)
	}
	content, err := lighter(b.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	got, err := png.Decode(bytes.NewReader(content))
	if err != nil {
		t.Fatal(err)
	}
	for y := range len(printColours) {
		for x := range 256 {
			r, g, bl, _ := got.At(x, y).RGBA()
			wr, wg, wb, _ := picture.At(x, y).RGBA()
			for _, d := range [][2]uint32{{r, wr}, {g, wg}, {bl, wb}} {
				if diff := int(d[0]>>8) - int(d[1]>>8); diff > 3 || diff < -3 {
					t.Fatalf("at %d, %d: %v became %v", x, y, picture.At(x, y), got.At(x, y))
				}
			}
		}
	}
}
