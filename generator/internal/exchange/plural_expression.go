package exchange

// An expression is the value of a plural expression of PO for a number.
type expression func(n uint64) uint64

// parseExpression reads an expression in the part of C that gettext allows:
// n, whole numbers, ?: || && == != < > <= >= + - * / % ! and brackets.
// Division by zero gives 0.
func parseExpression(s string) (expression, bool) {
	if len(s) > 1000 {
		return nil, false
	}
	p := &expressionParser{rest: s}
	e := p.choice()
	p.space()
	return e, e != nil && p.rest == ""
}

// maxExpressionDepth is how deep brackets and choices are nested.
const maxExpressionDepth = 50

type expressionParser struct {
	rest  string
	depth int
}

func (p *expressionParser) space() {
	for p.rest != "" && (p.rest[0] == ' ' || p.rest[0] == '\t' || p.rest[0] == '\n') {
		p.rest = p.rest[1:]
	}
}

func (p *expressionParser) take(token string) bool {
	p.space()
	if len(p.rest) < len(token) || p.rest[:len(token)] != token {
		return false
	}
	p.rest = p.rest[len(token):]
	return true
}

// choice is a ? b : c, or what binds more closely. Nil stands for what is no
// expression, here and below.
func (p *expressionParser) choice() expression {
	if p.depth++; p.depth > maxExpressionDepth {
		return nil
	}
	defer func() { p.depth-- }()
	test := p.binary(0)
	if test == nil || !p.take("?") {
		return test
	}
	yes := p.choice()
	if yes == nil || !p.take(":") {
		return nil
	}
	no := p.choice()
	if no == nil {
		return nil
	}
	return func(n uint64) uint64 {
		if test(n) != 0 {
			return yes(n)
		}
		return no(n)
	}
}

// levels are the operators of two operands, those that bind least first; of
// those on one level, the longer ones first.
var levels = [][]struct {
	token string
	value func(a, b uint64) uint64
}{
	{{"||", func(a, b uint64) uint64 { return truth(a != 0 || b != 0) }}},
	{{"&&", func(a, b uint64) uint64 { return truth(a != 0 && b != 0) }}},
	{{"==", func(a, b uint64) uint64 { return truth(a == b) }}, {"!=", func(a, b uint64) uint64 { return truth(a != b) }}},
	{
		{"<=", func(a, b uint64) uint64 { return truth(a <= b) }}, {">=", func(a, b uint64) uint64 { return truth(a >= b) }},
		{"<", func(a, b uint64) uint64 { return truth(a < b) }}, {">", func(a, b uint64) uint64 { return truth(a > b) }},
	},
	{{"+", func(a, b uint64) uint64 { return a + b }}, {"-", func(a, b uint64) uint64 { return a - b }}},
	{
		{"*", func(a, b uint64) uint64 { return a * b }},
		{"/", func(a, b uint64) uint64 { return a / max(b, 1) * truth(b != 0) }},
		{"%", func(a, b uint64) uint64 { return a % max(b, 1) * truth(b != 0) }},
	},
}

func truth(b bool) uint64 {
	if b {
		return 1
	}
	return 0
}

func (p *expressionParser) binary(level int) expression {
	if level == len(levels) {
		return p.unary()
	}
	left := p.binary(level + 1)
next:
	for left != nil {
		for _, op := range levels[level] {
			if p.take(op.token) {
				a, b := left, p.binary(level+1)
				if b == nil {
					return nil
				}
				left = func(n uint64) uint64 { return op.value(a(n), b(n)) }
				continue next
			}
		}
		return left
	}
	return nil
}

func (p *expressionParser) unary() expression {
	if p.depth++; p.depth > maxExpressionDepth {
		return nil
	}
	defer func() { p.depth-- }()
	switch {
	case p.take("!"):
		if e := p.unary(); e != nil {
			return func(n uint64) uint64 { return truth(e(n) == 0) }
		}
		return nil
	case p.take("("):
		if e := p.choice(); e != nil && p.take(")") {
			return e
		}
		return nil
	case p.take("n"):
		return func(n uint64) uint64 { return n }
	}
	digits, value := 0, uint64(0)
	for p.rest != "" && p.rest[0] >= '0' && p.rest[0] <= '9' && digits < 18 {
		value, digits, p.rest = value*10+uint64(p.rest[0]-'0'), digits+1, p.rest[1:]
	}
	if digits == 0 {
		return nil
	}
	return func(uint64) uint64 { return value }
}
