package project

import "strconv"

// ImageRights says why a picture may be shown.
type ImageRights struct {
	// File is the picture's name, as the text calls it.
	File string
	// Licence is an SPDX identifier, Credit who made it.
	Licence, Credit string
	// Consent says on what ground persons are shown, or that none is.
	Consent string
}

// ServiceText tells readers whom a service of the directory is for.
type ServiceText struct{ ID, About string }

// Event is a day of the year that the campaign keeps.
type Event struct {
	ID string
	// Date and Until are the first and the last day, such as "06-19"; Until is ""
	// for a single day. Since is the first year, or "".
	Date, Until, Since string
	Name, About        string
	Fact               string
}

// KeyMessage is a sentence of the campaign, which stands on a card.
type KeyMessage struct {
	ID, Text, More string
	Facts          []string
}

// Post is a text for social media and what its picture shows.
type Post struct {
	ID, Text, Alt string
	// Message is the key message whose card goes with it.
	Message string
}

// Poster is what a poster says: a mark such as "13e", or "", large and small words.
type Poster struct{ ID, Mark, Text, More string }

// Session is a plan for teachers.
type Session struct {
	Minutes int
	Aims    []string
	// OptOut says how participants may step out.
	OptOut string
	Steps  []Step
}

// Step is a part of a session.
type Step struct {
	Minutes int
	Title   string
}

// readCampaign reads the fields of the campaign's pages.
func (f *FrontMatter) readCampaign(tree *Value) {
	for _, v := range tree.items("images") {
		f.Images = append(f.Images, ImageRights{File: v.text("file"), Licence: v.text("licence"), Credit: v.text("credit"), Consent: v.text("consent")})
	}
	for _, v := range tree.items("services") {
		f.Services = append(f.Services, ServiceText{v.text("id"), v.text("about")})
	}
	for _, v := range tree.items("events") {
		f.Events = append(f.Events, Event{
			ID: v.text("id"), Date: v.text("date"), Until: v.text("until"), Since: v.text("since"),
			Name: v.text("name"), About: v.text("about"), Fact: v.text("fact"),
		})
	}
	for _, v := range tree.items("messages") {
		f.Messages = append(f.Messages, KeyMessage{v.text("id"), v.text("text"), v.text("more"), v.texts("facts")})
	}
	for _, v := range tree.items("posts") {
		f.Posts = append(f.Posts, Post{v.text("id"), v.text("text"), v.text("alt"), v.text("message")})
	}
	for _, v := range tree.items("posters") {
		f.Posters = append(f.Posters, Poster{v.text("id"), v.text("mark"), v.text("text"), v.text("more")})
	}
	f.Session = Session{Minutes: whole(tree.text("minutes")), Aims: tree.texts("aims"), OptOut: tree.text("optOut")}
	for _, v := range tree.items("steps") {
		f.Session.Steps = append(f.Session.Steps, Step{whole(v.text("minutes")), v.text("title")})
	}
}

// whole reads a whole number; what is none counts as 0, and is reported.
func whole(s string) int {
	n, _ := strconv.Atoi(s)
	return n
}
