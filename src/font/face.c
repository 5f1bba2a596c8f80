/* SPDX-License-Identifier: ISC */
#include "font/face.h"

#include <hb-ot.h>
#include <hb-subset.h>
#include <hb.h>
#include <stdatomic.h>
#include <string.h>

#include "base/diags.h"
#include "base/die.h"
#include "base/file.h"
#include "base/mem.h"

/* Whether the face has a character. The answer is needed for each letter of a
 * text, so it is kept for the most frequent characters. */
enum known { UNKNOWN, MISSING, HAS };
enum { KNOWN_MAX = 0x180 };		/* Latin as Turkish writes it */

struct face {
	hb_face_t		*face;
	hb_face_t		*bare;		/* give_table()'s tables */
	hb_font_t		*font;		/* immutable; [font] units */
	struct face_facts	 facts;
	struct face_metrics	 metrics;
	char			 name[64];
	_Atomic unsigned char	*known;		/* KNOWN_MAX of them */
};

/* HarfBuzz does not end the program when memory is exhausted: it returns an
 * empty object or NULL. So each result is checked. */
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

/* A glyph is kept in 16 bits, and FontDescriptor's lengths are converted with
 * upem: the limits are those of the OpenType specification. */
static enum face_fault
check(hb_face_t *face)
{
	unsigned upem = hb_face_get_upem(face);
	unsigned glyphs = hb_face_get_glyph_count(face);

	if (glyphs < 2 || glyphs > 0xFFFF || upem < 16 || upem > 16384 ||
	    !has_table(face, HB_TAG('c', 'm', 'a', 'p')) ||
	    !has_table(face, HB_TAG('h', 'm', 't', 'x')))
		return FACE_BROKEN;
	if (hb_ot_var_has_data(face))
		return FACE_VARIABLE;
	if (!has_table(face, HB_TAG('g', 'l', 'y', 'f')) ||
	    !has_table(face, HB_TAG('l', 'o', 'c', 'a')))
		return FACE_OUTLINES;
	return is_licensed(face) ? FACE_FINE : FACE_LICENCE;
}

static double
metric(const struct face *f, hb_ot_metrics_tag_t tag)
{
	hb_position_t v;

	hb_ot_metrics_get_position_with_fallback(f->font, tag, &v);
	return (double)v / f->facts.upem;
}

static void
measure(struct face *f)
{
	struct face_metrics *m = &f->metrics;

	m->ascent = metric(f, HB_OT_METRICS_TAG_HORIZONTAL_ASCENDER);
	m->descent = metric(f, HB_OT_METRICS_TAG_HORIZONTAL_DESCENDER);
	m->cap_height = metric(f, HB_OT_METRICS_TAG_CAP_HEIGHT);
}

/* The PostScript name without characters that a PDF name cannot have, or
 * “Face”. */
static void
read_name(struct face *f)
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
per_mille(const struct face *f, unsigned raw)
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
describe(struct face *f)
{
	const hb_tag_t head = HB_TAG('h', 'e', 'a', 'd');
	struct face_facts *d = &f->facts;
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

/* Only the tables that a PDF viewer reads (ISO 32000-1, 9.9). The others cost
 * time: hb-subset would process all of cmap and of the layout tables. */
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

static struct face *
make_face(hb_face_t *face)
{
	struct face *f = mem_alloc(sizeof(*f));

	hb_face_make_immutable(face);
	f->known = mem_calloc(KNOWN_MAX, sizeof(*f->known));
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

struct face *
face_open(const char *path, enum face_fault *fault)
{
	hb_blob_t *blob;
	hb_face_t *face;

	*fault = FACE_READ;
	if (!file_is_readable(path))
		return NULL;
	blob = hb_blob_create_from_file_or_fail(path);
	if (blob == NULL)
		return NULL;
	face = hb_face_create(blob, /*index*/0);
	hb_blob_destroy(blob);
	*fault = check(face);
	if (*fault != FACE_FINE) {
		hb_face_destroy(face);
		return NULL;
	}
	return make_face(face);
}

void
face_close(struct face *f)
{
	if (f == NULL)
		return;
	hb_font_destroy(f->font);
	hb_face_destroy(f->bare);
	hb_face_destroy(f->face);
	mem_free(f->known);
	mem_free(f);
}

struct face_metrics
face_metrics(const struct face *f)
{
	return f->metrics;
}

const struct face_facts *
face_facts(const struct face *f)
{
	return &f->facts;
}

int
face_advance(const struct face *f, unsigned glyph)
{
	return hb_font_get_glyph_h_advance(f->font, glyph);
}

/* Characters that a shaper makes invisible (Unicode, 5.21). */
bool
face_is_unseen(uint32_t c)
{
	return c == 0xAD || (c >= 0x200B && c <= 0x200D) || c == 0x2060 ||
	    c == 0xFE0F;
}

/* Forbidden in an archive: private use (19005-3, 6.2.11.7.3), the byte order
 * mark and code points that are not characters (14289-1, 7.21.7). */
static bool
is_forbidden(uint32_t c)
{
	return (c >= 0xE000 && c <= 0xF8FF) || c >= 0xF0000 || c == 0 ||
	    c == 0xFEFF || (c & 0xFFFE) == 0xFFFE;
}

uint16_t
face_glyph(const struct face *f, uint32_t c)
{
	hb_codepoint_t glyph;

	return hb_font_get_nominal_glyph(f->font, c, &glyph) ?
	    (uint16_t)glyph : 0;
}

static bool
has(const struct face *f, uint32_t c)
{
	return face_is_unseen(c) || (!is_forbidden(c) && face_glyph(f, c) != 0);
}

/* Two threads may compute it at once: they get the same result. */
bool
face_has(const struct face *f, uint32_t c)
{
	enum known known;

	if (c >= KNOWN_MAX)
		return has(f, c);
	known = atomic_load_explicit(&f->known[c], memory_order_relaxed);
	if (known == UNKNOWN) {
		known = has(f, c) ? HAS : MISSING;
		atomic_store_explicit(&f->known[c], known,
		    memory_order_relaxed);
	}
	return known == HAS;
}

struct hb_font_t *
face_font(const struct face *f)
{
	return f->font;
}

/* --- Subsets --- */

/* Glyph 0 (.notdef) is always in the subset: a TrueType font must have it. The
 * instructions for hinting are left out: they only make the record larger. */
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
face_subset(const struct face *f, const uint16_t *ids, size_t num,
    struct sink *program, uint16_t *new_ids)
{
	hb_subset_input_t *input = plan_input(ids, num);
	hb_subset_plan_t *plan = hb_subset_plan_create_or_fail(f->bare, input);
	hb_face_t *subset;
	const hb_map_t *map;
	size_t i;

	need(plan != NULL);
	subset = hb_subset_plan_execute_or_fail(plan);
	need(subset != NULL);
	map = hb_subset_plan_old_to_new_glyph_mapping(plan);
	for (i = 0; i < num; i++) {
		need(hb_map_has(map, ids[i]));
		new_ids[i] = (uint16_t)hb_map_get(map, ids[i]);
	}
	put_face(subset, program);
	hb_face_destroy(subset);
	hb_subset_plan_destroy(plan);
	hb_subset_input_destroy(input);
}

/* Shaping and names are left out. */
static void
drop_tables(hb_subset_input_t *input)
{
	static const hb_tag_t tags[] = { HB_TAG('G', 'S', 'U', 'B'),
	    HB_TAG('G', 'P', 'O', 'S'), HB_TAG('G', 'D', 'E', 'F'),
	    HB_TAG('k', 'e', 'r', 'n'), HB_TAG('n', 'a', 'm', 'e'),
	    HB_TAG('M', 'A', 'T', 'H'), HB_TAG('S', 'T', 'A', 'T'),
	    HB_TAG('m', 'e', 't', 'a'), HB_TAG('g', 'a', 's', 'p') };
	hb_set_t *set = hb_subset_input_set(input,
	    HB_SUBSET_SETS_DROP_TABLE_TAG);
	size_t i;

	for (i = 0; i < sizeof(tags) / sizeof(tags[0]); i++)
		hb_set_add(set, tags[i]);
	need(hb_set_allocation_successful(set));
}

void
face_subset_letters(const struct face *f, const uint32_t *letters, size_t num,
    struct sink *program)
{
	hb_subset_input_t *input = plan_input(NULL, 0);
	hb_set_t *set = hb_subset_input_unicode_set(input);
	hb_face_t *subset;
	size_t i;

	for (i = 0; i < num; i++)
		hb_set_add(set, letters[i]);
	need(hb_set_allocation_successful(set));
	drop_tables(input);
	subset = hb_subset_or_fail(f->face, input);
	need(subset != NULL);
	put_face(subset, program);
	hb_face_destroy(subset);
	hb_subset_input_destroy(input);
}

const char *
face_library(void)
{
	return hb_version_string();
}
