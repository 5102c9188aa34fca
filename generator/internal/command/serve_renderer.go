package command

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"resolutionsite/generator/internal/site"
)

// The pages of a preview are made by Hugo's server. It now and then ends with a
// panic when files are saved while it makes the whole site anew, and does not
// begin with a page that it cannot read. So it runs in a process of its own, a
// hidden command of this program, which the preview starts again.
const rendererName = "render-preview"

func (a *app) renderPreview() *cobra.Command {
	var server site.Server
	cmd := &cobra.Command{
		Use:    rendererName + " ROOT STAGE",
		Short:  "Render the stage of a preview",
		Hidden: true,
		Args:   cobra.ExactArgs(2),
		RunE: run(func(_ *cobra.Command, args []string) error {
			go func() { // the preview holds the other end, and lets go of it when it ends
				_, _ = io.Copy(io.Discard, a.Stdin)
				os.Exit(exitDone)
			}()
			return site.Serve(args[0], args[1], server)
		}),
	}
	cmd.Flags().IntVar(&server.Port, "port", 0, "port to listen on")
	cmd.Flags().BoolVar(&server.Open, "open", false, "open the site in the browser")
	return cmd
}

// show runs renderers, one after the other, until the user ends the preview.
func (p *preview) show(ctx context.Context) error {
	for {
		answered, err := p.render(ctx)
		switch {
		case ctx.Err() != nil:
			return nil // Ctrl+C is how a preview ends
		case answered:
			p.server.Open = false
			p.say("note", "say-preview-again", nil)
		case !p.faulty.Load():
			return err
		default:
			p.say("note", "say-preview-waits", nil)
			select {
			case <-ctx.Done():
				return nil
			case <-p.changed:
			}
		}
	}
}

// render runs one renderer to its end, and reports whether the preview could be
// seen before.
func (p *preview) render(ctx context.Context) (answered bool, err error) {
	self, err := os.Executable()
	if err != nil {
		return false, err
	}
	args := []string{rendererName, p.root, p.dir, "--port", strconv.Itoa(p.server.Port)}
	if p.server.Open {
		args = append(args, "--open")
	}
	cmd := exec.Command(self, args...)
	stdin, err := cmd.StdinPipe()
	if err != nil {
		return false, err
	}
	said, words := io.Pipe()
	cmd.Stdout, cmd.Stderr = words, words
	if err := cmd.Start(); err != nil {
		return false, err
	}
	defer context.AfterFunc(ctx, func() { _ = stdin.Close() })()
	var last string
	read := make(chan struct{})
	go func() {
		last = p.pass(said)
		close(read)
	}()
	ended := make(chan struct{})
	seen := make(chan bool, 1)
	go func() { seen <- p.answers(ended) }()
	err = cmd.Wait()
	close(ended)
	_ = words.Close()
	<-read
	if answered = <-seen; err != nil && last != "" {
		err = errors.New(last)
	}
	return answered, err
}

// answers waits until the site can be seen, and says where. Hugo takes the port
// long before it answers on it.
func (p *preview) answers(ended <-chan struct{}) bool {
	client := http.Client{Timeout: time.Second}
	for {
		if response, err := client.Get(p.server.Address()); err == nil {
			_ = response.Body.Close()
			p.say("note", "say-preview-at", map[string]any{"Address": p.server.Address()})
			return true
		}
		select {
		case <-ended:
			return false
		case <-time.After(100 * time.Millisecond):
		}
	}
}

// pass prints what a renderer says, where the check has not said it better, and
// returns its last error. What it prints of itself when it breaks helps nobody.
func (p *preview) pass(said io.Reader) (last string) {
	lines := bufio.NewScanner(said)
	lines.Buffer(nil, 1<<20)
	broken := false
	for lines.Scan() {
		line := lines.Text()
		broken = broken || strings.HasPrefix(line, "panic: ") || strings.HasPrefix(line, "fatal error: ")
		switch own, is := strings.CutPrefix(line, "error: "); {
		case broken || strings.TrimSpace(line) == "":
		case is:
			last = own
		case !p.faulty.Load():
			fmt.Fprintln(p.Stderr, line)
		}
	}
	_, _ = io.Copy(io.Discard, said) // of a line too long to read
	return last
}
