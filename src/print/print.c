/* SPDX-License-Identifier: ISC */
#include "print/print.h"

#include "base/arena.h"
#include "font/shaper.h"
#include "layout/block.h"
#include "layout/contents.h"
#include "layout/dump.h"
#include "layout/generated.h"
#include "layout/paginate.h"
#include "layout/revisions.h"
#include "layout/shape.h"
#include "model/dom.h"
#include "pdf/catalogue.h"
#include "pdf/structure_dump.h"
#include "print/margin.h"
#include "print/paint.h"

/* The title of the file, which is never empty (14289-1, 7.1): a document's
 * title may be only a picture, and the document of a dump may have none. */
static str
title_of(const struct doc *doc, const struct layout_context *x)
{
	str title = doc->title != NULL ?
	    str_trim(dom_words(doc->arena, doc->title)) : S("");

	if (title.len == 0)
		title = x->subject.text.len != 0 ? x->subject.text :
		    x->institution.text;
	return title.len != 0 ? title : S("-");
}

static void
finish(struct layout_job *j)
{
	const struct doc *doc = j->doc;
	struct pdf_meta m = { .title = title_of(doc, j->context),
		.author = j->context->stamp.len != 0 ?
		    j->context->institution.text : j->context->unit.text,
		.publisher = j->context->institution.text,
		.summary = doc->front_matter.summary.text,
		.keywords = doc->front_matter.keywords.items,
		.num_keywords = doc->front_matter.keywords.num,
		.lang = lang_tag(doc->lang),
		.source_name = j->context->source_name,
		.source = j->context->source,
		.files = j->context->files,
		.num_files = j->context->num_files };

	if (doc->ident != NULL) {
		m.identity = doc->ident->edition;
		m.date = doc->ident->date;
	} else if (date_is_set(j->context->day)) {
		m.date = j->context->day;
	} else {
		/* The document of a dump, whose file is thrown away. */
		m.date = (struct date){ 1970, 1, 1 };
	}
	pdf_catalogue_finish(j->pdf, &m);
}

static struct sheet_list
lay_out(struct layout_job *j)
{
	struct sheet_list layout;
	double top;

	block_document(j);
	j->styles = style_turned(j->worker->styles, j->body.first != NULL &&
	    j->body.first->turned);
	top = print_margin_letterhead(j);
	j->styles = j->worker->styles;
	layout = paginate(j, top);
	generated_complete(j, layout.num);
	contents_complete(j, &layout);
	return layout;
}

/* Lays out the document and paints its sheets. */
static struct sheet_list
render_sheets(struct layout_job *j)
{
	struct sheet_list layout = lay_out(j);

	print_paint(j, &layout);
	return layout;
}

static struct layout_job
start(struct doc *doc, const struct layout_context *x, struct layout_worker *w,
    struct sink *file)
{
	arena_reset(w->block_arena);
	return (struct layout_job){ .arena = doc->arena,
		.block_arena = w->block_arena, .doc = doc, .context = x,
		.styles = w->styles, .worker = w,
		.missing = arena_new_of(doc->arena, struct layout_missing),
		.pdf = pdf_page_start(doc->arena, w->packer, w->index,
		    w->image_cache, file, lang_tag(doc->lang)) };
}

unsigned
print_record(struct doc *doc, const struct layout_context *x,
    struct layout_worker *w, struct sink *file, const char **lost)
{
	struct layout_job j = start(doc, x, w, file);
	unsigned sheets = render_sheets(&j).num;

	finish(&j);
	shape_end(&j);
	shaper_rest(w->shaper);
	*lost = pdf_image_lost(j.pdf->images);
	return sheets;
}

void
print_check_words(struct doc *doc, const struct layout_context *x,
    struct layout_worker *w)
{
	struct sink none = { 0 };
	struct layout_job j = start(doc, x, w, &none);
	unsigned i, sheets = lay_out(&j).num;

	for (i = 1; i <= sheets; i++)
		print_margin_check(&j, i, sheets);
	shape_end(&j);
	pdf_page_drop(j.pdf);
	shaper_rest(w->shaper);
	sink_free(&none);
}

void
print_check_note(struct doc *doc, struct layout_worker *w, str note)
{
	const struct layout_context x = { .draft = true };
	struct sink none = { 0 };
	struct layout_job j = start(doc, &x, w, &none);

	revisions_check_note(&j, (struct sourced){ note, shape_place(&j,
	    POS_NONE) });
	shape_end(&j);
	pdf_page_drop(j.pdf);
	sink_free(&none);
}

void
print_dump(struct doc *doc, const struct layout_context *x,
    struct layout_worker *w, struct sink *frames, struct sink *tags)
{
	struct sink none = { 0 };
	struct layout_job j = start(doc, x, w, &none);
	struct sheet_list layout;

	pdf_tag_keep_text(j.pdf->tags);
	layout = render_sheets(&j);
	if (frames != NULL)
		layout_dump_frames(&j, &layout, frames);
	if (tags != NULL)
		pdf_structure_dump(j.pdf->tags, tags);
	finish(&j);
	shape_end(&j);
	sink_free(&none);
}
