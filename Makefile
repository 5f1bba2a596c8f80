# matbu: GNU make. `make help` tells the targets.
.SUFFIXES:
.DEFAULT_GOAL := all
MAKEFLAGS += --no-builtin-rules

VERSION  := 1.3
PREFIX   ?= /usr/local
prefix   ?= $(PREFIX)
exec_prefix ?= $(prefix)
bindir   ?= $(exec_prefix)/bin
datadir  ?= $(prefix)/share
mandir   ?= $(datadir)/man
docdir   ?= $(datadir)/doc/matbu
CC       ?= cc
ifeq ($(origin CC),default)
CC       := gcc
endif
CFLAGS   ?= -O2 -g
WARNINGS := -Wall -Wextra -Wshadow -Wconversion -Wmissing-prototypes -Wvla \
            -Wformat=2 -Wstrict-prototypes -Wpointer-arith -Werror=switch
BUILD    ?= build
LDLIBS   := -lnettle -lharfbuzz -lharfbuzz-subset -lpng -lqrencode -lhyphen \
            -lz -lm -lpthread
# These come from their archives where all have one: libxml2 alone would load
# ICU and libstdc++, which takes longer than setting a sheet. STATIC= links
# the shared ones.
ARCHIVES := cmark xml2 yaml deflate utf8proc minizip
CPPFLAGS += -Isrc -D_GNU_SOURCE -DMATBU_VERSION='"$(VERSION)"' \
            -DMATBU_SHARE='"$(datadir)/matbu"' \
            -I/usr/include/libxml2 -I/usr/include/harfbuzz

# Header that proves a package is there: its Debian name.
NEEDS    := cmark.h:libcmark-dev libxml/tree.h:libxml2-dev yaml.h:libyaml-dev \
            nettle/sha2.h:nettle-dev hb-subset.h:libharfbuzz-dev \
            libdeflate.h:libdeflate-dev zlib.h:zlib1g-dev png.h:libpng-dev \
            qrencode.h:libqrencode-dev hyphen.h:libhyphen-dev \
            utf8proc.h:libutf8proc-dev minizip/unzip.h:libminizip-dev \
            microhttpd.h:libmicrohttpd-dev

# One line a file; V=1 shows whole commands, -s nothing.
QUIET    := $(if $(V),,@)
SILENT    = $(findstring s,$(filter-out -%,$(firstword $(MAKEFLAGS))))
SAY       = $(if $(V)$(SILENT),:,echo)

# Packages may be installed by this very command, and what is linked depends on
# them: make runs this rule first, then reads the Makefile again.
SETUPS   := $(filter setup setup-test setup-bench,$(MAKECMDGOALS))
ifneq ($(filter-out $(SETUPS) clean help uninstall,$(or $(MAKECMDGOALS),all)),)
include $(BUILD)/packages.mk
endif
ifeq ($(MAKE_RESTARTS),)
$(BUILD)/packages.mk: $(SETUPS)
endif

# One line for each missing package, not a compiler's page of errors.
$(BUILD)/packages.mk: Makefile
	@mkdir -p $(@D)
	@command -v $(CC) >/dev/null || { echo "matbu: eksik paket / \
	missing package: gcc libc6-dev (make setup)" >&2; exit 1; }
	@for n in $(NEEDS); do \
	  echo "#include <$${n%%:*}>" | $(CC) $(CPPFLAGS) -E -x c - \
	    >/dev/null 2>&1 || { echo "matbu: eksik paket / missing package: \
	$${n#*:} (make setup)" >&2; exit 1; }; done
	@static=yes; for a in $(ARCHIVES) lzma; do \
	  case $$($(CC) -print-file-name=lib$$a.a) in /*) ;; *) static= ;; \
	  esac; done; echo "STATIC ?= $$static" >$@

SRCS     := $(wildcard src/*.c src/*/*.c)
ifeq ($(STATIC),)
SRCS     := $(filter-out src/model/dom_icu.c,$(SRCS))
LDLIBS   := $(ARCHIVES:%=-l%) $(LDLIBS)
else
LDLIBS   := $(ARCHIVES:%=-l:lib%.a) -l:liblzma.a $(LDLIBS)
endif
# The preview is a program of its own: its library loads ten others, which
# would slow the start of every command.
SERVER   := src/cli/server.c $(wildcard src/serve/*.c)
SRCS     := $(filter-out $(SERVER),$(SRCS))
OBJS     := $(SRCS:%.c=$(BUILD)/%.o)
SERVED   := $(SERVER:%.c=$(BUILD)/%.o)
MATBU    := $(BUILD)/matbu
SERVE    := $(BUILD)/matbu-serve

.PHONY: all docs setup clean help install uninstall FORCE
all: $(MATBU) $(SERVE)

## docs: builds matbu, then out/ from content/
docs: $(MATBU) $(SERVE)
	@$(MATBU) build

## guide: builds matbu, then $(BUILD)/guide/ from src/guide/content
.PHONY: guide guide-pictures guide-release
GUIDE    := $(BUILD)/guide
guide: $(MATBU)
	@$(MATBU) build -q --content src/guide/content --templates templates \
	  --out $(GUIDE)
## guide-pictures, guide-release: for who changes the guide (src/CONTRIBUTING.md)
guide-pictures: $(MATBU) $(SERVE)
	@MATBU=$(abspath $(MATBU)) sh src/guide/pictures.sh tr en
guide-release: $(MATBU)
	@MATBU=$(abspath $(MATBU)) sh src/guide/release.sh

## publish: DEST=folder or DEST=user@host:path; make docs, then sends it there
.PHONY: publish publish-dest
publish: publish-dest docs
	@$(MATBU) publish "$(DEST)"
publish-dest:
	@test -n "$(DEST)" || { echo "matbu: hedefi verin / name the \
	destination: make publish DEST=/srv/www/dokuman" >&2; exit 2; }

## setup: installs what the build needs (Debian; sudo when not root)
setup:
	@tests/setup.sh build

## setup-test, setup-bench: installs what the tests (the benchmark) need
.PHONY: setup-test setup-bench
setup-test: setup
	@tests/setup.sh test
setup-bench: setup
	@tests/setup.sh bench

$(OBJS) $(SERVED): Makefile
$(BUILD)/%.o: %.c
	@mkdir -p $(@D)
	@$(SAY) CC $<
	$(QUIET)$(CC) -std=c11 -ffp-contract=off $(CPPFLAGS) $(WARNINGS) $(CFLAGS) -MMD \
	  -MP -c -o $@ $<

$(MATBU): $(OBJS) $(BUILD)/packages.mk
	@$(SAY) LD $@
	$(QUIET)$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $(OBJS) $(LDLIBS)

$(SERVE): $(OBJS) $(SERVED) $(BUILD)/packages.mk
	@$(SAY) LD $@
	$(QUIET)$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $(filter-out %/main.o,$(OBJS)) \
	  $(SERVED) $(LDLIBS) -lmicrohttpd

-include $(OBJS:.o=.d) $(SERVED:.o=.d)

include tests/tests.mk

# Where the shell $$s looks for its file below $(datadir).
SHELLS     := bash zsh fish
ZSH_FOLDER ?= zsh/site-functions
COMPLETION := case $$s in \
  bash) echo bash-completion/completions/matbu ;; \
  zsh) echo $(ZSH_FOLDER)/_matbu ;; \
  fish) echo fish/vendor_completions.d/matbu.fish ;; esac
$(BUILD)/completion.%: $(MATBU)
	$(QUIET)$(MATBU) --completion $* >$@.new && mv $@.new $@

## install, install-strip, uninstall: prefix ($(prefix)) and DESTDIR are honoured
.PHONY: install-strip installdirs
install: $(MATBU) $(SERVE) $(SHELLS:%=$(BUILD)/completion.%) guide installdirs
	install -m 755 $(MATBU) $(SERVE) $(DESTDIR)$(bindir)
	install -m 644 src/matbu.1 $(DESTDIR)$(mandir)/man1/matbu.1
	install -m 644 src/matbu.tr.1 $(DESTDIR)$(mandir)/tr/man1/matbu.1
	for d in man1 tr/man1; do echo .so man1/matbu.1 \
	  >"$(DESTDIR)$(mandir)/$$d/matbu-serve.1"; done
	install -m 644 templates/* $(DESTDIR)$(datadir)/matbu/templates
	(cd $(GUIDE) && find * -type f ! -name '.*') | while read -r f; do \
	  install -D -m 644 "$(GUIDE)/$$f" "$(DESTDIR)$(docdir)/guide/$$f"; done
	for s in $(SHELLS); do install -m 644 $(BUILD)/completion.$$s \
	  "$(DESTDIR)$(datadir)/$$($(COMPLETION))"; done
install-strip:
	$(MAKE) install
	strip $(DESTDIR)$(bindir)/matbu $(DESTDIR)$(bindir)/matbu-serve
installdirs:
	install -d $(DESTDIR)$(bindir) $(DESTDIR)$(mandir)/man1 \
	  $(DESTDIR)$(mandir)/tr/man1 $(DESTDIR)$(datadir)/matbu/templates
	for s in $(SHELLS); do install -d \
	  "$$(dirname "$(DESTDIR)$(datadir)/$$($(COMPLETION))")"; done
uninstall:
	rm -f $(DESTDIR)$(bindir)/matbu $(DESTDIR)$(bindir)/matbu-serve \
	  $(DESTDIR)$(mandir)/man1/matbu.1 \
	  $(DESTDIR)$(mandir)/tr/man1/matbu.1 \
	  $(DESTDIR)$(mandir)/man1/matbu-serve.1 \
	  $(DESTDIR)$(mandir)/tr/man1/matbu-serve.1
	for s in $(SHELLS); do \
	  rm -f "$(DESTDIR)$(datadir)/$$($(COMPLETION))"; done
	rm -rf $(DESTDIR)$(datadir)/matbu $(DESTDIR)$(docdir)/guide

## deb: a package for this Debian, in $(BUILD)/; sudo apt install ./build/matbu_*.deb
.PHONY: deb
deb:
	@BUILD="$(BUILD)" VERSION="$(VERSION)" MAKE="$(MAKE)" sh tests/deb.sh

## clean: removes what was compiled and what matbu made in out/
.PHONY: distclean
distclean: clean
clean:
	rm -rf $(BUILD) build-*
	@if [ -f out/.matbu ]; then \
	  (cd out && xargs -d '\n' rm -f -- <.matbu && \
	  rm -f .matbu .matbu.lock .state && \
	  find . -mindepth 1 -type d -empty -delete); fi

## help: this list
help:
	@sed -n 's/^## //p' Makefile tests/tests.mk
