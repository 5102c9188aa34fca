package calendar

import "time"

// Yearly is one or several days of each year, such as 25 November to 10 December.
// The last may be in the next year.
type Yearly struct{ First, Last Day }

// Day is a day of every year; 29 February is one of some.
type Day struct {
	Month time.Month
	Day   int
}

// ParseDay reads a day such as "06-19".
func ParseDay(s string) (Day, bool) {
	t, err := time.Parse(time.DateOnly, "2024-"+s) // a leap year has every day
	return Day{t.Month(), t.Day()}, err == nil
}

// in is the day in a year, and whether the year has it.
func (d Day) in(year int) (time.Time, bool) {
	t := time.Date(year, d.Month, d.Day, 0, 0, 0, 0, time.UTC)
	return t, t.Day() == d.Day
}

// From returns the first and the last day of the first occurrence that begins in a
// year or after it.
func (y Yearly) From(year int) (first, last time.Time) {
	for ; ; year++ {
		first, ok := y.First.in(year)
		if !ok {
			continue
		}
		last, ok := y.Last.in(year)
		if last.Before(first) {
			last, ok = y.Last.in(year + 1)
		}
		if ok {
			return first, last
		}
	}
}

// Next returns the first and the last day of the occurrence that a day is in, or of
// the next after it.
func (y Yearly) Next(today time.Time) (first, last time.Time) {
	for year := today.Year() - 1; ; year++ {
		if first, last = y.From(year); !last.Before(today) {
			return first, last
		}
	}
}
