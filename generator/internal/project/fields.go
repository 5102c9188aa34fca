package project

// DocumentKinds are the kinds of text a resolution page may hold.
var DocumentKinds = []string{"resolution", "declaration", "recommendation", "opinion", "motion", "decision"}

// PageTypes are the kinds of pages that have a layout of their own wherever they
// stand; other pages take that of their folder.
var PageTypes = []string{"messages", "calendar", "social", "kit", "session"}

// Prints are the kinds of sheets that a page is also made as.
var Prints = []string{"summary", "handout"}

// Licences are those under which a picture may be published, as SPDX names them.
var Licences = []string{"CC0-1.0", "CC-BY-4.0", "CC-BY-SA-4.0", "CC-BY-3.0", "CC-BY-SA-3.0", "LicenseRef-Permission"}

// The classes of pages by what readers of an outdated translation are shown.
const (
	// ClassOrdinary pages show what a translation said of the original before
	// it changed, and say that it is outdated.
	ClassOrdinary = "ordinary"
	// ClassCritical pages show the original instead: help, safety, law.
	ClassCritical = "critical"
)

// How many characters there is room for: on a card, on a poster, in a post.
const (
	mostOfMessage = 110
	mostOnPoster  = 90
	mostBelow     = 220
	mostOfPost    = 280
)

// id names an item of a list for good.
var id = text.required().says("Identity", "Small letters, digits and hyphens. It never changes and is the same in every language.", "why-silence")

// schema is every field a page may have; class.go says which page may have which.
// They are the only places that know.
var schema = shape{kind: Map, fields: map[string]shape{
	"title":       prose.says("Title", "The heading of the page and its name in lists. No detail of acts.", "Key messages"),
	"summary":     prose.says("Summary", "One sentence that says what the page is. It stands below the title and in search results. No detail of acts.", "How to listen to somebody who tells you of sexual violence."),
	"type":        choice(PageTypes...).says("Type", "The layout of the page, wherever it stands.", "messages"),
	"review":      choice("unreviewed", "machine", "reviewed").says("Review", "Who stands behind a translation. An original has none."),
	"reviewer":    text.says("Reviewer", "The person who read the whole translation.", "Olena Petrenko"),
	"reviewed":    date.says("Reviewed on", "The day of the review: year, month, day.", "2025-03-14"),
	"contentNote": prose.says("Content note", "One calm sentence: what the page names, and that help is at hand. Shown before the text.", "This page names acts of sexual violence. The page Help says where to turn."),
	"class":       choice(ClassOrdinary, ClassCritical).says("Class", "What readers of an outdated translation are shown: its own words, or the original's (critical: help, safety)."),
	"importance":  number.says("Importance", "How much a translation of the page is needed, from 0 to 100.", "40"),
	"order":       number.says("Order", "The place of the page among those of its section, the lowest number first. Pages without one come behind, the more important ones first. Pages that have one lead to those before and after them.", "1"),
	"draft":       flag.says("Draft", "A draft is not published."),
	"quiet":       flag.says("Quiet", "The page takes the place of the one before in the browser's history, and its title does not name the site."),
	"print":       choice(Prints...).says("Print", "The kind of sheet that the page is also made as."),
	"aliases":     textList.says("Aliases", "Earlier addresses of the page, without the language.", "/old-name/"),
	"focus":       textList.says("Focus", "The points that the home page puts first.", "13e"),
	"ownNumbers":  textList.says("Own numbers", "Numbers of the text that no document says, such as the minutes of a lesson.", "45"),
	"asks": listOf(map[string]shape{
		"of": prose.required().says("Of whom", "Who is asked.", "Governments and parliaments"),
		"to": prose.required().says("To do what", "What is asked, as an order: Set up …", "Report on it every year."),
	}).says("What the point asks", "One item for each thing that the point asks."),
	"sources": listOf(map[string]shape{
		"fact":  text.says("Fact", "An entry of the register of facts.", "A7"),
		"title": text.says("Title", "Only to name a part of the document.", "Resolution 491, point 13e"),
		"url":   text.says("Address", "Only where the register has none.", "https://example.org/"),
	}).oneOf("fact", "title").says("Sources", "What the page rests on: facts of the register."),
	"images": listOf(map[string]shape{
		"file":    text.required().says("File", "The picture's address, as the text calls it.", "hall.jpg"),
		"licence": choice(Licences...).required().says("Licence", "Under which it may be published (SPDX)."),
		"credit":  text.required().says("Credit", "Who made it.", "Photo: A. Person"),
		"consent": text.required().says("Consent", "On what ground persons are shown, or that none is.", "No person is shown."),
	}).says("Images", "The rights in each picture of the text."),
	"services": listOf(map[string]shape{
		"id":    id.says("Identity", "That of a helpline in helplines.yaml.", "fr-violences-femmes-info"),
		"about": prose.required().says("For whom", "In plain words whom the service is for.", "For women who live with violence."),
	}).says("Services", "Whom each helpline of the directory is for."),
	"events": listOf(map[string]shape{
		"id":    id,
		"date":  yearly.required().says("Date", "Month and day, in quotation marks.", "06-19"),
		"until": yearly.says("Until", "The last day of several.", "12-10"),
		"since": digits.says("Since", "The first year, in quotation marks.", "2016"),
		"name":  prose.required().says("Name", "What the day is called.", "Human Rights Day"),
		"about": prose.required().says("About", "One or two sentences on why it is kept."),
		"fact":  text.says("Fact", "The entry of the register that says so.", "E1"),
	}).says("Events", "Days of the year that the campaign keeps."),
	"messages": listOf(map[string]shape{
		"id":    id,
		"text":  prose.required().upTo(mostOfMessage).says("Text", "The message. It stands on a card and must be true alone."),
		"more":  prose.required().says("More", "One or two sentences of explanation."),
		"facts": textList.says("Facts", "The entries of the register that it rests on.", "F15"),
	}).says("Messages", "The campaign's key messages."),
	"posts": listOf(map[string]shape{
		"id":      id,
		"text":    prose.required().upTo(mostOfPost).says("Text", "The post. No hashtag that names an act."),
		"alt":     prose.required().says("Alternative text", "What the picture shows, for those who do not see it."),
		"message": text.required().says("Message", "The key message whose card goes with it.", "why-silence"),
	}).says("Posts", "Texts for social media."),
	"posters": listOf(map[string]shape{
		"id":   id,
		"mark": text.says("Mark", "The point that stands large, or empty.", "13e"),
		"text": prose.required().upTo(mostOnPoster).says("Text", "The large words."),
		"more": prose.required().upTo(mostBelow).says("More", "The small words. They end with where to read more; the program adds the address."),
	}).says("Posters", "What the three posters say."),
	"minutes": number.says("Minutes", "How long the session is.", "45"),
	"aims":    proses.says("Aims", "What participants can do afterwards.", "Tell apart the words alleged and convicted."),
	"optOut":  prose.says("Opting out", "How participants may step out, without having to give a reason."),
	"steps": listOf(map[string]shape{
		"minutes": number.required().says("Minutes", "How long the step is.", "10"),
		"title":   prose.required().says("Title", "That of its section of the text.", "Arrive and agree"),
	}).says("Steps", "The parts of the session. Their minutes add up to its minutes."),
	"resolution": shape{kind: Map, fields: map[string]shape{
		"kind":    choice(DocumentKinds...).required().says("Kind", "What kind of text it is."),
		"number":  digits.required().says("Number", "Its number.", "491"),
		"body":    prose.required().says("Body", "Who adopted it.", "NATO Parliamentary Assembly"),
		"actor":   text.says("Short name", "The body's, in the name of the work.", "nato-pa"),
		"place":   prose.says("Place", "Where it was adopted.", "Montréal, Canada"),
		"adopted": date.says("Adopted on", "The day: year, month, day.", "2024-11-25"),
		"note":    prose.says("Note", "What was printed below the text."),
		"status":  choice("official", "unofficial").required().says("Status", "official for the text as adopted, unofficial for a translation that the body has not made its own."),
	}}.says("Resolution", "What identifies the resolution, on the page of its text."),
}}
