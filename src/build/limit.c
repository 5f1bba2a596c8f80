/* SPDX-License-Identifier: ISC */
#include "build/limit.h"

#include "base/arena.h"
#include "base/die.h"
#include "base/file.h"
#include "base/nearest.h"
#include "build/options.h"

str
limit_path(struct arena *a, const char *argument, str root)
{
	str path = str_of(argument), folder = str_join(a, root, S("/"));

	path = file_bare(path);
	while (str_starts(path, S("./")))
		path = str_from(path, 2);
	if (str_eq(path, root))
		return S("");
	if (str_starts(path, folder))
		path = str_from(path, folder.len);
	if (str_ends(path, S("/index.md")))
		path.len -= S("/index.md").len;
	else if (str_ends(path, S(".md")))
		path.len -= S(".md").len;
	return path;
}

_Noreturn void
limit_unknown(struct arena *a, const char *argument, str root,
    const struct collection *c)
{
	struct nearest near = nearest_to(limit_path(a, argument, root));
	size_t i;

	for (i = 0; i < c->num_folders; i++)
		nearest_offer(&near, c->folders[i].path);
	for (i = 0; i < c->num_cards; i++)
		nearest_offer(&near, c->cards[i].ident->work);
	die_usage(DIAG_PATH_UNKNOWN, argument, str_c(a, nearest_best(&near)));
}

void
limit_make(struct limit *l, struct arena *a, const struct options *o,
    const str *root, const struct collection *c)
{
	size_t i;
	str path;

	*l = (struct limit){ .arena = a, .root = *root };
	l->paths.items = arena_array(a, str, o->num_paths);
	for (i = 0; i < o->num_paths; i++) {
		path = limit_path(a, o->paths[i], *root);
		if (map_find(&c->names, path) == NULL)
			limit_unknown(a, o->paths[i], *root, c);
		if (path.len != 0)
			l->paths.items[l->paths.num++] = path;
		else
			break;
	}
	/* The whole collection is no limit. */
	if (i < o->num_paths)
		l->paths.num = 0;
}

/* Whether path is folder, or lies in it. */
static bool
is_at_or_in(str path, str folder)
{
	return str_starts(path, folder) && (path.len == folder.len ||
	    folder.len == 0 || path.p[folder.len] == '/');
}

static bool
any(const struct limit *l, str path)
{
	size_t i;

	for (i = 0; i < l->paths.num; i++)
		if (is_at_or_in(path, l->paths.items[i]))
			return true;
	return l->paths.num == 0;
}

/* The path without its ending, which may be “.degisiklik.html”. */
static str
bare(str path)
{
	size_t slash = str_rfind(path, '/');
	size_t start = slash == path.len ? 0 : slash + 1;

	return str_upto(path, start + str_find(str_from(path, start), '.'));
}

/* The work of “…/name_20190115_1…”, else the path. */
static str
work_of(str path)
{
	struct ident ident;
	size_t slash;

	if (ident_read(&ident, bare(path), NULL, path))
		return ident.work;
	slash = str_rfind(path, '/');
	if (slash != path.len && ident_read(&ident, str_upto(path, slash),
	    NULL, path))
		return ident.work;
	return bare(path);
}

bool
limit_has_source(const struct limit *l, str path)
{
	str folder = str_join(l->arena, l->root, S("/"));
	size_t dot;

	if (l->paths.num == 0 || !str_starts(path, folder))
		return true;
	path = str_from(path, folder.len);
	dot = str_rfind(path, '.');
	return any(l, path) || any(l, str_upto(path, dot)) ||
	    any(l, work_of(path));
}

bool
limit_has_edition(const struct limit *l, const struct ident *ident)
{
	return any(l, ident->edition) || any(l, ident->work);
}

bool
limit_has_index(const struct limit *l, str folder)
{
	size_t i;

	for (i = 0; i < l->paths.num; i++)
		if (is_at_or_in(l->paths.items[i], folder))
			return true;
	return any(l, folder);
}

bool
limit_has_output(const struct limit *l, str path)
{
	return any(l, path) || any(l, bare(path)) || any(l, work_of(path));
}

str
limit_index_file(struct arena *a, str folder)
{
	return folder.len != 0 ? str_join(a, folder, S("/index.html")) :
	    S("index.html");
}
