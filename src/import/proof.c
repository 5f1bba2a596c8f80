/* SPDX-License-Identifier: ISC */
#include "import/proof.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/compose.h"
#include "import/file_words.h"
#include "model/dom.h"
#include "source/body.h"
#include "source/source.h"
#include "source/source_text.h"

enum { TOLD = 5 };

struct list {
	str	*words;
	size_t	 num;
};

/* --- Words */

/* A letter or digit: not the signs of Unicode, not what is left to be
 * defined privately. */
static bool
is_word(uint32_t c)
{
	if (c < 0x80)
		return char_is_alnum((char)c);
	if (c < 0xC0)
		return c == 0xAA || c == 0xB2 || c == 0xB3 || c == 0xB5 ||
		    c == 0xB9 || c == 0xBA || (c >= 0xBC && c <= 0xBE);
	return c != 0xD7 && c != 0xF7 && !(c >= 0x2000 && c <= 0x206F) &&
	    !(c >= 0x2190 && c <= 0x2BFF) && !(c >= 0x3000 && c <= 0x303F) &&
	    !(c >= 0xE000 && c <= 0xF8FF) && !(c >= 0xFE00 && c <= 0xFE0F) &&
	    c < 0xFFF0;
}

static int
compare(const void *a, const void *b)
{
	return str_cmp(*(const str *)a, *(const str *)b);
}

/* The words of the text, sorted. Composed letters equal those that are not. */
static struct list
list_words(struct arena *a, str text)
{
	struct list l = { 0 };
	size_t i, len, start = 0, most = text.len / 2 + 2;
	bool inside = false, is;

	text = compose(a, text);
	l.words = arena_room(a, str, most);
	for (i = 0; i <= text.len; i += len) {
		len = 1;
		is = i < text.len && is_word(str_rune(str_from(text, i),
		    &len));
		if (is && !inside)
			start = i;
		if (!is && inside)
			l.words[l.num++] = str_upto(str_from(text, start),
			    i - start);
		inside = is;
	}
	qsort(l.words, l.num, sizeof(*l.words), compare);
	return l;
}

/* --- The Markdown */

static bool
divides(enum kind kind)
{
	return kind < KIND_TEXT || kind == KIND_SOFT_BREAK ||
	    kind == KIND_HARD_BREAK || kind == KIND_FIELD;
}

static void
put_markdown(struct reading *r, str markdown, struct sink *to)
{
	struct doc doc = { .arena = r->arena, .path = S(""),
	    .dialect = DOC_DIALECT };
	const node *n;

	if (!source_text_clean(&doc, markdown))
		return;
	body_read(&doc, front_matter_read(&doc, FRONT_MATTER_DOCUMENT));
	for (n = doc.root; n != NULL; n = dom_walk(doc.root, n))
		if (dom_kind(n) == KIND_TEXT)
			sink_put(to, dom_text(n));
		else if (divides(dom_kind(n)))
			sink_char(to, ' ');
	dom_close(&doc);
}

/* --- Both */

static void
tell(struct reading *r, enum diag id, const struct list *l)
{
	struct sink k = { 0 };
	size_t i;

	if (l->num == 0)
		return;
	for (i = 0; i < l->num && i < TOLD; i++) {
		sink_puts(&k, i != 0 ? ", “" : "“");
		sink_put(&k, l->words[i]);
		sink_puts(&k, "”");
	}
	if (l->num > TOLD)
		sink_puts(&k, " …");
	reading_fail(r, id, sink_take(&k, r->arena));
}

/* Moves what only one list has to the beginning of it. */
static void
subtract(struct list *a, struct list *b)
{
	size_t i = 0, j = 0, only_a = 0, only_b = 0;
	int c;

	while (i < a->num || j < b->num) {
		c = i == a->num ? 1 : j == b->num ? -1 :
		    str_cmp(a->words[i], b->words[j]);
		if (c < 0)
			a->words[only_a++] = a->words[i];
		if (c > 0)
			b->words[only_b++] = b->words[j];
		i += c <= 0;
		j += c >= 0;
	}
	a->num = only_a;
	b->num = only_b;
}

bool
proof_check(struct reading *r, const str *parts, size_t num, str markdown,
    bool tells)
{
	struct sink file = { 0 }, text = { 0 };
	struct list a, b;
	size_t i;

	for (i = 0; i < num; i++)
		file_words_put(r, parts[i], &file);
	put_markdown(r, markdown, &text);
	sink_char(&file, ' ');
	sink_put(&file, sink_str(&r->losses.added));
	sink_char(&text, ' ');
	sink_put(&text, sink_str(&r->losses.moved));
	a = list_words(r->arena, sink_str(&file));
	b = list_words(r->arena, sink_str(&text));
	subtract(&a, &b);
	if (tells) {
		tell(r, DIAG_IMPORT_WORDS_LOST, &a);
		tell(r, DIAG_IMPORT_WORDS_NEW, &b);
	}
	sink_free(&file);
	sink_free(&text);
	return a.num == 0 && b.num == 0;
}
