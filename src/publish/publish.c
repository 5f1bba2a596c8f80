/* SPDX-License-Identifier: ISC */
#include "publish/publish.h"

#include <stdio.h>

#include "base/arena.h"
#include "base/die.h"
#include "base/durable.h"
#include "base/file.h"
#include "base/folder.h"
#include "base/hold.h"
#include "base/mem.h"
#include "base/program.h"
#include "build/day.h"
#include "build/options.h"
#include "build/origin.h"
#include "build/store_list.h"
#include "model/ident.h"
#include "publish/by_hand.h"
#include "publish/destination.h"
#include "publish/heads.h"
#include "publish/look.h"
#include "publish/mirror_plan.h"
#include "publish/mirror_send.h"
#include "publish/site_files.h"
#include "publish/summary.h"
#include "publish/theirs.h"
#include "publish/site_checkpoint.h"
#include "register/checkpoint.h"
#include "register/published.h"

struct publish {
	const struct options	*options;
	struct arena		*arena;
	struct diags		*diags;
	struct reg		 reg;
	struct published	 published;
	struct site_files	 site_files;
	struct remote		*remote;
	struct mirror		*mirror;
	struct listing		 listing;
	struct heads		 heads;		/* of a store */
	struct site_checkpoint	 checkpoint;
	str			 destination;	/* its name in .published */
	struct hold		*hold;		/* of out/ */
};

/* --- The local collection */

/* The first edition that the build made: the message shows it as an
 * example. */
static str
example_edition(struct publish *p)
{
	struct strings made = store_list_made(p->arena, p->site_files.out);
	struct ident id;
	size_t i;
	str base;

	for (i = 0; i < made.num; i++) {
		base = str_upto(made.items[i], made.items[i].len - 5);
		if (str_ends(made.items[i], S(".html")) &&
		    ident_read(&id, base, NULL, S("")))
			return base;
	}
	return S("frm");
}

/* The last build must have used the register in its present state. */
static void
check_out(struct publish *p)
{
	char *name = str_c(p->arena, str_join(p->arena, p->site_files.out,
	    S("/register.tsv")));

	if (file_compare(name, p->reg.bytes) != FILE_SAME)
		diag(p->diags, DIAG_PUBLISH_STALE, POS_NONE, p->site_files.out);
}

static void
read_ours(struct publish *p)
{
	const struct options *o = p->options;
	str content = str_of(o->content);

	if (folder_is_there(o->content) && !o->dry_run &&
	    !durable_lock(o->content))
		die_system(DIAG_REGISTER_LOCKED, o->content, "");
	if (file_kind(o->out) == FILE_FOLDER)
		p->hold = hold_open(p->arena, o->out, false);
	register_read(&p->reg, p->arena, content, p->diags);
	published_read(&p->published, p->arena, content, p->diags);
	store_list_check(p->arena, file_bare(str_of(o->out)), p->diags);
	site_files_make(&p->site_files, p->arena, &p->reg, content,
	    str_of(o->out), p->diags);
	if (!p->reg.exists)
		diag(p->diags, DIAG_PUBLISH_UNCONTROLLED, POS_NONE, p->reg.path,
		    example_edition(p));
	else if (diags_errors(p->diags) == 0)
		check_out(p);
}

/* --- The destination */

/* At a store an interruption may have cut the listing off; the other listing is
 * whole then. */
static void
read_listing(struct publish *p)
{
	str bytes = S("");
	unsigned line;

	remote_read(p->remote, S(LISTING_NAME), &bytes);
	if (!listing_read(&p->listing, p->arena, bytes, &line) &&
	    !remote_is_store(p->remote))
		diag(p->diags, DIAG_PUBLISH_LISTING, ((struct pos){ line, 0 }),
		    remote_name(p->remote, S(LISTING_NAME)));
}

/* Whether a first publish was interrupted: the register is sent after all new
 * files, so the listing names it with “-” for its time. */
static bool
is_begun(const struct publish *p)
{
	const struct listing_row *row = listing_find(&p->listing,
	    S("register.tsv"));

	return row != NULL && row->facts.kind == FILE_NONE;
}

/* Reads what a store has besides the register: other registers, listings.
 * Returns whether ours has all rows of those registers. */
static bool
read_heads(struct publish *p)
{
	bool whole;

	heads_find(&p->heads, p->arena, p->remote, &p->reg);
	whole = heads_check(&p->heads, &p->reg, p->destination, p->diags);
	heads_listings(&p->heads, &p->listing);
	return whole;
}

static void
read_theirs(struct publish *p)
{
	struct theirs theirs = { p->arena, p->diags, p->options, &p->reg,
	    p->destination };
	str bytes, path = remote_name(p->remote, S("register.tsv"));

	if (!remote_read(p->remote, S("register.tsv"), &bytes)) {
		if (published_rows(&p->published, p->destination) != 0 &&
		    !p->options->anew && !is_begun(p))
			diag(p->diags, DIAG_PUBLISH_EMPTY, POS_NONE, path);
		return;
	}
	if (str_eq(bytes, p->reg.bytes))
		return;
	theirs_check(&theirs, bytes, path);
	listing_doubt(&p->listing, S("register.tsv"));
}

/* Makes the listing of a destination that cannot be read from .published: the
 * files of earlier packages. With --anew no file of the site counts as sent;
 * but a file that is no longer of the site may exist, and is listed. */
static void
make_listing(struct publish *p)
{
	bool anew = p->options->anew;
	size_t i, num;
	struct published_file *files = published_files(&p->published, p->arena,
	    p->destination, anew, &num);
	struct listing *l = &p->listing;
	struct listing_row *row;

	*l = (struct listing){ .paths = map_make(p->arena) };
	l->rows = arena_array(p->arena, struct listing_row, num);
	for (i = 0; i < num; i++) {
		/* The mirror would remove a signature that is renewed. */
		if (p->options->sign != NULL &&
		    str_eq(files[i].path, S(CHECKPOINT_SIGNATURE)))
			continue;
		row = &l->rows[l->num++];
		row->path = files[i].path;
		row->digest = files[i].digest;
		if (!anew)
			map_slot(&l->paths, row->path)->value = row;
	}
}

/* The parent folder of the destination must exist. */
static void
check_parent(struct publish *p)
{
	if (remote_find(p->remote) == REMOTE_ORPHAN)
		die_usage(DIAG_PUBLISH_PARENT, str_c(p->arena,
		    remote_name(p->remote, S(""))), "");
}

static void
lock(struct publish *p)
{
	str self = program_self(p->arena), holder;

	look_lock(p->arena, p->remote, p->diags);
	if (diags_errors(p->diags) != 0)
		return;
	if (p->options->unlock)
		remote_break_lock(p->remote);
	if (remote_lock(p->remote, self, &holder))
		return;
	die_system(program_is_gone(p->arena, holder) ? DIAG_PUBLISH_LOCK_STALE :
	    DIAG_PUBLISH_LOCKED, str_c(p->arena, remote_name(p->remote, S(""))),
	    holder.len != 0 ? str_c(p->arena, str_trim(holder)) : "–");
}

/* --- Planning */

static bool
plan(struct publish *p)
{
	bool some;
	enum mirror_trust trust = p->options->changed != NULL ? MIRROR_BLIND :
	    p->options->verify ? MIRROR_BY_BYTES :
	    remote_is_store(p->remote) ? MIRROR_BY_SIZE : MIRROR_BY_TIME;

	p->mirror = mirror_new(p->arena, p->remote, p->diags, p->options->jobs);
	p->mirror->listing_beside = p->heads.site;
	site_files_want(&p->site_files, p->mirror);
	some = mirror_plan(p->mirror, &p->listing, trust);
	site_files_check(&p->site_files, p->mirror);
	return some;
}

/* Adds an entry to .published. For a destination that cannot be read, the
 * entry names the files. */
static void
add_entry(struct publish *p)
{
	struct mirror_count count = mirror_counted(p->mirror);
	struct published_entry entry = { .day = day_of(p->options),
	    .destination = p->destination, .rows = p->reg.num,
	    .chain = register_chain(&p->reg),
	    .added = count.acts[MIRROR_ADD],
	    .changed = count.acts[MIRROR_CHANGE],
	    .removed = count.acts[MIRROR_REMOVE] };
	size_t i, num;
	const struct mirror_step *steps = mirror_steps(p->mirror, &num);
	struct published_file *files = arena_array(p->arena,
	    struct published_file, num + 1);
	str *removed = arena_array(p->arena, str, num);

	for (i = 0; p->options->changed != NULL && i < num; i++)
		if (steps[i].act == MIRROR_REMOVE)
			removed[entry.num_removed_paths++] =
			    steps[i].file.path;
		else if (steps[i].act != MIRROR_KEEP)
			files[entry.num_files++] = (struct published_file){
			    steps[i].file.path, steps[i].digest };
	if (p->options->changed != NULL && p->checkpoint.signature.len != 0)
		files[entry.num_files++] = (struct published_file){
		    S(CHECKPOINT_SIGNATURE), digest_hex(p->arena,
		    digest_of(p->checkpoint.signature)) };
	entry.files = files;
	entry.removed_paths = removed;
	published_add(&p->published, p->arena, &entry);
}

/* --- A run */

/* Whether the listing that ends a publish is missing at a store. */
static bool
is_unfinished(const struct publish *p)
{
	return remote_is_store(p->remote) && !p->heads.has_site;
}

/* Carries the plan out. Returns false where it stopped: at a store, where
 * somebody else published at the same time. */
static bool
send_planned(struct publish *p, bool some)
{
	if (some) {
		mirror_send_announce(p->mirror);
		add_entry(p);
	}
	mirror_send_files(p->mirror);
	heads_enter(&p->heads, &p->reg);
	mirror_send_register(p->mirror);
	if (!heads_read_back(&p->heads, &p->reg, p->destination, p->diags))
		return false;
	mirror_send_end(p->mirror);
	heads_clear(&p->heads);
	return true;
}

/* Where something is sent or removed, writes the remote listing and then the
 * entry of .published; then sends the files. After an interruption the listing
 * names every file that may have been sent, and the entry the rows of the
 * register that may have been sent. The checkpoint is last: it states a
 * register that is at the destination. */
static void
send(struct publish *p)
{
	bool some = plan(p);

	if (diags_errors(p->diags) != 0)
		return;
	if (p->options->dry_run)
		summary_steps(p->mirror);
	else if ((mirror_is_stale(p->mirror) || is_unfinished(p)) &&
	    !send_planned(p, some))
		return;
	if (!p->options->dry_run && site_checkpoint_is_stale(&p->checkpoint))
		site_checkpoint_send(&p->checkpoint);
	summary_print(p->options, p->mirror, p->reg.num, some);
}

static void
publish_to_remote(struct publish *p)
{
	p->remote = destination_open(p->arena, p->options,
	    p->options->paths[0]);
	read_ours(p);
	if (diags_errors(p->diags) == 0) {
		check_parent(p);
		if (!p->options->dry_run)
			lock(p);
	}
	if (diags_errors(p->diags) == 0) {
		read_listing(p);
		if (read_heads(p))
			read_theirs(p);
	}
	if (diags_errors(p->diags) == 0) {
		site_checkpoint_make(&p->checkpoint, p->arena, p->options,
		    &p->reg, p->remote);
		site_checkpoint_read(&p->checkpoint, p->arena, &p->reg,
		    p->diags);
	}
	if (diags_errors(p->diags) == 0)
		send(p);
	remote_close(p->remote);
}

/* Writes the package; false if somebody else is writing there. */
static bool
write_package(struct publish *p, const struct by_hand *by_hand)
{
	lock(p);
	if (diags_errors(p->diags) != 0)
		return false;
	mirror_send_files(p->mirror);
	mirror_send_register(p->mirror);
	by_hand_write(by_hand, p->remote);
	site_checkpoint_send(&p->checkpoint);
	add_entry(p);
	remote_close(p->remote);
	return true;
}

/* Writes the new and changed files to a folder that the user uploads. The
 * folder must be empty: the user may not have uploaded its files yet. */
static void
publish_changed(struct publish *p)
{
	struct folder_list list = { 0 };
	const char *folder = p->options->changed;
	struct by_hand by_hand;
	bool some;

	p->remote = destination_open(p->arena, p->options, folder);
	check_parent(p);
	read_ours(p);
	folder_list(p->arena, folder, &list);
	if (list.num != 0)
		diag(p->diags, DIAG_PUBLISH_FULL, POS_NONE, str_of(folder));
	if (diags_errors(p->diags) != 0)
		return;
	make_listing(p);
	p->site_files.fragments = true;
	site_checkpoint_make(&p->checkpoint, p->arena, p->options, &p->reg,
	    p->remote);
	some = plan(p) || p->checkpoint.signature.len != 0;
	if (diags_errors(p->diags) != 0)
		return;
	by_hand = (struct by_hand){ p->arena, p->mirror, origin_of(p->arena,
	    p->options) };
	if (some && !p->options->dry_run && !write_package(p, &by_hand))
		return;
	if (p->options->dry_run || !p->options->quiet)
		by_hand_print(&by_hand);
	summary_print(p->options, p->mirror, p->reg.num, some);
}

int
publish(const struct options *o)
{
	struct publish p = { .options = o, .arena = arena_new(),
	    .diags = diags_new() };
	int status;

	if (o->num_paths != 1 && (o->changed == NULL || o->num_paths > 1))
		die_usage(DIAG_PUBLISH_DEST, "", "");
	if (o->num_paths != 0 && *o->paths[0] != '\0' &&
	    !remote_is_destination(str_of(o->paths[0])))
		die_usage(DIAG_PUBLISH_WHERE, o->paths[0], "");
	p.destination = o->num_paths != 0 ?
	    file_bare(str_of(o->paths[0])) : S("–");
	if (o->changed != NULL)
		publish_changed(&p);
	else
		publish_to_remote(&p);
	hold_close(p.hold);
	status = diags_errors(p.diags) != 0 ? EXIT_CONTENT : EXIT_DONE;
	diags_print(p.diags, stderr, message_language(), false);
	diags_free(p.diags);
	arena_free(p.arena);
	return status;
}
