/* SPDX-License-Identifier: ISC
 *
 * fuzz_source: any bytes as the source of a document, through the stages of
 * a run: text, front matter, Markdown, ids, pictures, references, rules;
 * then as a dump and as an HTML fragment.
 *
 * Whose front matter it is follows from the length, so that seeds stay plain
 * Markdown files.
 */
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/diags.h"
#include "base/sink.h"
#include "html/body.h"
#include "model/anchor.h"
#include "model/check.h"
#include "model/collection.h"
#include "model/dom.h"
#include "model/form.h"
#include "model/dump.h"
#include "model/picture.h"
#include "model/xref.h"
#include "source/body.h"
#include "source/front_matter.h"
#include "source/source_text.h"

int	LLVMFuzzerInitialize(int *, char ***);
int	LLVMFuzzerTestOneInput(const unsigned char *, size_t);

static struct arena *all;
static struct map names;

/* Works that a source may link to. */
static void
name(const char *path, enum name kind)
{
	map_slot(&names, str_of(path))->number = kind;
}

int
LLVMFuzzerInitialize(int *argc, char ***argv)
{
	(void)argc;
	(void)argv;
	all = arena_new();
	names = map_make(all);
	name("", NAME_FOLDER);
	name("frm", NAME_FOLDER);
	name("frm/bim", NAME_FOLDER);
	name("frm/bim/e-posta", NAME_FOLDER);
	name("frm/bim/e-posta/imapsmtp", NAME_WORK);
	name("frm/bim/e-posta/imapsmtp_20190115_1", NAME_EDITION);
	dom_start();
	return 0;
}

static void
read_source(struct doc *doc, str bytes, enum front_matter_kind kind)
{
	unsigned lines;

	if (!source_text_clean(doc, bytes)) {
		doc->text = S("");
		dom_open(doc);
		return;
	}
	lines = front_matter_read(doc, kind);
	if (doc->front_matter.has_lang)
		doc->lang = doc->front_matter.lang;
	body_read(doc, lines);
}

static void
press(struct doc *doc)
{
	struct sink k = { 0 };

	dump_doc(doc, &k);
	html_body(doc, HTML_BODY_PLAIN, &k);
	sink_free(&k);
}

int
LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
	static const enum front_matter_kind kinds[] = { FRONT_MATTER_DOCUMENT,
	    FRONT_MATTER_FOLDER, FRONT_MATTER_SITE, FRONT_MATTER_DOCUMENT };
	static const struct strings no_pictures;
	struct arena *a = arena_new();
	struct doc doc = { .arena = a, .diags = diags_new(),
	    .path = S("content/frm/bim/e-posta/imapsmtp_20190115_1.md"),
	    .folder = S("frm/bim/e-posta"), .stem = S("imapsmtp_20190115_1"),
	    .pictures = &no_pictures, .names = &names, .lang = LANG_TR,
	    .dialect = size % 8 == 0 ? 1 : DOC_DIALECT };

	read_source(&doc, (str){ (const char *)data, size },
	    kinds[size % 4]);
	form_make(&doc);
	anchor_make(&doc);
	picture_resolve(&doc);
	xref_resolve(&doc);
	check_doc(&doc);
	press(&doc);
	dom_close(&doc);
	diags_free(doc.diags);
	arena_free(a);
	return 0;
}
