/* SPDX-License-Identifier: ISC */
#include "skeleton.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "../base/arena.h"
#include "../base/die.h"
#include "../base/durable.h"
#include "../base/file.h"
#include "../base/mem.h"
#include "../base/sink.h"
#include "../day.h"
#include "../model/ident.h"
#include "../limit.h"
#include "../option.h"

struct skeleton {
	const struct options	*options;
	struct arena		*arena;
	str			 root;
	struct ident		 ident;
};

static void
put_file(struct skeleton *s, str path, str text)
{
	char *name = str_c(s->arena, path);

	if (!file_make_folders(name) || !durable_write(s->arena, path, text))
		die_system(DIAG_WRITE, name, strerror(errno));
	if (!s->options->quiet)
		printf(message_language() == LANG_TR ? "yazıldı: %s\n" :
		    "written: %s\n", name);
}

/* “e-posta” → “E posta”: a name that asks to be written better. */
static str
title_of(struct skeleton *s, str name)
{
	char *to = str_c(s->arena, name);
	size_t i;

	for (i = 0; i < name.len; i++)
		if (to[i] == '-')
			to[i] = ' ';
	if (to[0] == 'i')
		return str_join(s->arena, S("İ"), str_from((str){ to,
		    name.len }, 1));
	if (char_is_lower(to[0]))
		to[0] = (char)(to[0] - ('a' - 'A'));
	return (str){ to, name.len };
}

static void
put_index(struct skeleton *s, str folder, str title)
{
	str path = str_join3(s->arena, s->root, folder.len != 0 ? S("/") :
	    S(""), str_join(s->arena, folder, S("/index.md")));

	if (file_kind(str_c(s->arena, path)) == FILE_NONE)
		put_file(s, path, str_join3(s->arena, S("# "), title,
		    S("\n")));
}

static str
last_part(str path)
{
	size_t slash = str_rfind(path, '/');

	return slash != path.len ? str_from(path, slash + 1) : path;
}

static void
put_indexes(struct skeleton *s)
{
	const struct ident *d = &s->ident;

	put_index(s, S(""), message_language() == LANG_TR ? S("Kurumun adı") :
	    S("Name of the institution"));
	put_index(s, d->class, title_of(s, d->class));
	put_index(s, d->unit, title_of(s, last_part(d->unit)));
	put_index(s, d->subject, title_of(s, last_part(d->subject)));
}

static str
text_of(struct skeleton *s)
{
	struct sink k = { 0 };
	str text;

	sink_puts(&k, "# ");
	if (s->options->title != NULL)
		sink_puts(&k, s->options->title);
	else
		sink_put(&k, title_of(s, s->ident.name));
	sink_puts(&k, message_language() == LANG_TR ?
	    "\n\nBu doküman kimin içindir, ne işe yarar: bir iki cümle.\n\n"
	    "## Adımlar\n\n1. İlk adım.\n2. İkinci adım.\n" :
	    "\n\nWhom this document is for, and what for: a sentence or "
	    "two.\n\n## Steps\n\n1. The first step.\n2. The second step.\n");
	text = str_copy(s->arena, sink_str(&k));
	sink_free(&k);
	return text;
}

/* Whether an edition of the work is there. */
static bool
is_there(struct skeleton *s)
{
	str folder = str_join3(s->arena, s->root, S("/"), s->ident.subject);
	str start = str_join(s->arena, s->ident.name, S("_"));
	struct file_list list;
	size_t i;

	if (!file_list(s->arena, str_c(s->arena, folder), &list))
		return false;
	for (i = 0; i < list.num; i++)
		if (str_starts(list.entries[i].name, start) &&
		    str_ends(list.entries[i].name, S(".md")))
			return true;
	return false;
}

/* A work, as the first edition of the day. */
static bool
read_work(struct skeleton *s, str work)
{
	str edition = str_join(s->arena, str_join3(s->arena, work, S("_"),
	    date_compact(s->arena, day_of(s->options))), S("_0"));
	size_t i, folders = 0, at = 0;

	for (i = 0; i <= work.len; i++) {
		if (i != work.len && work.p[i] != '/')
			continue;
		if (!ident_is_name(str_upto(str_from(work, at), i - at)))
			return false;
		at = i + 1;
		folders++;
	}
	return folders == 4 && ident_read(&s->ident, edition, NULL, S(""));
}

int
skeleton_write(const struct options *o)
{
	struct skeleton s = { .options = o, .arena = arena_new(),
	    .root = str_of(o->content) };

	while (s.root.len > 1 && str_ends(s.root, S("/")))
		s.root.len--;
	if (o->num_paths != 1 || !read_work(&s, limit_path(s.arena,
	    o->paths[0], s.root)))
		die_usage(DIAG_WORK_FORM, o->num_paths != 0 ? o->paths[0] :
		    "", "");
	if (is_there(&s))
		die_usage(DIAG_WORK_THERE, str_c(s.arena, s.ident.work), "");
	put_indexes(&s);
	put_file(&s, str_join3(s.arena, s.root, S("/"), str_join(s.arena,
	    s.ident.edition, S(".md"))), text_of(&s));
	arena_free(s.arena);
	return EXIT_DONE;
}
