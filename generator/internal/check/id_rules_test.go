package check_test

import "testing"

func register(lines string) string { return "-- content/en/resolution/ids.txt --\n" + lines }

const known = "p1\np2\np3\np3-a\np3-b\n"

func TestRulesOfTheRegisterOfAddresses(t *testing.T) {
	const file = "content/en/resolution/ids.txt:"
	const page = "content/en/resolution/_index.md:"
	runCases(t, []ruleCase{
		{"every part, remarks, old addresses", register("# A remark.\n\n" + known + "p4 -> p3\np5→p4  # and on\n"), nil},
		{"lines of Windows", register("p1\r\np2\r\np3\r\np3-a\r\np3-b\r\np4 -> p3\r\n"), nil},
		{"a part that is gone", register(known + "p3-c\nzebra\n"), []string{
			file + "6:1 error id-lost Part=p3-c",
			file + "7:1 error id-lost Part=zebra",
		}},
		{"an alias of nothing", register(known + "p4 -> p3-q\np5 -> zebra\n"), []string{
			file + "6:1 error id-alias id-alias-nearest End=p3-q Nearest=p3-a Part=p4 To=p3-q",
			file + "7:1 error id-alias End=zebra Nearest= Part=p5 To=zebra",
		}},
		{"an alias of what is gone is one fault", register(known + "p4 -> p5\np5\n"), []string{
			file + "7:1 error id-lost Part=p5",
		}},
		{"an alias that is a part", register("p1\np2\np3\np3-a\np3-b -> p3-a\n"), []string{
			file + "5:1 error id-alias id-alias-live Part=p3-b To=p3-a",
		}},
		{"aliases in a circle", register(known + "p4 -> p5\np5 -> p6\np6 -> p5\n"), []string{
			file + "6:1 error id-alias id-alias-circle Part=p4 To=p5",
			file + "7:1 error id-alias id-alias-circle Part=p5 To=p6",
			file + "8:1 error id-alias id-alias-circle Part=p6 To=p5",
		}},
		{"an alias of itself", register(known + "p4 -> p4\n"), []string{
			file + "6:1 error id-alias id-alias-circle Part=p4 To=p4",
		}},
		{"parts that are not registered", register("p1\np3\np3-a\n"), []string{
			page + "15:1 warning id-unregistered File=content/en/resolution/ids.txt Part=p2",
			page + "23:1 warning id-unregistered File=content/en/resolution/ids.txt Part=p3-b",
		}},
		{"an empty register", register(""), []string{
			page + "13:1 warning id-unregistered File=content/en/resolution/ids.txt Part=p1",
			page + "15:1 warning id-unregistered File=content/en/resolution/ids.txt Part=p2",
			page + "19:1 warning id-unregistered File=content/en/resolution/ids.txt Part=p3",
			page + "21:1 warning id-unregistered File=content/en/resolution/ids.txt Part=p3-a",
			page + "23:1 warning id-unregistered File=content/en/resolution/ids.txt Part=p3-b",
		}},
		{"lines that say nothing", register(known + "Point 3a\np4 ->\n-> p3\np1\np4 -> p3\np4 -> p2\n"), []string{
			file + "6:1 error id-register id-register-line Line=Point 3a",
			file + "7:1 error id-register id-register-line Line=p4 ->",
			file + "8:1 error id-register id-register-line Line=-> p3",
			file + "9:1 error id-register id-register-twice First=1 Part=p1",
			file + "11:1 error id-register id-register-twice First=10 Part=p4",
		}},
		{"old addresses that the pages use themselves", register(known + "section-text -> p3\nfn-1 -> p3\n"), []string{
			file + "6:1 error id-alias id-alias-reserved Part=section-text To=p3",
			file + "7:1 error id-alias id-alias-reserved Part=fn-1 To=p3",
		}},
		{"not text", register("p\xff1\n"), []string{file + "1:2 error utf-8"}},
		// A translation's parts are those of the original, which are registered.
		{"a part that a translation has alone", translated("", recitals+operative+"    - c. à lire.\n"), []string{
			"content/fr/resolution/_index.md:23:1 error resolution-structure resolution-structure-extra Original=content/en/resolution/_index.md Part=3c",
		}},
		{"a register beside a translation", translated("", recitals+operative) + "-- content/fr/resolution/ids.txt --\np1\n", []string{
			"content/fr/resolution/ids.txt:1:1 warning file-unread file-unread-ids",
		}},
		{"a link to an old address", register(known+"p3-x -> p3-a\n") + "-- content/en/x.md --\n" + md("[old](/resolution/#p3-x)\n"), nil},
	})
}

func TestAProjectWithoutARegisterIsToldHowToMakeOne(t *testing.T) {
	fsys := overlay("")
	delete(fsys, "content/en/resolution/ids.txt")
	wantFound(t, run(t, fsys), []string{
		"content/en/resolution/_index.md:4:1 warning id-unregistered id-unregistered-all File=content/en/resolution/ids.txt Parts=p1 p2 p3 p3-a p3-b",
	})
}

// The register of a page that cannot be read is no stray file.
func TestARegisterBesideABrokenPageWaits(t *testing.T) {
	for _, d := range run(t, overlay("-- content/en/resolution/_index.md --\n---\ntitle: [\n---\n")) {
		if d.Rule == "file-unread" || d.Rule == "id-lost" {
			t.Error(brief(d))
		}
	}
}
