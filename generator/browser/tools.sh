#!/bin/sh
# Installs what the tests need and the machine lacks, by apt: xmllint for the
# unit tests; for the browser tests Chromium, Firefox, sqlite3 to read their
# histories, a Java runtime for the Nu validator, and fonts for Arabic and Cyrillic as well.
# Usage: tools.sh [xmllint]   only what is named, or everything
set -eu
missing=''
command -v xmllint >/dev/null 2>&1 || missing="$missing libxml2-utils"
if [ "${1-}" != xmllint ]; then
	command -v chromium >/dev/null 2>&1 || missing="$missing chromium"
	command -v firefox-esr >/dev/null 2>&1 || missing="$missing firefox-esr"
	command -v sqlite3 >/dev/null 2>&1 || missing="$missing sqlite3"
	command -v java >/dev/null 2>&1 || missing="$missing default-jre-headless"
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
$as_root apt-get update -qq
# shellcheck disable=SC2086 # one word for each package
DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq --no-install-recommends $missing >/dev/null
