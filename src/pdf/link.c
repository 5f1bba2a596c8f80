/* SPDX-License-Identifier: ISC */
#include "pdf/link.h"

#include <assert.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/digest.h"
#include "pdf/canvas.h"
#include "pdf/object.h"
#include "pdf/tag.h"
#include "pdf/token.h"

enum {
	URI_MAX = 32000,		/* [byte]; 19005-3, 6.1.13 */
	NAME_MAX_LEN = 127		/* [byte] of a destination */
};

/* --- Links (ISO 32000-1, 12.5.6.5) --- */

/* Lengths as pdf_page counts them. */
struct box {
	double	x;
	double	y;
	double	width;
	double	height;
};

/* Begins the annotation: its box, and what a screen reader reads. F 4: it is
 * printed (19005-3, 6.3.2). */
static struct sink *
begin_link(struct pdf *pdf, struct pdf_tag *link, struct box box, str contents)
{
	struct pdf_page *p = pdf->page;
	unsigned object = pdf_object_reserve(pdf->file);
	struct sink *k = pdf_object_open(pdf->file, object);
	double edges[4];
	size_t i;

	assert(contents.len != 0);		/* 14289-1, 7.18.5 */
	pdf_token_ref(&p->annotations, object);
	pdf_object_dict(pdf->file);
	sink_puts(k, "/Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect");
	pdf_object_array(pdf->file);
	pdf_canvas_box(p, box.x, box.y, box.width, box.height, edges);
	for (i = 0; i < 4; i++)
		pdf_canvas_length(k, edges[i]);
	pdf_object_array_end(pdf->file);
	pdf_token_put_int(k, "StructParent", pdf_tag_annotation(link,
	    p->index, object));
	pdf_token_name(k, "Contents");
	pdf_token_text(k, contents);
	return k;
}

static void
end_link(struct pdf *pdf)
{
	pdf_object_dict_end(pdf->file);
	pdf_object_close(pdf->file);
}

/* 12.6.4.7: an address is ASCII; other bytes are escaped (RFC 3986, 2.1). */
static void
put_uri(struct sink *k, str uri)
{
	static const char digits[] = "0123456789ABCDEF";
	struct sink ascii = { 0 };
	size_t i;
	unsigned char c;

	for (i = 0; i < uri.len; i++) {
		c = (unsigned char)uri.p[i];
		if (c > ' ' && c < 0x7F) {
			sink_char(&ascii, (char)c);
			continue;
		}
		sink_char(&ascii, '%');
		sink_char(&ascii, digits[c >> 4]);
		sink_char(&ascii, digits[c & 15]);
	}
	pdf_token_bytes(k, str_upto(sink_str(&ascii), URI_MAX));
	sink_free(&ascii);
}

void
pdf_link_uri(struct pdf *pdf, struct pdf_tag *link, double x,
    double y, double width, double height, str uri, str contents)
{
	struct sink *k = begin_link(pdf, link, (struct box){ x, y, width,
	    height }, contents);

	sink_puts(k, "/A<</S/URI/URI");
	put_uri(k, uri);
	sink_puts(k, ">>");
	end_link(pdf);
}

/* --- Destinations (12.3.2) --- */

/* The id; where it is long, its beginning and the fingerprint of all of it. */
static str
name_of(struct arena *a, str id)
{
	struct digest_fingerprint fingerprint;

	if (id.len <= NAME_MAX_LEN)
		return str_copy(a, id);
	fingerprint = digest_fingerprint(id);
	return str_join(a, str_upto(id, NAME_MAX_LEN / 2), S("."), str_uint(a,
	    fingerprint.parts[0]));
}

static struct pdf_destination *
find_destination(struct pdf *pdf, str id)
{
	str name = name_of(pdf->arena, id);
	struct map_slot *slot = map_find(&pdf->destinations, name);
	struct pdf_destination *destination;

	if (slot != NULL)
		return slot->value;
	destination = arena_new_of(pdf->arena, struct pdf_destination);
	destination->id = name;
	map_slot(&pdf->destinations, destination->id)->value = destination;
	return destination;
}

void
pdf_link_to(struct pdf *pdf, struct pdf_tag *link, double x,
    double y, double width, double height, str id, str contents)
{
	struct sink *k = begin_link(pdf, link, (struct box){ x, y, width,
	    height }, contents);

	pdf_token_name(k, "Dest");
	pdf_token_bytes(k, find_destination(pdf, id)->id);
	end_link(pdf);
}

struct pdf_destination
pdf_link_here(struct pdf *pdf, double y)
{
	const struct pdf_page *p = pdf->page;

	assert(p != NULL);
	return (struct pdf_destination){ .is_there = true, .page = p->object,
	    .x = p->turned ? y : 0,
	    .y = p->turned ? 0 : pdf_canvas_upwards(p, y) };
}

void
pdf_link_target(struct pdf *pdf, str id, double y)
{
	struct pdf_destination *destination = find_destination(pdf, id);
	struct pdf_destination here = pdf_link_here(pdf, y);

	if (destination->is_there)
		return;
	here.id = destination->id;
	*destination = here;
}

void
pdf_link_put_destination(struct sink *k, const struct pdf_destination *d)
{
	sink_char(k, '[');
	pdf_token_ref(k, d->page);
	sink_puts(k, "/XYZ");
	pdf_canvas_length(k, d->x);
	pdf_canvas_length(k, d->y);
	sink_puts(k, " null]");
}

static int
by_id(const void *a, const void *b)
{
	const struct pdf_destination *const *x = a, *const *y = b;

	return str_cmp((*x)->id, (*y)->id);
}

/* All destinations, sorted by id, as a name tree requires (7.9.6). */
static struct pdf_destination **
sort_destinations(struct pdf *pdf)
{
	struct pdf_destination **list = arena_array(pdf->arena,
	    struct pdf_destination *, pdf->destinations.num);
	size_t i, num = 0;

	for (i = 0; i < pdf->destinations.cap; i++)
		if (pdf->destinations.slots[i].key.p != NULL)
			list[num++] = pdf->destinations.slots[i].value;
	qsort(list, num, sizeof(*list), by_id);
	return list;
}

unsigned
pdf_link_names(struct pdf *pdf)
{
	struct pdf_destination **list;
	struct sink *k;
	unsigned object;
	size_t i;

	if (pdf->destinations.num == 0)
		return 0;
	list = sort_destinations(pdf);
	object = pdf_object_reserve(pdf->file);
	k = pdf_object_open(pdf->file, object);
	pdf_object_dict(pdf->file);
	pdf_token_name(k, "Names");
	pdf_object_array(pdf->file);
	for (i = 0; i < pdf->destinations.num; i++) {
		assert(list[i]->is_there);	/* no link without target */
		pdf_token_bytes(k, list[i]->id);
		pdf_link_put_destination(k, list[i]);
	}
	pdf_object_array_end(pdf->file);
	pdf_object_dict_end(pdf->file);
	pdf_object_close(pdf->file);
	return object;
}

