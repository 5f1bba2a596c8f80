#!/bin/sh
# setup.sh build|test|bench: installs what building (testing, measuring) needs
# on Debian 12 and 13. Does nothing, and asks for no password, when all is there.
set -eu
cd "$(dirname "$0")/.."

# A package, or PACKAGE:COMMAND where another package may bring the command.
build='gcc libc6-dev make libcmark-dev libxml2-dev libyaml-dev nettle-dev
libharfbuzz-dev libdeflate-dev zlib1g-dev liblzma-dev libpng-dev
libqrencode-dev libhyphen-dev libutf8proc-dev libminizip-dev libmicrohttpd-dev
hyphen-en-us fonts-noto-core fonts-noto-mono
fonts-symbola qpdf curl'
test='clang clang-tidy clang-format cppcheck libclang-rt-dev llvm
libxml2-utils locales nodejs:node npm:npm chromium firefox-esr
default-jdk-headless:javac maven:mvn poppler-utils qpdf mandoc python3 python3-venv
libnss3-tools:certutil cmark
nginx-light openssh-server rsync rclone strace dpkg-dev lintian man-db zsh fish'
bench='hyperfine lowdown hugo:hugo npm:npm cmark time python3 python3-pil python3-venv
weasyprint groff mupdf-tools poppler-utils qpdf rsync pandoc texlive-luatex
texlive-latex-recommended texlive-lang-european lmodern'
typst=0.15.1		# cargo's typst-cli
typst_python=0.15.2	# the same Typst as a library of Python
pagefind=1.4.0		# makes a search index, for the bench
pyhanko=0.38.0		# signs records for the suite “evidence”
# Fill in records for the suite “answers”, as viewers and programs do.
fillers='pypdfium2==5.15.2 pikepdf==10.18.0 pypdf==7.1.1'
python_docx=1.2.0	# writes Word files for the suite “import”
moto='moto[server]==5.2.1'	# a server of S3 for the suite “rclone”
locales='tr_TR fr_FR'

as_root() {
	if [ "$(id -u)" -eq 0 ]; then
		"$@"
	elif command -v sudo >/dev/null; then
		sudo "$@"
	else
		echo "setup: not root, and sudo is not here: $*" >&2
		exit 3
	fi
}

is_there() {
	case $1 in
	*:*) command -v "${1#*:}" >/dev/null ;;
	*) dpkg-query -W -f '${Status}' "$1" 2>/dev/null |
	    grep -q '^install ok installed' ;;
	esac
}

install_packages() {
	missing=
	for package; do
		is_there "$package" || missing="$missing ${package%%:*}"
	done
	[ -n "$missing" ] || return 0
	if ! command -v apt-get >/dev/null; then
		echo "setup: no apt-get here; install these:$missing" >&2
		exit 3
	fi
	echo "setup: installs$missing"
	as_root apt-get -q update
	# shellcheck disable=SC2086 # a list of words
	as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -y \
	    --no-install-recommends install $missing
}

make_locales() {
	there=$(locale -a)
	for name in $locales; do
		echo "$there" | grep -qix "$name\.utf-\{0,1\}8" ||
		    as_root localedef -i "$name" -f UTF-8 "$name.UTF-8"
	done
}

# veraPDF and the small program that asks it, for the suite “conformance”.
install_judge() {
	sum=$(cat tests/conformance/pom.xml tests/conformance/src/*.java |
	    sha256sum)
	[ "$(cat build/conformance/.made 2>/dev/null)" != "$sum" ] || return 0
	mvn -q -B -f tests/conformance/pom.xml package
	echo "$sum" >build/conformance/.made
}

# Typst, which Debian has not, as a program and as a library, for the bench.
# The program takes a quarter of an hour to compile.
install_typst() {
	if [ ! -x build/peers/bin/typst ] && ! command -v typst >/dev/null; then
		if command -v cargo >/dev/null; then
			cargo install --locked "typst-cli@$typst" \
			    --root build/peers
		else
			echo 'setup: no cargo here; the bench leaves out Typst'
		fi
	fi
	install_python build/peers/python "typst==$typst_python"
}

# install_python FOLDER PACKAGE==VERSION…: libraries of Python with a Python of
# its own.
install_python() {
	folder=$1
	shift
	[ "$(cat "$folder/.made" 2>/dev/null)" != "$*" ] || return 0
	/usr/bin/python3 -m venv "$folder"
	"$folder/bin/pip" install -q "$@"
	echo "$*" >"$folder/.made"
}

# What npm made of this lock file is there already.
install_modules() {
	sum=$(sha256sum <tests/web/package-lock.json)
	if [ -d tests/web/node_modules ] &&
	    [ "$(cat build/.setup-test 2>/dev/null)" = "$sum" ]; then
		return
	fi
	(cd tests/web && npm ci --ignore-scripts --omit=optional)
	mkdir -p build
	echo "$sum" >build/.setup-test
}

# shellcheck disable=SC2086 # lists of words
case ${1-} in
build)
	install_packages $build
	;;
test)
	install_packages $build $test
	make_locales
	install_judge
	install_python build/pyhanko "pyhanko==$pyhanko"
	install_python build/fillers $fillers
	install_python build/office "python-docx==$python_docx"
	install_python build/s3 "$moto"
	install_modules
	;;
bench)
	install_packages $build $bench
	install_typst
	npm install --silent --prefix build/peers "pagefind@$pagefind"
	;;
*)
	echo "usage: tests/setup.sh build|test|bench" >&2
	exit 2
	;;
esac
