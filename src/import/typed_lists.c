/* SPDX-License-Identifier: ISC */
#include "import/typed_lists.h"

#include "base/arena.h"
#include "import/writer.h"
#include "model/article.h"
#include "source/list_marker.h"

/* A marker that was typed. */
struct typed {
	str			label;		/* “a)”, “1.”; a bullet: “-” */
	bool			bullet;
	size_t			len;		/* with what is before it */
	struct list_reading	reading;	/* of what has numbers */
};

/* --- Reading */

static size_t
blanks_at(str s, size_t i)
{
	size_t n = i;

	while (n < s.len && (char_is_space(s.p[n]) || str_starts(str_from(s,
	    n), S("\u00A0"))))
		n += char_is_space(s.p[n]) ? 1 : 2;
	return n - i;
}

static bool
read_bullet(str s, struct typed *t)
{
	static const char *const signs[] = { "•", "·", "▪", "■", "◦", "○", "➢",
		"●", "‣", "", "", "-", "–", "—", "*", "✓" };
	size_t i, n;

	for (i = 0; i < sizeof(signs) / sizeof(*signs); i++) {
		n = str_of(signs[i]).len;
		if (!str_starts(s, str_of(signs[i])) ||
		    blanks_at(s, n) == 0 || n + blanks_at(s, n) == s.len)
			continue;
		*t = (struct typed){ .label = S("-"), .bullet = true,
		    .len = n };
		return true;
	}
	return false;
}

/* “12.” and “12)”: list_marker.h leaves them to CommonMark. */
static bool
read_number(str s, struct typed *t)
{
	size_t n, value = 0;

	for (n = 0; n < s.len && n < 3 && char_is_digit(s.p[n]); n++)
		value = value * 10 + (size_t)(s.p[n] - '0');
	if (n == 0 || n >= s.len || (s.p[n] != '.' && s.p[n] != ')') ||
	    blanks_at(s, n + 1) == 0 || n + 1 + blanks_at(s, n + 1) == s.len)
		return false;
	*t = (struct typed){ .label = str_upto(s, n + 1),
	    .len = n + 1, .reading = { s.p[n] == '.' ? LIST_FAMILIES :
	    LIST_FAMILIES + 1, (unsigned)value } };
	return true;
}

static bool
read_marker(str s, struct typed *t)
{
	struct list_marker m;

	if (!list_marker_read(s, &m))
		return false;
	*t = (struct typed){ .label = m.label, .len = m.label.len,
	    .reading = m.may[m.num - 1] };
	return true;
}

static bool
read_typed(struct arena *a, const struct block *b, struct typed *t)
{
	str s;

	if (b == NULL || b->kind != IS_PARAGRAPH || b->runs.first == NULL ||
	    b->runs.first->kind != RUN_TEXT || b->align != PLACE_LEFT)
		return false;
	s = blocks_words(a, &b->runs);
	return read_bullet(s, t) || read_number(s, t) || read_marker(s, t);
}

static bool
follows(const struct typed *a, const struct typed *b)
{
	if (a->bullet || b->bullet)
		return a->bullet && b->bullet;
	if (a->reading.family != b->reading.family)
		return false;
	return a->reading.family >= LIST_FAMILIES ?
	    a->reading.ordinal + 1 == b->reading.ordinal :
	    list_marker_follows(a->reading.family, a->reading.ordinal,
	    b->reading.ordinal);
}

/* --- Changing */

static void
set_item(struct arena *a, struct block *b, const struct typed *t,
    struct losses *losses)
{
	str s = blocks_words(a, &b->runs);
	size_t outer = b->runs.first->text.len - str_from(b->runs.first->text,
	    blanks_at(b->runs.first->text, 0)).len;

	b->kind = IS_ITEM;
	b->label = str_copy(a, t->label);
	b->bullet = t->bullet;
	if (!t->bullet)
		losses_moved(losses, t->label);
	blocks_skip(&b->runs, outer + t->len + blanks_at(s, t->len));
}

static struct block *
next_text(const struct block *b)
{
	for (b = b->next; b != NULL && b->kind == IS_PARAGRAPH &&
	    blocks_are_blank(&b->runs); b = b->next)
		;
	return (struct block *)(uintptr_t)b;
}

/* The last marker of each family since a heading or an article, as the dialect
 * remembers them. */
struct memory {
	struct typed	last[LIST_FAMILIES + 2];
	bool		has[LIST_FAMILIES + 2];
	bool		bullet;		/* directly above */
	bool		article;	/* the same, “Madde 4 – Amaç” */
};

static void
forget(struct memory *m)
{
	memset(m, 0, sizeof(*m));
}

static void
remember(struct memory *m, const struct typed *t)
{
	m->bullet = t->bullet;
	m->article = false;
	if (t->bullet)
		return;
	m->last[t->reading.family] = *t;
	m->has[t->reading.family] = true;
}

/* “MADDE 4 – (1) …” counts as the first of its family. */
static void
take_article(struct arena *a, struct memory *m, const struct block *b)
{
	struct article article;
	struct typed t;
	str words = b->kind == IS_PARAGRAPH ? blocks_words(a, &b->runs) :
	    S("");

	if (b->kind == IS_HEADING)
		forget(m);
	if (!article_read(a, words, &article))
		return;
	forget(m);
	words = str_from(words, article.len);
	while (words.len != 0 && (char_is_space(*words.p) ||
	    *words.p == '*'))
		words = str_from(words, 1);
	if (read_marker(words, &t))
		remember(m, &t);
	else
		m->article = true;
}

/* Below an article the first paragraph counts alone. */
static bool
succeeds(const struct memory *m, const struct typed *t)
{
	if (m->article && !t->bullet && t->reading.ordinal == 1)
		return true;
	return t->bullet ? m->bullet : m->has[t->reading.family] &&
	    follows(&m->last[t->reading.family], t);
}

/* A marker counts with another one that follows it, or behind one. Signs that
 * are nothing but bullets count alone. */
static void
find_typed(struct arena *a, struct blocks *blocks, struct losses *losses)
{
	struct memory m = { .bullet = false };
	struct typed t, next;
	struct block *b;

	for (b = blocks->first; b != NULL; b = b->next) {
		if (!read_typed(a, b, &t)) {
			m.bullet &= b->kind == IS_PARAGRAPH &&
			    blocks_are_blank(&b->runs);
			m.article &= b->kind == IS_PARAGRAPH &&
			    blocks_are_blank(&b->runs);
			take_article(a, &m, b);
			continue;
		}
		if (!succeeds(&m, &t) && !(read_typed(a, next_text(b),
		    &next) && follows(&t, &next)) && !(t.bullet &&
		    (unsigned char)*blocks_words(a, &b->runs).p >= 0x80))
			continue;
		set_item(a, b, &t, losses);
		remember(&m, &t);
	}
}

/* The marker that the item has in Markdown; empty where its text would make it
 * a mention, “(2) fıkra uyarınca”. */
static str
marker_of(struct arena *a, const struct block *b)
{
	str marker = b->bullet ? S("-") : writer_marker(a, b->label);
	struct list_marker m;

	if (marker.len == 0 || b->bullet || char_is_digit(*marker.p))
		return marker;
	return list_marker_read(str_join(a, marker, S(" "), blocks_words(a,
	    &b->runs)), &m) ? marker : S("");
}

/* Labels of Word that the dialect has not. */
static void
set_label(struct arena *a, struct block *b, struct losses *losses)
{
	struct runs all = { 0 };
	str marker = marker_of(a, b);

	if (marker.len != 0) {
		if (!b->bullet && !str_eq(marker, b->label))
			losses_add(losses, PHRASE_LOSS_MARKER, b->label,
			    str_join(a, S("¶"), str_uint(a, b->number)));
		return;
	}
	losses_added(losses, b->label);
	blocks_text(a, &all, str_join(a, b->label, S(" ")), 0, S(""));
	all.first->next = b->runs.first;
	b->runs.first = all.first;
	if (b->runs.last == NULL)
		b->runs.last = all.first;
	b->kind = IS_PARAGRAPH;
	b->label = S("");
}

/* A bullet that is a box is a box. */
static void
set_box(struct arena *a, struct block *b)
{
	static const char *const boxes[] = { "☐", "□", "❑", "❏",
		"\xEF\x82\xA8", "\xEF\x81\xAF", "\xEF\x81\xB1" };
	struct runs all = { 0 };
	size_t i;

	for (i = 0; i < sizeof(boxes) / sizeof(*boxes); i++)
		if (b->bullet && str_eq(b->label, str_of(boxes[i]))) {
			blocks_run(a, &all, RUN_BOX)->next = b->runs.first;
			b->runs.first = all.first;
			return;
		}
}

void
typed_lists_find(struct arena *a, struct blocks *blocks, struct losses *losses)
{
	struct block *b;

	for (b = blocks->first; b != NULL; b = b->next)
		if (b->kind == IS_ITEM && !blocks_are_blank(&b->runs)) {
			set_label(a, b, losses);
			set_box(a, b);
		}
	find_typed(a, blocks, losses);
}
