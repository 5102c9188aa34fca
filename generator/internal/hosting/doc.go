// Package hosting holds the one policy by which the site is served, and writes
// it out in the language of every host that can keep it: which headers an
// address is answered with, of which kind a file is, which page a missing
// address gets, how long anything may be kept.
//
// # Classes
//
// An address belongs to one class, by its path below the base of the site:
//
//	class         path                                 differs from a page in
//	page          everything else                      –
//	search        <lang>/search/…                      script-src 'wasm-unsafe-eval', connect-src 'self'
//	search-files  <bundle>/…                           as search: a worker keeps the policy of its own script
//	search-data   <bundle>/index/…, places.…           no-store: what was fetched tells what was searched
//	help          <lang>/help/…                        no-store: nothing stays on the device
//	asset         css/… and js/…, with a fingerprint   kept for a year
//
// The bundle is Pagefind's. Its worker is refused where a browser asks for
// trusted types, as the policy has it; the search then runs in the page, and
// does so without a word in the console where it is told to (noWorker).
//
// An address that leads nowhere is answered as a page, below help/ as help: a
// style sheet that is missing for a moment must not be missing for a year.
//
// # Hosts
//
//	file               host                           where it is written
//	_headers           Netlify, Cloudflare Pages      in the site
//	_redirects         Netlify                        in the site
//	.htaccess          Apache                         in the site
//	nginx.conf         nginx                          beside it
//	Caddyfile          Caddy                          beside it
//	cloudfront*.json   CloudFront, a policy a class   beside it
//	policy.json        whoever configures another     beside it
//
// Where the site does not stand at the root of its host, neither can what must
// stand there: _headers, _redirects and security.txt are then beside it, too.
//
// # What a host cannot do
//
//   - Netlify and Cloudflare Pages see the path alone, not whether there is a
//     file: a missing address below css/ or with the ending of a format is
//     answered with the headers of the class and the kind it would have had.
//     Neither sends Onion-Location from a pattern in a way the other
//     understands: only the home pages have it.
//   - CloudFront has a policy for each cache behaviour, and a behaviour for each
//     path pattern: six policies, and seven behaviours besides the default one,
//     one more for each further folder of quiet pages. A pattern such as
//     /*/help/* does not fit /en/help: without the slash, the address is
//     answered as a page, so the origin must do no more than lead on to the
//     address with it. It has one page for all missing addresses (the one at the
//     root, in all languages), takes kinds from the stored object, compresses by
//     itself, and cannot name the path in Onion-Location.
//   - Apache's visits are recorded by the server's own configuration: a
//     .htaccess cannot stop it.
package hosting
