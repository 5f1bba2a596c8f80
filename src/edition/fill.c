/* SPDX-License-Identifier: ISC */
#include "edition/fill.h"

#include <errno.h>
#include <stdio.h>

#include "base/arena.h"
#include "base/die.h"
#include "base/fault.h"
#include "base/file.h"
#include "base/folder.h"
#include "base/path.h"
#include "base/phrase.h"
#include "base/progress.h"
#include "build/collect.h"
#include "build/filter_diags.h"
#include "build/options.h"
#include "build/workspace.h"
#include "edition/fill_table.h"
#include "edition/private_place.h"
#include "register/foreign_pdf.h"
#include "register/released.h"
#include "register/status.h"

enum { RECORD_LIMIT = 256 << 20, TABLE_LIMIT = 64 << 20 };	/* [byte] */

struct fill {
	struct workspace	 ws;
	const struct options	*options;	/* with all paths */
	const struct card	*card;
	struct filling		 filling;
	struct fill_table	 table;
};

/* --- What is read */

static const struct card *
find_card(struct fill *f)
{
	struct input *in = &f->ws.in;
	const char *typed = f->options->paths[0];
	str path = limit_path(in->arena, typed, in->tree.root);
	const struct map_slot *slot;

	if (str_ends(path, S(".pdf")))
		path.len -= 4;
	slot = map_find(&in->collection.names, path);
	if (slot == NULL)
		limit_unknown(in->arena, typed, in->tree.root,
		    &in->collection);
	if (slot->number != NAME_EDITION && slot->number != NAME_WORK)
		die_usage(DIAG_TARGET_NONE, "fill", "");
	return slot->value;
}

static bool
refuse(struct fill *f, str path, str why)
{
	diag(f->ws.in.diags, DIAG_FILL_RECORD, POS_NONE, path, why);
	return false;
}

/* Reads the record of a release; without a register, what the last build
 * made. */
static bool
read_record(struct fill *f, str *path, str *record)
{
	struct input *in = &f->ws.in;
	str edition = f->card->ident->edition;
	bool done;

	*path = released_record_path(in->arena, in->reg.exists ?
	    in->tree.root : str_of(f->options->out), edition);
	if (in->reg.exists && !f->card->status.released)
		return refuse(f, *path, phrase_text(PHRASE_FILL_DRAFT));
	done = in->reg.exists ? released_record(in->arena, in->tree.root,
	    f->card, record) : file_read(in->arena, str_c(in->arena, *path),
	    RECORD_LIMIT, record);
	return done || refuse(f, *path, str_of(fault_text(errno)));
}

static bool
open_record(struct fill *f)
{
	str path, record;

	return read_record(f, &path, &record) && (filling_open(&f->filling,
	    f->ws.in.arena, record) || refuse(f, path,
	    phrase_text(PHRASE_FILL_NO_FIELDS)));
}

static bool
read_table(struct fill *f)
{
	struct arena *a = f->ws.in.arena;
	const char *path = f->options->paths[1];
	str bytes;

	if (!file_read(a, path, TABLE_LIMIT, &bytes))
		die_errno(DIAG_READ, path);
	if (bytes.len > TABLE_LIMIT)
		die_system(DIAG_READ, path, fault_text(EFBIG));
	return fill_table_read(&f->table, a, &f->filling, f->ws.in.diags,
	    str_of(path), bytes, f->options->name);
}

/* --- What is written */

/* The folder is new, or empty: nothing is overwritten, and nobody else has put
 * something there. */
static bool
make_folder(struct fill *f)
{
	const char *path = f->options->output;
	struct access own = access_private();
	struct folder_list list = { .num = 0 };

	if (!folder_is_there(path)) {
		if (!folder_make_as(path, &own))
			die_errno(DIAG_WRITE, path);
		return true;
	}
	if (!folder_list(f->ws.in.arena, path, &list))
		die_errno(DIAG_READ, path);
	if (list.num != 0) {
		diag(f->ws.in.diags, DIAG_FILL_FOLDER, POS_NONE, str_of(path));
		return false;
	}
	folder_give_access(path, &own);
	return true;
}

static void
write_row(struct fill *f, struct arena *scratch, struct sink *k, size_t i)
{
	struct filling_value *values;
	size_t num = fill_table_values(&f->table, scratch, i, &values);
	char *path = str_c(scratch, path_join(scratch,
	    file_bare(str_of(f->options->output)), str_join(scratch,
	    path_last(f->card->ident->edition), S("-"),
	    fill_table_name(&f->table, scratch, i), S(".pdf"))));

	sink_reset(k);
	filling_write(&f->filling, scratch, k, values, num);
	if (!file_create(path, sink_str(k)))
		die_errno(DIAG_WRITE, path);
}

static void
write_all(struct fill *f)
{
	struct arena *scratch = arena_new();
	struct sink k = { 0 };
	size_t i;

	progress_begin(phrase_text(PHRASE_PROGRESS_FORMS), f->table.num);
	for (i = 0; i < f->table.num; i++) {
		write_row(f, scratch, &k, i);
		arena_reset(scratch);
		progress_step();
	}
	progress_end();
	sink_free(&k);
	arena_free(scratch);
	if (!f->options->quiet)
		phrase_print(PHRASE_FILLED, PHRASE_UINT(f->table.num),
		    str_of(f->options->output));
}

static void
fill(struct fill *f)
{
	struct input *in = &f->ws.in;

	status_make(&in->collection, in->arena, &in->reg, in->day);
	f->card = find_card(f);
	if (open_record(f) && read_table(f) && diags_errors(in->diags) == 0 &&
	    make_folder(f))
		write_all(f);
}

int
fill_forms(const struct options *o)
{
	struct options own = *o;
	struct fill f = { .options = o };

	own.num_paths = 0;
	if (o->num_paths != 2 || o->output == NULL)
		die_usage(DIAG_FILL_WHAT, "", "");
	private_place_check(o, o->output);
	if (!foreign_pdf_is_possible())
		die_system(DIAG_QPDF_NONE, "", "");
	workspace_open(&f.ws, &own);
	collect(&f.ws.in);
	filter_diags_register(&f.ws.in);
	if (f.ws.in.reg.valid || !f.ws.in.reg.exists)
		fill(&f);
	return workspace_close(&f.ws);
}
