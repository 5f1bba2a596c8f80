/* SPDX-License-Identifier: ISC */
#include "edition/answers.h"

#include <stdio.h>

#include "base/arena.h"
#include "base/die.h"
#include "base/fault.h"
#include "base/file.h"
#include "base/phrase.h"
#include "base/pool.h"
#include "base/progress.h"
#include "base/shown.h"
#include "build/collect.h"
#include "build/filter_diags.h"
#include "build/options.h"
#include "build/workspace.h"
#include "edition/answer_table.h"
#include "edition/master_list.h"
#include "edition/private_place.h"
#include "register/foreign_pdf.h"
#include "register/status.h"

struct answers {
	struct workspace	 ws;
	struct form_reader	 reader;
	struct form_file	*files;
	char			**paths;
	size_t			 num;
};

static void
read_one(void *context, size_t worker, size_t i)
{
	struct answers *s = context;
	struct worker *w = &s->ws.workers[worker];

	s->files[i] = form_file_read(&s->reader, w->card_arena, w->doc_arena,
	    s->paths[i]);
	arena_reset(w->doc_arena);
	progress_step();
}

static str
state_of(const struct answers *s, const struct form_file *f)
{
	const struct card *card = f->edition.len == 0 ? NULL :
	    collection_card(&s->ws.in.collection, f->edition);

	return card != NULL ? master_list_state(s->ws.in.arena,
	    &card->status) : S("–");
}

/* --- The table */

static bool
write_to(struct workspace *ws, str table)
{
	const char *path = ws->in.options->output;

	if (path == NULL) {
		if (!shown_write(table))
			die_errno(DIAG_WRITE, "stdout");
	} else if (file_kind(path) != FILE_NONE) {
		diag(ws->in.diags, DIAG_EXTRACT_EXISTS, POS_NONE, str_of(path));
		return false;
	} else if (!file_create(path, table))
		die_errno(DIAG_WRITE, path);
	return true;
}

static void
tell(const struct answers *s, const struct answer_table *t)
{
	size_t i, records = 0;

	for (i = 0; i < s->num; i++)
		records += form_file_has_record(&s->files[i]);
	phrase_write(stderr, t->format == LIST_CSV ? PHRASE_ANSWERED_CSV :
	    PHRASE_ANSWERED, (str[PHRASE_VALUES]){ PHRASE_UINT(s->num),
	    PHRASE_UINT(records), PHRASE_UINT(s->num - records),
	    PHRASE_UINT(t->guarded) });
}

static void
print_table(struct answers *s, enum list_format format)
{
	struct workspace *ws = &s->ws;
	struct answer_table t = { .arena = ws->in.arena, .format = format,
	    .files = s->files, .num = s->num };
	str *states = arena_array(ws->in.arena, str, s->num);
	struct sink k = { 0 };
	size_t i;

	for (i = 0; i < s->num; i++)
		states[i] = state_of(s, &s->files[i]);
	t.states = states;
	answer_table_write(&t, &k);
	if (write_to(ws, sink_str(&k)) && !ws->in.options->quiet)
		tell(s, &t);
	sink_free(&k);
}

/* --- The command */

static bool
read_all(struct answers *s)
{
	struct input *in = &s->ws.in;
	bool done = true;
	size_t i;

	status_make(&in->collection, in->arena, &in->reg, in->day);
	form_file_open(&s->reader, &in->reg);
	s->files = arena_array(in->arena, struct form_file, s->num);
	progress_begin(phrase_text(PHRASE_PROGRESS_FORMS), s->num);
	pool_each(s->ws.pool, s->num, read_one, s);
	progress_end();
	form_file_close(&s->reader);
	for (i = 0; i < s->num; i++) {
		if (s->files[i].verdict != FORM_MISSING)
			continue;
		done = false;
		diag(in->diags, DIAG_FILE_READ, POS_NONE, s->files[i].path,
		    str_of(fault_text(s->files[i].error)));
	}
	return done;
}

int
answers_print(const struct options *o)
{
	struct answers s = { .paths = o->paths, .num = o->num_paths };
	struct options own = *o;
	struct list_output format;
	bool done = true;
	int status;

	own.num_paths = 0;
	if (o->num_paths == 0)
		die_usage(DIAG_ANSWERS_WHAT, "", "");
	private_place_check(o, o->output);
	if (!foreign_pdf_is_possible())
		die_system(DIAG_QPDF_NONE, "", "");
	workspace_open(&s.ws, &own);
	if (!list_output_open(&format, s.ws.in.arena, o->format))
		die_usage(DIAG_LIST_FORMAT, o->format, "");
	collect(&s.ws.in);
	filter_diags_register(&s.ws.in);
	if (s.ws.in.reg.valid || !s.ws.in.reg.exists) {
		done = read_all(&s);
		print_table(&s, format.format);
	}
	status = workspace_close(&s.ws);
	return done ? status : EXIT_SYSTEM;
}
