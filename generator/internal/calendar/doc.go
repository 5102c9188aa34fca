// Package calendar has days that are kept each year: when they come next, and a feed
// of them for calendars, as iCalendar (RFC 5545, with the names of RFC 7986).
//
// A feed depends on nothing but its values: the same calendar is the same bytes. An
// event keeps its UID for ever, so that a calendar that reads the feed again mends
// the event and adds no second.
package calendar
