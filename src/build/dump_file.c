/* SPDX-License-Identifier: ISC */
#include "build/dump_file.h"

#include <stdio.h>

#include "base/arena.h"
#include "base/die.h"
#include "base/shown.h"
#include "base/witness.h"
#include "build/options.h"
#include "build/records.h"
#include "build/single_doc.h"
#include "build/workspace.h"
#include "html/body.h"
#include "model/dom.h"
#include "model/dump.h"
#include "model/form.h"
#include "source/source.h"

/* Records need the style sheet and its faces. */
static void
put_layout(const struct options *o, struct doc *doc, struct sink *k)
{
	struct workspace ws;
	bool frames = o->dump == DUMP_FRAMES;

	workspace_open(&ws, o);
	ws.records = records_open(&ws.in, ws.pool);
	if (diags_errors(ws.in.diags) == 0)
		records_dump(ws.records, doc, frames ? k : NULL,
		    frames ? NULL : k);
	workspace_close(&ws);
}

static void
put(const struct options *o, struct doc *doc, struct sink *k)
{
	source_read(doc, FRONT_MATTER_DOCUMENT);
	if (o->dump == DUMP_HTML) {
		form_make(doc);
		html_body(doc, HTML_BODY_PLAIN, k);
		return;
	}
	input_complete(doc);
	if (o->dump == DUMP_MODEL)
		dump_doc(doc, k);
	else
		put_layout(o, doc, k);
}

/* Prints what could not be read; returns the exit status. */
static int
report(void)
{
	struct diags *ds = diags_new();
	int status = witness_report(ds, true) != 0 ? EXIT_CONTENT : EXIT_DONE;

	diags_print(ds, stderr, message_language(), false);
	diags_free(ds);
	return status;
}

int
dump_file(const struct options *o)
{
	struct sink k = { 0 };
	struct doc doc;
	int status;

	if (o->num_paths != 1)
		die_usage(DIAG_DUMP_FILE, "", "");
	witness_begin();
	if (!single_doc_is(o->paths[0]))
		die_usage(DIAG_DUMP_FILE, "", "");
	doc = single_doc_open(arena_new(), o->paths[0]);
	put(o, &doc, &k);
	dom_close(&doc);
	status = report();
	if (status == EXIT_DONE && !shown_write(sink_str(&k)))
		die_system(DIAG_WRITE, "stdout", "");
	sink_free(&k);
	arena_free(doc.arena);
	witness_end();
	return status;
}
