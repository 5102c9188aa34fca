package exchange

// strayBraces.
func strayBraces(u *Unit, text string) []string { return nil }
