# The commands that people use are `make site`, `make preview` and `make test`.
# Everything they need beyond Go and Node they install themselves.

.PHONY: help site preview test lint unit rules browser browser-tools exit-record acceptance-record screenshots measure clean

help:
	@echo 'make site         build the site in public/, with everything'
	@echo 'make preview      see the site while you edit'
	@echo 'make test         run every test (installs what is missing by apt: browsers, Java, xmllint, gettext, web servers)'
	@echo 'make exit-record  measure what browsers keep after the exit, for the safety page'
	@echo 'make acceptance-record  test every page, for the accessibility page to say so'
	@echo 'make screenshots  pictures of every page kind in screenshots/, to look at'
	@echo 'make measure      what locale status takes over 5,000 pages in ten languages'
	@echo 'make clean        remove what these made'

site: node_modules/.site
	go run ./generator build

preview:
	go run ./generator serve --open

# The cheap and the telling first; the rest needs a browser.
test: lint unit rules browser

lint:
	@test -z "$$(gofmt -l generator)" || { echo 'error: not formatted:'; gofmt -l generator; echo 'hint: run gofmt -w generator'; exit 1; }
	go vet ./...
	go tool staticcheck ./...
	@echo 'go tool govulncheck ./...'
	@go tool govulncheck ./... 2>.govulncheck.log; status=$$?; \
	if [ $$status -ne 0 ] && grep -q 'fetching vulnerabilities' .govulncheck.log; then \
	  echo 'note: govulncheck was left out: its data cannot be fetched here'; status=0; \
	else cat .govulncheck.log; fi; rm -f .govulncheck.log; exit $$status

# Akoma Ntoso and XLIFF are held against their schemas by xmllint; gettext and
# the Translate Toolkit take the files for translators; nginx, Apache and Caddy
# serve the site; poppler and pdf.js read the PDFs of the kit, icalendar the calendar.
unit: node_modules/.test
	@sh generator/browser/tools.sh xmllint translation calendar servers kit
	go test ./...

# The repository's own content, held to every rule.
rules:
	go run ./generator check --strict

# The built site in a real browser and before the Nu validator.
browser: browser-tools node_modules/.test
	go run ./generator build --strict --report .site-under-test.json --out .site-under-test
	rm -rf .test-results
	node --test generator/browser/
	node generator/browser/record.mjs

# What was tested and found, for readers of the accessibility page.
acceptance-record: browser-tools node_modules/.test
	go run ./generator build --strict --report .site-under-test.json --out .site-under-test
	rm -rf .test-results
	node --test generator/browser/
	node generator/browser/record.mjs write

# What remains after the exit, measured anew, for readers of the safety page.
exit-record: browser-tools node_modules/.test
	EXIT_RECORD=write node --test generator/browser/exit-record.test.mjs

screenshots: browser-tools node_modules/.test
	go run ./generator build --out .site-under-test
	node generator/browser/screenshots.mjs

browser-tools:
	@sh generator/browser/tools.sh

# npm ci with the exact versions of package-lock.json; the stamps say for what.
node_modules/.site: package-lock.json
	test -e node_modules/.test -a node_modules/.test -nt package-lock.json || npm ci --omit=dev --no-audit --no-fund --loglevel=error
	touch $@

node_modules/.test: package-lock.json
	npm ci --no-audit --no-fund --loglevel=error
	touch $@

# What locale status takes over 5,000 pages in ten languages: time and memory.
measure:
	go test ./generator/internal/command -count=1 -timeout 30m -run StatusOfManyPages -pages 5000 -v

clean:
	rm -rf public public.hosting .site-under-test .test-results .site-under-test.json .site-under-test.hosting screenshots node_modules
