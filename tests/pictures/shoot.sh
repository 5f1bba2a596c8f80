#!/bin/sh
# Draws the pictures of the help page imapsmtp_20190115_1: takes each page that
# lies beside this script in headless Chromium, at two device pixels for one CSS
# pixel, and writes it as a PNG beside the document.
#
# Needs the Debian packages chromium, fontconfig, fonts-noto-core and netpbm.
# CHROMIUM names another Chromium.  Nothing is fetched from the network.
#
# A written file holds the picture and nothing else: 8 bits a sample, no alpha,
# not interlaced, no date or other text, at most 200 000 bytes.  Run twice on
# one machine it writes the same bytes.
set -eu
LC_ALL=C
export LC_ALL

here=$(cd "$(dirname "$0")" && pwd)
out=$here/../../content/frm/bim/e-posta/imapsmtp_20190115_1
chromium=${CHROMIUM:-chromium}

for tool in "$chromium" fc-list pngtopam pamdepth pnmtopng; do
  command -v "$tool" >/dev/null || { echo "shoot.sh: $tool is not installed" >&2; exit 1; }
done
# Another face would be taken silently, and every line would end elsewhere.
[ -n "$(fc-list 'Noto Sans')" ] || { echo "shoot.sh: the face Noto Sans is not installed" >&2; exit 1; }

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM

# Chromium keeps its sandbox from root.
sandbox=
[ "$(id -u)" -ne 0 ] || sandbox=--no-sandbox

# bytes FILE FIRST COUNT: that many bytes of the file, in hexadecimal.
bytes() {
  od -An -v -tx1 -j "$2" -N "$3" "$1" | tr -d ' \n'
}

# shoot NAME WIDTH HEIGHT: the page NAME.html, so many CSS pixels of it.
shoot() {
  timeout 120 "$chromium" --headless $sandbox --disable-gpu --disable-quic --no-first-run \
    --disable-background-networking --disable-component-update --disable-sync \
    --hide-scrollbars --disable-lcd-text --font-render-hinting=none \
    --force-color-profile=srgb --force-device-scale-factor=2 \
    --user-data-dir="$work/profile-$1" --window-size="$2,$3" \
    --screenshot="$work/$1.shot.png" "file://$here/$1.html" >"$work/$1.log" 2>&1 || {
      cat "$work/$1.log" >&2; echo "shoot.sh: $1.html was not drawn" >&2; exit 1; }

  # pngtopam leaves an alpha channel and every note behind.  Where letters fade
  # into the paper 52 levels are plenty, and leave so few colours that pnmtopng
  # writes a palette, less than half the size.
  pngtopam "$work/$1.shot.png" >"$work/$1.all.pnm"
  pamdepth 51 "$work/$1.all.pnm" >"$work/$1.51.pnm"
  pamdepth 255 "$work/$1.51.pnm" >"$work/$1.pnm"
  pnmtopng -quiet -compression=9 "$work/$1.pnm" >"$work/$1.png"

  # Width, height, 8 bits, grey (0), RGB (2) or palette (3), not interlaced.
  size=$(printf '%08x%08x' $(($2 * 2)) $(($3 * 2)))
  case $(bytes "$work/$1.png" 16 13) in
  "${size}0800000000" | "${size}0802000000" | "${size}0803000000") ;;
  *) echo "shoot.sh: $1.png is not of the size or kind it should be" >&2; exit 1 ;;
  esac
  length=$(wc -c <"$work/$1.png")
  [ "$length" -le 200000 ] || { echo "shoot.sh: $1.png has $length bytes" >&2; exit 1; }
}

shoot ayarlar 840 520
shoot imap 840 520
shoot cark 40 40

mkdir -p "$out"
for name in ayarlar imap cark; do
  cat "$work/$name.png" >"$out/$name.png"
done
