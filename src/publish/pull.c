/* SPDX-License-Identifier: ISC */
#include "publish/pull.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/backup.h"
#include "base/die.h"
#include "base/durable.h"
#include "base/fault.h"
#include "base/mem.h"
#include "base/sink.h"
#include "base/tree.h"
#include "build/day.h"
#include "build/options.h"
#include "model/ident.h"
#include "publish/destination.h"
#include "publish/fetch.h"
#include "register/published.h"

struct pull {
	const struct options	*options;
	struct arena		*arena;
	struct diags		*diags;
	str			 content;
	str			 temp;		/* “content/.matbu-pull” */
	struct remote		*remote;
	struct reg		 ours, theirs;
	struct reg		 merged;	/* the future register */
	struct published	 published;
	struct listing		 listing;
	struct fetch		 fetch;
	size_t			 common;	/* equal rows at the start */
	size_t			 kept;		/* our rows after theirs */
};

static const struct pos none;

static char *
path_of(struct pull *p, str folder, str path)
{
	return str_c(p->arena, str_join3(p->arena, folder, S("/"), path));
}

/* --- Both registers */

static void
read_theirs(struct pull *p)
{
	str bytes, path = remote_name(p->remote, S("register.tsv"));
	unsigned line;

	remote_find(p->remote);
	if (!remote_read(p->remote, S("register.tsv"), &bytes)) {
		diag(p->diags, DIAG_PULL_NOTHING, none, path);
		return;
	}
	register_parse(&p->theirs, p->arena, bytes, path, p->diags);
	bytes = S("");
	remote_read(p->remote, S(LISTING_NAME), &bytes);
	if (!listing_read(&p->listing, p->arena, bytes, &line))
		diag(p->diags, DIAG_PUBLISH_LISTING, ((struct pos){ line, 0 }),
		    remote_name(p->remote, S(LISTING_NAME)));
}

/* Keeps a copy of a damaged register. Its rows before the damage count. */
static void
back_up_ours(struct pull *p)
{
	str backup = backup_name(p->arena, p->ours.path, p->ours.bytes);

	diag(p->diags, DIAG_PULL_DAMAGED, none, p->ours.path, backup);
	if (file_kind(str_c(p->arena, backup)) == FILE_NONE &&
	    !durable_write(p->arena, backup, p->ours.bytes))
		die_system(DIAG_WRITE, str_c(p->arena, backup),
		    fault_text(errno));
}

/* Reads our register; fixes one that another program saved. */
static void
read_ours(struct pull *p)
{
	if (!register_read(&p->ours, p->arena, p->content, NULL)) {
		if (register_mend(&p->ours, p->arena))
			diag(p->diags, DIAG_PULL_MENDED, none, p->ours.path);
		else
			back_up_ours(p);
	}
	published_read(&p->published, p->arena, p->content, p->diags);
}

/* Whether theirs releases the same files as our row; the chain may differ. */
static bool
is_theirs(const struct pull *p, const struct row *row)
{
	const struct row *other = register_release(&p->theirs, row->edition);

	return row->event == EVENT_RELEASE && other != NULL &&
	    str_eq(other->source, row->source) &&
	    str_eq(other->record, row->record);
}

/* Our row i is not in theirs: reports it where it was published, or where
 * theirs has the edition with other files. */
static void
check_row(struct pull *p, size_t i)
{
	const struct row *row = &p->ours.rows[i];
	struct pos pos = { (unsigned)i + 2, 0 };

	if (i < p->published.rows)
		diag(p->diags, DIAG_PULL_PUBLISHED, pos, p->ours.path,
		    row->edition, p->published.destination);
	else if (row->event == EVENT_RELEASE && !is_theirs(p, row) &&
	    register_release(&p->theirs, row->edition) != NULL)
		diag(p->diags, DIAG_PULL_CONFLICT, pos, p->ours.path,
		    row->edition, str_from(row->edition, str_rfind(
		    row->edition, '/') + 1), fetch_next(p->arena, &p->theirs,
		    row->edition));
}

/* Writes our unpublished rows, sealed again, after theirs. */
static void
put_ours(struct pull *p, struct sink *k)
{
	const struct row *last = p->theirs.num != 0 ?
	    &p->theirs.rows[p->theirs.num - 1] : NULL;
	str chain = register_chain(&p->theirs);
	struct row row;
	size_t i;

	for (i = p->common; i < p->ours.num; i++) {
		row = p->ours.rows[i];
		if (is_theirs(p, &row))
			continue;
		if (last != NULL && date_cmp(row.date, last->date) < 0)
			row.date = last->date;
		row_seal(p->arena, &row, chain);
		chain = row.chain;
		sink_put(k, row.line);
		sink_char(k, '\n');
		p->kept++;
	}
}

/* Makes the future register: theirs, then our other rows. The result equals
 * ours where theirs is the start of ours. */
static void
merge(struct pull *p)
{
	struct sink k = { 0 };
	size_t i, n = 0;

	while (n < p->ours.num && n < p->theirs.num &&
	    str_eq(p->ours.rows[n].line, p->theirs.rows[n].line))
		n++;
	p->common = n;
	if (n < p->theirs.num)
		for (i = n; i < p->ours.num; i++)
			check_row(p, i);
	sink_put(&k, p->theirs.bytes);
	put_ours(p, &k);
	register_parse(&p->merged, p->arena, str_copy(p->arena, sink_str(&k)),
	    p->ours.path, diags_errors(p->diags) == 0 ? p->diags : NULL);
	sink_free(&k);
}

/* --- Taking over */

/* What an interrupted pull left goes. A link is somebody's: it is reported. */
static bool
clear_temp(struct pull *p)
{
	char *name = str_c(p->arena, p->temp);

	if (file_kind(name) == FILE_LINK) {
		diag(p->diags, DIAG_FILE_SYMLINK, none, p->temp);
		return false;
	}
	if (!tree_remove(name))
		die_system(DIAG_WRITE, name, fault_text(errno));
	return true;
}

/* Adds an entry to .published: these rows are published, so that nobody undoes
 * one. */
static void
add_entry(struct pull *p)
{
	struct published_entry entry = { .day = day_of(p->options),
	    .destination = str_of(p->options->paths[0]),
	    .rows = p->theirs.num, .chain = register_chain(&p->theirs) };

	if (p->published.rows < entry.rows)
		published_add(&p->published, p->arena, &entry);
}

/* Installs the files, then writes the entry of .published, then the register:
 * after an interruption the next pull completes the work. */
static void
take_over(struct pull *p)
{
	char *name = str_c(p->arena, p->ours.path);

	fetch_install(&p->fetch);
	add_entry(p);
	if (!str_eq(p->merged.bytes, p->ours.bytes) &&
	    !durable_write(p->arena, p->ours.path, p->merged.bytes))
		die_system(DIAG_WRITE, name, fault_text(errno));
}

static void
print_summary(const struct pull *p)
{
	bool some = p->theirs.num != p->common || p->fetch.installed != 0 ||
	    p->fetch.erased != 0;

	if (p->options->quiet)
		return;
	if (!some)
		printf(message_language() == LANG_TR ? "yeni bir şey yok\n" :
		    "nothing new\n");
	else
		printf(message_language() == LANG_TR ?
		    "%zu satır ve %zu dosya alındı; yayımlanmamış %zu "
		    "satırımız onların arkasında\n" :
		    "%zu rows and %zu files taken over; %zu unpublished rows "
		    "of ours stand behind them\n",
		    p->theirs.num - p->common, p->fetch.installed, p->kept);
}

static void
run(struct pull *p)
{
	read_theirs(p);
	if (diags_errors(p->diags) != 0)
		return;
	if (!file_make_folders(path_of(p, p->content, S(""))))
		die_system(DIAG_WRITE, str_c(p->arena, p->content),
		    fault_text(errno));
	if (!durable_lock(p->options->content))
		die_system(DIAG_REGISTER_LOCKED, p->options->content, "");
	read_ours(p);
	merge(p);
	if (diags_errors(p->diags) != 0)
		return;
	p->fetch = (struct fetch){ .arena = p->arena, .diags = p->diags,
	    .templates = p->options->templates, .content = p->content,
	    .temp = p->temp, .remote = p->remote, .ours = &p->ours,
	    .theirs = &p->theirs, .merged = &p->merged,
	    .listing = &p->listing, .quiet = p->options->quiet };
	fetch_choose(&p->fetch);
	if (diags_errors(p->diags) != 0)
		return;
	if (!clear_temp(p))
		return;
	fetch_files(&p->fetch);
	if (diags_errors(p->diags) == 0) {
		take_over(p);
		print_summary(p);
	}
	clear_temp(p);
}

int
pull(const struct options *o)
{
	struct pull p = { .options = o, .arena = arena_new(),
	    .diags = diags_new(), .content = str_of(o->content) };
	int status;

	if (o->num_paths != 1)
		die_usage(DIAG_PULL_DEST, "", "");
	p.temp = str_join(p.arena, p.content, S("/.matbu-pull"));
	p.remote = destination_open(p.arena, o, o->paths[0]);
	run(&p);
	remote_close(p.remote);
	status = diags_errors(p.diags) != 0 ? EXIT_CONTENT : EXIT_DONE;
	diags_print(p.diags, stderr, message_language(), false);
	diags_free(p.diags);
	arena_free(p.arena);
	return status;
}
