package hosting

import (
	"testing"
	"testing/fstest"
)

func TestAnAssetWithoutAFingerprintIsFound(t *testing.T) {
	site := fstest.MapFS{"css/site." + digest + ".css": {}, "js/exit.js": {}, "en/a.js": {}}
	for name, p := range policies(t) {
		list, err := p.CheckAssets(site)
		if err != nil || len(list) != 1 || list[0].File != "js/exit.js" {
			t.Errorf("%s: %v, %v", name, list, err)
		}
	}
	if list, err := policies(t)["root"].CheckAssets(fstest.MapFS{}); err != nil || list != nil {
		t.Errorf("a site without assets: %v, %v", list, err)
	}
}
