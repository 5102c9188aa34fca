package locale

import "testing"

func TestNumbersAreWrittenAsReadersWriteThem(t *testing.T) {
	for _, tc := range []struct{ key, number, large, percent string }{
		{"en", "3,688", "12,345", "96%"},
		{"fr", "3\u00a0688", "12\u00a0345", "96\u00a0%"},
		{"es", "3688", "12.345", "96\u00a0%"},
		{"pl", "3688", "12\u00a0345", "96%"},
		{"de", "3.688", "12.345", "96\u00a0%"},
		{"uk", "3\u00a0688", "12\u00a0345", "96%"},
		{"ar", "3,688", "12,345", "96\u200e%\u200e"},
		{"ar-xb", "3,688", "12,345", "96\u200e%\u200e"},
		{"cnr", "3.688", "12.345", "96%"},
		{"x-test", "3,688", "12,345", "96%"},
	} {
		l, err := Parse(tc.key)
		if err != nil {
			t.Fatal(err)
		}
		if got := l.Number(3688); got != tc.number {
			t.Errorf("%s: %q, want %q", tc.key, got, tc.number)
		}
		if got := l.Number(12345); got != tc.large {
			t.Errorf("%s: %q, want %q", tc.key, got, tc.large)
		}
		if got := l.Percent(96); got != tc.percent {
			t.Errorf("%s: %q, want %q", tc.key, got, tc.percent)
		}
	}
}
