/* SPDX-License-Identifier: ISC */
#include "build/check_files.h"

#include <errno.h>

#include "base/arena.h"
#include "base/fault.h"
#include "base/mem.h"
#include "base/path.h"
#include "base/pointer.h"
#include "base/pool.h"
#include "base/turkish.h"
#include "base/witness.h"
#include "build/options.h"
#include "build/pdf_traces.h"
#include "model/dom.h"
#include "model/picture.h"
#include "office/traces.h"

/* A file. Its document may be freed when the check runs, so the texts are
 * copied to an arena of its own. */
struct file_check {
	struct file_check	*next;		/* of the same worker */
	struct arena		*arena;
	struct traces		 traces;
	struct pos		 pos;
	str			 document;	/* its path */
	str			 name;
	str			 roles[2];	/* in the document */
	bool			 told;		/* something was reported */
};

struct file_checks {
	struct pool		*pool;
	struct pool_batch	 batch;
	size_t			 jobs;
	struct file_check	**first;	/* of each worker */
};

/* Only the worker itself adds to its list; the others read it after the
 * wait. */
struct file_checks *
check_files_open(struct pool *pool)
{
	struct file_checks *all = mem_alloc(sizeof(*all));

	all->pool = pool;
	all->jobs = pool_jobs(pool);
	all->first = mem_calloc(all->jobs, sizeof(*all->first));
	return all;
}

void
check_files_close(struct file_checks *all)
{
	struct file_check *c, *next;
	size_t i;

	for (i = 0; i < all->jobs; i++)
		for (c = all->first[i]; c != NULL; c = next) {
			next = c->next;
			arena_free(c->arena);
		}
	mem_free(all->first);
	mem_free(all);
}

/* --- Reading */

static void
check_file(void *context, size_t worker)
{
	struct file_check *c = context;
	str folder = str_upto(c->document, c->document.len - S(".md").len);
	char *path = str_c(c->arena, path_join(c->arena, folder, c->name));
	struct arena *a = arena_new();
	str bytes;

	(void)worker;
	/* linked_file.c has reported what cannot be read, and pointers. */
	if (!witness_read(a, path, PICTURE_LIMIT, &bytes) ||
	    pointer_diag(bytes) != DIAG_COUNT)
		;
	else if (bytes.len > PICTURE_LIMIT)
		c->traces.fault = TRACES_LARGE;
	else if (str_ends(c->name, S(".pdf")))
		pdf_traces_read(&c->traces, bytes);
	else
		traces_read(&c->traces, bytes);
	arena_free(a);
}

static void
add(struct file_checks *all, size_t worker, const struct doc *doc, str name,
    struct pos pos)
{
	struct arena *a = arena_new();
	struct file_check *c = arena_new_of(a, struct file_check);

	c->arena = a;
	c->traces = trace_list(a);
	c->pos = pos;
	c->document = str_copy(a, doc->path);
	c->name = str_copy(a, name);
	c->roles[0] = str_copy(a, doc->front_matter.prepared_by.text);
	c->roles[1] = str_copy(a, doc->front_matter.approved_by.text);
	c->next = all->first[worker];
	all->first[worker] = c;
	pool_add((struct pool_worker){ all->pool, worker }, &all->batch,
	    check_file, c);
}

static bool
is_added(const struct file_check *first, str document, str name)
{
	for (; first != NULL && str_eq(first->document, document);
	    first = first->next)
		if (str_eq(first->name, name))
			return true;
	return false;
}

void
check_files_add(struct file_checks *all, size_t worker, const struct doc *doc)
{
	const struct item *i;
	const node *n;
	str name;

	for (n = doc->root; n != NULL; n = dom_walk(doc->root, n)) {
		i = dom_item(n);
		if (dom_kind(n) != KIND_LINK || i->link.target != TARGET_FILE)
			continue;
		name = path_last(i->link.path);
		if (!str_ends(name, S(".csv")) && !str_ends(name, S(".txt")) &&
		    !is_added(all->first[worker], doc->path, name))
			add(all, worker, doc, name, i->pos);
	}
}

/* --- Reporting */

/* Whether a row that the collection declares (who checks the document, whose it
 * is) has the value; the record shows it anyway. */
static bool
is_declared(const struct input *in, const struct file_check *c, str name)
{
	const struct collection *all = &in->collection;
	str path = str_from(c->document, in->tree.root.len + 1);
	const struct card *card = map_find(&all->names, str_upto(path,
	    path.len - S(".md").len))->value;
	size_t i;

	for (i = 0; i < all->header_rows.num; i++)
		if (turkish_equals(name, collection_declared(all,
		    card->declared, card->ident->subject, i).text))
			return true;
	return false;
}

static bool
is_institution(const struct input *in, const struct file_check *c, str name)
{
	str by = in->options->by != NULL ? str_of(in->options->by) : S("");
	size_t i;

	for (i = 0; i < in->collection.num_folders; i++)
		if (turkish_equals(name, in->collection.folders[i].title))
			return true;
	return is_declared(in, c, name) ||
	    turkish_equals(name, c->roles[0]) ||
	    turkish_equals(name, c->roles[1]) || turkish_equals(name, by);
}

/* “Ayşe Yılmaz (12)” */
static str
who(struct arena *a, const struct trace *t)
{
	str num = str_uint(a, t->num);

	return t->who.len == 0 ? num : str_join(a, t->who, S(" ("), num,
	    S(")"));
}

static void
report(const struct input *in, struct file_check *c, const struct trace *t)
{
	struct arena *a = c->arena;

	if (t->kind == TRACE_NAME && is_institution(in, c, t->who))
		return;
	c->told = true;
	switch (t->kind) {
	case TRACE_NAME:
		diag(in->diags, DIAG_FILE_PERSON, c->pos, c->document, c->name,
		    t->who, t->place);
		break;
	case TRACE_CHANGE:
		diag(in->diags, DIAG_FILE_CHANGES, c->pos, c->document,
		    c->name, who(a, t), t->place);
		break;
	case TRACE_COMMENT:
		diag(in->diags, DIAG_FILE_COMMENTS, c->pos, c->document,
		    c->name, who(a, t), t->place);
		break;
	case TRACE_MACRO:
		diag(in->diags, DIAG_FILE_MACROS, c->pos, c->document, c->name,
		    t->place);
	}
}

static void
report_all(const struct input *in, struct file_check *c)
{
	static const enum diag faults[] = { [TRACES_FINE] = DIAG_COUNT,
		[TRACES_BROKEN] = DIAG_FILE_BROKEN,
		[TRACES_OTHER] = DIAG_FILE_KIND,
		[TRACES_PASSWORD] = DIAG_FILE_PASSWORD,
		[TRACES_LARGE] = DIAG_FILE_LARGE,
		[TRACES_PROGRAM] = DIAG_FILE_PROGRAM };
	enum diag fault = faults[c->traces.fault];
	size_t i;

	for (i = 0; i < c->traces.num; i++)
		report(in, c, &c->traces.items[i]);
	if (fault != DIAG_COUNT)
		diag(in->diags, fault, c->pos, c->document, c->name);
}

void
check_files_report(struct file_checks *all, struct input *in)
{
	struct file_check *c;
	size_t i;

	pool_wait((struct pool_worker){ all->pool, 0 }, &all->batch);
	for (i = 0; i < all->jobs; i++)
		for (c = all->first[i]; c != NULL; c = c->next)
			report_all(in, c);
}

bool
check_files_may_accept(enum diag id)
{
	return id == DIAG_FILE_PERSON || id == DIAG_FILE_CHANGES ||
	    id == DIAG_FILE_COMMENTS || id == DIAG_FILE_MACROS;
}

/* The files of a document are in the list of one worker, the last link
 * first. */
str
check_files_accepted(const struct file_checks *all, struct arena *a,
    str document)
{
	const struct file_check *c;
	str names = S("");
	size_t i;

	for (i = 0; i < all->jobs; i++)
		for (c = all->first[i]; c != NULL; c = c->next)
			if (c->told && str_eq(c->document, document))
				names = str_join(a, c->name, names.len != 0 ?
				    S(", ") : S(""), names);
	return names;
}
