/* SPDX-License-Identifier: ISC */
#include "pdf_check.h"

#include "../base/arena.h"
#include "../base/file.h"
#include "../base/mem.h"
#include "../base/pool.h"
#include "../model/dom.h"
#include "../model/picture.h"
#include "pdf_image.h"
#include "pdf_shown.h"

struct pdf_checker {
	const struct pdf_sheet	*sheet;
	struct pdf_gallery	*gallery;
	struct pool		*pool;
	struct batch		 pictures;
	struct arena		**bytes;	/* of each worker's picture */
};

struct pdf_checker *
pdf_check_new(const struct pdf_sheet *sheet, struct pdf_gallery *gallery,
    struct pool *pool)
{
	struct pdf_checker *c = mem_alloc(sizeof(*c));
	size_t i;

	c->sheet = sheet;
	c->gallery = gallery;
	c->pool = pool;
	c->bytes = mem_calloc(pool_jobs(pool), sizeof(*c->bytes));
	for (i = 0; i < pool_jobs(pool); i++)
		c->bytes[i] = arena_new();
	return c;
}

void
pdf_check_free(struct pdf_checker *c)
{
	size_t i;

	if (c == NULL)
		return;
	for (i = 0; i < pool_jobs(c->pool); i++)
		arena_free(c->bytes[i]);
	mem_free(c->bytes);
	mem_free(c);
}

void
pdf_check_wait(struct pdf_checker *c, size_t worker)
{
	pool_wait((struct hand){ c->pool, worker }, &c->pictures);
}

/* --- Pictures --- */

/* Broken, foreign and too large ones the model has told already. */
static enum diag
fault_of(enum pdf_image_fault fault)
{
	switch (fault) {
	case PDF_IMAGE_CMYK:
		return DIAG_PICTURE_CMYK;
	case PDF_IMAGE_TURNED:
		return DIAG_PICTURE_TURNED;
	case PDF_IMAGE_KIND:
		return DIAG_PICTURE_KIND;
	case PDF_IMAGE_TYPE:
		return DIAG_PICTURE_TYPE;
	case PDF_IMAGE_SIZE:
		return DIAG_PICTURE_SIZE;
	default:
		return DIAG_PICTURE_BROKEN;
	}
}

/* A picture that is looked at by a task: its document may be gone by then. */
struct proof {
	struct pdf_checker	*checker;
	struct diags		*diags;
	struct pos		 pos;
	str			 document;	/* its path; bytes follow */
	str			 src;
	str			 file;		/* ends in '\0' */
};

/* What is not there, the model has told of. */
static void
prove(void *context, size_t worker)
{
	struct proof *p = context;
	struct pdf_checker *c = p->checker;
	enum pdf_image_fault fault = PDF_IMAGE_FINE;
	str bytes;

	if (file_read(c->bytes[worker], p->file.p, PICTURE_LIMIT, &bytes))
		fault = pdf_image_check(c->gallery, worker, bytes);
	if (fault != PDF_IMAGE_FINE)
		diag(p->diags, fault_of(fault), p->pos, p->document, p->src);
	arena_reset(c->bytes[worker]);
	mem_free(p);
}

static str
keep(char **at, str s)
{
	str kept = { *at, s.len };

	memcpy(*at, s.p, s.len);
	*at += s.len;
	return kept;
}

static void
check_file(struct pdf_checker *c, size_t worker, const struct doc *doc,
    struct pos pos, str folder, str src)
{
	struct proof *p = mem_alloc(sizeof(*p) + doc->path.len + src.len +
	    folder.len + src.len + 1);
	char *at = (char *)(p + 1);

	p->checker = c;
	p->diags = doc->diags;
	p->pos = pos;
	p->document = keep(&at, doc->path);
	p->src = keep(&at, src);
	p->file = keep(&at, folder);
	p->file.len += keep(&at, src).len;
	pool_add((struct hand){ c->pool, worker }, &c->pictures, prove, p);
}

/* What the model could not measure it has told of. */
static void
check_picture(struct pdf_checker *c, size_t worker, const struct doc *doc,
    const node *n, str folder)
{
	const struct item *i = dom_item(n);

	if (i->picture.width != 0)
		check_file(c, worker, doc, i->pos, folder, i->picture.src);
}

void
pdf_check(struct pdf_checker *c, size_t worker, const struct doc *doc,
    str folder)
{
	static const struct pos nowhere = { 0, 0 };
	const node *n;

	pdf_shown_document(c->sheet, doc);
	for (n = doc->root; n != NULL; n = dom_walk(doc->root, n))
		switch (dom_kind(n)) {
		case KIND_FIGURE:
		case KIND_PICTURE:
			check_picture(c, worker, doc, n, folder);
			break;
		default:
			break;
		}
	if (doc->lang == LANG_EN && !pdf_hyphen_has(c->sheet->hyphen, LANG_EN))
		diag(doc->diags, DIAG_SHEET_HYPHEN, nowhere, doc->path,
		    S("hyph_en_US.dic"));
}

void
pdf_check_folder(struct pdf_checker *c, size_t worker, const struct doc *doc,
    str folder, int depth, str title)
{
	if (doc->head.logo.len != 0)
		check_file(c, worker, doc, doc->head.logo_pos, folder,
		    doc->head.logo);
	pdf_shown_folder(c->sheet, doc, depth, title);
}
