#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what the tests need, builds, starts private database servers and a private screen, runs every test with
# ctest, and leaves nothing behind.
#   tests/run.sh [--long] [--preset dev|asan|tsan|coverage] [-- arguments for ctest]
set -euo pipefail
cd "$(dirname "$0")/.."

preset=dev
long=0
while [ $# -gt 0 ]; do
    case "$1" in
    --long) long=1 ;;
    --preset)
        preset=${2:?--preset needs a name}
        shift
        ;;
    --)
        shift
        break
        ;;
    *)
        echo "usage: tests/run.sh [--long] [--preset dev|asan|tsan|coverage] [-- arguments for ctest]" >&2
        exit 2
        ;;
    esac
    shift
done

# Qt asks for a UTF-8 locale; a bare machine has none but this one.
export LC_ALL=C.UTF-8
bash installer/linux/packages.sh build
bash installer/linux/packages.sh test

build=$PWD/build/$preset
scratch=
pids=()
servers_started=0
cleanup() {
    trap - EXIT INT TERM
    for pid in "${pids[@]}"; do
        kill "$pid" 2>/dev/null || true
    done
    [ "$servers_started" = 0 ] || bash tests/servers.sh stop "$build/servers" >&2 || true
    wait 2>/dev/null || true
    [ -z "$scratch" ] || rm -rf "$scratch"
}
trap cleanup EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

# Qt Test ends a function after five minutes unless it is told otherwise.
seconds=300
[ "$long" = 0 ] || seconds=7200
export QTEST_FUNCTION_TIMEOUT=${seconds}000
cmake --preset "$preset" -DJOINERY_WERROR=ON -DJOINERY_TEST_TIMEOUT="$seconds"
cmake --build "$build"

servers_started=1
bash tests/servers.sh start "$build/servers"
# shellcheck source=/dev/null
. "$build/servers/env"
export JOINERY_TEST_POSTGRESQL JOINERY_TEST_MYSQL JOINERY_TEST_REQUIRE_SERVERS=1
[ "$long" = 0 ] || export JOINERY_TEST_LONG=1

# The tests see an empty home: they neither read nor write the settings of whoever runs them.
scratch=$(mktemp -d)
mkdir -m 700 "$scratch/home" "$scratch/runtime"
unset XDG_CONFIG_HOME XDG_DATA_HOME XDG_STATE_HOME XDG_CACHE_HOME JOINERY_URL
export HOME=$scratch/home XDG_RUNTIME_DIR=$scratch/runtime

Xvfb -displayfd 3 -screen 0 1440x900x24 -nolisten tcp 3>"$scratch/display" 2>"$scratch/xvfb.log" &
pids+=($!)
for _ in $(seq 100); do
    [ -s "$scratch/display" ] && break
    sleep 0.1
done
[ -s "$scratch/display" ] || { cat "$scratch/xvfb.log" >&2; exit 1; }
export DISPLAY=:$(cat "$scratch/display")
unset WAYLAND_DISPLAY XAUTHORITY

dbus-daemon --session --nofork --print-address=3 3>"$scratch/bus" 2>"$scratch/bus.log" &
pids+=($!)
for _ in $(seq 100); do
    [ -s "$scratch/bus" ] && break
    sleep 0.1
done
[ -s "$scratch/bus" ] || { cat "$scratch/bus.log" >&2; exit 1; }
export DBUS_SESSION_BUS_ADDRESS=$(cat "$scratch/bus")

export QT_ACCESSIBILITY=1 QT_LINUX_ACCESSIBILITY_ALWAYS_ON=1
/usr/libexec/at-spi-bus-launcher --launch-immediately >"$scratch/at-spi.log" 2>&1 &
pids+=($!)
openbox >"$scratch/openbox.log" 2>&1 &
pids+=($!)

# Freed at exit by nobody: caches of the font, the X and the D-Bus libraries.
export LSAN_OPTIONS=suppressions=$PWD/tests/support/leaks.supp:print_suppressions=0
export UBSAN_OPTIONS=print_stacktrace=1:halt_on_error=1

labels=(-LE long)
[ "$long" = 0 ] || labels=()
set +e
ctest --test-dir "$build" --output-on-failure -j2 "${labels[@]}" "$@"
status=$?
set -e
exit "$status"
