package resolution

import (
	"testing"
)

// In small letters Ⱥ takes a byte more.
func TestANumberWithLettersThatGrowWhenSmallIsRead(t *testing.T) {
	readWhole(t, "No.ȺȺȺȺ1\n\nThe Assembly,\n\n1. Recalling its work;\n\n2. URGES governments to act.\n\nNo.ȺȺȺȺ1\n")
}
