/* SPDX-License-Identifier: ISC */
#include "layout/shape.h"

#include <stdio.h>
#include <string.h>

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
/* Between the characters of a run [byte]. */
enum { RUN_GAP = 3 };

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
report_own(const struct layout_job *j, str character)
{
	struct pos title = { 0, 0 };
	char code[CODE_POINT];
	size_t len;
	uint32_t c = str_rune(character, &len);

	if (is_known(j->missing, c))
		return;
	if (j->doc->title != NULL)
		title = dom_item(j->doc->title)->pos;
	diag(j->doc->diags, DIAG_GLYPH_MISSING, title, j->doc->path, character,
	    code_point(code, c));
}

/* Whether the place is in the line of the run that waits, with nothing but a
 * blank or a few signs between. */
static bool
continues(const struct layout_missing *m, const struct place *place)
{
	return m->run.num != 0 && str_eq(m->run.place.path, place->path) &&
	    m->run.place.pos.line == place->pos.line &&
	    place->pos.col >= m->run.end &&
	    place->pos.col <= m->run.end + RUN_GAP;
}

static void
append(struct layout_missing *m, str s)
{
	memcpy(m->run.text + m->run.len, s.p, s.len);
	m->run.len += s.len;
}

static void
add_to_run(struct layout_missing *m, const struct place *place, str character)
{
	bool apart = m->run.num != 0 && place->pos.col > m->run.end;

	if (!m->run.cut &&
	    m->run.len + apart + character.len > LAYOUT_RUN_MAX) {
		m->run.cut = true;
		append(m, S("…"));
	}
	if (apart && !m->run.cut)
		append(m, S(" "));
	if (!m->run.cut)
		append(m, character);
	m->run.num++;
	m->run.end = place->pos.col + (unsigned)character.len;
}

static void
report(const struct layout_job *j, const struct place *place, str character)
{
	struct layout_missing *m = j->missing;
	size_t len;

	if (place->path.len == 0) {
		report_own(j, character);
		return;
	}
	is_known(m, str_rune(character, &len));
	if (!continues(m, place)) {
		shape_end(j);
		m->run.place = *place;
	}
	add_to_run(m, place, character);
}

void
shape_end(const struct layout_job *j)
{
	struct layout_missing *m = j->missing;
	str text = { m->run.text, m->run.len };
	char code[CODE_POINT], num[12];
	size_t len;

	if (m->run.num == 0)
		return;
	if (m->run.num == 1)
		diag(j->doc->diags, DIAG_GLYPH_MISSING, m->run.place.pos,
		    m->run.place.path, text, code_point(code, str_rune(text,
		    &len)));
	else {
		snprintf(num, sizeof(num), "%u", m->run.num);
		diag(j->doc->diags, DIAG_GLYPH_RUN, m->run.place.pos,
		    m->run.place.path, text, str_of(num));
	}
	m->run.num = 0;
	m->run.len = 0;
	m->run.cut = false;
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

	if (w->missing)
		report_own(j, S("-"));
	return w;
}
