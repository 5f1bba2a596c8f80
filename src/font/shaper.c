/* SPDX-License-Identifier: ISC */
#include "font/shaper.h"

#include <assert.h>
#include <hb.h>

#include "base/diags.h"
#include "base/die.h"
#include "base/mem.h"
#include "font/word_cache.h"

static void
need(bool there)
{
	if (!there)
		die_system(DIAG_MEMORY, NULL, NULL);
}

/* --- Chains --- */

/* The face of a character; chain->num where no face has it. Invisible
 * characters get the face of the character before them, and so do combining
 * marks if that face has them: then they are shaped together. */
static size_t
choose(const struct font_chain *chain, size_t before, uint32_t c)
{
	size_t i;

	if (face_is_unseen(c) || (c >= 0x300 && c <= 0x36F &&
	    face_has(chain->faces[before], c)))
		return before;
	for (i = 0; i < chain->num && !face_has(chain->faces[i], c); i++)
		;
	return i;
}

/* --- Words --- */

enum {
	FEATURES_MAX = 5,
	PART_MAX = 1024			/* [byte]; HarfBuzz needs quadratic
					 * time for many combining marks */
};

struct shaper {
	hb_buffer_t	*buffer;
	hb_language_t	 languages[LANG_COUNT];
	struct word_cache *cache;
	struct glyph	*glyphs;	/* of the word being shaped */
	size_t		 glyphs_num;
	size_t		 glyphs_cap;
};

struct shaper *
shaper_new(void)
{
	struct shaper *s = mem_alloc(sizeof(*s));
	enum lang l;
	str tag;

	s->buffer = hb_buffer_create();
	need(s->buffer != hb_buffer_get_empty());
	for (l = 0; l < LANG_COUNT; l++) {
		tag = lang_tag(l);
		s->languages[l] = hb_language_from_string(tag.p, (int)tag.len);
	}
	s->cache = word_cache_new();
	return s;
}

void
shaper_free(struct shaper *s)
{
	if (s == NULL)
		return;
	hb_buffer_destroy(s->buffer);
	word_cache_free(s->cache);
	mem_free(s->glyphs);
	mem_free(s);
}

void
shaper_rest(struct shaper *s)
{
	word_cache_rest(s->cache);
}

static struct glyph *
new_glyph(struct shaper *s)
{
	if (s->glyphs_num == s->glyphs_cap) {
		s->glyphs_cap = s->glyphs_cap != 0 ? s->glyphs_cap * 2 : 64;
		s->glyphs = mem_realloc(s->glyphs,
		    s->glyphs_cap * sizeof(*s->glyphs));
	}
	return &s->glyphs[s->glyphs_num++];
}

static void
take_glyphs(struct shaper *s, const struct font_chain *chain, size_t face)
{
	const struct face *f = chain->faces[face];
	unsigned i, num;
	const hb_glyph_info_t *info =
	    hb_buffer_get_glyph_infos(s->buffer, &num);
	const hb_glyph_position_t *pos =
	    hb_buffer_get_glyph_positions(s->buffer, &num);
	const float em = (float)face_facts(f)->upem;
	struct glyph *g;

	for (i = 0; i < num; i++) {
		g = new_glyph(s);
		g->id = (uint16_t)info[i].codepoint;
		g->at = info[i].cluster;
		g->face = (uint8_t)face;
		g->advance = (float)pos[i].x_advance / em;
		g->natural = (float)face_advance(f, g->id) / em;
		g->dx = (float)pos[i].x_offset / em;
		g->dy = (float)pos[i].y_offset / em;
	}
}

static hb_feature_t
feature(const char *tag, unsigned value, size_t from, size_t to)
{
	return (hb_feature_t){ hb_tag_from_string(tag, -1), value,
	    (unsigned)from, (unsigned)to };
}

/* In Turkish a ligature of f and i would hide whether the i has a dot. Finds
 * the range from the first such pair to the last, with an f before the first,
 * because of the ligature ffi. [byte] */
static bool
find_dotted(str text, size_t *from, size_t *to)
{
	size_t i;
	bool found = false;

	for (i = 0; i + 1 < text.len; i++) {
		if (text.p[i] != 'f' || text.p[i + 1] != 'i')
			continue;
		if (!found)
			*from = i > 0 && text.p[i - 1] == 'f' ? i - 1 : i;
		*to = i + 2;
		found = true;
	}
	return found;
}

/* Whether the text has no combining mark. Only such marks need the features
 * ccmp, mark and mkmk, which cost a fifth of the time. */
static bool
is_composed(str text)
{
	size_t at, len;

	for (at = 0; at < text.len; at += len)
		if (str_rune(str_from(text, at), &len) >= 0x2B0)
			return false;
	return true;
}

static unsigned
choose_features(hb_feature_t *to, const struct face *face, enum lang lang,
    str part, size_t start)
{
	size_t from, end;
	unsigned num = 0;

	/* Code: the reader types the characters that he sees. */
	if (face_facts(face)->fixed) {
		to[num++] = feature("liga", 0, 0, SIZE_MAX);
		to[num++] = feature("calt", 0, 0, SIZE_MAX);
	} else if (lang == LANG_TR && find_dotted(part, &from, &end))
		to[num++] = feature("liga", 0, start + from, start + end);
	if (is_composed(part)) {
		to[num++] = feature("ccmp", 0, 0, SIZE_MAX);
		to[num++] = feature("mark", 0, 0, SIZE_MAX);
		to[num++] = feature("mkmk", 0, 0, SIZE_MAX);
	}
	assert(num <= FEATURES_MAX);
	return num;
}

/* HarfBuzz gets the whole text, so that it knows the characters around the
 * part, and clusters count from the beginning of the text. The direction is
 * always from left to right: matbu sets no other script. */
static void
shape_part(struct shaper *s, const struct font_chain *chain, enum lang lang,
    str text, size_t from, size_t to, size_t face)
{
	hb_feature_t features[FEATURES_MAX];
	unsigned num = choose_features(features, chain->faces[face],
	    lang, str_upto(str_from(text, from), to - from), from);

	hb_buffer_clear_contents(s->buffer);
	hb_buffer_set_cluster_level(s->buffer,
	    HB_BUFFER_CLUSTER_LEVEL_MONOTONE_CHARACTERS);
	hb_buffer_add_utf8(s->buffer, text.p, (int)text.len, (unsigned)from,
	    (int)(to - from));
	hb_buffer_guess_segment_properties(s->buffer);
	hb_buffer_set_direction(s->buffer, HB_DIRECTION_LTR);
	hb_buffer_set_language(s->buffer, s->languages[lang]);
	hb_shape(face_font(chain->faces[face]), s->buffer, features, num);
	need(hb_buffer_allocation_successful(s->buffer));
	take_glyphs(s, chain, face);
}

/* Adds .notdef for a character that no face has or that PDF/A forbids. */
static void
add_missing(struct shaper *s, size_t at)
{
	*new_glyph(s) = (struct glyph){ .at = (uint32_t)at };
}

/* Shapes each part of the text that one face has; a long one in several. */
static void
shape(struct shaper *s, const struct font_chain *chain, enum lang lang,
    str text)
{
	size_t at, len, from = 0, face = 0, next;

	s->glyphs_num = 0;
	for (at = 0; at < text.len; at += len) {
		next = choose(chain, face, str_rune(str_from(text, at), &len));
		if (next == face && at - from < PART_MAX)
			continue;
		if (at > from)
			shape_part(s, chain, lang, text, from, at, face);
		from = at;
		if (next < chain->num) {
			face = next;
		} else {
			add_missing(s, at);
			from += len;
		}
	}
	if (text.len > from)
		shape_part(s, chain, lang, text, from, text.len, face);
}

/* Copies the shaped glyphs into the word. Corrects their positions in the text
 * where these do not ascend: shaper_glyph_at() searches them by bisection, and
 * shaper_text() needs a text that does not end before it begins. The first
 * glyph gets position 0, so that no byte of the text belongs to no glyph. */
static void
keep(struct shaper *s, struct shaped_word *w)
{
	struct glyph *to = word_cache_glyphs(s->cache, s->glyphs_num);
	uint32_t at = 0;
	size_t i;

	for (i = 0; i < s->glyphs_num; i++) {
		to[i] = s->glyphs[i];
		if (i == 0 || to[i].at < at)
			to[i].at = at;
		at = to[i].at;
		w->missing = w->missing || to[i].id == 0;
		w->width += (double)to[i].advance;
	}
	w->glyphs = to;
	w->num = s->glyphs_num;
}

const struct shaped_word *
shaper_word(struct shaper *s, const struct font_chain *chain,
    enum lang lang, str text)
{
	bool is_new;
	struct shaped_word *w = word_cache_word(s->cache, chain, (unsigned)lang,
	    text, &is_new);

	if (is_new) {
		shape(s, chain, lang, w->text);
		keep(s, w);
	}
	return w;
}

/* The face's first glyph for U+00AD, U+2010 or “-”. */
static uint16_t
hyphen_glyph(const struct face *f)
{
	static const uint32_t hyphens[] = { 0xAD, 0x2010, '-' };
	uint16_t glyph;
	size_t i;

	for (i = 0; i < sizeof(hyphens) / sizeof(hyphens[0]); i++) {
		glyph = face_glyph(f, hyphens[i]);
		if (glyph != 0 && face_advance(f, glyph) > 0)
			return glyph;
	}
	return 0;
}

/* The hyphen of the first face that has one; else glyph 0 of the first face. */
static struct glyph
find_hyphen(const struct font_chain *chain)
{
	struct glyph g = { 0 };
	const struct face *f;
	size_t i;

	for (i = 0; i < chain->num && g.id == 0; i++) {
		g.id = hyphen_glyph(chain->faces[i]);
		g.face = g.id != 0 ? (uint8_t)i : 0;
	}
	f = chain->faces[g.face];
	g.natural = (float)face_advance(f, g.id) / (float)face_facts(f)->upem;
	g.advance = g.natural;
	return g;
}

/* The kind LANG_COUNT, which is no language, distinguishes the hyphen from a
 * word with the same text. */
const struct shaped_word *
shaper_hyphen(struct shaper *s, const struct font_chain *chain)
{
	bool is_new;
	struct shaped_word *w = word_cache_word(s->cache, chain, LANG_COUNT,
	    S("\xC2\xAD"), &is_new);

	if (is_new) {
		s->glyphs_num = 0;
		*new_glyph(s) = find_hyphen(chain);
		keep(s, w);
	}
	return w;
}

size_t
shaper_glyph_at(const struct shaped_word *w, size_t at)
{
	size_t low = 0, high = w->num, middle;

	while (low < high) {
		middle = low + (high - low) / 2;
		if (w->glyphs[middle].at < at)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

str
shaper_text(const struct shaped_word *w, size_t from, size_t to)
{
	size_t start = from < w->num ? w->glyphs[from].at : w->text.len;
	size_t end = to < w->num ? w->glyphs[to].at : w->text.len;

	return str_upto(str_from(w->text, start), end - start);
}

double
shaper_width(const struct shaped_word *w, size_t from, size_t to)
{
	double width = 0;

	for (; from < to; from++)
		width += (double)w->glyphs[from].advance;
	return width;
}
