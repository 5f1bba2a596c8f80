/* SPDX-License-Identifier: ISC */
#include "pull.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

#include "../base/arena.h"
#include "../base/die.h"
#include "../base/durable.h"
#include "../base/mem.h"
#include "../base/sink.h"
#include "../day.h"
#include "../model/ident.h"
#include "../option.h"
#include "outgoing.h"
#include "../record/published.h"
#include "sound.h"

enum { LIMIT = 256 << 20 };

struct pull {
	const struct options	*options;
	struct arena		*arena;
	struct diags		*diags;
	str			 content;
	str			 temp;		/* “content/.matbu-pull” */
	struct far		*far;
	struct reg		 ours, theirs;
	struct published	 published;
	struct listing		 listing;
	struct outgoing		 outgoing;	/* by their register */
	size_t			 common;	/* rows that are the same */
	size_t			 kept;		/* rows of ours behind */
	str			 merged;	/* the register to be */
	str			*paths;		/* to be brought */
	size_t			 num;
};

static const struct pos none;

static char *
on_disk(struct pull *p, str folder, str path)
{
	return str_c(p->arena, str_join3(p->arena, folder, S("/"), path));
}

/* --- Both registers */

static void
read_theirs(struct pull *p)
{
	str bytes, path = far_name(p->far, S("register.tsv"));
	unsigned line;

	if (!far_read(p->far, S("register.tsv"), &bytes)) {
		diag(p->diags, DIAG_PULL_NOTHING, none, path);
		return;
	}
	register_parse(&p->theirs, p->arena, bytes, path, p->diags);
	bytes = S("");
	far_read(p->far, S(LISTING_NAME), &bytes);
	if (!listing_read(&p->listing, p->arena, bytes, &line))
		diag(p->diags, DIAG_PUBLISH_LISTING, ((struct pos){ line, 0 }),
		    far_name(p->far, S(LISTING_NAME)));
}

/* One that is damaged counts as far as it is whole; it is kept aside. */
static void
read_ours(struct pull *p)
{
	str aside = str_join(p->arena, p->content, S("/.register.tsv.old"));

	if (!register_read(&p->ours, p->arena, p->content, NULL)) {
		diag(p->diags, DIAG_PULL_DAMAGED, none, p->ours.path, aside);
		if (!durable_write(p->arena, aside, p->ours.bytes))
			die_system(DIAG_WRITE, str_c(p->arena, aside),
			    strerror(errno));
	}
	published_read(&p->published, p->arena, p->content, p->diags);
}

/* A row of ours that theirs has too, word for word but for its chain. */
static bool
is_theirs(const struct pull *p, const struct row *row)
{
	const struct row *other = register_release(&p->theirs, row->edition);

	return row->event == EVENT_RELEASE && other != NULL &&
	    str_eq(other->source, row->source) &&
	    str_eq(other->record, row->record);
}

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
		    row->edition);
}

/* Our unpublished rows, entered anew behind theirs. */
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
		register_seal(p->arena, &row, chain);
		chain = row.chain;
		sink_put(k, row.line);
		sink_char(k, '\n');
		p->kept++;
	}
}

/* Where theirs is a beginning of ours, ours stays. */
static void
merge(struct pull *p)
{
	struct sink k = { 0 };
	struct reg merged;
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
	p->merged = str_copy(p->arena, sink_str(&k));
	sink_free(&k);
	if (diags_errors(p->diags) == 0)
		register_parse(&merged, p->arena, p->merged, p->ours.path,
		    p->diags);
}

/* --- The files */

/* Whether the path is content: of a released edition, or a title. */
static bool
is_content(struct pull *p, str path)
{
	struct ident id;
	str folder = str_upto(path, str_rfind(path, '/'));
	bool root = folder.len == path.len;

	if (str_eq(path, S("index.md")) || str_ends(path, S("/index.md")))
		return true;
	if (str_ends(path, S(".md")))
		return ident_read(&id, str_upto(path, path.len - 3), NULL,
		    path);
	if (str_ends(path, S(".pdf")))
		return ident_read(&id, str_upto(path, path.len - 4), NULL,
		    path);
	if (root && (str_ends(path, S(".png")) || str_ends(path, S(".jpg")) ||
	    str_ends(path, S(".jpeg"))))
		return file_kind(on_disk(p, str_of(p->options->templates),
		    path)) == FILE_NONE;
	return !root && ident_read(&id, folder, NULL, path);
}

static str
edition_of(str path)
{
	size_t dot = str_rfind(path, '.');
	str folder = str_upto(path, str_rfind(path, '/'));
	struct ident id;

	if (ident_read(&id, folder, NULL, path))
		return folder;
	return str_upto(path, dot);
}

/* A file of ours under the name of a file that a new row speaks of. */
static void
check_way(struct pull *p, const struct listing_row *row)
{
	str bytes, edition = edition_of(row->path);
	char *name = on_disk(p, p->content, row->path);

	if (register_release(&p->theirs, edition) == NULL ||
	    register_release(&p->ours, edition) != NULL)
		return;
	if (!file_read(p->arena, name, LIMIT, &bytes))
		die_system(DIAG_READ, name, strerror(errno));
	if (!str_eq(digest_hex(p->arena, digest_of(bytes)), row->digest))
		diag(p->diags, DIAG_PULL_WAY, none, str_of(name));
}

static void
choose(struct pull *p)
{
	const struct listing_row *row;
	size_t i;

	outgoing_make(&p->outgoing, p->arena, &p->theirs, p->content,
	    p->content, p->diags);
	p->paths = arena_array(p->arena, str, p->listing.num);
	for (i = 0; i < p->listing.num; i++) {
		row = &p->listing.rows[i];
		if (!is_content(p, row->path) ||
		    !outgoing_may(&p->outgoing, row->path))
			continue;
		if (file_kind(on_disk(p, p->content, row->path)) == FILE_NONE)
			p->paths[p->num++] = row->path;
		else
			check_way(p, row);
	}
}

/* What came must be what was sent, and a record what was entered. */
static void
check_file(struct pull *p, str path)
{
	const struct row *row = register_release(&p->theirs,
	    edition_of(path));
	char *name = on_disk(p, p->temp, path);
	str digest, bytes;

	if (!file_read(p->arena, name, LIMIT, &bytes)) {
		diag(p->diags, DIAG_PULL_LOST, none, far_name(p->far, path));
		return;
	}
	digest = digest_hex(p->arena, digest_of(bytes));
	if (!str_eq(digest, listing_find(&p->listing, path)->digest) ||
	    (str_ends(path, S(".pdf")) && row != NULL &&
	    !str_eq(digest, row->record)))
		diag(p->diags, DIAG_PULL_ALTERED, none, far_name(p->far, path));
}

/* A source that came with all its pictures must be the register's. */
static void
check_source(struct pull *p, str path)
{
	str edition = str_upto(path, path.len - 3);
	const struct row *row = register_release(&p->theirs, edition);
	struct file_list list = { 0 };
	struct strings s = { NULL, 0 };
	size_t i;

	if (!str_ends(path, S(".md")) || row == NULL ||
	    file_kind(on_disk(p, p->content, edition)) != FILE_NONE)
		return;
	file_list(p->arena, on_disk(p, p->temp, edition), &list);
	s.items = arena_array(p->arena, str, list.num);
	for (i = 0; i < list.num; i++)
		s.items[s.num++] = list.entries[i].name;
	if (!str_eq(sound_digest(p->arena, p->temp, edition, &s), row->source))
		diag(p->diags, DIAG_PULL_ALTERED, none, far_name(p->far, path));
}

static void
bring(struct pull *p)
{
	size_t i;

	if (!file_make_folders(on_disk(p, p->temp, S(""))))
		die_system(DIAG_WRITE, str_c(p->arena, p->temp),
		    strerror(errno));
	far_fetch(p->far, p->paths, p->num, p->temp);
	for (i = 0; i < p->num; i++)
		check_file(p, p->paths[i]);
	for (i = 0; i < p->num && diags_errors(p->diags) == 0; i++)
		check_source(p, p->paths[i]);
}

/* --- Taking over */

static void
clear(struct pull *p, str folder)
{
	struct file_list list = { 0 };
	str path;
	size_t i;

	file_list(p->arena, str_c(p->arena, folder), &list);
	for (i = 0; i < list.num; i++) {
		path = str_join3(p->arena, folder, S("/"),
		    list.entries[i].name);
		if (list.entries[i].kind == FILE_FOLDER)
			clear(p, path);
		else
			file_remove(str_c(p->arena, path));
	}
	file_remove(str_c(p->arena, folder));
}

static void
place(struct pull *p, str path)
{
	char *name = on_disk(p, p->content, path);

	if (!file_make_folders(name) ||
	    !file_rename(on_disk(p, p->temp, path), name))
		die_system(DIAG_WRITE, name, strerror(errno));
}

/* That these rows are out, so that nobody takes one back. */
static void
note(struct pull *p)
{
	struct published_note n = { .day = day_of(p->options),
	    .destination = str_of(p->options->paths[0]),
	    .rows = p->theirs.num, .chain = register_chain(&p->theirs) };

	if (p->published.rows < n.rows)
		published_add(&p->published, p->arena, &n);
}

/* Files first, then the note, the register last: cut off anywhere, the next
 * pull goes on. */
static void
take_over(struct pull *p)
{
	char *name = str_c(p->arena, p->ours.path);
	size_t i;

	for (i = 0; i < p->num; i++)
		place(p, p->paths[i]);
	note(p);
	if (!str_eq(p->merged, p->ours.bytes) &&
	    !durable_write(p->arena, p->ours.path, p->merged))
		die_system(DIAG_WRITE, name, strerror(errno));
}

static void
tell(const struct pull *p)
{
	if (p->options->quiet)
		return;
	printf(message_language() == LANG_TR ?
	    "%zu satır ve %zu dosya alındı; yayımlanmamış %zu satırımız "
	    "onların arkasında\n" :
	    "%zu rows and %zu files taken over; %zu unpublished rows of ours "
	    "stand behind them\n", p->theirs.num - p->common, p->num,
	    p->kept);
}

static void
run(struct pull *p)
{
	read_theirs(p);
	if (diags_errors(p->diags) != 0)
		return;
	if (!file_make_folders(on_disk(p, p->content, S(""))))
		die_system(DIAG_WRITE, str_c(p->arena, p->content),
		    strerror(errno));
	if (!durable_lock(p->options->content))
		die_system(DIAG_REGISTER_LOCKED, p->options->content, "");
	read_ours(p);
	merge(p);
	choose(p);
	if (diags_errors(p->diags) != 0)
		return;
	clear(p, p->temp);
	bring(p);
	if (diags_errors(p->diags) == 0) {
		take_over(p);
		tell(p);
	}
	clear(p, p->temp);
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
	p.far = far_open(p.arena, o->paths[0], o->jobs);
	run(&p);
	far_close(p.far);
	status = diags_errors(p.diags) != 0 ? EXIT_CONTENT : EXIT_DONE;
	diags_print(p.diags, stderr, message_language(), false);
	diags_free(p.diags);
	arena_free(p.arena);
	return status;
}
