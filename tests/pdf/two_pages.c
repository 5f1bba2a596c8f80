/* SPDX-License-Identifier: ISC
 *
 * two_pages [FILE]: a tagged file of two pages, made with pdf/ alone; an
 * example of how to use it. With FILE writes the file there, for veraPDF;
 * without prints checks. Links no object but those of base, image, font, pdf.
 */
#include "../unit/test.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/packer.h"
#include "base/pool.h"
#include "font/shaper.h"
#include "pdf/catalogue.h"
#include "pdf/image_cache.h"
#include "pdf/link.h"
#include "pdf/outline.h"
#include "pdf/page.h"
#include "pdf/pen.h"
#include "pdf/structure_dump.h"

#define FACES	"/usr/share/fonts/truetype/noto/"
#define PICTURE	"tests/sites/all/content/klv/bim/ag/kablosuz_20230904_1/" \
    "baglanti.png"

/* [pt] */
enum { WIDTH = 595, HEIGHT = 842, LEFT = 72, TOP = 72, SIZE = 11, LEADING = 16,
	HEADING = 16 };
enum { BLACK = 0x000000, GREY = 0x666666, BLUE = 0x0B4F8A };

/* What shows text: each chain has the faces of one kind of text. */
struct fonts {
	struct face		*serif;
	struct face		*sans;
	struct font_chain	 text;
	struct font_chain	 heading;
	struct shaper		*shaper;
};

/* The contents of the structure tree that the pages show. */
struct contents {
	struct pdf_tag	*title;
	struct pdf_tag	*first;
	struct pdf_tag	*link;			/* an element, of the next */
	struct pdf_tag	*link_text;
	struct pdf_tag	*figure;		/* an element, of the next */
	struct pdf_tag	*picture;
	struct pdf_tag	*heading;
	struct pdf_tag	*last;
};

static void
open_fonts(struct fonts *f)
{
	enum face_fault fault;

	f->serif = face_open(FACES "NotoSerif-Regular.ttf", &fault);
	f->sans = face_open(FACES "NotoSans-Bold.ttf", &fault);
	if (f->serif == NULL || f->sans == NULL)
		abort();
	f->text = (struct font_chain){ { f->serif, f->sans }, 2 };
	f->heading = (struct font_chain){ { f->sans }, 1 };
	f->shaper = shaper_new();
}

static void
close_fonts(struct fonts *f)
{
	shaper_free(f->shaper);
	face_close(f->serif);
	face_close(f->sans);
}

/* --- First the structure tree, in the order in which it is read --- */

/* Adds an element and a content below it; returns the content. */
static struct pdf_tag *
add_content(struct pdf_tag *parent, enum pdf_tag_type type)
{
	return pdf_tag_add(pdf_tag_add(parent, type), PDF_TAG_CONTENT);
}

static struct contents
make_tree(struct pdf_tags *tags)
{
	struct pdf_tag *root = pdf_tag_root(tags), *p;
	struct contents c;

	c.title = add_content(root, PDF_TAG_H1);
	p = pdf_tag_add(root, PDF_TAG_P);
	c.first = pdf_tag_add(p, PDF_TAG_CONTENT);
	c.link = pdf_tag_add(p, PDF_TAG_LINK);
	c.link_text = pdf_tag_add(c.link, PDF_TAG_CONTENT);
	c.figure = pdf_tag_add(root, PDF_TAG_FIGURE);
	pdf_tag_alt(c.figure, S("The settings of a wireless network"));
	c.picture = pdf_tag_add(c.figure, PDF_TAG_CONTENT);
	c.heading = add_content(root, PDF_TAG_H2);
	c.last = add_content(root, PDF_TAG_P);
	return c;
}

/* --- Then the pages, each part of them inside a mark --- */

/* Shows the text on a base line; returns its width [pt]. */
static double
show(struct pdf *pdf, struct fonts *f, const struct font_chain *chain,
    double x, double y, double size, unsigned colour, str text)
{
	const struct shaped_word *w = shaper_word(f->shaper, chain, LANG_EN,
	    text);

	pdf_pen_move(pdf, x, y);
	pdf_pen_show(pdf, w, 0, w->num, size, colour);
	return w->width * size;
}

/* The head of each page, and a rule below it, are not content. */
static void
paint_head(struct pdf *pdf, struct fonts *f)
{
	pdf_page_artifact(pdf, PDF_ARTIFACT_HEADER);
	show(pdf, f, &f->text, LEFT, 40, 8, GREY, S("Two pages"));
	pdf_page_artifact(pdf, PDF_ARTIFACT_LAYOUT);
	pdf_page_fill(pdf, LEFT, 46, WIDTH - 2 * LEFT, 0.5, GREY);
}

static void
paint_picture(struct pdf *pdf, const struct contents *c, double y)
{
	enum image_fault fault;
	const struct pdf_image *image = pdf_image_get(pdf->images, PICTURE,
	    &fault);
	double width = WIDTH - 2 * LEFT, height;

	if (image == NULL)
		abort();
	height = width * image->height / image->width;
	pdf_page_mark(pdf, c->picture);
	pdf_page_image(pdf, image, LEFT, y, width, height);
	pdf_page_box(pdf, c->figure, LEFT, y, width, height);
}

static void
paint_first(struct pdf *pdf, struct fonts *f, const struct contents *c)
{
	double y = TOP, x = LEFT, width;

	pdf_page_begin(pdf, WIDTH, HEIGHT);
	paint_head(pdf, f);
	pdf_outline_add(pdf, 1, S("Two pages"), y);
	pdf_page_mark(pdf, c->title);
	show(pdf, f, &f->heading, x, y + HEADING, HEADING, BLACK,
	    S("Two pages"));
	y += 3 * LEADING;
	pdf_page_mark(pdf, c->first);
	x += show(pdf, f, &f->text, x, y, SIZE, BLACK,
	    S("This text continues on "));
	pdf_page_mark(pdf, c->link_text);
	width = show(pdf, f, &f->text, x, y, SIZE, BLUE,
	    S("the second page"));
	pdf_link_to(pdf, c->link, x, y - SIZE, width, LEADING, S("second"),
	    S("the second page"));
	paint_picture(pdf, c, y + LEADING);
	/* The last paragraph begins at the foot of this page … */
	pdf_page_mark(pdf, c->last);
	show(pdf, f, &f->text, LEFT, HEIGHT - TOP, SIZE, BLACK,
	    S("A paragraph on "));
	pdf_page_end(pdf);
}

static void
paint_second(struct pdf *pdf, struct fonts *f, const struct contents *c)
{
	double y = TOP;

	pdf_page_begin(pdf, WIDTH, HEIGHT);
	paint_head(pdf, f);
	pdf_link_target(pdf, S("second"), y);
	pdf_outline_add(pdf, 2, S("The second page"), y);
	pdf_page_mark(pdf, c->heading);
	show(pdf, f, &f->heading, LEFT, y + HEADING, HEADING, BLACK,
	    S("The second page"));
	/* … and ends here: the same content, marked again. */
	pdf_page_mark(pdf, c->last);
	show(pdf, f, &f->text, LEFT, y + 3 * LEADING, SIZE, BLACK,
	    S("two pages."));
	pdf_page_end(pdf);
}

/* --- At last what the file says about itself; this ends the file --- */

static void
finish(struct pdf *pdf)
{
	static const str keywords[] = { { "example", 7 }, { "PDF/UA", 6 } };
	const struct pdf_meta meta = {
		.title = S("Two pages"), .author = S("Unit"),
		.publisher = S("Institution"), .identity = S("two-pages_1"),
		.summary = S("A file of pdf/ alone"),
		.keywords = keywords, .num_keywords = LENGTH(keywords),
		.lang = S("en"), .date = { 2019, 1, 15 },
		.source_name = S("two-pages_1.md"),
		.source = S("# Two pages\n")
	};

	pdf_catalogue_finish(pdf, &meta);
}

/* Appends the file to out, and the structure tree as text to tree. */
static void
make_file(struct packer *packer, struct sink *out, struct sink *tree)
{
	struct arena *arena = arena_new();
	struct pdf_image_cache *cache = pdf_image_cache_new(packer);
	struct pdf *pdf = pdf_page_start(arena, packer, /*worker*/0, cache,
	    out, S("en"));
	struct fonts fonts;
	struct contents contents;

	open_fonts(&fonts);
	pdf_tag_keep_text(pdf->tags);
	contents = make_tree(pdf->tags);
	paint_first(pdf, &fonts, &contents);
	paint_second(pdf, &fonts, &contents);
	finish(pdf);
	pdf_structure_dump(pdf->tags, tree);
	close_fonts(&fonts);
	pdf_image_cache_free(cache);
	arena_free(arena);
}

static bool
has(const struct sink *file, const char *text)
{
	str bytes = sink_str(file);

	return str_search(bytes, str_of(text)) != bytes.len;
}

static void
check_file(const struct sink *file, const struct sink *again,
    const struct sink *tree)
{
	static const char want[] = "Document lang=\"en\"\n"
	    "  H1\n"
	    "    \"Two pages\"\n"
	    "  P\n"
	    "    \"This text continues on \"\n"
	    "    Link link\n"
	    "      \"the second page\"\n"
	    "  Figure alt=\"The settings of a wireless network\" box\n"
	    "    picture\n"
	    "  H2\n"
	    "    \"The second page\"\n"
	    "  P\n"
	    "    \"A paragraph on two pages.\"\n";

	check(str_starts(sink_str(file), S("%PDF-1.7\n")), "the file begins");
	check(str_ends(sink_str(file), S("%%EOF\n")), "the file ends");
	check(has(file, "<pdfaid:conformance>A</pdfaid:conformance>"),
	    "it says that it is PDF/A-3a");
	check(has(file, "<pdfuaid:part>1</pdfuaid:part>"),
	    "it says that it is PDF/UA-1");
	check_str(sink_str(tree), str_of(want), "the structure tree");
	check(str_eq(sink_str(file), sink_str(again)),
	    "a second file has the same bytes");
}

static int
write_file(const char *path, str bytes)
{
	FILE *to = fopen(path, "wb");
	bool written = to != NULL &&
	    fwrite(bytes.p, 1, bytes.len, to) == bytes.len;

	if (to == NULL || fclose(to) != 0 || !written) {
		perror(path);
		return 3;
	}
	return 0;
}

int
main(int argc, char **argv)
{
	struct sink file = { 0 }, again = { 0 }, tree = { 0 }, more = { 0 };
	struct pool *pool = pool_open(/*jobs*/2);
	struct packer *packer = packer_new(pool);
	int status = 0;

	make_file(packer, &file, &tree);
	if (argc > 1) {
		status = write_file(argv[1], sink_str(&file));
	} else {
		make_file(packer, &again, &more);
		check_file(&file, &again, &tree);
	}
	packer_free(packer);
	pool_close(pool);
	sink_free(&file);
	sink_free(&again);
	sink_free(&tree);
	sink_free(&more);
	return status;
}
