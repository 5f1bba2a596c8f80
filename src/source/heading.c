/* SPDX-License-Identifier: ISC */
#include "source/heading.h"

#include "base/arena.h"
#include "base/turkish.h"
#include "model/dom.h"

/* Of the author's text in a message [byte]. */
enum { SHOWN_LIMIT = 60 };

/* A line that is longer is a sentence, not a heading [byte]. */
enum { HEADING_USUAL = 80 };

/* People who mean a heading make the line below as long as the text, with at
 * most that difference [character]. */
enum { UNDERLINE_DIFFERS = 2 };

/* --- The title */

void
heading_put_title(struct doc *doc, unsigned line, str words)
{
	const struct sourced *title = &doc->front_matter.title;
	node *n;

	if (title->text.len == 0 && line == 0)
		title = &doc->unit_title;
	if (title->text.len == 0)
		return;
	if (line != 0) {
		doc_diag(doc, str_eq(title->text, words) ? DIAG_TITLE_SAME :
		    DIAG_TITLE_BOTH, title->place.pos, str_uint(doc->arena,
		    line));
		return;
	}
	n = dom_add(doc, doc->root, KIND_HEADING, title->place.pos);
	dom_item(n)->heading.level = 1;
	dom_add_text(doc, n, title->text, title->place.pos);
}

/* --- Attributes */

/* Returns the length of “{…}” at the end of a text, or 0. The author wrote
 * \{ for a brace that is to be printed. */
static size_t
braces(const struct item *text, str s)
{
	size_t open = str_rfind(s, '{');
	str source = text->text.source;
	size_t in_source = str_rfind(source, '{');

	if (!str_ends(s, S("}")) || open == s.len ||
	    (in_source != source.len && in_source > 0 &&
	    source.p[in_source - 1] == '\\'))
		return 0;
	return s.len - open;
}

static bool
is_id(str s)
{
	size_t i;

	if (s.len == 0 || s.p[0] < 'a' || s.p[0] > 'z')
		return false;
	for (i = 0; i < s.len; i++)
		if (!(s.p[i] >= 'a' && s.p[i] <= 'z') &&
		    !char_is_digit(s.p[i]) && s.p[i] != '-')
			return false;
	return true;
}

/* Whether what is in the braces is meant for a program: “.class”, “%% x”. */
static bool
is_foreign(str s)
{
	return s.len != 0 && (str_find(S("#.:/%-="), s.p[0]) != 7 ||
	    str_find(s, '=') != s.len);
}

/* Reads “#id”, “-” or “- #id”. Reports any other attribute. */
static bool
read_attributes(struct doc *doc, struct item *heading, str s, struct pos pos)
{
	str id = str_trim(s);
	bool unnumbered = str_starts(id, S("-"));

	if (unnumbered)
		id = str_trim(str_from(id, 1));
	if ((unnumbered && id.len == 0) ||
	    (str_starts(id, S("#")) && is_id(str_from(id, 1)))) {
		heading->heading.unnumbered = unnumbered;
		heading->heading.own_id = id.len != 0;
		heading->id = str_copy(doc->arena, str_from(id, 1));
		return true;
	}
	if (str_starts(id, S("#")))
		doc_diag(doc, DIAG_HEADING_ID, pos, id,
		    turkish_slug(doc->arena, id));
	else if (is_foreign(s))
		doc_diag(doc, DIAG_HEADING_BRACES, pos,
		    str_shorten(doc->arena, str_join3(doc->arena, S("{"), s,
		    S("}")), SHOWN_LIMIT));
	return false;
}

void
heading_take_attributes(struct doc *doc, node *heading)
{
	node *last = dom_last(heading);
	struct pos pos;
	size_t len;
	str s;

	if (doc->dialect < 2 || last == NULL || dom_kind(last) != KIND_TEXT)
		return;
	s = str_copy(doc->arena, str_rtrim(dom_text(last)));
	len = braces(dom_item(last), s);
	if (len == 0)
		return;
	pos = dom_item(last)->pos;
	pos.col += (unsigned)str_rfind(dom_item(last)->text.source, '{');
	if (!read_attributes(doc, dom_item(heading), (str){ s.p + s.len - len +
	    1, len - 2 }, pos))
		return;
	s = str_rtrim(str_upto(s, s.len - len));
	if (s.len != 0)
		dom_set_text(last, s);
	else
		dom_remove(last);
}

/* --- Underlines */

static bool
reads_as_sentence(str words)
{
	return words.len > HEADING_USUAL ||
	    str_find(S(".,;:!?"), words.p[words.len - 1]) != 6;
}

static size_t
count_runes(str s)
{
	size_t i, num = 0;

	for (i = 0; i < s.len; i++)
		num += ((unsigned char)s.p[i] & 0xC0) != 0x80;
	return num;
}

static bool
is_as_long(str words, size_t underline)
{
	size_t len = count_runes(words);

	return underline <= len + UNDERLINE_DIFFERS &&
	    len <= underline + UNDERLINE_DIFFERS;
}

/* A line that people write under a place for a signature. The dashes below it
 * are that place, however long they are. */
static bool
is_signed(struct arena *a, str words)
{
	static const char *const lines[] = { "imza", "imzasi", "ad-soyad",
		"adi-soyadi", "ad-soyad-imza", "adi-soyadi-imza", "unvan",
		"unvani", "kase", "kase-imza", "signature", "name-surname" };
	str slug = turkish_slug(a, words);
	size_t i;

	for (i = 0; i < sizeof(lines) / sizeof(lines[0]); i++)
		if (str_eq(slug, str_of(lines[i])))
			return true;
	return false;
}

void
heading_check_underline(struct doc *doc, const node *heading, size_t len)
{
	const struct item *i = dom_item(heading);
	str words = str_trim(dom_words(doc->arena, heading));

	if (words.len != 0 && (reads_as_sentence(words) ||
	    !is_as_long(words, len) || is_signed(doc->arena, words)))
		doc_diag(doc, DIAG_HEADING_UNDERLINE, i->pos,
		    str_shorten(doc->arena, words, SHOWN_LIMIT));
}
