/* SPDX-License-Identifier: ISC */
#include "model/caption.h"

#include "base/arena.h"
#include "base/sink.h"
#include "model/dom.h"

/* A longer paragraph is no caption [byte]. */
enum { CAPTION_LIMIT = 300 };

static const struct label {
	str		word;
	enum kind	kind;
} labels[] = {
	{ S("Tablo"), KIND_TABLE }, { S("TABLO"), KIND_TABLE },
	{ S("Çizelge"), KIND_TABLE }, { S("ÇİZELGE"), KIND_TABLE },
	{ S("Table"), KIND_TABLE }, { S("TABLE"), KIND_TABLE },
	{ S("Şekil"), KIND_FIGURE }, { S("ŞEKİL"), KIND_FIGURE },
	{ S("Resim"), KIND_FIGURE }, { S("RESİM"), KIND_FIGURE },
	{ S("Görsel"), KIND_FIGURE }, { S("GÖRSEL"), KIND_FIGURE },
	{ S("Grafik"), KIND_FIGURE }, { S("GRAFİK"), KIND_FIGURE },
	{ S("Figure"), KIND_FIGURE }, { S("FIGURE"), KIND_FIGURE }
};

/* --- “Tablo 2: ” */

static size_t
skip_blanks(str s, size_t i)
{
	while (i < s.len && (s.p[i] == ' ' || str_starts(str_from(s, i),
	    S("\u00A0"))))
		i += s.p[i] == ' ' ? 1 : 2;
	return i;
}

/* Skips “2”, “2.1” or “3-1”. */
static size_t
skip_number(str s, size_t i)
{
	while (i < s.len && (char_is_digit(s.p[i]) || ((s.p[i] == '.' ||
	    s.p[i] == '-') && i + 1 < s.len && char_is_digit(s.p[i + 1]))))
		i++;
	return i;
}

/* The length of the “:”, “.” or dash at byte i, or 0. */
static size_t
mark_length(str s, size_t i)
{
	str rest = str_from(s, i);

	if (str_starts(rest, S("–")) || str_starts(rest, S("—")))
		return 3;
	return rest.len > 0 && (rest.p[0] == ':' || rest.p[0] == '.' ||
	    rest.p[0] == '-') ? 1 : 0;
}

/* “Tablo 2. satırda” is a sentence. */
static bool
goes_on_small(str s, size_t i)
{
	static const char *const letters[] = { "ç", "ğ", "ı", "ö", "ş", "ü" };
	str rest = str_from(s, skip_blanks(s, i));

	for (i = 0; i < sizeof(letters) / sizeof(letters[0]); i++)
		if (str_starts(rest, str_of(letters[i])))
			return true;
	return rest.len > 0 && char_is_lower(rest.p[0]);
}

/* The length of “Tablo 2: ” at the start of s, and what it labels; 0 if there
 * is none. A label in bold or italics needs no number, or no mark. */
static size_t
label_length(str s, bool set_off, enum kind *kind)
{
	size_t i, n, from, mark;

	/* Every paragraph is tried: the first bytes of the labels. */
	if (s.len == 0 || str_find(S("TRGF\xC3\xC5"), s.p[0]) == 6)
		return 0;
	for (i = 0; i < sizeof(labels) / sizeof(labels[0]); i++)
		if (str_starts(s, labels[i].word))
			break;
	if (i == sizeof(labels) / sizeof(labels[0]))
		return 0;
	*kind = labels[i].kind;
	from = skip_blanks(s, labels[i].word.len);
	if (from + 1 < s.len && s.p[from] == '-' &&
	    char_is_digit(s.p[from + 1]))
		from++;
	n = skip_number(s, from);
	if (n == from && !(set_off && str_starts(str_from(s, n), S(":"))))
		return 0;
	from = skip_blanks(s, n);
	mark = mark_length(s, from);
	if (mark == 0)
		return set_off && from == s.len ? from : 0;
	if (s.p[from] == '.' && goes_on_small(s, from + mark))
		return 0;
	return skip_blanks(s, from + mark);
}

/* --- Captions */

struct typed {
	const node	*object;	/* the table, figure or picture */
	enum kind	 kind;		/* table or figure */
	size_t		 label;		/* its length in the first text */
};

/* The text with which the inline begins, or NULL. */
static const node *
first_text(const node *n, bool *set_off)
{
	*set_off = false;
	while (n != NULL && (dom_kind(n) == KIND_STRONG || dom_kind(n) ==
	    KIND_EMPHASIS)) {
		*set_off = true;
		n = dom_first(n);
	}
	return n != NULL && dom_kind(n) == KIND_TEXT ? n : NULL;
}

static bool
is_break(const node *n)
{
	return n != NULL && (dom_kind(n) == KIND_SOFT_BREAK || dom_kind(n) ==
	    KIND_HARD_BREAK);
}

static bool
is_kind(const node *n, enum kind kind)
{
	return n != NULL && dom_kind(n) == kind;
}

/* A table's caption is mostly above it, a figure's below. */
static const node *
object_of(const node *first, enum kind kind)
{
	const node *prev = dom_prev(first), *p = dom_parent(first);

	if (is_break(prev) && dom_prev(dom_prev(prev)) == NULL &&
	    is_kind(dom_prev(prev), KIND_PICTURE) && kind == KIND_FIGURE)
		return dom_prev(prev);
	if (prev != NULL || dom_kind(p) != KIND_PARAGRAPH)
		return NULL;
	if (kind == KIND_TABLE && is_kind(dom_next(p), kind))
		return dom_next(p);
	if (is_kind(dom_prev(p), kind))
		return dom_prev(p);
	return is_kind(dom_next(p), kind) ? dom_next(p) : NULL;
}

static bool
find(const node *first, struct typed *t)
{
	bool set_off;
	const node *text = first_text(first, &set_off);

	if (text == NULL)
		return false;
	t->label = label_length(dom_text(text), set_off, &t->kind);
	if (t->label == 0)
		return false;
	t->object = object_of(first, t->kind);
	return t->object != NULL;
}

/* The caption without its label. */
static str
words_of(struct doc *doc, const node *first, const struct typed *t)
{
	struct sink k = { 0 };
	size_t i;
	str s;

	for (; first != NULL && sink_str(&k).len <= CAPTION_LIMIT;
	    first = dom_next(first)) {
		if (is_break(first))
			sink_char(&k, ' ');
		else if (dom_kind(first) == KIND_TEXT)
			sink_put(&k, dom_text(first));
		else
			sink_put(&k, dom_words(doc->arena, first));
	}
	s = str_copy(doc->arena, sink_str(&k));
	sink_free(&k);
	i = skip_blanks(s, t->label);
	/* “**Tablo 2**: …”, “**Tablo 2** – …” */
	while (mark_length(s, i) > 0)
		i = skip_blanks(s, i + mark_length(s, i));
	return str_trim(str_from(s, i));
}

/* How a figure with that caption is written. */
static str
picture_line(struct doc *doc, const struct item *picture, str caption)
{
	struct sink k = { 0 };
	size_t i;
	str s;

	sink_puts(&k, "![");
	sink_put(&k, picture->picture.alt);
	sink_puts(&k, "](");
	sink_put(&k, picture->picture.src);
	sink_puts(&k, " \"");
	for (i = 0; i < caption.len; i++) {
		if (caption.p[i] == '"' || caption.p[i] == '\\')
			sink_char(&k, '\\');
		sink_char(&k, caption.p[i]);
	}
	sink_puts(&k, "\")");
	s = str_copy(doc->arena, sink_str(&k));
	sink_free(&k);
	return s;
}

bool
caption_report(struct doc *doc, const node *first)
{
	struct typed t;
	struct pos pos;
	str words;

	if (doc->dialect < 2 || first == NULL || !find(first, &t))
		return false;
	words = words_of(doc, first, &t);
	if (words.len == 0 || words.len > CAPTION_LIMIT)
		return false;
	pos = dom_item(first)->pos;
	if (t.kind == KIND_FIGURE)
		doc_diag(doc, DIAG_FIGURE_CAPTION_TYPED, pos,
		    picture_line(doc, dom_item(t.object), words));
	else if (is_kind(dom_first(t.object), KIND_CAPTION))
		doc_diag(doc, DIAG_TABLE_CAPTION_TWICE, pos, S(""));
	else
		doc_diag(doc, DIAG_TABLE_CAPTION_TYPED, pos, str_join3(
		    doc->arena, lang_word(doc->lang, WORD_TABLE), S(": "),
		    words));
	return true;
}

bool
caption_is_typed(const node *text)
{
	struct typed t;
	const node *n = text;

	while (dom_prev(n) == NULL && (dom_kind(dom_parent(n)) == KIND_STRONG ||
	    dom_kind(dom_parent(n)) == KIND_EMPHASIS))
		n = dom_parent(n);
	return find(n, &t);
}
