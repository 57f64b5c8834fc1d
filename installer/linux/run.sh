#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing, builds Joinery, and opens it on a copy of the sample project. Without a display it does the
# same job on the command line and says what it does.
set -euo pipefail
cd "$(dirname "$0")/../.."

export LC_ALL=${LC_ALL:-C.UTF-8}
bash installer/linux/packages.sh build
cmake --preset release
cmake --build --preset release

sample=$PWD/build/bookshop
if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    [ -e "$sample" ] || build/release/bin/joinery-cli init "$sample" --sample
    exec build/release/bin/joinery "$sample"
fi

cli=$PWD/build/release/bin/joinery-cli
rm -rf "$sample"
unset JOINERY_URL

say() { printf '\n\033[1m%s\033[0m\n' "$1"; }
# Shows the command as it can be typed again.
run() {
    local argument line='$ joinery-cli'
    for argument; do
        [[ $argument == *[!A-Za-z0-9_./:=-]* ]] && argument="\"$argument\""
        line+=" $argument"
    done
    printf '%s\n' "$line"
    "$cli" "$@"
}

say "There is no display, so this is the main job on the command line."
say "1. A copy of the sample project, a small bookshop with its SQLite database"
run init "$sample" --sample
cd "$sample"
say "2. What is in the database"
run inspect --format tree
say "3. The life of its schema, and where the database stands"
run history
run current
say "4. What the next revision does, in words and in the SQL of PostgreSQL"
run show head
run show head --sql postgresql
say "5. The database moves up to it; every row stays"
run query "SELECT count(*) AS customers FROM customer"
run upgrade
run query "SELECT count(*) AS customers FROM customer"
run check
say "6. A query"
run query "SELECT title, price FROM book ORDER BY price DESC LIMIT 5"
say "7. The diagram of the models"
run render bookshop.svg
say "8. And back again"
run downgrade -1 --allow-destructive
run current
say "Everything is in $sample. Set DISPLAY and run this again to see it in the window."
