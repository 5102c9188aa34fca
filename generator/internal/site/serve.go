package site

import (
	"fmt"
	"os"
	"strconv"
	"strings"

	"github.com/gohugoio/hugo/commands"
)

// Server says where a preview listens.
type Server struct {
	Port int // on this machine only
	// Open shows the site in the user's browser.
	Open bool
	// Components adds the page that shows every component of the design.
	Components bool
}

// Address is where the preview is seen.
func (s Server) Address() string { return fmt.Sprintf("http://localhost:%d/", s.Port) }

// Serve shows the stage in the folder dir of the project in root with Hugo's own
// server, which reloads the browser when a file changes, until the process is
// interrupted. It renders into memory; whoever changes the stage with WriteStage
// is seen at once. Hugo prints what goes wrong to the process's own streams, and
// nothing else.
func Serve(root, dir string, server Server) error {
	for _, pair := range os.Environ() {
		if name, _, _ := strings.Cut(pair, "="); strings.HasPrefix(name, "HUGO") {
			if err := os.Unsetenv(name); err != nil {
				return err
			}
		}
	}
	args := []string{
		"server", "--quiet", "--source", root, "--config", configFiles(root, dir),
		"--environment", "development",
		"--bind", "127.0.0.1", "--port", strconv.Itoa(server.Port), "--baseURL", server.Address(), "--appendPort=false",
		"--renderToMemory", "--disableFastRender", "--noBuildLock",
	}
	if server.Open {
		args = append(args, "--openBrowser")
	}
	return commands.Execute(args)
}
