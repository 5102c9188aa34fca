package site

import (
	"path"

	"resolutionsite/generator/internal/project"
)

// citedByMessages lists the documents of every key message, by path as Hugo's
// templates have it and the message's identity.
func (s *Stage) citedByMessages() map[string]map[string][]citedData {
	all := map[string]map[string][]citedData{}
	for _, at := range s.project.Paths() {
		page := s.project.Original(at)
		if page == nil || len(page.Messages) == 0 {
			continue
		}
		messages := map[string][]citedData{}
		for _, m := range page.Messages {
			messages[m.ID] = s.citedByMessage(m)
		}
		all[path.Clean(at)] = messages
	}
	return all
}

func (s *Stage) citedByMessage(m project.KeyMessage) []citedData {
	list := citing{facts: s.project.Facts, reference: s.project.Reference}
	for _, id := range m.Facts {
		if f := s.project.Facts.Fact(id); f != nil {
			list.add(f, "", "")
		}
	}
	return list.all
}
