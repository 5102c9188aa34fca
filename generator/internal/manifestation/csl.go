package manifestation

// cslJSON writes an array of one CSL-JSON item. The type is report, with which
// styles show the body, the number and the date of a resolution; with
// legislation they would leave out who adopted it.
func cslJSON(r reference) []byte {
	item := object{"id": r.Key, "type": "report", "title": r.Title, "URL": r.Address, "language": r.Language}
	put := func(name, value string) {
		if value != "" {
			item[name] = value
		}
	}
	put("genre", r.Genre)
	put("number", r.Number)
	put("section", r.Part)
	put("publisher", r.Publisher)
	put("publisher-place", r.Place)
	put("abstract", r.Abstract)
	put("note", r.Note)
	put("archive_location", r.Work)
	if r.Body != "" {
		item["author"] = []object{{"literal": r.Body}}
	}
	if !r.Date.IsZero() {
		item["issued"] = object{"date-parts": [][]int{{r.Date.Year(), int(r.Date.Month()), r.Date.Day()}}}
	}
	content, _ := Encode([]object{item}) // strings and numbers always encode
	return content
}
