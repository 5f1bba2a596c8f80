/* SPDX-License-Identifier: ISC
 *
 * peek_title: for each file whose path is a line of the input, compares the
 * title and front matter that peek_title_read() finds with those of the whole
 * document. Prints what differs and how many titles it found.
 */
#include <stdio.h>

#include "base/arena.h"
#include "model/anchor.h"
#include "model/dom.h"
#include "model/picture.h"
#include "model/xref.h"
#include "source/peek_title.h"
#include "source/source.h"

static const struct strings none;
static size_t files, sure, differ;

static struct doc
begin(struct arena *a, const char *path)
{
	return (struct doc){ .arena = a, .path = str_of(path),
	    .stem = S("belge_20240101_0"), .pictures = &none };
}

/* What the pipeline makes of it, as run.c does. */
static str
whole_title(struct arena *a, const char *path, struct doc *doc)
{
	str title;

	*doc = begin(a, path);
	source_read(doc, FRONT_MATTER_DOCUMENT);
	anchor_make(doc);
	picture_resolve(doc);
	xref_resolve(doc);
	title = doc->title != NULL ? str_trim(dom_words(a, doc->title)) :
	    S("");
	dom_close(doc);
	return title;
}

static void
tell(const char *path, const char *what, str found, str want)
{
	printf("FAIL %s: %s “%.*s”, not “%.*s”\n", path, what, STR_FMT(found),
	    STR_FMT(want));
	differ++;
}

static void
compare(const char *path)
{
	struct arena *a = arena_new();
	struct doc peeked = begin(a, path), whole, checked = begin(a, path);
	str title, want = whole_title(a, path, &whole);

	files++;
	if (peek_title_read(&peeked, FRONT_MATTER_DOCUMENT, &title)) {
		sure++;
		/* Of a text that is too deep the whole reading finds none. */
		if (!str_eq(title, want) && (want.len != 0 || !whole.unread))
			tell(path, "title", title, want);
	}
	if (!str_eq(peeked.front_matter.summary.text, whole.front_matter.summary.text) ||
	    peeked.front_matter.review_months != whole.front_matter.review_months ||
	    date_cmp(peeked.front_matter.review_date, whole.front_matter.review_date) != 0)
		tell(path, "front matter", peeked.front_matter.summary.text,
		    whole.front_matter.summary.text);
	if (peek_title_exists(&checked) && want.len == 0 && !whole.unread)
		tell(path, "a title", S("there"), S("missing"));
	arena_free(a);
}

int
main(void)
{
	char path[4096];

	dom_start();
	while (fgets(path, sizeof(path), stdin) != NULL) {
		path[strcspn(path, "\n")] = '\0';
		compare(path);
	}
	dom_stop();
	printf("%zu documents, sure of %zu, differ %zu\n", files, sure,
	    differ);
	return differ != 0;
}
