package exchange

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"resolutionsite/generator/internal/locale"
)

// A wholeNumber goes with a plural form.
type wholeNumber struct {
	n    uint64
	form string
}

// wholeNumbersOf gives numbers that tell the plural rules of CLDR for whole
// numbers apart, with the form that each has in the language.
func wholeNumbersOf(lang locale.Language) []wholeNumber {
	numbers := []string{"1000", "1001", "1002", "2000", "10000", "20000", "40000", "100000", "1000000", "1000001", "1100000", "2000000", "3000000"}
	for n := range 201 {
		numbers = append(numbers, strconv.Itoa(n))
	}
	all := make([]wholeNumber, len(numbers))
	for i, form := range lang.PluralFormOf(numbers...) {
		n, _ := strconv.ParseUint(numbers[i], 10, 64)
		all[i] = wholeNumber{n, form}
	}
	return all
}

// conditions are the parts that CLDR's plural rules for whole numbers are made
// of, as gettext writes them. Which of them are a language's, and for which of
// its forms, is found by trying; what is true before need not be excluded.
var conditions = parseConditions(
	"n==0", "n==1", "n==2", "n==3", "n==6", "n<=1",
	"n==1 || n==11", "n==2 || n==12", "n<=19 && n!=0",
	"n>=2 && n<=4", "n>=3 && n<=6", "n>=2 && n<=10",
	"n<=1 || (n>=11 && n<=99)",
	"n%10==1", "n%10==2",
	"n%10==1 && n%100!=11",
	"n%10>=2 && n%10<=4 && (n%100<12 || n%100>14)",
	"n%10>=2 && n%10<=9 && (n%100<11 || n%100>19)",
	"n%10==0 || (n%100>=11 && n%100<=19)",
	"n%10!=4 && n%10!=6 && n%10!=9",
	"n%100==1", "n%100==2", "n%100==3 || n%100==4",
	"n%100>=3 && n%100<=10", "n==0 || (n%100>=3 && n%100<=10)",
	"n%100>=11", "n%100>=11 && n%100<=19",
	"n>=7 && n<=10", "n==0 || (n%100>=1 && n%100<=19)",
	"n!=0 && n%1000000==0",
	"n%20==0", "n%20==1", "n%20==3",
	"n%20==2 || (n%1000==0 && n%100000>=1000 && n%100000<=20000) || n%100000==40000 || n%100000==60000 || n%100000==80000 || n%1000000==100000",
	"n%10==1 && n%100!=11 && n%100!=71 && n%100!=91",
	"n%10==2 && n%100!=12 && n%100!=72 && n%100!=92",
	"(n%10==3 || n%10==4 || n%10==9) && (n%100<10 || n%100>19) && (n%100<70 || n%100>79) && n%100<90",
)

type condition struct {
	text string
	expr expression
}

func parseConditions(texts ...string) []condition {
	var all []condition
	for _, text := range texts {
		expr, ok := parseExpression(text)
		if !ok {
			panic("plural condition " + text)
		}
		all = append(all, condition{text, expr})
	}
	return all
}

// pluralHeader is the value of PO's Plural-Forms for a language: the indices
// are those of forms. The last form that whole numbers use is what remains.
func pluralHeader(lang locale.Language, forms []string) (string, error) {
	left := wholeNumbersOf(lang)
	var choice strings.Builder
	for i, form := range forms {
		if !slices.ContainsFunc(left, func(w wholeNumber) bool { return w.form == form }) {
			continue
		}
		if !slices.ContainsFunc(left, func(w wholeNumber) bool { return w.form != form }) {
			return fmt.Sprintf("nplurals=%d; plural=%s%d;", len(forms), choice.String(), i), nil
		}
		fits := slices.IndexFunc(conditions, func(c condition) bool {
			return !slices.ContainsFunc(left, func(w wholeNumber) bool { return (c.expr(w.n) != 0) != (w.form == form) })
		})
		if fits < 0 {
			break
		}
		fmt.Fprintf(&choice, "%s ? %d : ", conditions[fits].text, i)
		left = slices.DeleteFunc(left, func(w wholeNumber) bool { return w.form == form })
	}
	return "", fmt.Errorf("no plural expression is known for %s with the forms %s", lang.Tag, strings.Join(forms, ", "))
}

// pluralOrder reads a Plural-Forms header: for each of its indices the place in
// forms. It is false where the header has other forms than the language.
func pluralOrder(lang locale.Language, forms []string, header string) ([]int, bool) {
	if own, err := pluralHeader(lang, forms); err == nil && header == own {
		return identity(len(forms)), true
	}
	count, plural, ok := strings.Cut(header, ";")
	count, okCount := strings.CutPrefix(strings.TrimSpace(count), "nplurals=")
	plural, okPlural := strings.CutPrefix(strings.TrimSpace(plural), "plural=")
	n, err := strconv.Atoi(strings.TrimSpace(count))
	expr, okExpr := parseExpression(strings.TrimSuffix(strings.TrimSpace(plural), ";"))
	if !ok || !okCount || !okPlural || !okExpr || err != nil || n != len(forms) {
		return nil, false
	}
	order := slices.Repeat([]int{-1}, n)
	for _, w := range wholeNumbersOf(lang) {
		index, form := expr(w.n), slices.Index(forms, w.form)
		if index >= uint64(n) || form < 0 || order[index] >= 0 && order[index] != form {
			return nil, false
		}
		order[index] = form
	}
	// Forms that no whole number has take the places that are left.
	free := identity(n)
	free = slices.DeleteFunc(free, func(form int) bool { return slices.Contains(order, form) })
	for i := range order {
		if order[i] < 0 {
			if len(free) == 0 {
				return nil, false
			}
			order[i], free = free[0], free[1:]
		}
	}
	if len(free) > 0 { // two indices for one form
		return nil, false
	}
	return order, true
}

func identity(n int) []int {
	all := make([]int, n)
	for i := range all {
		all[i] = i
	}
	return all
}
