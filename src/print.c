/* SPDX-License-Identifier: ISC */
#include "print.h"

#include <stdio.h>

#include "base/arena.h"
#include "base/file.h"
#include "base/mem.h"
#include "html/html_body.h"
#include "model/dom.h"
#include "model/dump.h"
#include "option.h"
#include "run.h"
#include "source/source.h"

static void
list_pictures(struct doc *doc, struct strings *pictures)
{
	struct file_list list;
	size_t i;

	if (!file_list(doc->arena, str_c(doc->arena, str_upto(doc->path,
	    doc->path.len - 3)), &list))
		return;
	pictures->items = arena_array(doc->arena, str, list.num);
	for (i = 0; i < list.num; i++)
		pictures->items[pictures->num++] = list.entries[i].name;
}

static void
dump(struct doc *doc, enum dump what, struct sink *k)
{
	source_read(doc, FRONT_DOCUMENT);
	if (what == DUMP_HTML)
		html_body(doc, HTML_BODY_FRAGMENT, k);
	else {
		run_complete(doc);
		dump_doc(doc, k);
	}
	dom_close(doc);
}

int
print_file(const struct options *o)
{
	struct doc doc = { .arena = arena_new() };
	struct strings pictures = { 0 };
	struct sink k = { 0 };
	size_t slash;
	bool done;

	if (o->num_paths != 1)
		diag_usage(DIAG_DUMP_FILE, "", "");
	doc.path = str_of(o->paths[0]);
	if (file_kind(o->paths[0]) != FILE_PLAIN || doc.path.len < 4)
		diag_usage(DIAG_PATH_UNKNOWN, o->paths[0], "");
	slash = str_rfind(doc.path, '/');
	doc.stem = slash != doc.path.len ? str_from(doc.path, slash + 1) :
	    doc.path;
	doc.stem.len -= 3;
	list_pictures(&doc, &pictures);
	doc.pictures = &pictures;
	dump(&doc, o->dump, &k);
	done = fwrite(k.p != NULL ? k.p : "", 1, k.len, stdout) == k.len &&
	    fflush(stdout) == 0;
	sink_free(&k);
	arena_free(doc.arena);
	if (!done)
		diag_die(DIAG_WRITE, "stdout", "");
	return EXIT_DONE;
}
