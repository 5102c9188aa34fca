package project

import (
	"strings"
	"unicode/utf8"
)

// Nearest returns the candidate that a reader most likely meant by name: the
// one at the smallest edit distance, ignoring case, if that is 1 or at most a
// third of its length in characters, and something is left of it; otherwise "".
// The first of equals wins.
func Nearest(name string, candidates []string) string {
	best, least := "", 0
	name = strings.ToLower(name)
	length := utf8.RuneCountInString(name)
	for _, c := range candidates {
		own := utf8.RuneCountInString(c)
		limit := min(max(1, own/3), own-1)
		if best != "" {
			limit = min(limit, least-1)
		}
		if limit < max(own-length, length-own) {
			continue // no distance is smaller than the difference in length
		}
		if d := distance(name, strings.ToLower(c)); d <= limit {
			best, least = c, d
		}
	}
	return best
}

// distance is the optimal string alignment distance: insertions, deletions,
// substitutions and swaps of neighbours each cost 1.
func distance(a, b string) int {
	s, t := []rune(a), []rune(b)
	rows := [3][]int{}
	for i := range rows {
		rows[i] = make([]int, len(t)+1)
	}
	for j := range rows[1] {
		rows[1][j] = j
	}
	for i := 1; i <= len(s); i++ {
		rows[2][0] = i
		for j := 1; j <= len(t); j++ {
			cost := 1
			if s[i-1] == t[j-1] {
				cost = 0
			}
			rows[2][j] = min(rows[1][j]+1, rows[2][j-1]+1, rows[1][j-1]+cost)
			if i > 1 && j > 1 && s[i-1] == t[j-2] && s[i-2] == t[j-1] {
				rows[2][j] = min(rows[2][j], rows[0][j-2]+1)
			}
		}
		rows[0], rows[1], rows[2] = rows[1], rows[2], rows[0]
	}
	return rows[1][len(t)]
}
