/* SPDX-License-Identifier: ISC */
#include "edition/skeleton.h"

#include "base/arena.h"
#include "base/die.h"
#include "base/durable.h"
#include "base/file.h"
#include "base/folder.h"
#include "base/mem.h"
#include "base/path.h"
#include "base/phrase.h"
#include "base/sink.h"
#include "build/day.h"
#include "build/limit.h"
#include "build/options.h"
#include "build/placeholder.h"
#include "model/ident.h"
#include "model/portable.h"
#include "source/content_tree.h"
#include "source/front_matter.h"
#include "source/source_text.h"

struct skeleton {
	const struct options	*options;
	struct arena		*arena;
	str			 root;
	struct ident		 ident;
	struct front_matter	 site;	/* settings of the collection */
};

static void
put_file(struct skeleton *s, str path, str text)
{
	char *name = str_c(s->arena, path);

	if (!folder_make_all(name) || !durable_write(s->arena, path, text))
		die_errno(DIAG_WRITE, name);
	if (!s->options->quiet)
		phrase_print(PHRASE_WRITTEN, path);
}

/* “e-posta” → “E posta”: the author is expected to write a better title. */
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

static str
index_path(struct arena *a, str root, str folder)
{
	return str_join(a, root, folder.len != 0 ? S("/") : S(""), folder,
	    S("/index.md"));
}

static str
folder_at(const struct ident *ident, size_t depth)
{
	const str folders[PLACEHOLDER_DEPTHS] = { S(""), ident->class,
	    ident->unit, ident->subject };

	return folders[depth];
}

/* Returns whether one was written. */
static bool
put_indexes(struct skeleton *s)
{
	size_t i;
	str path, folder;
	bool any = false;

	for (i = 0; i < PLACEHOLDER_DEPTHS; i++) {
		folder = folder_at(&s->ident, i);
		path = index_path(s->arena, s->root, folder);
		if (file_kind(str_c(s->arena, path)) == FILE_NONE &&
		    unit_title(&s->site.units, folder).text.len == 0) {
			put_file(s, path, str_join(s->arena, S("# "),
			    placeholder_title(s->arena, message_language(), i,
			    folder), S("\n")));
			any = true;
		}
	}
	return any;
}

/* Offers the keys that the collection declares, as comments. */
static void
put_keys(struct skeleton *s, struct sink *k)
{
	const struct header_rows *h = &s->site.header_rows;
	size_t i, before = k->len;

	for (i = 0; i < h->num; i++) {
		if (!h->rows[i].declared)
			continue;
		sink_puts(k, k->len == before ? "---\n# " : "# ");
		sink_put(k, h->rows[i].names[message_language()]);
		sink_puts(k, ":\n");
	}
	if (k->len != before)
		sink_puts(k, "---\n\n");
}

static str
text_of(struct skeleton *s)
{
	struct sink k = { 0 };

	put_keys(s, &k);
	sink_puts(&k, "# ");
	if (s->options->title != NULL)
		sink_puts(&k, s->options->title);
	else
		sink_put(&k, title_of(s, s->ident.name));
	sink_puts(&k, "\n\n");
	sink_put(&k, phrase_text(PHRASE_NEW_DOCUMENT));
	return sink_take(&k, s->arena);
}

/* Returns whether the work has an edition. */
static bool
work_exists(struct skeleton *s)
{
	str folder = path_join(s->arena, s->root, s->ident.subject);
	str start = str_join(s->arena, s->ident.name, S("_"));
	struct folder_list list;
	size_t i;

	if (!folder_list(s->arena, str_c(s->arena, folder), &list))
		return false;
	for (i = 0; i < list.num; i++)
		if (str_starts(list.entries[i].name, start) &&
		    str_ends(list.entries[i].name, S(".md")))
			return true;
	return false;
}

/* Reads the name of a work. */
static bool
read_work(struct skeleton *s, str work, struct date day, unsigned revision)
{
	str edition = str_join(s->arena, work, S("_"), date_compact(s->arena,
	    day), S("_"), str_uint(s->arena, revision));
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

/* Whether a computer with Windows takes the path; else why not. */
static bool
is_portable(struct skeleton *s, enum diag *fault, str *value)
{
	*value = portable_device(s->ident.work);
	*fault = DIAG_WORK_DEVICE;
	if (value->len == 0 && s->ident.edition.len + S(".html").len >
	    PORTABLE_PATH_LIMIT) {
		*value = s->ident.edition;
		*fault = DIAG_WORK_LONG;
	}
	return value->len == 0;
}

static bool
plan(struct skeleton *s, const char *work, struct date day, unsigned revision,
    enum diag *fault, str *value)
{
	*fault = DIAG_WORK_FORM;
	*value = str_of(work);
	if (!read_work(s, limit_path(s->arena, work, s->root), day, revision))
		return false;
	if (!is_portable(s, fault, value))
		return false;
	*fault = DIAG_WORK_EXISTS;
	*value = s->ident.work;
	return !work_exists(s);
}

static struct front_matter
read_site(struct arena *a, str root)
{
	struct doc doc = { .arena = a, .path = index_path(a, root, S("")) };

	if (source_text_read(&doc))
		front_matter_read(&doc, FRONT_MATTER_SITE);
	return doc.front_matter;
}

static struct skeleton
begin(const struct options *o, struct arena *a)
{
	str root = file_bare(str_of(o->content));

	return (struct skeleton){ .options = o, .arena = a, .root = root,
	    .site = read_site(a, root) };
}

bool
skeleton_plan(const struct options *o, struct arena *a, const char *work,
    struct date day, unsigned revision, struct ident *ident,
    enum diag *fault, str *value)
{
	struct skeleton s = begin(o, a);
	bool fine = plan(&s, work, day, revision, fault, value);

	*ident = s.ident;
	return fine;
}

/* Prints which titles the author is to write now. */
static void
print_titles(struct skeleton *s)
{
	str path, text, line = S(""), folder;
	size_t i;

	for (i = 0; i < PLACEHOLDER_DEPTHS; i++) {
		folder = folder_at(&s->ident, i);
		path = index_path(s->arena, s->root, folder);
		if (file_kind(str_c(s->arena, path)) == FILE_NONE)
			continue;	/* a unit that the site names */
		if (!file_read(s->arena, str_c(s->arena, path),
		    SOURCE_TEXT_LIMIT, &text))
			die_errno(DIAG_READ, str_c(s->arena, path));
		if (str_line(&text, &line) && str_starts(line, S("# ")) &&
		    placeholder_is_title(s->arena,
		    str_trim(str_from(line, 2)), i, folder))
			phrase_print(PHRASE_WRITE_TITLE, path);
	}
}

void
skeleton_indexes(const struct options *o, struct arena *a,
    const struct ident *ident)
{
	struct skeleton s = begin(o, a);

	s.ident = *ident;
	if (put_indexes(&s) && !o->quiet)
		print_titles(&s);
}

/* In a folder below a collection, a second one would be begun. */
static void
check_place(struct skeleton *s)
{
	const char *root = str_c(s->arena, s->root), *above;

	if (folder_is_there(root))
		return;
	above = content_tree_above(s->arena, root);
	if (*above != '\0')
		die_system(DIAG_NO_CONTENT, root, above);
}

int
skeleton_write(const struct options *o)
{
	struct skeleton s = begin(o, arena_new());
	const char *work = o->num_paths != 0 ? o->paths[0] : "–";
	enum diag fault;
	str path, value;

	if (o->num_paths != 1)
		die_usage(DIAG_WORK_FORM, work, "");
	check_place(&s);
	if (!plan(&s, work, day_of(o), 0, &fault, &value))
		die_usage(fault, str_c(s.arena, value), str_c(s.arena,
		    str_uint(s.arena, PORTABLE_PATH_LIMIT - S(".html").len)));
	put_indexes(&s);
	path = path_file(s.arena, s.root, s.ident.edition, S(".md"));
	put_file(&s, path, text_of(&s));
	if (!o->quiet) {
		print_titles(&s);
		phrase_print(PHRASE_WRITE_TEXT, path);
	}
	arena_free(s.arena);
	return EXIT_DONE;
}

/* --- What an edition still contains of it */

static void
check_text(struct transaction *t, const struct ident *ident)
{
	struct doc doc = { .arena = t->ws.in.arena,
	    .path = transaction_path(t, ident->edition, S(".md")) };
	struct pos pos = { 0, 1 };
	str line;

	if (!source_text_read(&doc))
		return;
	while (str_line(&doc.text, &line)) {
		pos.line++;
		line = str_trim(line);
		if (placeholder_is_line(line))
			diag(t->ws.in.diags, DIAG_SKELETON_TEXT, pos, doc.path,
			    line);
	}
}

void
skeleton_check(struct transaction *t, const struct ident *ident)
{
	const struct folder_card *folder;
	size_t i;

	if (!t->options.existing)
		check_text(t, ident);
	for (i = 0; i < PLACEHOLDER_DEPTHS; i++) {
		folder = collection_folder(&t->ws.in.collection,
		    folder_at(ident, i));
		if (placeholder_is_title(t->ws.in.arena, folder->title, i,
		    folder->path))
			diag(t->ws.in.diags, DIAG_SKELETON_TITLE, POS_NONE,
			    folder->title_place.path, folder->title);
	}
}
