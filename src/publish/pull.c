/* SPDX-License-Identifier: ISC */
#include "publish/pull.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/backup.h"
#include "base/die.h"
#include "base/durable.h"
#include "base/folder.h"
#include "base/mem.h"
#include "base/path.h"
#include "base/phrase.h"
#include "base/tree.h"
#include "build/day.h"
#include "build/options.h"
#include "publish/destination.h"
#include "publish/fetch.h"
#include "publish/heads.h"
#include "register/history.h"
#include "register/join.h"
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
	str			 main;		/* that has our known rows */
	size_t			 known;		/* rows of ours, published */
	struct heads		 heads;		/* of a store */
	struct listing		 listing;
	struct fetch		 fetch;
	size_t			 common;	/* equal rows at the start */
	size_t			 kept;		/* our rows after theirs */
};

static char *
path_of(struct pull *p, str folder, str path)
{
	return path_name(p->arena, folder, path);
}

/* --- Both registers */

/* Of a damaged register the rows before the damage are taken on request. */
static void
check_theirs(struct pull *p, enum register_damage damage)
{
	struct pos pos = { (unsigned)p->theirs.num + 2, 1 };
	str destination = str_of(p->options->paths[0]);

	if (damage == DAMAGE_NONE)
		return;
	if (damage < DAMAGE_HISTORIES)
		diag(p->diags, DIAG_PULL_FORM, POS_NONE, p->theirs.path,
		    destination);
	else if (p->options->theirs)
		diag(p->diags, DIAG_PULL_PART, pos, p->theirs.path);
	else
		diag(p->diags, DIAG_PULL_BROKEN, pos, p->theirs.path,
		    destination);
}

static void
read_theirs(struct pull *p)
{
	str bytes = S(""), path = remote_name(p->remote, S("register.tsv"));
	enum register_damage damage;
	bool found;

	remote_find(p->remote);
	found = remote_read(p->remote, S("register.tsv"), &bytes);
	damage = register_read_other(&p->theirs, p->arena, bytes, path);
	heads_find(&p->heads, p->arena, p->remote, &p->theirs);
	heads_join(&p->heads, &p->theirs, bytes, &damage);
	if (!found && damage != DAMAGE_NONE)
		diag(p->diags, DIAG_PULL_NOTHING, POS_NONE, path);
	else
		check_theirs(p, damage);
}

/* Of a listing that is cut off at a store, the other one is whole. */
static void
read_listing(struct pull *p)
{
	str bytes = S("");
	unsigned line;

	remote_read(p->remote, S(LISTING_NAME), &bytes);
	if (!listing_read(&p->listing, p->arena, bytes, &line) &&
	    !remote_is_store(p->remote))
		diag(p->diags, DIAG_PUBLISH_LISTING, ((struct pos){ line, 0 }),
		    remote_name(p->remote, S(LISTING_NAME)));
	heads_listings(&p->heads, &p->listing);
}

/* Keeps a copy of our register; returns its name. */
static str
back_up_ours(struct pull *p)
{
	str backup = backup_name(p->arena, p->ours.path, p->ours.bytes);

	if (file_kind(str_c(p->arena, backup)) == FILE_NONE &&
	    !durable_write(p->arena, backup, p->ours.bytes))
		die_errno(DIAG_WRITE, str_c(p->arena, backup));
	return backup;
}

/* Repairs a register that another program saved. Of a damaged one the rows
 * before the damage count; two histories are for matbu repair. */
static void
repair_ours(struct pull *p)
{
	struct history h;

	if (register_damage(p->arena, p->ours.bytes, &h) == DAMAGE_HISTORIES)
		register_read(&p->ours, p->arena, p->content, p->diags);
	else if (register_repair(&p->ours, p->arena))
		diag(p->diags, DIAG_PULL_REPAIRED, POS_NONE, p->ours.path);
	else
		diag(p->diags, DIAG_PULL_DAMAGED, POS_NONE, p->ours.path,
		    back_up_ours(p));
}

static void
read_ours(struct pull *p)
{
	if (!register_read(&p->ours, p->arena, p->content, NULL))
		repair_ours(p);
	published_read(&p->published, p->arena, p->content, p->diags);
	p->known = published_known(&p->published, p->arena, &p->ours,
	    &p->main);
}

/* Our row i, which was published, is not in theirs. */
static void
report_published(struct pull *p, size_t i)
{
	str here = file_bare(str_of(p->options->paths[0]));
	const struct row *row = &p->ours.rows[i];
	struct pos pos = { (unsigned)i + 2, 0 };

	if (str_eq(here, p->main))
		diag(p->diags, DIAG_PULL_RESTORED, pos, p->ours.path,
		    row->edition, here);
	else
		diag(p->diags, DIAG_PULL_PUBLISHED, pos, p->ours.path,
		    row->edition, p->main, here);
}

static void
report_dropped(struct pull *p, const struct row *row, struct pos pos)
{
	diag(p->diags, DIAG_REPAIR_DROPPED, pos, p->ours.path, str_join(
	    p->arena, str_of(row_event_word(row->event)), S(" "), row->edition),
	    back_up_ours(p));
}

/* Theirs has another release of the edition, or of its revision. */
static void
report_conflict(struct pull *p, size_t i, enum join_result result)
{
	const struct row *row = &p->ours.rows[i];
	struct pos pos = { (unsigned)i + 2, 0 };

	if (p->options->theirs)
		report_dropped(p, row, pos);
	else if (result == JOIN_DROPPED)
		return;
	else if (i < p->known)
		diag(p->diags, DIAG_PULL_BOTH, pos, p->ours.path, row->edition,
		    p->main, file_bare(str_of(p->options->paths[0])));
	else
		diag(p->diags, DIAG_PULL_CONFLICT, pos, p->ours.path,
		    row->edition, str_from(row->edition, str_rfind(
		    row->edition, '/') + 1), fetch_next(p->arena, &p->theirs,
		    row->edition));
}

/* Puts our other rows after theirs. Where theirs is the start of ours, the
 * result equals ours. */
static void
put_ours(struct pull *p, struct join *j)
{
	bool diverged = p->common < p->theirs.num;
	const struct row *other;
	enum join_result result;
	size_t i;

	for (i = p->common; i < p->ours.num; i++) {
		result = join_add(j, &p->ours.rows[i], &other);
		if (result == JOIN_CONFLICT || result == JOIN_DROPPED)
			report_conflict(p, i, result);
		else if (result == JOIN_ADDED && diverged && i < p->known &&
		    !p->options->theirs)
			report_published(p, i);
	}
}

/* Makes the future register: theirs, then our other rows. Rows that were
 * chained again are no longer what was published. */
static void
merge(struct pull *p)
{
	struct join j;
	size_t n = 0;

	while (n < p->ours.num && n < p->theirs.num &&
	    str_eq(p->ours.rows[n].line, p->theirs.rows[n].line))
		n++;
	p->common = n;
	join_begin(&j, p->arena, p->theirs.rows, p->theirs.num, n,
	    p->ours.num - n);
	put_ours(p, &j);
	p->kept = j.added;
	if (n < p->theirs.num && n < p->known)
		published_cut(&p->published, p->arena, n, n != 0 ?
		    p->theirs.rows[n - 1].chain : S("–"));
	register_parse(&p->merged, p->arena, join_text(&j), p->ours.path,
	    diags_errors(p->diags) == 0 ? p->diags : NULL);
}

/* --- Taking over */

/* Removes what an interrupted pull left. matbu makes no link there, so a link
 * is foreign and is reported. */
static bool
clear_temp(struct pull *p)
{
	char *name = str_c(p->arena, p->temp);

	if (file_kind(name) == FILE_LINK) {
		diag(p->diags, DIAG_FILE_SYMLINK, POS_NONE, p->temp);
		return false;
	}
	if (!tree_remove(name))
		die_errno(DIAG_WRITE, name);
	return true;
}

/* Adds an entry to .published: these rows are published, so that no user undoes
 * one. */
static void
add_entry(struct pull *p)
{
	struct published_entry entry = { .day = day_of(p->options),
	    .destination = str_of(p->options->paths[0]),
	    .rows = p->theirs.num, .chain = register_chain(&p->theirs) };

	if (p->published.rows < entry.rows || p->common < p->known)
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
		die_errno(DIAG_WRITE, name);
}

static void
print_summary(const struct pull *p)
{
	bool some = p->theirs.num != p->common || p->fetch.installed != 0 ||
	    p->fetch.erased != 0;

	if (p->options->quiet)
		return;
	if (!some)
		phrase_print(PHRASE_PULL_NOTHING, S(""));
	else
		phrase_print(PHRASE_PULLED,
		    PHRASE_UINT(p->theirs.num - p->common),
		    PHRASE_UINT(p->fetch.installed), PHRASE_UINT(p->kept));
}

static void
run(struct pull *p)
{
	read_theirs(p);
	if (diags_errors(p->diags) == 0)
		read_listing(p);
	if (diags_errors(p->diags) != 0)
		return;
	if (!folder_make_all(path_of(p, p->content, S(""))))
		die_errno(DIAG_WRITE, str_c(p->arena, p->content));
	if (!durable_lock(p->options->content))
		die_system(DIAG_REGISTER_LOCKED, p->options->content, "");
	read_ours(p);
	merge(p);
	if (diags_errors(p->diags) != 0)
		return;
	p->fetch = (struct fetch){ .arena = p->arena, .diags = p->diags,
	    .templates = p->options->templates, .content = p->content,
	    .out = str_of(p->options->out),
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
