/* SPDX-License-Identifier: ISC */
#include "press_record.h"

#include "base/arena.h"
#include "base/sink.h"
#include "model/dom.h"

/* A file that holds nothing but the source, until the press of sheets is
 * here: one empty page with the Markdown attached. */
static void
put_file(struct sink *k, str source, str note)
{
	sink_puts(k, "%PDF-1.7\n1 0 obj\n<</Type/EmbeddedFile/Params<</Size ");
	sink_uint(k, source.len);
	sink_puts(k, ">>/Length ");
	sink_uint(k, source.len);
	sink_puts(k, ">>stream\n");
	sink_put(k, source);
	sink_puts(k, "\nendstream\nendobj\n% ");
	sink_put(k, note);
	sink_puts(k, "\n%%EOF\n");
}

str
press_record(struct run *r, size_t edition, str note)
{
	struct doc doc = run_read_edition(r, r->arena, NULL,
	    &r->tree.editions[edition]);
	struct sink k = { 0 };
	str bytes;

	put_file(&k, doc.text, note);
	dom_close(&doc);
	bytes = str_copy(r->arena, sink_str(&k));
	sink_free(&k);
	return bytes;
}

str
press_record_name(struct run *r)
{
	(void)r;
	return S("matbu " MATBU_VERSION);
}
