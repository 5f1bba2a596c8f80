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
#include "base/phrase.h"
#include "base/progress.h"
#include "base/turkish.h"
#include "build/day.h"
#include "build/options.h"
#include "build/site_lang.h"
#include "edition/skeleton.h"
#include "import/dialect.h"
#include "import/front.h"
#include "import/pictures.h"
#include "model/portable.h"

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
	bool			 in_folder;	/* other files follow */
};

/* What became of a file of a folder. */
struct result {
	str			 file;
	str			 edition;	/* empty: nothing was written */
	size_t			 pictures;
	size_t			 losses;
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
	if (!j->in_folder)
		die_usage(fault, str_c(j->arena, value), str_c(j->arena,
		    str_uint(j->arena, PORTABLE_PATH_LIMIT -
		    S(".html").len)));
	diag(j->diags, fault == DIAG_WORK_EXISTS ? DIAG_IMPORT_EXISTS :
	    DIAG_IMPORT_NAME, POS_NONE, str_of(j->path), value);
	return false;
}

/* What the header table says, if that is right. */
static bool
take_head(struct job *j)
{
	bool stopped;

	head_read(&j->document, &j->head);
	if (!plan(j))
		return false;
	if (front_confirm(j->arena, &j->head, j->ident.edition, j->options->yes,
	    &stopped)) {
		head_take_out(&j->document, &j->head);
		return true;
	}
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

	dialect_choose(front_lang(j->arena, file_bare(str_of(
	    j->options->content))));
	if (!read_file(j, &bytes) || !document_open(&j->document, j->arena,
	    bytes, changes_of(j->options), j->diags, str_of(j->path)) ||
	    !take_head(j))
		return false;
	document_shape(&j->document, j->head.title, j->ident.name);
	front_put(&j->text, &j->document, &j->head, file_bare(str_of(
	    j->options->content)));
	return document_write(&j->document, &j->text, path_last(
	    j->ident.edition)) && diags_errors(j->diags) == 0;
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

/* Imports the file; true where it was written. */
static bool
run_job(struct job *j)
{
	bool done;

	j->arena = arena_new();
	j->diags = diags_new();
	done = make_text(j);
	if (done)
		write_work(j);
	diags_print(j->diags, stderr, message_language(), false);
	return done;
}

static void
end_job(struct job *j)
{
	if (j->document.reading != NULL)
		document_close(&j->document);
	sink_free(&j->text);
	diags_free(j->diags);
	arena_free(j->arena);
}

/* --- A folder */

static bool
is_word_file(str name)
{
	/* Word keeps “~$…” beside a file that is open. */
	return str_ends(name, S(".docx")) && !str_starts(name, S("~$"));
}

static struct result
import_one(const struct options *o, struct arena *a, str folder, str name)
{
	str stem = str_upto(name, name.len - S(".docx").len);
	struct job j = { .options = o, .in_folder = true,
	    .path = path_name(a, folder, name), .work = path_name(a,
	    file_bare(str_of(o->paths[1])), turkish_slug(a, stem)) };
	struct result r = { .file = name };

	if (run_job(&j)) {
		r.edition = str_copy(a, j.ident.edition);
		r.pictures = j.document.reading->num_pictures;
		r.losses = j.document.reading->losses.num;
	}
	end_job(&j);
	return r;
}

static void
print_result(const struct result *r)
{
	if (r->edition.len != 0)
		phrase_print(PHRASE_IMPORT_ROW, r->file, r->edition,
		    PHRASE_UINT(r->pictures), PHRASE_UINT(r->losses));
	else
		phrase_print(PHRASE_IMPORT_ROW_NOT, r->file);
}

static int
import_folder(const struct options *o)
{
	struct arena *a = arena_new();
	struct folder_list list;
	struct result *results;
	size_t i, num = 0, done = 0;

	if (!folder_list(a, o->paths[0], &list))
		die_errno(DIAG_READ, o->paths[0]);
	results = arena_array(a, struct result, list.num + 1);
	/* A question is not painted over. */
	if (o->yes)
		progress_begin(phrase_text(PHRASE_PROGRESS_IMPORT),
		    list.num);
	for (i = 0; i < list.num; i++)
		if (list.entries[i].kind == FILE_PLAIN &&
		    is_word_file(list.entries[i].name)) {
			results[num] = import_one(o, a, file_bare(str_of(
			    o->paths[0])), list.entries[i].name);
			done += results[num++].edition.len != 0;
			progress_step();
		}
	progress_end();
	phrase_print(PHRASE_IMPORT_TABLE, PHRASE_UINT(num), PHRASE_UINT(done),
	    PHRASE_UINT(num - done));
	for (i = 0; i < num; i++)
		print_result(&results[i]);
	arena_free(a);
	return done == num ? EXIT_DONE : EXIT_CONTENT;
}

int
import_run(const struct options *o)
{
	struct job j = { .options = o };
	bool done;

	if (o->num_paths != 2)
		die_usage(DIAG_IMPORT_ARGUMENTS, o->num_paths != 0 ?
		    o->paths[0] : "–", "");
	if (o->accept && o->reject)
		die_usage(DIAG_IMPORT_BOTH, "", "");
	site_lang_speak(o);
	if (folder_is_there(o->paths[0]))
		return import_folder(o);
	j.path = o->paths[0];
	j.work = o->paths[1];
	done = run_job(&j);
	end_job(&j);
	return done ? EXIT_DONE : EXIT_CONTENT;
}
