/* SPDX-License-Identifier: ISC */
#include "test.h"

#include "base/arena.h"
#include "build/input.h"
#include "model/dom.h"
#include "register/press_entry.h"

#define OLD	"matbu 1.1 c12eb8036b4ceebf"
#define NEW	OLD " dialect 1 harfbuzz 6.0.0 libpng 1.6.39"

static void
test_dialect(void)
{
	static const struct {
		const char	*press;
		unsigned	 dialect;
	} rows[] = {
		{ "–", 1 }, { OLD, 1 }, { NEW, 1 }, { "dialect 3", 3 },
		{ OLD " dialect 2", 2 },
		{ OLD " dialect 12 harfbuzz 6.0.0", 12 },
		{ OLD " harfbuzz 6.0.0 dialect 4", 4 },
		{ OLD " dialect", 1 }, { OLD " dialect x", 1 },
		{ "Word dialect", 1 }, { "", 1 },
	};
	size_t i;

	for (i = 0; i < LENGTH(rows); i++)
		check(press_entry_dialect(str_of(rows[i].press)) ==
		    rows[i].dialect, "dialect of %s", rows[i].press);
}

static void
test_compare(void)
{
	static const struct {
		const char	*press;
		enum press_entry_match match;
	} rows[] = {
		{ NEW, PRESS_ENTRY_SAME },
		{ OLD, PRESS_ENTRY_UNKNOWN },
		{ OLD " dialect 1", PRESS_ENTRY_UNKNOWN },
		{ OLD " dialect 7 libpng 1.6.39 harfbuzz 6.0.0",
		    PRESS_ENTRY_SAME },
		{ OLD " dialect 1 harfbuzz 6.0.0", PRESS_ENTRY_LIBRARIES },
		{ NEW " zlib 1.3", PRESS_ENTRY_LIBRARIES },
		{ OLD " harfbuzz 6.0.1 libpng 1.6.39", PRESS_ENTRY_LIBRARIES },
		{ "matbu 1.2 c12eb8036b4ceebf", PRESS_ENTRY_OTHER },
		{ "matbu 1.1 c12eb8036b4ceebe", PRESS_ENTRY_OTHER },
		{ "matbu 1.1", PRESS_ENTRY_OTHER },
		{ "matbu ", PRESS_ENTRY_OTHER },
	};
	size_t i;

	for (i = 0; i < LENGTH(rows); i++)
		check(press_entry_compare(str_of(rows[i].press), S(NEW)) ==
		    rows[i].match, "compare %s", rows[i].press);
}

static void
test_libraries(struct arena *a)
{
	check_str(press_entry_libraries(a, S(OLD " dialect 2 harfbuzz 5.3.1 "
	    "libpng 1.6.39 zlib 1.3"), S(NEW)),
	    S("harfbuzz 5.3.1 → 6.0.0, zlib 1.3 → –"), "libraries");
	check(press_entry_is_ours(S(OLD)) && !press_entry_is_ours(S("–")) &&
	    !press_entry_is_ours(S("dialect 2")), "ours");
}

/* The reader of an edition gets the dialect of its row. */
static unsigned
dialect_read(struct arena *a, const char *press)
{
	struct input in = { .arena = a, .collection.names = map_make(a),
	    .reg.releases = map_make(a) };
	struct edition edition = { .has_pdf = false };
	struct row row = { .event = EVENT_RELEASE };
	struct doc doc;

	in.tree.root = S("none");
	ident_read(&edition.ident, S("a/b/c/d_20240101_1"), NULL, S(""));
	if (press != NULL) {
		row.press = str_of(press);
		map_slot(&in.reg.releases, edition.ident.edition)->value =
		    &row;
	}
	doc = input_read_edition(&in, a, NULL, &edition);
	dom_close(&doc);
	return doc.dialect;
}

int
main(void)
{
	struct arena *a = arena_new();

	test_dialect();
	test_compare();
	test_libraries(a);
	check(dialect_read(a, NULL) == DOC_DIALECT, "a draft");
	check(dialect_read(a, OLD) == 1, "a release of version 1.1");
	check(dialect_read(a, OLD " dialect 7") == 7, "a later release");
	arena_free(a);
	return 0;
}
