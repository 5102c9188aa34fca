#!/bin/sh
# Installs what the browser tests need and the machine lacks, by apt: Chromium,
# a Java runtime for the Nu validator, and fonts for Arabic and Cyrillic.
set -eu
missing=''
command -v chromium >/dev/null 2>&1 || missing="$missing chromium"
command -v java >/dev/null 2>&1 || missing="$missing default-jre-headless"
fc-list 2>/dev/null | grep -q 'NotoNaskhArabic' || missing="$missing fonts-noto-core"
[ -n "$missing" ] || exit 0
if ! command -v apt-get >/dev/null 2>&1; then
	echo "error: the browser tests need:$missing" >&2
	echo 'hint: install them with the package manager of your system' >&2
	exit 1
fi
as_root=''
[ "$(id -u)" = 0 ] || as_root=sudo
$as_root apt-get update -qq
# shellcheck disable=SC2086 # one word for each package
DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq --no-install-recommends $missing >/dev/null
