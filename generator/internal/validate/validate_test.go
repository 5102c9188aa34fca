package validate

import (
	"testing"
)

func TestAReportBecomesDiagnosticsOfTheSite(t *testing.T) {
	found, err := parse([]byte(`[{"filePath":"/tmp/site/fr/index.html","messages":[
		{"ruleId":"no-dup-id","message":"Duplicate ID \"a\"","severity":2,"line":7,"column":3}]},
		{"filePath":"en/index.html","messages":[{"ruleId":"void-style","message":"x","line":2,"column":1}]}]`), "/tmp/site")
	if err != nil || len(found) != 2 {
		t.Fatal(found, err)
	}
	if got := found[1]; got.Place() != "fr/index.html:7:3" || got.Args["Check"] != "no-dup-id" {
		t.Errorf("%+v", got)
	}
}

func TestAReportThatIsNoneIsAnError(t *testing.T) {
	if _, err := parse([]byte("Error: Cannot find module"), "/tmp/site"); err == nil {
		t.Error("accepted")
	}
}

func TestNothingRunsWhereThePackageIsMissing(t *testing.T) {
	if Available(t.TempDir()) {
		t.Error("available in an empty folder")
	}
}
