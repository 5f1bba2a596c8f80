/* SPDX-License-Identifier: ISC */
#include "layout/shape.h"

#include "font/shaper.h"
#include "model/dom.h"

struct place
shape_place(const struct layout_job *j, struct pos pos)
{
	return (struct place){ j->doc->path, pos };
}

struct place
shape_own(void)
{
	return (struct place){ .path = S("") };
}

/* --- Reports --- */

/* “U+1F600” */
enum { CODE_POINT = 10 };

static str
code_point(char to[CODE_POINT], uint32_t c)
{
	static const char digits[] = "0123456789ABCDEF";
	int shift = c > 0xFFFF ? 20 : 12;
	size_t n = 2;

	to[0] = 'U';
	to[1] = '+';
	for (; shift >= 0; shift -= 4)
		if (shift != 20 || c >> 20 != 0)
			to[n++] = digits[c >> shift & 15];
	return (str){ to, n };
}

/* Whether the character is in the list of this document's faults; adds it. A
 * full list has every character: what follows is more of the same. */
static bool
is_known(struct layout_missing *known, uint32_t c)
{
	size_t i;

	for (i = 0; i < known->num; i++)
		if (known->characters[i] == c)
			return true;
	if (known->num == LAYOUT_MISSING_MAX)
		return true;
	known->characters[known->num++] = c;
	return false;
}

/* A letter that a face does not have is missing in many of matbu's own words.
 * So a character of these words is reported once, and not at all where it was
 * reported before with the place of a text. */
static void
report(const struct layout_job *j, const struct place *place, str character)
{
	struct place title = { j->doc->path, { 0, 0 } };
	char code[CODE_POINT];
	size_t len;
	uint32_t c = str_rune(character, &len);
	bool known = is_known(j->missing, c), own = place->path.len == 0;

	if (known && own)
		return;
	if (own && j->doc->title != NULL)
		title.pos = dom_item(j->doc->title)->pos;
	if (own)
		place = &title;
	diag(j->doc->diags, DIAG_GLYPH_MISSING, place->pos, place->path,
	    character, code_point(code, c));
}

/* Moves the source to the character. */
static void
find(struct shape_source *source, str character)
{
	size_t at = str_search(source->rest, character);

	if (at == source->rest.len)
		return;
	source->place.pos = diags_pos(source->place.pos, source->rest, at);
	source->rest = str_from(source->rest, at);
}

static void
report_word(const struct layout_job *j, const struct shaped_word *w,
    struct shape_source *source)
{
	size_t i, len;
	str character;

	for (i = 0; i < w->num; i++) {
		if (w->glyphs[i].id != 0)
			continue;
		character = str_from(w->text, w->glyphs[i].at);
		str_rune(character, &len);
		character = str_upto(character, len);
		find(source, character);
		report(j, &source->place, character);
		if (str_starts(source->rest, character)) {
			source->place.pos = diags_pos(source->place.pos,
			    source->rest, len);
			source->rest = str_from(source->rest, len);
		}
	}
}

/* --- Words --- */

const struct shaped_word *
shape_word_in(const struct layout_job *j, const struct font_chain *chain,
    enum lang lang, str word, struct shape_source *source)
{
	const struct shaped_word *w = shaper_word(j->worker->shaper, chain,
	    lang, word);

	if (w->missing)
		report_word(j, w, source);
	return w;
}

const struct shaped_word *
shape_word(const struct layout_job *j, const struct font_chain *chain,
    str word, struct shape_source *source)
{
	return shape_word_in(j, chain, j->doc->lang, word, source);
}

const struct shaped_word *
shape_hyphen(const struct layout_job *j, const struct font_chain *chain)
{
	const struct shaped_word *w = shaper_hyphen(j->worker->shaper, chain);
	struct place own = shape_own();

	if (w->missing)
		report(j, &own, S("-"));
	return w;
}
