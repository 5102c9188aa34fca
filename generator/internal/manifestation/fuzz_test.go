package manifestation

import (
	"reflect"
	"testing"

	"resolutionsite/generator/internal/resolution"
	"resolutionsite/generator/internal/resolution/resolutiontest"
)

// What a reader accepts is a text that both lossless formats can carry.
func FuzzReaders(f *testing.F) {
	for seed := range uint64(20) {
		e := edition(resolutiontest.Text(seed))
		f.Add(XML(e))
		if object, err := JSON(e); err == nil {
			f.Add(object)
		}
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		for _, read := range []func([]byte) (*resolution.Text, error){ReadXML, ReadJSON} {
			text, err := read(src)
			if err != nil {
				continue
			}
			resolutiontest.ClearLines(text)
			fromXML, errXML := ReadXML(XML(edition(text)))
			object, _ := JSON(edition(text))
			fromJSON, errJSON := ReadJSON(object)
			if errXML != nil || errJSON != nil {
				t.Fatal(errXML, errJSON)
			}
			resolutiontest.ClearLines(fromXML)
			if !reflect.DeepEqual(fromXML, text) || !reflect.DeepEqual(fromJSON, text) {
				t.Fatalf("%+v\n%+v\n%+v", text, fromXML, fromJSON)
			}
		}
	})
}
