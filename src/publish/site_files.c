/* SPDX-License-Identifier: ISC */
#include "publish/site_files.h"

#include "base/arena.h"
#include "base/path.h"
#include "build/placeholder.h"
#include "build/store_list.h"
#include "model/ident.h"
#include "model/site_path.h"
#include "publish/source_digest.h"
#include "source/source_text.h"

enum { DIGITS = 2 * DIGEST_SIZE };

void
site_files_make(struct site_files *s, struct arena *a, const struct reg *reg,
    str content, str out, struct diags *ds)
{
	struct ident id;
	size_t i;

	*s = (struct site_files){ .arena = a, .diags = ds, .reg = reg,
	    .content = content, .out = out, .works = map_make(a),
	    .folders = map_make(a),
	    .erased = map_make(a), .sent = map_make(a) };
	for (i = 0; i < reg->num; i++) {
		if (reg->rows[i].event == EVENT_ERASE)
			map_slot(&s->erased, reg->rows[i].edition);
		if (reg->rows[i].event == EVENT_RELEASE &&
		    ident_read(&id, reg->rows[i].edition, NULL, S(""))) {
			map_slot(&s->works, id.work);
			map_slot(&s->folders, id.subject);
			map_slot(&s->folders, id.unit);
			map_slot(&s->folders, id.class);
		}
	}
}

static bool
is_released(const struct site_files *s, str edition)
{
	return register_release(s->reg, edition) != NULL;
}

static bool
is_erased(const struct site_files *s, str edition)
{
	return map_find(&s->erased, edition) != NULL;
}

static bool
is_index(str path)
{
	return str_eq(path, S("index.html")) ||
	    str_ends(path, S("/index.html"));
}

/* Whether it is a part of a long list, whose name no work has. */
static bool
is_part(str base)
{
	return str_starts(path_last(base), S("harf_"));
}

/* Whether a page or a record may be on the site; base is its path without the
 * ending: an edition, or the address of a work. */
static bool
may_publish(const struct site_files *s, str base, bool page)
{
	struct ident id;

	if (ident_read(&id, base, NULL, S("")))
		return is_released(s, base) && (page || !is_erased(s, base));
	if (is_part(base))
		return true;
	return str_count(base, '/') != 3 || map_find(&s->works, base) != NULL;
}

/* Whether the page of changes of an edition may be there. The page shows the
 * text before it too; where that was erased, the build made no such page. */
static bool
may_show_changes(const struct site_files *s, str edition)
{
	return is_released(s, edition) && !is_erased(s, edition);
}

/* Whether the path may be on the site: it does not belong to a draft. */
static bool
may_be_on_site(const struct site_files *s, str path)
{
	struct ident id;
	str folder = str_upto(path, str_rfind(path, '/'));

	if (is_index(path))
		return folder.len == path.len ||
		    map_find(&s->folders, folder) != NULL;
	if (str_eq(path, S("taslak.html")))
		return false;
	if (str_ends(path, S(".degisiklik.html")))
		return may_show_changes(s, str_upto(path, path.len -
		    S(".degisiklik.html").len));
	if (str_ends(path, S(SITE_PATH_FRAGMENT)))
		return s->fragments && may_publish(s, str_upto(path, path.len -
		    S(SITE_PATH_FRAGMENT).len), false);
	if (str_ends(path, S(".html")))
		return may_publish(s, str_upto(path, path.len - 5), true);
	if (str_ends(path, S(".pdf")))
		return may_publish(s, str_upto(path, path.len - 4), false);
	if (folder.len != path.len && ident_read(&id, folder, NULL, S("")))
		return is_released(s, folder) && !is_erased(s, folder);
	return true;
}

static enum mirror_rank
rank_of(str path)
{
	static const char *const last[] = { ".xml", ".json", ".tsv", ".csv" };
	size_t i;

	if (is_index(path))
		return MIRROR_INDEX;
	for (i = 0; i < sizeof(last) / sizeof(last[0]); i++)
		if (str_ends(path, str_of(last[i])))
			return MIRROR_INDEX;
	/* The indexes lead to it; a record is recognised from the moment on
	 * that it can be downloaded. */
	if (str_eq(path, S("verify.html")))
		return MIRROR_PAGE;
	/* Lists and the index of the search lead to pages; the texts below
	 * ara/ are read when the index has led there. */
	if (str_starts(path, S("ara/")))
		return str_count(path, '/') < 4 ? MIRROR_INDEX : MIRROR_FILE;
	if (str_ends(path, S(".html")) && (str_count(path, '/') < 2 ||
	    is_part(path)))
		return MIRROR_INDEX;
	return str_ends(path, S(".html")) ? MIRROR_PAGE : MIRROR_FILE;
}

static void
want(struct site_files *s, struct mirror *m, struct mirror_file file)
{
	if (map_find(&s->sent, file.path) != NULL)
		return;
	map_slot(&s->sent, file.path);
	mirror_want(m, file);
}

/* Adds the source of an edition, and its record where the register has its
 * digest. */
static void
want_edition(struct site_files *s, struct mirror *m, const struct row *row)
{
	struct mirror_file file = { .root = s->content };

	if (is_erased(s, row->edition))
		return;
	file.path = str_join(s->arena, row->edition, S(".md"));
	want(s, m, file);
	if (row->record.len != DIGITS)
		return;
	file.path = str_join(s->arena, row->edition, S(".pdf"));
	file.fixed = true;
	file.digest = row->record;
	want(s, m, file);
}

/* Reports a page that the build did not make: the site would lose it. */
static void
check_page(struct site_files *s, const struct row *row)
{
	str page = str_join(s->arena, row->edition, S(".html"));

	if (map_find(&s->sent, page) == NULL)
		diag(s->diags, DIAG_PUBLISH_MISSING, POS_NONE, path_join(
		    s->arena, s->out, page));
}

/* Reports a title that matbu new wrote: the page of the folder shows it, and so
 * do all pages below. */
static void
check_title(struct site_files *s, str path, const char *name)
{
	struct doc doc = { .arena = s->arena, .path = str_of(name) };
	str rest, line, folder = str_upto(path, str_rfind(path, '/'));
	size_t depth = str_count(path, '/');
	struct pos pos = { 0, 1 };

	if (folder.len == path.len)
		folder = S("");
	if (depth >= PLACEHOLDER_DEPTHS || !source_text_read(&doc))
		return;
	for (rest = doc.text; str_line(&rest, &line);) {
		pos.line++;
		line = str_trim(str_from(line, str_span(line, '#')));
		if (placeholder_is_title(s->arena, line, depth, folder))
			diag(s->diags, DIAG_PUBLISH_PLACEHOLDER, pos, doc.path,
			    line);
	}
}

/* Adds the index.md of an index.html, where it exists. */
static void
want_index_source(struct site_files *s, struct mirror *m, str index)
{
	str path = str_join(s->arena, str_upto(index, index.len - 4),
	    S("md"));
	char *name = path_name(s->arena, s->content, path);

	if (file_kind(name) != FILE_PLAIN)
		return;
	check_title(s, path, name);
	want(s, m, (struct mirror_file){ .root = s->content, .path = path });
}

void
site_files_want(struct site_files *s, struct mirror *m)
{
	const str *made;
	size_t i;

	s->made = store_list_made(s->arena, s->out);
	made = s->made.items;
	map_reserve(&s->sent, s->made.num + 2 * s->reg->num);
	for (i = 0; i < s->reg->num; i++)
		if (s->reg->rows[i].event == EVENT_RELEASE)
			want_edition(s, m, &s->reg->rows[i]);
	want(s, m, (struct mirror_file){ .root = s->content,
	    .path = S("register.tsv"), .rank = MIRROR_LAST });
	for (i = 0; i < s->made.num; i++) {
		if (!may_be_on_site(s, made[i]))
			continue;
		want(s, m, (struct mirror_file){ .root = s->out,
		    .path = made[i], .rank = rank_of(made[i]) });
		if (is_index(made[i]))
			want_index_source(s, m, made[i]);
	}
	for (i = 0; i < s->reg->num; i++)
		if (s->reg->rows[i].event == EVENT_RELEASE)
			check_page(s, &s->reg->rows[i]);
}

/* --- Checking the files to send */

void
site_files_check(struct site_files *s, const struct mirror *m)
{
	size_t i, num;
	const struct mirror_step *steps = mirror_steps(m, &num);
	const struct row *row;
	struct strings pictures;
	str path;

	for (i = 0; i < num; i++) {
		path = steps[i].file.path;
		if ((steps[i].act != MIRROR_ADD &&
		    steps[i].act != MIRROR_CHANGE) || !str_ends(path, S(".md")))
			continue;
		row = register_release(s->reg, str_upto(path, path.len - 3));
		if (row == NULL)
			continue;
		pictures = source_digest_pictures(s->arena, &s->made,
		    row->edition);
		if (!str_eq(source_digest(s->arena, s->content, row->edition,
		    &pictures), row->source))
			diag(s->diags, DIAG_PUBLISH_OURS, POS_NONE, path_join(
			    s->arena, s->content, path));
	}
}
