package press

import (
	"bytes"
	"image"
	"image/color"
	"image/draw"
	"image/png"
)

// paperColour and the others are those of look.typ that pictures are made of.
var (
	paperColour  = color.RGBA{0xfb, 0xfa, 0xf7, 0xff}
	printColours = []color.RGBA{{0x1c, 0x1b, 0x22, 0xff}, {0x4f, 0x4b, 0x57, 0xff}, {0x54, 0x20, 0x6b, 0xff}, {0x7d, 0x77, 0x85, 0xff}}
)

// shades is how many steps lead from the paper to each colour: more than an eye
// tells apart at the edge of a letter.
const shades = 60

// lighter writes a picture of a few colours on paper with a palette, which takes
// about a third of the bytes.
func lighter(content []byte) ([]byte, error) {
	picture, err := png.Decode(bytes.NewReader(content))
	if err != nil {
		return nil, err
	}
	palette := color.Palette{paperColour}
	for _, c := range printColours {
		for i := 1; i <= shades; i++ {
			mix := func(from, to uint8) uint8 { return uint8((int(from)*(shades-i) + int(to)*i + shades/2) / shades) }
			palette = append(palette, color.RGBA{mix(paperColour.R, c.R), mix(paperColour.G, c.G), mix(paperColour.B, c.B), 0xff})
		}
	}
	// Drawn anew as plain bytes, most of which are as the one before.
	flat := image.NewRGBA(picture.Bounds())
	draw.Draw(flat, flat.Rect, picture, flat.Rect.Min, draw.Src)
	out := image.NewPaletted(flat.Rect, palette)
	known := map[[4]uint8]uint8{}
	var last [4]uint8
	var index uint8
	for i := range out.Pix {
		c := [4]uint8(flat.Pix[4*i : 4*i+4])
		if c != last {
			found, ok := known[c]
			if !ok {
				found = uint8(palette.Index(color.RGBA{c[0], c[1], c[2], c[3]}))
				known[c] = found
			}
			last, index = c, found
		}
		out.Pix[i] = index
	}
	var b bytes.Buffer
	err = png.Encode(&b, out)
	return b.Bytes(), err
}
