# Tests and tools: part of the Makefile. A suite is a file of tests/suites.

SUITES := $(patsubst tests/suites/%.sh,%,$(wildcard tests/suites/*.sh))

.PHONY: test lint format fuzz bench pictures $(SUITES:%=test-%)

# A suite that needs a build of its own calls make for it.
export BUILD
run_suites = MATBU=$(abspath $(MATBU)) MAKEFLAGS= MFLAGS= sh tests/run.sh

## test: builds, then runs every suite (make setup-test brings what they need)
test: $(MATBU) $(SERVE)
	@$(run_suites)
## test-NAME: builds, then runs the suite tests/suites/NAME.sh
$(SUITES:%=test-%): test-%: $(MATBU) $(SERVE)
	@$(run_suites) $*

## test-long: 100 sequences of 1,000 random commands
.PHONY: test-long
test-long: $(MATBU)
	@SEEDS=100 $(run_suites) random

## test-mutations: one-line faults, each of which a suite must report (long)
.PHONY: test-mutations
test-mutations: $(MATBU)
	@python3 tests/mutations/mutations.py $(NAMES)

# Builds with instruments, each in a folder of its own beside $(BUILD).
SANITIZE := -fsanitize=address,undefined -fno-sanitize-recover=all
COVERAGE := -fprofile-instr-generate -fcoverage-mapping
FUZZERS  := fuzz_source fuzz_tree fuzz_picture fuzz_record fuzz_state \
            fuzz_office fuzz_answers fuzz_import fuzz_page fuzz_gate
PROGRAMS := $(patsubst %.c,%,$(wildcard tests/unit/*.c tests/pdf/*.c \
            tests/peek_title/*.c))
INSTRUMENTED := $(BUILD)-asan/matbu $(BUILD)-asan/matbu-serve \
            $(BUILD)-asan/alloc/matbu $(PROGRAMS:%=$(BUILD)-asan/%) \
            $(BUILD)-tsan/matbu $(FUZZERS:%=$(BUILD)-fuzz/%)

$(BUILD)-asan/%: HOW = BUILD=$(BUILD)-asan CC=clang \
            CFLAGS="-O1 -g $(SANITIZE)"
$(BUILD)-tsan/%: HOW = BUILD=$(BUILD)-tsan CC=clang \
            CFLAGS="-O1 -g -fsanitize=thread"
$(BUILD)-fuzz/%: HOW = BUILD=$(BUILD)-fuzz CC=clang \
            CFLAGS="-O1 -g -fsanitize=fuzzer-no-link $(SANITIZE)" \
            COVERED="$(COVERAGE)"
# Only of these files does the suite say what was reached.
$(BUILD)/src/source/%.o: override CFLAGS += $(COVERED)

# Whether one is up to date, the make inside it knows.
$(INSTRUMENTED): FORCE
	+@$(MAKE) --no-print-directory $(HOW) $@

# The program, where allocation number FAIL_ALLOC fails: of the same objects,
# and base/mem.c compiled for it. Made in a build with sanitizers, too:
# build-asan/alloc/matbu.
$(BUILD)/alloc/mem.o: src/base/mem.c Makefile
	@mkdir -p $(@D)
	@$(SAY) CC $<
	$(QUIET)$(CC) -std=c11 $(CPPFLAGS) $(WARNINGS) $(CFLAGS) -DFAIL_ALLOC \
	  -MMD -MP -c -o $@ $<
$(BUILD)/alloc/matbu: $(BUILD)/alloc/mem.o $(OBJS)
	@$(SAY) LD $@
	$(QUIET)$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $(BUILD)/alloc/mem.o \
	  $(filter-out %/base/mem.o,$(OBJS)) $(LDLIBS)
-include $(BUILD)/alloc/mem.d

# Programs that call functions of src/ directly; one of them shows that pdf/
# needs no document.
CALLED   := $(filter-out %/main.o,$(OBJS))
ALONE    := tests/pdf/two_pages
$(patsubst %,$(BUILD)/%,$(filter-out $(ALONE),$(PROGRAMS))): $(BUILD)/%: \
            $(BUILD)/%.o $(CALLED)
	@$(SAY) LD $@
	$(QUIET)$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(LDLIBS)
$(ALONE:%=$(BUILD)/%): $(BUILD)/%: $(BUILD)/%.o $(filter $(addprefix \
            $(BUILD)/src/,base/% image/% font/% pdf/%),$(OBJS))
	@$(SAY) LD $@
	$(QUIET)$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(LDLIBS)
-include $(PROGRAMS:%=$(BUILD)/%.d)

# Of src/ only what a reader and the PDF press need.
READER   := $(filter $(addprefix $(BUILD)/src/, \
            base/% image/% office/% font/% model/% source/% html/% \
            pdf/% style/% layout/% print/%),$(OBJS))
# State files belong to register/ and publish/.
$(BUILD)/fuzz_state $(BUILD)/fuzz_answers $(BUILD)/fuzz_import $(BUILD)/fuzz_page: $(CALLED)
$(BUILD)/fuzz_gate: $(BUILD)/src/serve/gate.o
$(FUZZERS:%=$(BUILD)/%): $(BUILD)/%: $(BUILD)/tests/fuzz/%.o $(READER)
	@$(SAY) LD $@
	$(QUIET)$(CC) $(CFLAGS) $(COVERED) -fsanitize=fuzzer $(LDFLAGS) -o $@ $^ \
	  $(LDLIBS)
-include $(FUZZERS:%=$(BUILD)/tests/fuzz/%.d)

## fuzz: feeds the source reader for SECONDS (600) and tells what it reached
SECONDS ?= 600
fuzz:
	@FUZZ_SECONDS=$(SECONDS) MAKEFLAGS= MFLAGS= sh tests/suites/fuzz.sh

## bench: ratios beside the peers (make setup-bench brings them)
bench: $(MATBU)
	@MATBU=$(MATBU) tests/bench/bench.sh

## pictures: takes the screenshots of the sample document anew
pictures:
	@tests/pictures/shoot.sh

## lint: cppcheck, clang-tidy, banned calls and names of symbols in src/
lint: $(MATBU) $(SERVE)
	@sh tests/lint.sh

## format: sets the lines of src/ that differ from HEAD by .clang-format
format:
	git clang-format --extensions c,h HEAD -- src
