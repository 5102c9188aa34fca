#!/bin/sh
# Installs what the tests need and the machine lacks, by apt: xmllint, programs of
# translators, a reader of calendars, the web servers and poppler for the unit
# tests; for the browser tests Chromium, Firefox, sqlite3 to read their histories, a
# Java runtime for the Nu validator, the text browsers lynx and w3m, and fonts for
# Arabic and Cyrillic.
# Usage: tools.sh [xmllint] [translation] [calendar] [servers] [kit]   only what is named, or everything
set -eu
missing='' servers=''
wanted() {
	[ "$all" = 1 ] || case " $named " in *" $1 "*) ;; *) return 1 ;; esac
}
named="$*" all=0
[ $# -gt 0 ] || all=1
if wanted xmllint; then
	command -v xmllint >/dev/null 2>&1 || missing="$missing libxml2-utils"
fi
if wanted translation; then
	command -v msgfmt >/dev/null 2>&1 || missing="$missing gettext"
	command -v pofilter >/dev/null 2>&1 || missing="$missing translate-toolkit"
	command -v xmllint >/dev/null 2>&1 || missing="$missing libxml2-utils"
fi
if wanted calendar; then
	/usr/bin/python3 -c 'import icalendar' 2>/dev/null || missing="$missing python3-icalendar"
fi
if wanted servers; then
	PATH="$PATH:/usr/sbin"
	command -v nginx >/dev/null 2>&1 || servers="$servers nginx"
	[ -e /usr/lib/nginx/modules/ngx_http_brotli_static_module.so ] || missing="$missing libnginx-mod-http-brotli-static"
	command -v apache2 >/dev/null 2>&1 || missing="$missing apache2-bin"
	command -v caddy >/dev/null 2>&1 || servers="$servers caddy"
	missing="$missing$servers"
fi
if wanted kit; then
	command -v pdftotext >/dev/null 2>&1 || missing="$missing poppler-utils"
fi
if [ "$all" = 1 ]; then
	command -v chromium >/dev/null 2>&1 || missing="$missing chromium"
	command -v firefox-esr >/dev/null 2>&1 || missing="$missing firefox-esr"
	command -v sqlite3 >/dev/null 2>&1 || missing="$missing sqlite3"
	command -v java >/dev/null 2>&1 || missing="$missing default-jre-headless"
	command -v lynx >/dev/null 2>&1 || missing="$missing lynx"
	command -v w3m >/dev/null 2>&1 || missing="$missing w3m"
	fc-list 2>/dev/null | grep -q 'NotoNaskhArabic' || missing="$missing fonts-noto-core"
fi
[ -n "$missing" ] || exit 0
if ! command -v apt-get >/dev/null 2>&1; then
	echo "error: the tests need:$missing" >&2
	echo 'hint: install them with the package manager of your system' >&2
	exit 1
fi
as_root=''
[ "$(id -u)" = 0 ] || as_root=sudo
# The tests start the servers themselves, on free ports: nothing else may.
policy=/usr/sbin/policy-rc.d
if [ -n "$servers" ] && [ ! -e "$policy" ]; then
	printf '#!/bin/sh\nexit 101\n' | $as_root tee "$policy" >/dev/null
	$as_root chmod 755 "$policy"
	trap '$as_root rm -f "$policy"' EXIT
fi
$as_root apt-get update -qq
# shellcheck disable=SC2086 # one word for each package
DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq --no-install-recommends $missing >/dev/null
if [ -n "$servers" ] && [ -d /run/systemd/system ]; then
	# shellcheck disable=SC2086 # one word for each service
	$as_root systemctl disable -q $servers
fi
