/* SPDX-License-Identifier: ISC */
#include "publish/look.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/path.h"
#include "base/sink.h"
#include "publish/index_name.h"

/* Deeper folders contain the pictures of one edition. */
enum { DEPTH_SUBJECT = 3 };

void
look_lock(struct arena *a, struct remote *r, struct diags *ds)
{
	struct remote_look lock = { S(REMOTE_LOCK), false };
	struct sink found = { 0 };

	remote_look(r, &lock, 1, false, &found);
	if (str_starts(sink_str(&found), S("l " REMOTE_LOCK)))
		diag(ds, DIAG_PUBLISH_LINK, POS_NONE, remote_name(r,
		    str_copy(a, lock.folder)));
	sink_free(&found);
}

/* --- Which folders */

/* Adds the folder and those above it. */
static void
add_folders(struct map *folders, str folder)
{
	while (map_find(folders, folder) == NULL) {
		map_slot(folders, folder);
		if (folder.len == 0)
			break;
		folder = path_folder(folder);
	}
}

/* Folders of kept pictures need not be looked at: nothing is written there. */
static void
add_step(const struct mirror *m, struct map *folders,
    const struct mirror_step *s)
{
	str folder = path_folder(s->file.path);

	if (m->trust != MIRROR_BY_BYTES && s->act == MIRROR_KEEP &&
	    str_count(folder, '/') >= DEPTH_SUBJECT)
		return;
	add_folders(folders, folder);
	if (str_eq(s->file.path, S("index.html")) ||
	    str_ends(s->file.path, S("/index.html")))
		map_slot(folders, folder)->number = 1;
}

static int
cmp_look(const void *a, const void *b)
{
	const struct remote_look *x = a, *y = b;

	return str_cmp(x->folder, y->folder);
}

/* Sorted: parents first. */
static struct remote_look *
list_folders(struct mirror *m, const struct map *folders)
{
	struct remote_look *list = arena_array(m->arena, struct remote_look,
	    folders->num + 1);
	size_t i, num = 0;

	for (i = 0; i < folders->cap; i++)
		if (folders->slots[i].key.p != NULL)
			list[num++] = (struct remote_look){
			    folders->slots[i].key,
			    folders->slots[i].number != 0 };
	qsort(list, num, sizeof(*list), cmp_look);
	return list;
}

/* --- What was found. Another machine may say anything. */

static void
report(struct mirror *m, enum diag id, str path)
{
	diag(m->diags, id, POS_NONE, remote_name(m->remote, path));
}

/* A folder below a link is not reported. */
static void
report_link(struct mirror *m, const struct map *folders, str folder, str *last)
{
	if (map_find(folders, folder) == NULL || (last->len != 0 &&
	    str_starts(folder, str_join(m->arena, *last, S("/")))))
		return;
	*last = str_copy(m->arena, folder);
	report(m, DIAG_PUBLISH_LINK, folder);
}

static void
report_index(struct mirror *m, const struct map *folders, str path)
{
	str folder = path_folder(path);
	str name = folder.len != 0 ? str_from(path, folder.len + 1) : path;

	if (map_find(folders, folder) != NULL && index_name_is_other(name) &&
	    listing_find(m->listing, path) == NULL)
		report(m, DIAG_PUBLISH_INDEX, path);
}

void
look_site(struct mirror *m)
{
	struct map folders = map_make(m->arena);
	struct sink found = { 0 };
	str lines, line, last = S("");
	size_t i;

	for (i = 0; i < m->num; i++)
		add_step(m, &folders, &m->steps[i]);
	remote_look(m->remote, list_folders(m, &folders), folders.num,
	    m->trust == MIRROR_BY_BYTES, &found);
	for (lines = sink_str(&found); str_line(&lines, &line);)
		if (str_starts(line, S("l ")))
			report_link(m, &folders, str_from(line, 2), &last);
		else if (str_starts(line, S("i ")))
			report_index(m, &folders, str_from(line, 2));
	sink_free(&found);
}
