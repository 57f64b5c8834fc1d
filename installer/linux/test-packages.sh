#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs the packages in a clean Debian, starts both programs, removes the packages, and looks for what they left.
# Needs root and debootstrap.
#   installer/linux/test-packages.sh [FOLDER OF PACKAGES] [A CLEAN ROOT THAT IS THERE]
set -euo pipefail
cd "$(dirname "$0")/../.."

packages=$(cd "${1:-build/release/packages}" && pwd)
if [ "$(id -u)" -ne 0 ]; then
    echo "This needs root: it makes a Debian of its own and enters it." >&2
    exit 2
fi
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
root=${2:-$scratch/root}
if [ ! -d "$root" ]; then
    debootstrap --variant=minbase bookworm "$root" http://deb.debian.org/debian
fi

inside() { chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/tmp/home LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"; }

rm -rf "$root/tmp/packages" "$root/tmp/home"
mkdir -p "$root/tmp/packages" "$root/tmp/home"
cp "$packages"/*.deb "$root/tmp/packages/"
inside apt-get -q update
inside sh -c 'apt-get -q install -y --no-install-recommends /tmp/packages/*.deb'
names=$(for file in "$packages"/*.deb; do dpkg-deb -f "$file" Package; done)
inside dpkg -L $names >"$scratch/files"

echo "--- joinery-cli"
inside joinery-cli --version
inside joinery-cli --url sqlite:// query "SELECT 'it starts' AS answer"
inside joinery-cli init /tmp/home/bookshop --sample
inside joinery-cli -C /tmp/home/bookshop upgrade
inside joinery-cli -C /tmp/home/bookshop render /tmp/home/bookshop.svg
grep -q "author" "$root/tmp/home/bookshop.svg"
if [ -x "$root/usr/bin/joinery" ]; then
    echo "--- joinery"
    inside joinery --version
    # It stays open until it is ended: 124 is timeout's word for that.
    status=0
    inside timeout 5 env QT_QPA_PLATFORM=offscreen XDG_RUNTIME_DIR=/tmp/home joinery /tmp/home/bookshop || status=$?
    [ "$status" = 124 ] || { echo "joinery ended with $status" >&2; exit 1; }
fi

inside apt-get -q purge -y $names
left=0
while read -r file; do
    # Folders are shared with other packages; a file or link must be gone.
    if [ -L "$root$file" ] || [ -f "$root$file" ]; then
        echo "left behind: $file" >&2
        left=1
    fi
done <"$scratch/files"
[ "$left" = 0 ] && echo "The packages install, start, and leave nothing."
exit "$left"
