/* SPDX-License-Identifier: ISC */
#include "import/import.h"

#include <errno.h>

#include "base/arena.h"
#include "base/die.h"
#include "base/durable.h"
#include "base/fault.h"
#include "base/file.h"
#include "base/folder.h"
#include "base/path.h"
#include "build/day.h"
#include "build/options.h"
#include "edition/skeleton.h"
#include "import/front.h"
#include "import/pictures.h"

/* One file that becomes a work. */
struct job {
	const struct options	*options;
	struct arena		*arena;
	struct diags		*diags;
	const char		*path;
	const char		*work;
	struct ident		 ident;
	struct document		 document;
	struct head		 head;
	struct sink		 text;
};

/* --- Making the text */

static bool
read_file(struct job *j, str *bytes)
{
	if (!file_read(j->arena, j->path, PARTS_FILE, bytes)) {
		diag(j->diags, DIAG_FILE_READ, POS_NONE, str_of(j->path),
		    str_of(fault_text(errno)));
		return false;
	}
	if (bytes->len <= PARTS_FILE)
		return true;
	diag(j->diags, DIAG_IMPORT_LARGE, POS_NONE, str_of(j->path), S(""));
	return false;
}

static enum changes
changes_of(const struct options *o)
{
	return o->accept ? CHANGES_ACCEPT : o->reject ? CHANGES_REJECT :
	    CHANGES_NONE;
}

/* Reads and checks the name of the work; the edition has the date and revision
 * of the header table. */
static bool
plan(struct job *j)
{
	struct date day = date_is_set(j->head.revised) ? j->head.revised :
	    date_is_set(j->head.published) ? j->head.published :
	    day_of(j->options);
	enum diag fault;
	str value;

	if (skeleton_plan(j->options, j->arena, j->work, day, j->head.revision,
	    &j->ident, &fault, &value))
		return true;
	die_usage(fault, str_c(j->arena, value), "");
}

/* What the header table says, if that is right. */
static bool
take_head(struct job *j)
{
	bool stopped;

	head_read(&j->document, &j->head);
	if (!plan(j))
		return false;
	if (front_confirm(&j->head, j->ident.edition, j->options->yes,
	    &stopped))
		return true;
	if (stopped) {
		diag(j->diags, DIAG_IMPORT_CONFIRM, POS_NONE, str_of(j->path));
		return false;
	}
	losses_add(&j->document.reading->losses, PHRASE_LOSS_REFUSED, S(""),
	    S(""));
	j->head = (struct head){ .title = j->head.title };
	return plan(j);
}

/* The whole Markdown; false where a fault was reported. */
static bool
make_text(struct job *j)
{
	str bytes;

	if (!read_file(j, &bytes) || !document_open(&j->document, j->arena,
	    bytes, changes_of(j->options), j->diags, str_of(j->path)) ||
	    !take_head(j))
		return false;
	document_shape(&j->document, j->head.title, j->ident.name);
	front_put(&j->text, &j->document, &j->head, file_bare(str_of(
	    j->options->content)));
	document_write(&j->document, &j->text, path_last(j->ident.edition));
	return diags_errors(j->diags) == 0 && document_prove(&j->document,
	    sink_str(&j->text));
}

/* --- Writing it */

static void
put_file(struct job *j, str path, str bytes)
{
	char *name = str_c(j->arena, path);

	if (!folder_make_all(name) || !durable_write(j->arena, path, bytes))
		die_errno(DIAG_WRITE, name);
}

/* Pictures come first: a text never lacks one. */
static void
put_pictures(struct job *j, str folder)
{
	const struct map *all = &j->document.reading->pictures;
	const struct picture *p;
	struct sink bytes = { 0 };
	size_t i;

	for (i = 0; i < all->cap; i++) {
		p = all->slots[i].key.p != NULL ? all->slots[i].value : NULL;
		if (p == NULL || p->name.len == 0)
			continue;
		sink_reset(&bytes);
		pictures_bytes(j->document.reading->parts, p, &bytes);
		put_file(j, path_join(j->arena, folder, p->name),
		    sink_str(&bytes));
	}
	sink_free(&bytes);
}

static void
print_losses(const struct losses *l)
{
	if (l->num == 0) {
		phrase_print(PHRASE_IMPORT_NO_LOSSES, S(""));
		return;
	}
	phrase_print(PHRASE_IMPORT_LOSSES, S(""));
	losses_print(l);
}

static void
write_work(struct job *j)
{
	str root = file_bare(str_of(j->options->content));
	str path = path_file(j->arena, root, j->ident.edition, S(".md"));

	skeleton_indexes(j->options, j->arena, &j->ident);
	put_pictures(j, path_join(j->arena, root, j->ident.edition));
	put_file(j, path, sink_str(&j->text));
	phrase_print(PHRASE_IMPORT_DONE, path, PHRASE_UINT(
	    j->document.reading->num_pictures));
	print_losses(&j->document.reading->losses);
}

int
import_run(const struct options *o)
{
	struct job j = { .options = o, .arena = arena_new(),
	    .diags = diags_new() };
	int status;

	if (o->num_paths != 2)
		die_usage(DIAG_IMPORT_ARGUMENTS, o->num_paths != 0 ?
		    o->paths[0] : "–", "");
	if (o->accept && o->reject)
		die_usage(DIAG_IMPORT_BOTH, "", "");
	j.path = o->paths[0];
	j.work = o->paths[1];
	if (make_text(&j))
		write_work(&j);
	status = diags_errors(j.diags) != 0 ? EXIT_CONTENT : EXIT_DONE;
	diags_print(j.diags, stderr, message_language(), false);
	if (j.document.reading != NULL)
		document_close(&j.document);
	sink_free(&j.text);
	diags_free(j.diags);
	arena_free(j.arena);
	return status;
}
