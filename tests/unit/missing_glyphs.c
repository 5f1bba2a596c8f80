/* SPDX-License-Identifier: ISC
 *
 * Whatever a record is given to show, a character in it that no face has is
 * reported with its place, by print_record() and by print_check_words(): the
 * texts here have names that the model does not know. Every field of the
 * context that holds words is tried alone.
 */
#include "test.h"

#include <stddef.h>

#include "base/arena.h"
#include "base/file.h"
#include "base/packer.h"
#include "base/pool.h"
#include "model/dom.h"
#include "pdf/image_cache.h"
#include "print/print.h"
#include "style/style_sheet.h"

/* A sheet whose letterhead shows all that a margin can. */
static const char margins[] = "<start style=\"unit\"><slot name=\"class\"/>"
    "<slot name=\"subject\"/><slot name=\"contact\"/>";

static struct arena *all;
static struct styles *styles;
static struct layout_worker *worker;

static void
open_styles(struct packer *packer, struct pdf_image_cache *images)
{
	const str line = S("<start style=\"unit\">");
	str text, sheet;
	size_t at;

	check(file_read(all, "templates/sheet.xml", 1 << 20, &text),
	    "the sheet is read");
	at = str_search(text, line);
	sheet = str_join3(all, str_upto(text, at), str_of(margins),
	    str_from(text, at + line.len));
	styles = style_sheet_read(all, sheet, NULL, S("sheet.xml"));
	check(styles != NULL, "the sheet with more slots is sound");
	worker = layout_worker_new(0, styles, packer, images);
}

/* The number of faults of a record, or of its check alone. */
static size_t
faults(const struct layout_context *x, bool record)
{
	struct ident ident;
	struct doc doc = { .arena = arena_new(), .diags = diags_new(),
	    .path = S("a.md"), .ident = &ident, .lang = LANG_TR };
	struct sink file = { 0 };
	const char *lost;
	size_t num;

	ident_read(&ident, S("frm/bim/konu/ad_20200101_1"), NULL, S("a.md"));
	dom_open(&doc);
	if (record)
		print_record(&doc, x, worker, &file, &lost);
	else
		print_check_words(&doc, x, worker);
	num = diags_errors(doc.diags);
	dom_close(&doc);
	diags_free(doc.diags);
	arena_free(doc.arena);
	sink_free(&file);
	return num;
}

/* A context in which one field has the words. */
static void
try(const char *name, size_t field, str words)
{
	struct layout_header_row row = { { .text = S("Etiket") },
	    { .text = S("Değer") }, false };
	struct layout_edition editions[] = {
		{ 0, { 2020, 1, 1 }, { .text = S("İlk") } },
		{ 1, { 2020, 1, 2 }, { .text = S("Yeni") } } };
	struct layout_context x = { .folder = S(""), .source_name = S("a.md"),
	    .source = S(""), .header_rows = &row, .num_header_rows = 1,
	    .editions = editions, .num_editions = 2 };
	struct sourced *to[] = { &x.institution, &x.class, &x.unit, &x.subject,
	    &x.contact, &row.label, &row.value, &editions[0].change,
	    &editions[1].change };

	*to[field] = (struct sourced){ words, { S("b.md"), { 7, 3 } } };
	check((faults(&x, true) != 0) == (str_search(words, S("漢")) !=
	    words.len), "%s of a record", name);
	check((faults(&x, false) != 0) == (str_search(words, S("漢")) !=
	    words.len), "%s of a check", name);
}

int
main(void)
{
	static const char *const names[] = { "institution", "class", "unit",
		"subject", "contact", "label", "value", "first change",
		"change" };
	struct pool *pool = pool_open(1);
	struct packer *packer = packer_new(pool);
	struct pdf_image_cache *images = pdf_image_cache_new(packer);
	size_t i;

	all = arena_new();
	dom_start();
	open_styles(packer, images);
	for (i = 0; i < LENGTH(names); i++) {
		try(names[i], i, S("Yeni 漢 satır"));
		try(names[i], i, S("Yeni satır"));
	}
	layout_worker_free(worker);
	style_sheet_close(styles);
	pdf_image_cache_free(images);
	packer_free(packer);
	pool_close(pool);
	dom_stop();
	arena_free(all);
	return 0;
}
