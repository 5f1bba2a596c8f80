/* SPDX-License-Identifier: ISC */
#include "pdf_font.h"

#include <assert.h>
#include <hb-ot.h>
#include <hb-subset.h>
#include <hb.h>
#include <string.h>

#include "../base/diag.h"
#include "../base/die.h"
#include "../base/mem.h"
#include "pdf_cache.h"

struct pdf_face {
	hb_face_t		*face;
	hb_face_t		*bare;		/* its outlines alone */
	hb_font_t		*font;		/* immutable; [font] units */
	struct pdf_font_facts	 facts;
	struct pdf_metrics	 metrics;
	char			 name[64];
};

static void
need(bool there)
{
	if (!there)
		die_system(DIAG_MEMORY, NULL, NULL);
}

/* --- Faces --- */

/* A big-endian number of a table, or 0 where the table is too short. */
static unsigned
read16(hb_face_t *face, hb_tag_t table, unsigned at)
{
	hb_blob_t *blob = hb_face_reference_table(face, table);
	unsigned len, n = 0;
	const unsigned char *p = (const unsigned char *)
	    hb_blob_get_data(blob, &len);

	if (len >= 2 && at <= len - 2)
		n = (unsigned)p[at] << 8 | p[at + 1];
	hb_blob_destroy(blob);
	return n;
}

static bool
has_table(hb_face_t *face, hb_tag_t table)
{
	hb_blob_t *blob = hb_face_reference_table(face, table);
	bool has = hb_blob_get_length(blob) != 0;

	hb_blob_destroy(blob);
	return has;
}

/* fsType of OS/2: bit 1 alone restricts, bit 8 forbids subsets, bit 9 allows
 * bitmaps only. */
static bool
is_licensed(hb_face_t *face)
{
	unsigned type = read16(face, HB_TAG('O', 'S', '/', '2'), 8);

	return (type & 0xF) != 2 && (type & 0x300) == 0;
}

static enum pdf_face_fault
check(hb_face_t *face)
{
	unsigned upem = hb_face_get_upem(face);
	unsigned glyphs = hb_face_get_glyph_count(face);

	if (glyphs < 2 || glyphs > 0xFFFF || upem < 16 || upem > 16384 ||
	    !has_table(face, HB_TAG('c', 'm', 'a', 'p')) ||
	    !has_table(face, HB_TAG('h', 'm', 't', 'x')))
		return PDF_FACE_BROKEN;
	if (hb_ot_var_has_data(face))
		return PDF_FACE_VARIABLE;
	if (!has_table(face, HB_TAG('g', 'l', 'y', 'f')) ||
	    !has_table(face, HB_TAG('l', 'o', 'c', 'a')))
		return PDF_FACE_OUTLINES;
	return is_licensed(face) ? PDF_FACE_FINE : PDF_FACE_LICENCE;
}

static double
metric(const struct pdf_face *f, hb_ot_metrics_tag_t tag)
{
	hb_position_t v;

	hb_ot_metrics_get_position_with_fallback(f->font, tag, &v);
	return (double)v / f->facts.upem;
}

static void
measure(struct pdf_face *f)
{
	struct pdf_metrics *m = &f->metrics;

	m->ascent = metric(f, HB_OT_METRICS_TAG_HORIZONTAL_ASCENDER);
	m->descent = metric(f, HB_OT_METRICS_TAG_HORIZONTAL_DESCENDER);
	m->cap_height = metric(f, HB_OT_METRICS_TAG_CAP_HEIGHT);
	m->x_height = metric(f, HB_OT_METRICS_TAG_X_HEIGHT);
	m->underline = metric(f, HB_OT_METRICS_TAG_UNDERLINE_OFFSET);
	m->underline_size = metric(f, HB_OT_METRICS_TAG_UNDERLINE_SIZE);
	m->strike = metric(f, HB_OT_METRICS_TAG_STRIKEOUT_OFFSET);
}

/* The PostScript name with what a name of PDF may hold, or “Face”. */
static void
read_name(struct pdf_face *f)
{
	char raw[64];
	unsigned len = sizeof(raw), i, n = 0;

	hb_ot_name_get_utf8(f->face, HB_OT_NAME_ID_POSTSCRIPT_NAME,
	    HB_LANGUAGE_INVALID, &len, raw);
	for (i = 0; i < len && raw[i] != '\0'; i++)
		if (char_is_alnum(raw[i]) || raw[i] == '-' || raw[i] == '_')
			f->name[n++] = raw[i];
	if (n == 0)
		memcpy(f->name, "Face", sizeof("Face"));
	f->facts.name = f->name;
}

static int
per_mille(const struct pdf_face *f, unsigned raw)
{
	return (int16_t)raw * 1000 / (int)f->facts.upem;
}

/* StemV is in no table; this estimate from the weight is common. */
static int
stem(hb_font_t *font)
{
	int weight = (int)hb_style_get_value(font, HB_STYLE_TAG_WEIGHT);

	return 50 + weight * weight / (65 * 65);
}

static void
describe(struct pdf_face *f)
{
	const hb_tag_t head = HB_TAG('h', 'e', 'a', 'd');
	struct pdf_font_facts *d = &f->facts;
	unsigned i;

	for (i = 0; i < 4; i++)
		d->box[i] = per_mille(f, read16(f->face, head, 36 + 2 * i));
	d->ascent = (int)(f->metrics.ascent * 1000);
	d->descent = (int)(f->metrics.descent * 1000);
	d->cap_height = (int)(f->metrics.cap_height * 1000);
	d->slant = (int)hb_style_get_value(f->font, HB_STYLE_TAG_SLANT_ANGLE);
	d->stem = stem(f->font);
	d->fixed = read16(f->face, HB_TAG('p', 'o', 's', 't'), 14) != 0;
	read_name(f);
}

/* What a viewer of PDF reads (ISO 32000-1, 9.9). The rest costs hb-subset
 * time: it would go through all of cmap and of the layout. */
static hb_blob_t *
give_table(hb_face_t *bare, hb_tag_t tag, void *face)
{
	(void)bare;
	switch (tag) {
	case HB_TAG('g', 'l', 'y', 'f'):
	case HB_TAG('l', 'o', 'c', 'a'):
	case HB_TAG('h', 'e', 'a', 'd'):
	case HB_TAG('h', 'h', 'e', 'a'):
	case HB_TAG('h', 'm', 't', 'x'):
	case HB_TAG('m', 'a', 'x', 'p'):
		return hb_face_reference_table(face, tag);
	default:
		return hb_blob_get_empty();
	}
}

static struct pdf_face *
make_face(hb_face_t *face)
{
	struct pdf_face *f = mem_alloc(sizeof(*f));

	hb_face_make_immutable(face);
	f->face = face;
	f->bare = hb_face_create_for_tables(give_table, face, NULL);
	f->font = hb_font_create(face);
	need(f->bare != hb_face_get_empty() &&
	    f->font != hb_font_get_empty());
	hb_face_make_immutable(f->bare);
	hb_font_make_immutable(f->font);
	f->facts.upem = hb_face_get_upem(face);
	f->facts.glyphs = hb_face_get_glyph_count(face);
	measure(f);
	describe(f);
	return f;
}

struct pdf_face *
pdf_font_open(const char *path, enum pdf_face_fault *fault)
{
	hb_blob_t *blob = hb_blob_create_from_file_or_fail(path);
	hb_face_t *face;

	*fault = PDF_FACE_READ;
	if (blob == NULL)
		return NULL;
	face = hb_face_create(blob, /*index*/0);
	hb_blob_destroy(blob);
	*fault = check(face);
	if (*fault != PDF_FACE_FINE) {
		hb_face_destroy(face);
		return NULL;
	}
	return make_face(face);
}

void
pdf_font_close(struct pdf_face *f)
{
	if (f == NULL)
		return;
	hb_font_destroy(f->font);
	hb_face_destroy(f->bare);
	hb_face_destroy(f->face);
	mem_free(f);
}

struct pdf_metrics
pdf_font_metrics(const struct pdf_face *f)
{
	return f->metrics;
}

const struct pdf_font_facts *
pdf_font_facts(const struct pdf_face *f)
{
	return &f->facts;
}

int
pdf_font_advance(const struct pdf_face *f, unsigned glyph)
{
	return hb_font_get_glyph_h_advance(f->font, glyph);
}

/* What a shaper takes out of sight by itself (Unicode, 5.21). */
static bool
is_unseen(uint32_t c)
{
	return c == 0xAD || (c >= 0x200B && c <= 0x200D) || c == 0x2060 ||
	    c == 0xFE0F;
}

/* What no archive may hold: private use (19005-3, 6.2.11.7.3), the mark of
 * byte order and what is no character (14289-1, 7.21.7). */
static bool
is_forbidden(uint32_t c)
{
	return (c >= 0xE000 && c <= 0xF8FF) || c >= 0xF0000 || c == 0 ||
	    c == 0xFEFF || (c & 0xFFFE) == 0xFFFE;
}

bool
pdf_font_has(const struct pdf_face *f, uint32_t c)
{
	hb_codepoint_t glyph;

	if (is_unseen(c))
		return true;
	return !is_forbidden(c) &&
	    hb_font_get_nominal_glyph(f->font, c, &glyph) && glyph != 0;
}

/* --- Chains --- */

/* The face of a character, which the gate asks for and the press; chain->num
 * where there is none. Unseen ones and marks stay with the face before, so
 * that they are shaped together. */
static size_t
choose(const struct pdf_chain *chain, size_t before, uint32_t c)
{
	size_t i;

	if (is_unseen(c) || (c >= 0x300 && c <= 0x36F &&
	    pdf_font_has(chain->faces[before], c)))
		return before;
	for (i = 0; i < chain->num && !pdf_font_has(chain->faces[i], c); i++)
		;
	return i;
}

size_t
pdf_font_chain_lacks(const struct pdf_chain *chain, str s)
{
	size_t at, len, face = 0;

	for (at = 0; at < s.len; at += len) {
		face = choose(chain, face, str_rune(str_from(s, at), &len));
		if (face == chain->num)
			return at;
	}
	return s.len;
}

/* --- Words --- */

enum {
	FEATURES_MAX = 8,
	RUN_MAX = 1024			/* [byte]; HarfBuzz takes quadratic
					 * time over marks without end */
};

struct pdf_shaper {
	hb_buffer_t	*buffer;
	hb_language_t	 languages[LANG_COUNT];
	struct pdf_cache *cache;
	struct pdf_glyph *glyphs;		/* of the word being shaped */
	size_t		 glyphs_num;
	size_t		 glyphs_cap;
};

struct pdf_shaper *
pdf_font_shaper_new(void)
{
	struct pdf_shaper *s = mem_alloc(sizeof(*s));
	enum lang l;
	str tag;

	s->buffer = hb_buffer_create();
	need(s->buffer != hb_buffer_get_empty());
	for (l = 0; l < LANG_COUNT; l++) {
		tag = lang_tag(l);
		s->languages[l] = hb_language_from_string(tag.p, (int)tag.len);
	}
	s->cache = pdf_cache_new();
	return s;
}

void
pdf_font_shaper_free(struct pdf_shaper *s)
{
	if (s == NULL)
		return;
	hb_buffer_destroy(s->buffer);
	pdf_cache_free(s->cache);
	mem_free(s->glyphs);
	mem_free(s);
}

void
pdf_font_rest(struct pdf_shaper *s)
{
	pdf_cache_rest(s->cache);
}

static struct pdf_glyph *
new_glyph(struct pdf_shaper *s)
{
	if (s->glyphs_num == s->glyphs_cap) {
		s->glyphs_cap = s->glyphs_cap != 0 ? s->glyphs_cap * 2 : 64;
		s->glyphs = mem_realloc(s->glyphs,
		    s->glyphs_cap * sizeof(*s->glyphs));
	}
	return &s->glyphs[s->glyphs_num++];
}

static void
take_glyphs(struct pdf_shaper *s, const struct pdf_chain *chain, size_t face)
{
	const struct pdf_face *f = chain->faces[face];
	unsigned i, num;
	const hb_glyph_info_t *info =
	    hb_buffer_get_glyph_infos(s->buffer, &num);
	const hb_glyph_position_t *pos =
	    hb_buffer_get_glyph_positions(s->buffer, &num);
	const float em = (float)f->facts.upem;
	struct pdf_glyph *g;

	for (i = 0; i < num; i++) {
		g = new_glyph(s);
		g->id = (uint16_t)info[i].codepoint;
		g->at = info[i].cluster;
		g->face = (uint8_t)face;
		g->advance = (float)pos[i].x_advance / em;
		g->natural = (float)pdf_font_advance(f, g->id) / em;
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

/* In Turkish a ligature over f and i would hide whether the i has a dot;
 * the stretch of the run from the first such pair to the last. */
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

/* Whether no character has a mark of its own beside it: what ccmp, mark and
 * mkmk are for, which cost a fifth of the time. */
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
choose_features(hb_feature_t *to, const struct pdf_chain *chain, enum lang lang,
    str run, size_t start)
{
	size_t from, end;
	unsigned num = 0;

	if (chain->features & PDF_NO_LIGATURES) {
		to[num++] = feature("liga", 0, 0, SIZE_MAX);
		to[num++] = feature("calt", 0, 0, SIZE_MAX);
	} else if (lang == LANG_TR && find_dotted(run, &from, &end))
		to[num++] = feature("liga", 0, start + from, start + end);
	if (is_composed(run)) {
		to[num++] = feature("ccmp", 0, 0, SIZE_MAX);
		to[num++] = feature("mark", 0, 0, SIZE_MAX);
		to[num++] = feature("mkmk", 0, 0, SIZE_MAX);
	}
	if (chain->features & PDF_TABULAR)
		to[num++] = feature("tnum", 1, 0, SIZE_MAX);
	if (chain->features & PDF_SMALL_CAPS)
		to[num++] = feature("smcp", 1, 0, SIZE_MAX);
	if (chain->features & PDF_SUPERIORS)
		to[num++] = feature("sups", 1, 0, SIZE_MAX);
	assert(num <= FEATURES_MAX);
	return num;
}

static void
shape_run(struct pdf_shaper *s, const struct pdf_chain *chain, enum lang lang,
    str text, size_t from, size_t to, size_t face)
{
	hb_feature_t features[FEATURES_MAX];
	unsigned num = choose_features(features, chain, lang,
	    str_upto(str_from(text, from), to - from), from);

	hb_buffer_clear_contents(s->buffer);
	hb_buffer_set_cluster_level(s->buffer,
	    HB_BUFFER_CLUSTER_LEVEL_MONOTONE_CHARACTERS);
	hb_buffer_add_utf8(s->buffer, text.p, (int)text.len, (unsigned)from,
	    (int)(to - from));
	hb_buffer_guess_segment_properties(s->buffer);
	hb_buffer_set_direction(s->buffer, HB_DIRECTION_LTR);
	hb_buffer_set_language(s->buffer, s->languages[lang]);
	hb_shape(chain->faces[face]->font, s->buffer, features, num);
	need(hb_buffer_allocation_successful(s->buffer));
	take_glyphs(s, chain, face);
}

/* Shapes each stretch that one face has, long ones in parts. */
static void
shape(struct pdf_shaper *s, const struct pdf_chain *chain, enum lang lang,
    str text)
{
	size_t at, len, from = 0, face = 0, next;

	s->glyphs_num = 0;
	for (at = 0; at < text.len; at += len) {
		next = choose(chain, face, str_rune(str_from(text, at), &len));
		if (next == chain->num)
			next = 0;	/* the gate has refused it */
		if (next == face && at - from < RUN_MAX)
			continue;
		if (at > from)
			shape_run(s, chain, lang, text, from, at, face);
		from = at;
		face = next;
	}
	if (text.len > from)
		shape_run(s, chain, lang, text, from, text.len, face);
}

/* Copies what was shaped into the word, and makes sure that the texts of the
 * glyphs follow each other. */
static void
keep(struct pdf_shaper *s, struct pdf_word *w)
{
	struct pdf_glyph *to = pdf_cache_glyphs(s->cache, s->glyphs_num);
	uint32_t at = 0;
	size_t i;

	for (i = 0; i < s->glyphs_num; i++) {
		to[i] = s->glyphs[i];
		if (i == 0 || to[i].at < at)
			to[i].at = at;
		at = to[i].at;
		w->width += (double)to[i].advance;
	}
	w->glyphs = to;
	w->num = s->glyphs_num;
}

const struct pdf_word *
pdf_font_word(struct pdf_shaper *s, const struct pdf_chain *chain,
    enum lang lang, str text)
{
	bool is_new;
	struct pdf_word *w = pdf_cache_word(s->cache, chain, (unsigned)lang,
	    text, &is_new);

	if (is_new) {
		shape(s, chain, lang, w->text);
		keep(s, w);
	}
	return w;
}

/* The face's glyph for U+00AD, U+2010 or “-”, the first that there is. */
static uint16_t
hyphen_glyph(const struct pdf_face *f)
{
	static const hb_codepoint_t hyphens[] = { 0xAD, 0x2010, '-' };
	hb_codepoint_t glyph;
	size_t i;

	for (i = 0; i < sizeof(hyphens) / sizeof(hyphens[0]); i++)
		if (hb_font_get_nominal_glyph(f->font, hyphens[i], &glyph) &&
		    hb_font_get_glyph_h_advance(f->font, glyph) > 0)
			return (uint16_t)glyph;
	return 0;
}

/* In the first face that has one. */
static struct pdf_glyph
find_hyphen(const struct pdf_chain *chain)
{
	struct pdf_glyph g = { 0 };
	const struct pdf_face *f;
	size_t i;

	for (i = 0; i < chain->num && g.id == 0; i++) {
		g.id = hyphen_glyph(chain->faces[i]);
		g.face = g.id != 0 ? (uint8_t)i : 0;
	}
	f = chain->faces[g.face];
	g.natural = (float)pdf_font_advance(f, g.id) / (float)f->facts.upem;
	g.advance = g.natural;
	return g;
}

bool
pdf_font_has_hyphen(const struct pdf_chain *chain)
{
	return find_hyphen(chain).id != 0;
}

/* LANG_COUNT keeps it apart from a word with its text. */
const struct pdf_word *
pdf_font_hyphen(struct pdf_shaper *s, const struct pdf_chain *chain)
{
	bool is_new;
	struct pdf_word *w = pdf_cache_word(s->cache, chain, LANG_COUNT,
	    S("\xC2\xAD"), &is_new);

	if (is_new) {
		s->glyphs_num = 0;
		*new_glyph(s) = find_hyphen(chain);
		keep(s, w);
	}
	return w;
}

size_t
pdf_font_glyph_at(const struct pdf_word *w, size_t at)
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
pdf_font_text(const struct pdf_word *w, size_t from, size_t to)
{
	size_t start = from < w->num ? w->glyphs[from].at : w->text.len;
	size_t end = to < w->num ? w->glyphs[to].at : w->text.len;

	return str_upto(str_from(w->text, start), end - start);
}

double
pdf_font_width(const struct pdf_word *w, size_t from, size_t to)
{
	double width = 0;

	for (; from < to; from++)
		width += (double)w->glyphs[from].advance;
	return width;
}

/* --- Subsets --- */

static hb_subset_input_t *
plan_input(const uint16_t *ids, size_t num)
{
	hb_subset_input_t *input = hb_subset_input_create_or_fail();
	hb_set_t *glyphs;
	size_t i;

	need(input != NULL);
	glyphs = hb_subset_input_glyph_set(input);
	hb_set_add(glyphs, 0);
	for (i = 0; i < num; i++)
		hb_set_add(glyphs, ids[i]);
	need(hb_set_allocation_successful(glyphs));
	hb_subset_input_set_flags(input, HB_SUBSET_FLAGS_NO_HINTING);
	return input;
}

static void
put_face(hb_face_t *face, struct sink *program)
{
	hb_blob_t *blob = hb_face_reference_blob(face);
	unsigned len;
	const char *p = hb_blob_get_data(blob, &len);

	need(len != 0);
	sink_put(program, (str){ p, len });
	hb_blob_destroy(blob);
}

void
pdf_font_cut(const struct pdf_face *f, const uint16_t *ids, size_t num,
    struct sink *program, uint16_t *new_ids)
{
	hb_subset_input_t *input = plan_input(ids, num);
	hb_subset_plan_t *plan = hb_subset_plan_create_or_fail(f->bare, input);
	hb_face_t *cut;
	const hb_map_t *map;
	size_t i;

	need(plan != NULL);
	cut = hb_subset_plan_execute_or_fail(plan);
	need(cut != NULL);
	map = hb_subset_plan_old_to_new_glyph_mapping(plan);
	for (i = 0; i < num; i++) {
		need(hb_map_has(map, ids[i]));
		new_ids[i] = (uint16_t)hb_map_get(map, ids[i]);
	}
	put_face(cut, program);
	hb_face_destroy(cut);
	hb_subset_plan_destroy(plan);
	hb_subset_input_destroy(input);
}
