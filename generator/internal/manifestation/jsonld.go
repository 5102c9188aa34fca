package manifestation

import (
	"encoding/json"
	"strings"
)

// object is a JSON object; its members are written in the order of their
// names.
type object = map[string]any

// JSONLD describes the edition as schema.org Legislation with terms of ELI (the
// European Legislation Identifier): the work, this expression with its parts
// at their permanent addresses, its translations and the files that hold it. It says
// UnofficialLegalValue unless the text is authentic, OfficialLegalValue only
// where the adopting body itself publishes it, and never how far a text is in
// force.
func JSONLD(e *Edition) ([]byte, error) { return Encode(e.linked(true)) }

// PageJSONLD is the same for the head of the page, on one line and without the
// list of files, which the page links to. Every <, > and & is escaped, so that
// no text can end the script element that it stands in.
func PageJSONLD(e *Edition) (string, error) {
	content, err := json.Marshal(e.linked(false))
	return string(content), err
}

// organization names one by name and address, either of which may be missing.
func organization(name, address string) object {
	o := object{"@type": "Organization"}
	if name != "" {
		o["name"] = name
	}
	if address != "" {
		o["url"] = address
	}
	return o
}

func (e *Edition) linked(files bool) object {
	t := e.Text
	work := object{
		"@type": []string{"Legislation", "eli:LegalResource"}, "@id": e.Work.Address,
		"legislationIdentifier": e.Work.IRI,
	}
	text := object{
		"@type": []string{"Legislation", "LegislationObject", "eli:LegalExpression"}, "@id": e.Address, "url": e.Address,
		"name": t.Title, "inLanguage": t.Language, "legislationIdentifier": e.iri(),
		"exampleOfWork": ref(e.Work.Address), "eli:realizes": ref(e.Work.Address), "eli:title": t.Title,
		"eli:language": ref("http://publications.europa.eu/resource/authority/language/" + strings.ToUpper(languageCode(t.Language)[:3])),
	}
	if e.Publisher.Name != "" {
		text["publisher"] = organization(e.Publisher.Name, e.Publisher.Address)
	}
	for _, o := range []object{work, text} {
		if t.Kind != "" {
			o["legislationType"] = t.Kind
		}
		if t.Adopted != "" {
			o["legislationDate"] = t.Adopted
		}
		if t.Body != "" {
			o["legislationPassedBy"] = organization(t.Body, "")
		}
	}
	if t.Adopted != "" {
		work["eli:date_document"] = object{"@type": "xsd:date", "@value": t.Adopted}
	}
	if t.Number != "" {
		work["eli:number"] = t.Number
	}
	if t.Body != "" {
		work["eli:passed_by"] = object{"@type": "eli:Agent", "name": t.Body}
	}
	if e.Notice != "" {
		text["description"] = e.Notice
	}
	switch {
	case !t.Official:
		text["legislationLegalValue"] = "https://schema.org/UnofficialLegalValue"
	case e.Publisher.Official:
		text["legislationLegalValue"] = "https://schema.org/OfficialLegalValue"
	}
	if o := e.Original; o != nil {
		text["translationOfWork"], text["eli:is_translation_of"] = ref(o.Address), ref(o.Address)
	}
	var translations []object
	for _, o := range e.Others {
		if e.Original == nil && !o.Official {
			translations = append(translations, object{"@type": "Legislation", "@id": o.Address, "inLanguage": o.Language})
		}
	}
	if translations != nil {
		text["workTranslation"] = translations
	}
	if e.State != "" {
		text["creativeWorkStatus"] = object{"@type": "DefinedTerm", "termCode": e.State, "inDefinedTermSet": e.States}
	}
	var parts []object
	for _, p := range t.Elements() {
		part := object{"@type": "Legislation", "@id": e.address(p.ID), "name": e.name(p)}
		if lang := e.Languages[p.ID]; lang != "" {
			part["inLanguage"] = lang
		}
		parts = append(parts, part)
	}
	if parts != nil {
		text["hasPart"] = parts
	}
	if files {
		e.embodied(text)
	}
	return object{
		"@context": []any{"https://schema.org", object{
			"eli": "http://data.europa.eu/eli/ontology#", "xsd": "http://www.w3.org/2001/XMLSchema#",
		}},
		"@graph": []object{work, text},
	}
}

// embodied adds the files that hold the text, which those that only describe it
// do not.
func (e *Edition) embodied(text object) {
	var files []object
	for _, f := range Formats() {
		if f.Use == References || f.ID == "jsonld" {
			continue
		}
		file := object{
			"@type": []string{"LegislationObject", "eli:Format"}, "@id": e.Address + f.File,
			"contentUrl": e.Address + f.File, "encodingFormat": f.MediaType, "name": f.Name, "inLanguage": e.Text.Language,
			"eli:embodies": ref(e.Address),
		}
		if value, ok := text["legislationLegalValue"]; ok {
			file["legislationLegalValue"] = value
		}
		files = append(files, file)
	}
	text["encoding"] = files
}

func ref(id string) object { return object{"@id": id} }
