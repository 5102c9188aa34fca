// Package architecture holds no code: its test guards which package of the
// program may import which, as the design has it.
package architecture
