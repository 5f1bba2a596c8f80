#!/bin/sh
# Makes a Debian package of this version for this machine: BUILD/matbu_*.deb.
# Needs dpkg-dev; called by “make deb”. The program is compiled anew, as Debian
# compiles its packages, and with Debian's shared libraries.
set -eu
: "${BUILD:=build}" "${MAKE:=make}" "${VERSION:?}"
own=$BUILD/deb root=$BUILD/deb/root
for tool in dpkg-deb dpkg-shlibdeps dpkg-buildflags gzip; do
	command -v $tool >/dev/null || {
		echo "matbu: eksik paket / missing package: dpkg-dev (sudo apt install dpkg-dev)" >&2
		exit 1
	}
done
# Who answers for the package: as for dch and git.
name=${DEBFULLNAME:-$(git config user.name 2>/dev/null || echo matbu)}
mail=${DEBEMAIL:-$(git config user.email 2>/dev/null ||
    echo "matbu@$(hostname)")}

rm -rf "$own/root" "$own/debian"
mkdir -p "$root/DEBIAN" "$own/debian" "$root/usr/share/doc/matbu"
# Templates and the guide name the addresses of vocabularies, and an example of
# the site's own; a browser loads none of them.
install -d "$root/usr/share/lintian/overrides"
printf 'matbu: privacy-breach-generic *usr/share/%s*\n' \
    matbu/templates/page.html doc/matbu/guide/ \
    >"$root/usr/share/lintian/overrides/matbu"
export DEB_BUILD_MAINT_OPTIONS=hardening=+bindnow
make_in() {
	$MAKE -s BUILD="$own" STATIC= prefix=/usr DESTDIR="$PWD/$root" \
	    ZSH_FOLDER=zsh/vendor-completions \
	    CFLAGS="$(dpkg-buildflags --get CFLAGS) $(dpkg-buildflags --get \
	    CPPFLAGS)" LDFLAGS="$(dpkg-buildflags --get LDFLAGS)" "$@"
}
make_in -j"$(nproc)" all
make_in install-strip
strip --remove-section=.comment --remove-section=.note "$root"/usr/bin/*
find "$root/usr/share/man" -name '*.1' -exec gzip -9n {} +

# The day of the last change of the source, so that the package is the same
# whenever it is made.
day=$(git log -1 --format=%cD 2>/dev/null || date -R -r Makefile)
printf 'matbu (%s) unstable; urgency=medium\n\n  * Version %s.\n\n -- %s <%s>  %s\n' \
    "$VERSION" "$VERSION" "$name" "$mail" "$day" |
    gzip -9n >"$root/usr/share/doc/matbu/changelog.gz"
{
	printf 'Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/\n'
	printf 'Upstream-Name: matbu\n\nFiles: *\n'
	sed -n 's/^Copyright (c) /Copyright: /p' LICENSE
	printf 'License: ISC\n'
	sed -n '/^Permission/,$p' LICENSE | sed 's/^$/./; s/^/ /'
} >"$root/usr/share/doc/matbu/copyright"

printf 'Source: matbu\n\nPackage: matbu\nArchitecture: any\n' \
    >"$own/debian/control"
depends=$(cd "$own" && dpkg-shlibdeps -O root/usr/bin/* 2>/dev/null |
    sed -n 's/^shlibs:Depends=//p')
find "$root" -type d -exec chmod 755 {} +
cat >"$root/DEBIAN/control" <<CONTROL
Package: matbu
Version: $VERSION
Architecture: $(dpkg --print-architecture)
Maintainer: $name <$mail>
Installed-Size: $(du -sk "$root/usr" | cut -f1)
Depends: $depends, hyphen-en-us, fonts-noto-core, fonts-noto-mono
Recommends: fonts-symbola, qpdf, rsync, git, make, curl
Section: text
Priority: optional
Description: controlled documents from Markdown, as web pages and PDF records
 matbu makes the numbered, dated, revisioned forms and guides of an institution
 out of texts in Markdown: accessible web pages, and records for the archive
 (PDF/A-3a, PDF/UA-1) with the identity of the edition on every sheet. A
 register says which edition is in force and proves that none has changed.
CONTROL
(cd "$root" && find usr -type f -exec md5sum {} + | LC_ALL=C sort -k 2) \
    >"$root/DEBIAN/md5sums"
chmod 644 "$root"/DEBIAN/* "$root"/usr/share/doc/matbu/c* \
    "$root"/usr/share/lintian/overrides/*
deb=$BUILD/matbu_${VERSION}_$(dpkg --print-architecture).deb
SOURCE_DATE_EPOCH=$(date -d "$day" +%s) dpkg-deb --root-owner-group --build \
    "$root" "$deb" >/dev/null
echo "$deb"
