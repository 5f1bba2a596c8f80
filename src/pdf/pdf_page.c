/* SPDX-License-Identifier: ISC */
#include "pdf_page.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>

#include "../base/arena.h"
#include "../base/mem.h"

enum { NO_FONT = -1, NO_COLOUR = -1 };

/* What is painted belongs to a leaf or is an artifact; wanted is written
 * down when something is painted, so that no mark is empty. */
struct mark {
	struct pdf_tag		*leaf;
	enum pdf_artifact	 artifact;	/* where leaf is NULL */
	bool			 is_set;
};

struct pdf_page {
	unsigned	 index;			/* from 0 */
	unsigned	 object;
	unsigned	 parents;		/* StructParents */
	double		 width;			/* [pt] */
	double		 height;		/* [pt] */
	struct sink	 content;
	struct sink	 annotations;		/* references */
	struct mark	 wanted;
	struct mark	 open;
	bool		 in_text;		/* BT */
	bool		 in_array;		/* [ of TJ */
	bool		 in_string;		/* ( */
	long		 font;			/* in effect, as are the next */
	long		 size;			/* [pt/100] */
	long		 colour;
	double		 x;			/* [pt] the pen */
	double		 y;			/* [pt] upwards */
	bool		 moved;
	double		 shift;			/* [em/1000] still to be made */
	long		 line_x;		/* [pt/100] of the last Td */
	long		 line_y;
	long		 rise;			/* [pt/100] */
};

struct pdf_record *
pdf_page_start(struct arena *a, struct pdf_packer *packer,
    struct pdf_gallery *gallery, struct sink *out, str lang)
{
	struct pdf_record *r = arena_new_of(a, struct pdf_record);

	r->arena = a;
	r->file = pdf_object_start(a, packer, out);
	r->fonts = pdf_subset_start(a);
	r->images = pdf_image_start(a, gallery, packer, r->file);
	r->tags = pdf_tag_start(a, lang);
	r->parent = pdf_object_reserve(r->file);
	r->resources = pdf_object_reserve(r->file);
	r->places = map_make(a);
	return r;
}

static void
keep_page(struct pdf_record *r, unsigned object)
{
	unsigned *old = r->pages, i;

	if (r->num_pages == r->cap_pages) {
		r->cap_pages = r->cap_pages != 0 ? r->cap_pages * 2 : 16;
		r->pages = arena_array(r->arena, unsigned, r->cap_pages);
		for (i = 0; i < r->num_pages; i++)
			r->pages[i] = old[i];
	}
	r->pages[r->num_pages++] = object;
}

void
pdf_page_begin(struct pdf_record *r, double width, double height)
{
	struct pdf_page *p = arena_new_of(r->arena, struct pdf_page);

	assert(r->page == NULL);
	/* 19005-3, 6.1.13 */
	assert(width >= 3 && width <= 14400 && height >= 3 && height <= 14400);
	p->index = r->num_pages;
	p->object = pdf_object_reserve(r->file);
	p->parents = pdf_tag_page(r->tags);
	p->width = width;
	p->height = height;
	p->font = NO_FONT;
	p->colour = NO_COLOUR;
	keep_page(r, p->object);
	r->page = p;
}

/* --- Numbers and colours --- */

static long
hundredths(double v)
{
	assert(isfinite(v) && fabs(v) < 1e6);
	return lround(v * 100);
}

static void
put_length(struct sink *k, double v)
{
	pdf_object_fixed(k, hundredths(v), /*decimals*/2);
}

/* y counted downwards from the upper edge, as PDF has it. */
static double
upwards(const struct pdf_page *p, double y)
{
	return p->height - y;
}

static void
put_colour(struct sink *k, unsigned colour, const char *grey, const char *rgb)
{
	unsigned parts[3] = { colour >> 16 & 0xFF, colour >> 8 & 0xFF,
	    colour & 0xFF };
	bool is_grey = parts[0] == parts[1] && parts[1] == parts[2];
	size_t i;

	for (i = 0; i < (is_grey ? 1 : 3); i++)
		pdf_object_real(k, parts[i] / 255.0);
	pdf_object_word(k, is_grey ? grey : rgb);
}

static void
set_colour(struct pdf_page *p, unsigned colour)
{
	if (p->colour == (long)colour)
		return;
	put_colour(&p->content, colour, "g", "rg");
	p->colour = (long)colour;
}

/* --- Leaving text, marks --- */

static void
end_string(struct pdf_page *p)
{
	if (p->in_string)
		sink_char(&p->content, ')');
	p->in_string = false;
}

static void
end_array(struct pdf_page *p)
{
	end_string(p);
	if (p->in_array)
		sink_puts(&p->content, "]TJ\n");
	p->in_array = false;
}

static void
end_text(struct pdf_page *p)
{
	end_array(p);
	if (p->in_text)
		sink_puts(&p->content, "ET\n");
	p->in_text = false;
}

static bool
is_same(struct mark a, struct mark b)
{
	return a.is_set && b.is_set && a.leaf == b.leaf &&
	    (a.leaf != NULL || a.artifact == b.artifact);
}

static void
end_mark(struct pdf_page *p)
{
	end_text(p);
	if (p->open.is_set)
		sink_puts(&p->content, "EMC\n");
	p->open.is_set = false;
}

static void
open_leaf(struct pdf_page *p, struct pdf_tag *leaf)
{
	struct sink *k = &p->content;

	pdf_object_name(k, pdf_tag_name(pdf_tag_type(pdf_tag_parent(leaf))));
	sink_puts(k, "<</MCID");
	pdf_object_int(k, pdf_tag_mark(leaf, p->index));
	sink_puts(k, ">>BDC\n");
}

/* ISO 32000-1, 14.8.2.2 */
static void
open_artifact(struct pdf_page *p, enum pdf_artifact artifact)
{
	static const char *const properties[] = {
		[PDF_ARTIFACT_HEADER] =
		    "/Type/Pagination/Subtype/Header/Attached[/Top]",
		[PDF_ARTIFACT_FOOTER] =
		    "/Type/Pagination/Subtype/Footer/Attached[/Bottom]",
		[PDF_ARTIFACT_REPEAT] = "/Type/Pagination",
		[PDF_ARTIFACT_LAYOUT] = "/Type/Layout"
	};

	sink_puts(&p->content, "/Artifact<<");
	sink_puts(&p->content, properties[artifact]);
	sink_puts(&p->content, ">>BDC\n");
}

/* Before anything is painted: the mark that is wanted is the open one. */
static struct pdf_page *
enter_mark(struct pdf_record *r)
{
	struct pdf_page *p = r->page;

	assert(p != NULL && p->wanted.is_set);	/* 14289-1, 7.1 */
	if (is_same(p->open, p->wanted))
		return p;
	end_mark(p);
	if (p->wanted.leaf != NULL)
		open_leaf(p, p->wanted.leaf);
	else
		open_artifact(p, p->wanted.artifact);
	p->open = p->wanted;
	return p;
}

void
pdf_page_mark(struct pdf_record *r, struct pdf_tag *leaf)
{
	assert(r->page != NULL && pdf_tag_type(leaf) == PDF_TAG_CONTENT);
	r->page->wanted = (struct mark){ .leaf = leaf, .is_set = true };
}

void
pdf_page_artifact(struct pdf_record *r, enum pdf_artifact artifact)
{
	assert(r->page != NULL);
	r->page->wanted = (struct mark){ .artifact = artifact,
	    .is_set = true };
}

/* --- Text --- */

void
pdf_page_move(struct pdf_record *r, double x, double y)
{
	struct pdf_page *p = r->page;

	p->x = x;
	p->y = upwards(p, y);
	p->shift = 0;
	p->moved = true;
}

static void
enter_text(struct pdf_page *p)
{
	if (p->in_text)
		return;
	pdf_object_word(&p->content, "BT");
	sink_char(&p->content, '\n');
	p->in_text = true;
	p->line_x = p->line_y = 0;
	p->moved = true;
}

static void
set_font(struct pdf_page *p, unsigned number, double size)
{
	long hundredth = hundredths(size);

	assert(hundredth > 0);
	if (p->font == (long)number && p->size == hundredth)
		return;
	end_array(p);
	p->shift = p->shift * (double)p->size / (double)hundredth;
	sink_puts(&p->content, "/F");
	sink_uint(&p->content, number);
	put_length(&p->content, size);
	pdf_object_word(&p->content, "Tf");
	p->font = (long)number;
	p->size = hundredth;
}

static void
set_rise(struct pdf_page *p, double rise)
{
	long hundredth = hundredths(rise);

	if (p->rise == hundredth)
		return;
	end_array(p);
	put_length(&p->content, rise);
	pdf_object_word(&p->content, "Ts");
	p->rise = hundredth;
}

/* Td moves from where the last one led; hundredths, so that nothing adds
 * up. */
static void
go(struct pdf_page *p)
{
	long x = hundredths(p->x), y = hundredths(p->y);

	end_array(p);
	pdf_object_fixed(&p->content, x - p->line_x, /*decimals*/2);
	pdf_object_fixed(&p->content, y - p->line_y, /*decimals*/2);
	pdf_object_word(&p->content, "Td");
	p->line_x = x;
	p->line_y = y;
	p->shift = 0;
	p->moved = false;
}

static void
enter_array(struct pdf_page *p)
{
	if (p->in_array)
		return;
	sink_char(&p->content, '[');
	p->in_array = true;
}

/* What is left of a shift after rounding is carried to the next. */
static void
make_shift(struct pdf_page *p)
{
	long whole = lround(p->shift);

	if (whole == 0)
		return;
	end_string(p);
	pdf_object_int(&p->content, -whole);
	p->shift -= (double)whole;
}

/* ISO 32000-1, 7.3.4.2 */
static void
put_code_byte(struct sink *k, unsigned char c)
{
	if (c == '(' || c == ')' || c == '\\')
		sink_char(k, '\\');
	if (c == '\r') {
		sink_puts(k, "\\r");
		return;
	}
	sink_char(k, (char)c);
}

static void
put_code(struct pdf_page *p, unsigned code)
{
	if (!p->in_string)
		sink_char(&p->content, '(');
	p->in_string = true;
	put_code_byte(&p->content, (unsigned char)(code >> 8));
	put_code_byte(&p->content, (unsigned char)(code & 0xFF));
}

/* Sets the pen and the state of text for a glyph. */
static void
prepare(struct pdf_record *r, const struct pdf_word *w,
    const struct pdf_glyph *g, double size, unsigned colour)
{
	struct pdf_page *p = r->page;
	const struct pdf_face *face = w->chain->faces[g->face];

	if (p->colour != (long)colour) {
		end_array(p);
		set_colour(p, colour);
	}
	enter_text(p);
	set_font(p, pdf_subset_number(r->fonts, face), size);
	set_rise(p, (double)g->dy * size);
	if (p->moved)
		go(p);
	enter_array(p);
}

void
pdf_page_show(struct pdf_record *r, const struct pdf_word *w, size_t from,
    size_t to, double size, unsigned colour)
{
	struct pdf_page *p;
	const struct pdf_glyph *g;

	if (from >= to)
		return;
	p = enter_mark(r);
	for (; from < to; from++) {
		g = &w->glyphs[from];
		prepare(r, w, g, size, colour);
		p->shift += (double)g->dx * 1000;
		make_shift(p);
		put_code(p, pdf_subset_code(r->fonts, w, from));
		p->shift += ((double)g->advance - (double)g->natural -
		    (double)g->dx) * 1000;
		p->x += (double)g->advance * size;
	}
}

/* Within a line of text a shift; before the first glyph a move. */
void
pdf_page_skip(struct pdf_record *r, double width)
{
	struct pdf_page *p = r->page;

	p->x += width;
	if (p->in_array && !p->moved && p->size != 0)
		p->shift += width / ((double)p->size / 100) * 1000;
	else
		p->moved = true;
}

/* --- Shapes --- */

static void
put_rectangle(struct pdf_page *p, double x, double y, double width,
    double height)
{
	put_length(&p->content, x);
	put_length(&p->content, upwards(p, y + height));
	put_length(&p->content, width);
	put_length(&p->content, height);
	pdf_object_word(&p->content, "re");
}

void
pdf_page_fill(struct pdf_record *r, double x, double y, double width,
    double height, unsigned colour)
{
	struct pdf_page *p = enter_mark(r);

	end_text(p);
	set_colour(p, colour);
	put_rectangle(p, x, y, width, height);
	sink_puts(&p->content, " f\n");
}

void
pdf_page_frame(struct pdf_record *r, double x, double y, double width,
    double height, double line, unsigned colour)
{
	struct pdf_page *p = enter_mark(r);

	end_text(p);
	set_colour(p, colour);
	put_rectangle(p, x, y, width, height);
	put_rectangle(p, x + line, y + line, width - 2 * line,
	    height - 2 * line);
	sink_puts(&p->content, " f*\n");
}

void
pdf_page_line(struct pdf_record *r, double x1, double y1, double x2, double y2,
    double line, unsigned colour)
{
	struct pdf_page *p = enter_mark(r);
	struct sink *k = &p->content;

	end_text(p);
	put_length(k, line);
	pdf_object_word(k, "w");
	put_colour(k, colour, "G", "RG");
	put_length(k, x1);
	put_length(k, upwards(p, y1));
	pdf_object_word(k, "m");
	put_length(k, x2);
	put_length(k, upwards(p, y2));
	pdf_object_word(k, "l");
	sink_puts(k, " S\n");
}

/* Runs of cells in the units of the grid, so that no seam is rounded. */
static void
put_cells(struct sink *k, const unsigned char *row, int side, int y)
{
	int from, to;

	for (from = 0; from < side; from = to + 1) {
		for (to = from; to < side && (row[to] & 1) != 0; to++)
			;
		if (to == from)
			continue;
		pdf_object_int(k, from);
		pdf_object_int(k, y);
		pdf_object_int(k, to - from);
		pdf_object_int(k, 1);
		pdf_object_word(k, "re");
	}
}

void
pdf_page_grid(struct pdf_record *r, double x, double y, double cell,
    const unsigned char *cells, int side, unsigned colour)
{
	struct pdf_page *p = enter_mark(r);
	struct sink *k = &p->content;
	int i;

	end_text(p);
	set_colour(p, colour);
	pdf_object_word(k, "q");
	pdf_object_real(k, cell);
	sink_puts(k, " 0 0");
	pdf_object_real(k, cell);
	put_length(k, x);
	put_length(k, upwards(p, y + side * cell));
	pdf_object_word(k, "cm");
	for (i = 0; i < side; i++)
		put_cells(k, cells + i * side, side, side - 1 - i);
	sink_puts(k, " f Q\n");
}

void
pdf_page_image(struct pdf_record *r, const struct pdf_image *image, double x,
    double y, double width, double height)
{
	struct pdf_page *p = enter_mark(r);
	struct sink *k = &p->content;

	end_text(p);
	pdf_object_word(k, "q");
	put_length(k, width);
	sink_puts(k, " 0 0");
	put_length(k, height);
	put_length(k, x);
	put_length(k, upwards(p, y + height));
	pdf_object_word(k, "cm");
	sink_puts(k, "/I");
	sink_uint(k, image->number);
	sink_puts(k, " Do Q\n");
}

void
pdf_page_box(struct pdf_record *r, struct pdf_tag *t, double x, double y,
    double width, double height)
{
	const struct pdf_page *p = r->page;
	double box[4] = { x, upwards(p, y + height), x + width,
	    upwards(p, y) };

	pdf_tag_box(t, box);
}

/* --- Links and places (12.5.6.5, 12.3.2) --- */

/* Begins the annotation: where it is, what it is read out as. F 4: it is
 * printed (19005-3, 6.3.2). */
static struct sink *
begin_link(struct pdf_record *r, struct pdf_tag *link, const double box[4],
    str contents)
{
	struct pdf_page *p = r->page;
	unsigned object = pdf_object_reserve(r->file);
	struct sink *k = pdf_object_open(r->file, object);
	size_t i;

	assert(contents.len != 0);		/* 14289-1, 7.18.5 */
	pdf_object_ref(&p->annotations, object);
	pdf_object_dict(r->file);
	sink_puts(k, "/Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect");
	pdf_object_array(r->file);
	for (i = 0; i < 4; i++)
		put_length(k, box[i]);
	pdf_object_array_end(r->file);
	pdf_object_name(k, "StructParent");
	pdf_object_int(k, pdf_tag_annotation(link, p->index, object));
	pdf_object_name(k, "Contents");
	pdf_object_text(k, contents);
	return k;
}

static void
end_link(struct pdf_record *r)
{
	pdf_object_dict_end(r->file);
	pdf_object_close(r->file);
}

/* 12.6.4.7: an address is ASCII; what is not is escaped (RFC 3986, 2.1). */
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
	pdf_object_bytes(k, sink_str(&ascii));
	sink_free(&ascii);
}

void
pdf_page_link_uri(struct pdf_record *r, struct pdf_tag *link, double x,
    double y, double width, double height, str uri, str contents)
{
	const struct pdf_page *p = r->page;
	double box[4] = { x, upwards(p, y + height), x + width,
	    upwards(p, y) };
	struct sink *k = begin_link(r, link, box, contents);

	sink_puts(k, "/A<</S/URI/URI");
	put_uri(k, uri);
	sink_puts(k, ">>");
	end_link(r);
}

static struct pdf_place *
find_place(struct pdf_record *r, str id)
{
	struct map_slot *slot = map_find(&r->places, id);
	struct pdf_place *place;

	if (slot != NULL)
		return slot->value;
	place = arena_new_of(r->arena, struct pdf_place);
	place->id = str_copy(r->arena, id);
	map_slot(&r->places, place->id)->value = place;
	return place;
}

void
pdf_page_link_place(struct pdf_record *r, struct pdf_tag *link, double x,
    double y, double width, double height, str id, str contents)
{
	const struct pdf_page *p = r->page;
	double box[4] = { x, upwards(p, y + height), x + width,
	    upwards(p, y) };
	struct sink *k = begin_link(r, link, box, contents);

	pdf_object_name(k, "Dest");
	pdf_object_bytes(k, find_place(r, id)->id);
	end_link(r);
}

struct pdf_place
pdf_page_here(struct pdf_record *r, double y)
{
	const struct pdf_page *p = r->page;

	assert(p != NULL);
	return (struct pdf_place){ .is_there = true, .page = p->object,
	    .y = upwards(p, y) };
}

void
pdf_page_place(struct pdf_record *r, str id, double y)
{
	struct pdf_place *place = find_place(r, id);
	struct pdf_place here = pdf_page_here(r, y);

	if (place->is_there)
		return;
	here.id = place->id;
	*place = here;
}

void
pdf_page_destination(struct sink *k, const struct pdf_place *place)
{
	sink_char(k, '[');
	pdf_object_ref(k, place->page);
	sink_puts(k, "/XYZ 0");
	put_length(k, place->y);
	sink_puts(k, " null]");
}

static int
by_id(const void *a, const void *b)
{
	const struct pdf_place *const *x = a, *const *y = b;

	return str_cmp((*x)->id, (*y)->id);
}

/* All places, sorted by id as a name tree wants them (7.9.6). */
static struct pdf_place **
sorted_places(struct pdf_record *r)
{
	struct pdf_place **list = arena_array(r->arena, struct pdf_place *,
	    r->places.num);
	size_t i, num = 0;

	for (i = 0; i < r->places.cap; i++)
		if (r->places.slots[i].key.p != NULL)
			list[num++] = r->places.slots[i].value;
	qsort(list, num, sizeof(*list), by_id);
	return list;
}

unsigned
pdf_page_names(struct pdf_record *r)
{
	struct pdf_place **list;
	struct sink *k;
	unsigned object;
	size_t i;

	if (r->places.num == 0)
		return 0;
	list = sorted_places(r);
	object = pdf_object_reserve(r->file);
	k = pdf_object_open(r->file, object);
	pdf_object_dict(r->file);
	pdf_object_name(k, "Names");
	pdf_object_array(r->file);
	for (i = 0; i < r->places.num; i++) {
		assert(list[i]->is_there);	/* no link leads nowhere */
		pdf_object_bytes(k, list[i]->id);
		pdf_page_destination(k, list[i]);
	}
	pdf_object_array_end(r->file);
	pdf_object_dict_end(r->file);
	pdf_object_close(r->file);
	return object;
}

/* --- Writing --- */

static void
put_reference(struct sink *k, const char *key, unsigned object)
{
	pdf_object_name(k, key);
	pdf_object_ref(k, object);
}

static void
write_page(struct pdf_record *r, struct pdf_page *p, unsigned content)
{
	struct sink *k = pdf_object_open(r->file, p->object);

	pdf_object_dict(r->file);
	put_reference(k, "Type/Page/Parent", r->parent);
	sink_puts(k, "/MediaBox[0 0");
	put_length(k, p->width);
	put_length(k, p->height);
	sink_char(k, ']');
	put_reference(k, "Contents", content);
	put_reference(k, "Resources", r->resources);
	pdf_object_name(k, "StructParents");
	pdf_object_int(k, p->parents);
	sink_puts(k, "/Tabs/S");		/* 14289-1, 7.18.3 */
	if (p->annotations.len != 0) {
		pdf_object_name(k, "Annots");
		sink_char(k, '[');
		sink_put(k, sink_str(&p->annotations));
		sink_char(k, ']');
	}
	pdf_object_dict_end(r->file);
	pdf_object_close(r->file);
}

void
pdf_page_end(struct pdf_record *r)
{
	struct pdf_page *p = r->page;
	unsigned content = pdf_object_reserve(r->file);

	end_mark(p);
	pdf_object_stream(r->file, content);
	pdf_object_stream_end(r->file, sink_str(&p->content), PDF_PACK);
	write_page(r, p, content);
	sink_free(&p->content);
	sink_free(&p->annotations);
	r->page = NULL;
}

static void
write_tree(struct pdf_record *r)
{
	struct sink *k = pdf_object_open(r->file, r->parent);
	unsigned i;

	pdf_object_dict(r->file);
	pdf_object_name(k, "Type/Pages/Kids");
	pdf_object_array(r->file);
	for (i = 0; i < r->num_pages; i++)
		pdf_object_ref(k, r->pages[i]);
	pdf_object_array_end(r->file);
	pdf_object_name(k, "Count");
	pdf_object_int(k, r->num_pages);
	pdf_object_dict_end(r->file);
	pdf_object_close(r->file);
}

/* “/F3 12 0 R”, “/I0 14 0 R” */
static void
put_resource(struct sink *k, const char *letter, unsigned number,
    unsigned object)
{
	pdf_object_name(k, letter);
	sink_uint(k, number);
	pdf_object_ref(k, object);
}

/* One dictionary for all pages. Fonts are written before it, since only one
 * object is open at a time. */
static void
write_resources(struct pdf_record *r)
{
	unsigned num = pdf_subset_count(r->fonts), i;
	unsigned *fonts = arena_array(r->arena, unsigned, num);
	struct sink *k;

	for (i = 0; i < num; i++)
		fonts[i] = pdf_subset_write(r->fonts, r->file, i);
	k = pdf_object_open(r->file, r->resources);
	pdf_object_dict(r->file);
	sink_puts(k, "/Font<<");
	for (i = 0; i < num; i++)
		put_resource(k, "F", i, fonts[i]);
	sink_puts(k, ">>/XObject<<");
	pdf_image_put_names(r->images, k);
	sink_puts(k, ">>");
	pdf_object_dict_end(r->file);
	pdf_object_close(r->file);
}

struct pdf_page_roots
pdf_page_finish(struct pdf_record *r)
{
	struct pdf_page_roots roots = { .pages = r->parent };

	assert(r->page == NULL && r->num_pages > 0);
	write_tree(r);
	write_resources(r);
	roots.structure = pdf_tag_finish(r->tags, r->file, r->pages);
	return roots;
}
