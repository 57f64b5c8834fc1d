#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The one list of Debian packages (12 and later). `packages.sh build` installs what is missing to build and run Joinery,
# `packages.sh test` what the tests need on top of that, `packages.sh bench` what the benchmarks need, `packages.sh build
# --list` prints a list. Asks nothing, and does nothing where everything is there.
set -euo pipefail

build_packages=(
    build-essential cmake ninja-build pkg-config ccache mold
    qt6-base-dev qt6-svg-dev qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools libqt6sql6-odbc
    libqscintilla2-qt6-dev qtkeychain-qt6-dev
    libsqlite3-dev libpq-dev libmariadb-dev unixodbc-dev
    libgraphviz-dev libpg-query-dev libexpected-dev libcli11-dev libxlsxwriter-dev
    fonts-dejavu-core python3)
test_packages=(
    postgresql mariadb-server unixodbc odbc-mariadb odbc-postgresql libsqliteodbc
    xvfb xauth openbox xdotool dbus at-spi2-core libglib2.0-bin python3-gi gir1.2-atspi-2.0
    gnome-keyring libsecret-1-0 openssl util-linux desktop-file-utils appstream
    python3-alembic python3-psycopg2 python3-pymysql)
bench_packages=(libbenchmark-dev libxcb1-dev xvfb xauth sqlite3 postgresql-client time)

case "${1:-build}" in
build) packages=("${build_packages[@]}") ;;
test) packages=("${test_packages[@]}") ;;
bench) packages=("${bench_packages[@]}") ;;
*)
    echo "usage: packages.sh [build|test|bench] [--list]" >&2
    exit 2
    ;;
esac
if [ "${2:-}" = --list ]; then
    printf '%s\n' "${packages[@]}"
    exit 0
fi

missing=()
for package in "${packages[@]}"; do
    state=$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null || true)
    [ "$state" = installed ] || missing+=("$package")
done
[ ${#missing[@]} -gt 0 ] || exit 0

if ! command -v apt-get >/dev/null; then
    echo "This system has no apt. Please install the equivalents of: ${missing[*]}" >&2
    exit 1
fi
as_root=()
if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null; then
        echo "These packages are missing, and there is no sudo to install them. As root:" >&2
        echo "    apt-get install --no-install-recommends ${missing[*]}" >&2
        exit 1
    fi
    as_root=(sudo)
    [ -t 0 ] || as_root=(sudo -n)
fi

# A package of a server starts it; the tests bring their own servers, so nothing may be left listening here. A policy of
# the machine's own is respected.
policy=/usr/sbin/policy-rc.d
if [ "${1:-build}" = test ] && [ ! -e "$policy" ]; then
    trap '"${as_root[@]}" rm -f "$policy"' EXIT
    printf '#!/bin/sh\nexit 101\n' | "${as_root[@]}" tee "$policy" >/dev/null
    "${as_root[@]}" chmod 755 "$policy"
fi

echo "Installing ${#missing[@]} packages: ${missing[*]}" >&2
apt=("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=300)
"${apt[@]}" update >&2
"${apt[@]}" install -y --no-install-recommends "${missing[@]}" >&2
