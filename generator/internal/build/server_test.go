package build

import (
	"bytes"
	"context"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/pem"
	"fmt"
	"math/big"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// onionPort is the port that the files for hosts name for the onion service.
const onionPort = "8491"

// server is a real web server that serves a published folder on this machine
// with the configuration that the build wrote for it.
type server struct {
	name string
	// plain, secure and onion are the addresses it listens at.
	plain, secure, onion string
	client               *http.Client
}

// launch is one server's own part: it writes the configuration into scratch
// and returns the command that runs the server and those that ask the server's
// own checker first.
type launch func(t *testing.T, at *served, s *server, scratch, certificate, key string) (run []string, checks [][]string)

var launches = map[string]launch{"nginx": nginx, "apache": apache, "caddy": caddy}

// start runs a server until the test ends.
func start(t *testing.T, name string, at *served) *server {
	t.Helper()
	scratch := t.TempDir()
	s := &server{name: name, plain: free(t), secure: free(t), onion: free(t)}
	certificate, key, pool := certify(t, scratch, at.policy.Host)
	run, checks := launches[name](t, at, s, scratch, certificate, key)
	environment := append(os.Environ(), "HOME="+scratch, "XDG_DATA_HOME="+scratch, "XDG_CONFIG_HOME="+scratch)
	for _, check := range checks {
		cmd := exec.CommandContext(t.Context(), check[0], check[1:]...)
		cmd.Env = environment
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("%v: %v\n%s", check, err, out)
		}
	}
	// The test's own context ends before its cleanups.
	ctx, stop := context.WithCancel(context.Background())
	cmd := exec.CommandContext(ctx, run[0], run[1:]...)
	cmd.Env = environment
	var output bytes.Buffer
	cmd.Stdout, cmd.Stderr = &output, &output
	cmd.Cancel = func() error { return cmd.Process.Signal(os.Interrupt) }
	cmd.WaitDelay = 5 * time.Second
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	ended := make(chan struct{})
	go func() {
		_ = cmd.Wait()
		close(ended)
	}()
	t.Cleanup(func() {
		s.client.CloseIdleConnections()
		stop()
		<-ended
		if t.Failed() {
			t.Logf("%s said:\n%s", name, &output)
		}
	})
	s.client = &http.Client{
		Transport: &http.Transport{
			DisableCompression:  true,
			TLSClientConfig:     &tls.Config{RootCAs: pool, ServerName: at.policy.Host},
			MaxIdleConnsPerHost: 8,
			DialContext: func(ctx context.Context, network, address string) (net.Conn, error) {
				host, port, err := net.SplitHostPort(address)
				if err != nil {
					return nil, err
				}
				to := s.plain
				switch {
				case port == "443":
					to = s.secure
				case strings.HasSuffix(host, ".onion"):
					to = s.onion
				}
				var d net.Dialer
				return d.DialContext(ctx, network, to)
			},
		},
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}
	for _, address := range []string{s.plain, s.secure} {
		for begun := time.Now(); ; time.Sleep(20 * time.Millisecond) {
			if c, err := net.Dial("tcp", address); err == nil {
				_ = c.Close()
				break
			}
			select {
			case <-ended:
				t.Fatalf("%s stopped:\n%s", name, &output)
			default:
			}
			if time.Since(begun) > time.Minute {
				t.Fatalf("%s does not listen at %s", name, address)
			}
		}
	}
	return s
}

// program finds a server, also where only an administrator would look.
func program(t *testing.T, name string) string {
	t.Helper()
	path, err := exec.LookPath(name)
	if err != nil {
		if path, err = exec.LookPath("/usr/sbin/" + name); err != nil {
			t.Fatalf("%s is missing: run sh generator/browser/tools.sh servers", name)
		}
	}
	return path
}

// free returns an address of this machine that nobody listens at.
func free(t *testing.T) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	return l.Addr().String()
}

// certify makes a certificate for a host that its own pool trusts.
func certify(t *testing.T, folder, host string) (certificate, key string, pool *x509.CertPool) {
	t.Helper()
	private, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	template := &x509.Certificate{
		SerialNumber: big.NewInt(1), Subject: pkix.Name{CommonName: host}, DNSNames: []string{host},
		NotBefore: time.Now().Add(-time.Hour), NotAfter: time.Now().Add(24 * time.Hour),
		IsCA: true, BasicConstraintsValid: true,
	}
	der, err := x509.CreateCertificate(rand.Reader, template, template, private.Public(), private)
	if err != nil {
		t.Fatal(err)
	}
	secret, err := x509.MarshalPKCS8PrivateKey(private)
	if err != nil {
		t.Fatal(err)
	}
	certificate, key = filepath.Join(folder, "cert.pem"), filepath.Join(folder, "key.pem")
	public := pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: der})
	write(t, certificate, string(public))
	write(t, key, string(pem.EncodeToMemory(&pem.Block{Type: "PRIVATE KEY", Bytes: secret})))
	pool = x509.NewCertPool()
	pool.AppendCertsFromPEM(public)
	return certificate, key, pool
}

func write(t *testing.T, name, content string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
}

func read(t *testing.T, name string) string {
	t.Helper()
	content, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(content)
}

// yours does what whoever publishes does: it corrects the lines that say so. A
// line that is not there fails the test; so does one that is left.
func yours(t *testing.T, config string, corrections ...string) string {
	t.Helper()
	for i := 0; i < len(corrections); i += 2 {
		if !strings.Contains(config, corrections[i]) {
			t.Fatalf("no line %q in\n%s", corrections[i], config)
		}
		config = strings.ReplaceAll(config, corrections[i], corrections[i+1])
	}
	if _, after, found := strings.Cut(config, "; # yours"); found {
		t.Fatalf("not corrected, before %q", after[:min(60, len(after))])
	}
	return config
}

func nginx(t *testing.T, at *served, s *server, scratch, certificate, key string) ([]string, [][]string) {
	live := "/etc/letsencrypt/live/" + at.policy.Host
	corrections := []string{
		"listen 80; # yours", "listen " + s.plain + ";",
		"listen 443 ssl http2; # yours", "listen " + s.secure + " ssl http2;",
		"listen [::]:80; # yours", "", "listen [::]:443 ssl http2; # yours", "",
		live + "/fullchain.pem; # yours", certificate + ";", live + "/privkey.pem; # yours", key + ";",
		"/srv/www/site; # yours", at.root + "; #",
		"error_log /var/log/nginx/error.log crit; # yours", "error_log stderr crit;",
	}
	if at.policy.Onion != "" {
		corrections = append(corrections, "listen 127.0.0.1:"+onionPort+"; # yours", "listen "+s.onion+";")
	}
	write(t, filepath.Join(scratch, "site.conf"), yours(t, read(t, filepath.Join(at.beside, "nginx.conf")), corrections...))
	user := ""
	if os.Getuid() == 0 { // else nginx gives up the right to read the test's folder
		user = "user root;"
	}
	write(t, filepath.Join(scratch, "nginx.conf"), fmt.Sprintf(`daemon off;
%[2]s
pid %[1]s/nginx.pid;
error_log stderr;
load_module /usr/lib/nginx/modules/ngx_http_brotli_static_module.so;
events {}
http {
	client_body_temp_path %[1]s/body;
	proxy_temp_path %[1]s/proxy;
	fastcgi_temp_path %[1]s/fastcgi;
	uwsgi_temp_path %[1]s/uwsgi;
	scgi_temp_path %[1]s/scgi;
	include /etc/nginx/mime.types;
	access_log %[1]s/access.log;
	gzip on;
	include %[1]s/site.conf;
}
`, scratch, user))
	run := []string{program(t, "nginx"), "-e", "stderr", "-c", filepath.Join(scratch, "nginx.conf")}
	return run, [][]string{append(slices.Clone(run), "-t", "-q")}
}

func apache(t *testing.T, at *served, s *server, scratch, certificate, key string) ([]string, [][]string) {
	var modules strings.Builder
	for _, m := range []string{"mpm_event", "authz_core", "autoindex", "deflate", "dir", "filter", "headers", "mime", "negotiation", "rewrite", "setenvif", "ssl"} {
		fmt.Fprintf(&modules, "LoadModule %s_module /usr/lib/apache2/modules/mod_%s.so\n", m, m)
	}
	// What Debian sets for every site, as far as it could get in the way.
	write(t, filepath.Join(scratch, "httpd.conf"), fmt.Sprintf(`%[1]s
ServerRoot %[2]s
ServerName %[3]s
PidFile %[2]s/pid
Mutex file:%[2]s default
ErrorLog /dev/stderr
TypesConfig /etc/mime.types
AddType application/x-gzip .gz .tgz
AddLanguage br .br
AddLanguage es .es
AddLanguage de .de
AddOutputFilterByType DEFLATE text/html text/plain text/xml text/css application/json
Listen %[4]s
Listen %[5]s
Listen %[6]s
DocumentRoot %[7]s
<FilesMatch "^\.ht">
	Require all denied
</FilesMatch>
<Directory %[7]s>
	Options Indexes FollowSymLinks MultiViews
	AllowOverride All
	Require all granted
</Directory>
<VirtualHost %[5]s>
	SSLEngine on
	SSLCertificateFile %[8]s
	SSLCertificateKeyFile %[9]s
</VirtualHost>
`, modules.String(), scratch, at.policy.Host, s.plain, s.secure, s.onion, at.root, certificate, key))
	run := []string{program(t, "apache2"), "-f", filepath.Join(scratch, "httpd.conf")}
	return append(run, "-D", "FOREGROUND"), [][]string{append(slices.Clone(run), "-t")}
}

func caddy(t *testing.T, at *served, s *server, scratch, certificate, key string) ([]string, [][]string) {
	port := func(address string) string {
		_, port, _ := net.SplitHostPort(address)
		return port
	}
	head := "https://" + at.policy.Host + " {\n"
	corrections := []string{"/srv/www/site # yours", at.root + " #", head, head + "\tbind 127.0.0.1\n\ttls " + certificate + " " + key + "\n"}
	if at.policy.Onion != "" {
		corrections = append(corrections, ":"+onionPort+" {", ":"+port(s.onion)+" {")
	}
	config := filepath.Join(scratch, "Caddyfile")
	write(t, config, fmt.Sprintf("{\n\tadmin off\n\tdefault_bind 127.0.0.1\n\thttp_port %s\n\thttps_port %s\n\tskip_install_trust\n}\n", port(s.plain), port(s.secure))+
		yours(t, read(t, filepath.Join(at.beside, "Caddyfile")), corrections...))
	arguments := []string{"--config", config, "--adapter", "caddyfile"}
	run := program(t, "caddy")
	return append([]string{run, "run"}, arguments...), [][]string{append([]string{run, "validate"}, arguments...)}
}
