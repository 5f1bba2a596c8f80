/* SPDX-License-Identifier: ISC
 *
 * fuzz_record: any bytes as the source of a record. What passes the gate is
 * pressed; what does not is dumped, as --dump would.
 */
#include <stdlib.h>

#include "base/arena.h"
#include "base/diags.h"
#include "base/file.h"
#include "base/packer.h"
#include "base/pool.h"
#include "model/anchor.h"
#include "model/check.h"
#include "model/dom.h"
#include "model/form.h"
#include "model/picture.h"
#include "model/xref.h"
#include "pdf/image_cache.h"
#include "print/check.h"
#include "print/print.h"
#include "source/body.h"
#include "source/front_matter.h"
#include "source/source_text.h"
#include "style/style_sheet.h"

int	LLVMFuzzerInitialize(int *, char ***);
int	LLVMFuzzerTestOneInput(const unsigned char *, size_t);

#define FOLDER	"tests/sites/all/content/klv/bim/ag/"
#define STEM	"kablosuz_20250901_2"

static struct arena *all;
static struct styles *sheet;
static struct map names;
static struct ident ident;
static struct diags *none;

int
LLVMFuzzerInitialize(int *argc, char ***argv)
{
	str text;

	(void)argc;
	(void)argv;
	all = arena_new();
	none = diags_new();
	dom_start();
	names = map_make(all);
	map_slot(&names, S("klv/bim/ag/kablosuz"))->number = NAME_WORK;
	if (!ident_read(&ident, S("klv/bim/ag/" STEM), none, S("x")) ||
	    !file_read(all, "templates/sheet.xml", 1 << 20, &text))
		abort();
	sheet = style_sheet_read(all, text, none, S("templates/sheet.xml"));
	if (sheet == NULL)
		abort();
	return 0;
}

static void
read_source(struct doc *doc, str bytes)
{
	unsigned lines;

	if (!source_text_clean(doc, bytes)) {
		doc->text = S("");
		dom_open(doc);
	} else {
		lines = front_matter_read(doc, FRONT_MATTER_DOCUMENT);
		if (doc->front_matter.has_lang)
			doc->lang = doc->front_matter.lang;
		body_read(doc, lines);
	}
	form_make(doc);
	anchor_make(doc);
	picture_resolve(doc);
	xref_resolve(doc);
	check_doc(doc);
}

static void
press(struct doc *doc, struct layout_worker *w)
{
	const struct layout_header_row controls[] = {
		{ { .text = S("Doküman No") },
		    { .text = S("klv/bim/ag/kablosuz") }, false },
		{ { .text = S("Sayfa") }, { .text = S("") }, true } };
	const struct layout_edition editions[] = {
		{ 1, ident.date, { .text = S("") } },
		{ 2, ident.date, { .text = S("değişti") } } };
	struct layout_context x = { .folder = S(FOLDER), 
		.institution.text = S("Kurum"), .class.text = S("Sınıf"),
		.unit.text = S("Birim"), .subject.text = S("Konu"),
		.header_rows = controls, .num_header_rows = 2, .editions =
		    editions,
		.num_editions = doc->text.len % 2 == 0 ? 2 : 1,
		.site = doc->text.len % 3 == 0 ? S("https://a.example") : S(""),
		.source_name = S(STEM ".md"), .source = doc->text };
	struct sink frames = { 0 }, tags = { 0 }, file = { 0 };
	const char *lost;

	if (diags_errors(doc->diags) == 0)
		print_record(doc, &x, w, &file, &lost);
	else
		print_dump(doc, &x, w, &frames, &tags);
	sink_free(&frames);
	sink_free(&tags);
	sink_free(&file);
}

int
LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
	str files[] = { S("ayarlar.png"), S("baglanti.png"),
		S("cark.png") };
	const struct strings pictures = { files, 3 };
	struct arena *a = arena_new();
	struct pool *pool = pool_open(1);
	struct packer *packer = packer_new(pool);
	struct pdf_image_cache *gallery = pdf_image_cache_new(packer);
	struct layout_worker *w = layout_worker_new(0, sheet, packer, gallery);
	struct doc doc = { .arena = a, .diags = diags_new(),
	    .path = S(FOLDER STEM ".md"), .folder = S("klv/bim/ag"),
	    .stem = S(STEM), .ident = &ident, .pictures = &pictures,
	    .names = &names, .lang = LANG_TR,
	    .dialect = size % 8 == 0 ? 1 : DOC_DIALECT };

	read_source(&doc, (str){ (const char *)data, size });
	print_check(sheet, &doc);
	press(&doc, w);
	dom_close(&doc);
	diags_free(doc.diags);
	layout_worker_free(w);
	pdf_image_cache_free(gallery);
	packer_free(packer);
	pool_close(pool);
	arena_free(a);
	return 0;
}
