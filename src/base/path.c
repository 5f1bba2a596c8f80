/* SPDX-License-Identifier: ISC */
#include "base/path.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"

str
path_join(struct arena *a, str folder, str name)
{
	return str_join(a, folder, S("/"), name);
}

str
path_file(struct arena *a, str folder, str name, str suffix)
{
	return path_join(a, folder, str_join(a, name, suffix));
}

char *
path_name(struct arena *a, str folder, str name)
{
	return str_c(a, path_join(a, folder, name));
}

str
path_last(str path)
{
	size_t slash = str_rfind(path, '/');

	return slash != path.len ? str_from(path, slash + 1) : path;
}

str
path_folder(str path)
{
	size_t slash = str_rfind(path, '/');

	return slash != path.len ? str_upto(path, slash) : S("");
}

str
path_absolute(struct arena *a, const char *path)
{
	char here[4096];
	str rest, part, whole = str_of(path);
	char *to;
	size_t len = 0;

	if (*path != '/' && getcwd(here, sizeof(here)) != NULL)
		whole = path_join(a, str_of(here), whole);
	to = arena_alloc(a, whole.len + 2);
	for (rest = whole; str_cut(&rest, '/', &part);) {
		if (part.len == 0 || str_eq(part, S(".")))
			continue;
		if (str_eq(part, S(".."))) {
			while (len != 0 && to[--len] != '/')
				;
			continue;
		}
		to[len++] = '/';
		memcpy(to + len, part.p, part.len);
		len += part.len;
	}
	if (len == 0)
		to[len++] = '/';
	return (str){ to, len };
}

str
path_real(struct arena *a, const char *path)
{
	char real[PATH_MAX];
	str whole = path_absolute(a, path), head = whole, found = S("");

	for (; head.len > 1; head = str_upto(head, str_rfind(head, '/')))
		if (realpath(str_c(a, head), real) != NULL) {
			found = str_of(real);
			break;
		}
	if (found.len <= 1)
		found = S("");
	whole = str_join(a, found, head.len > 1 ? str_from(whole, head.len) :
	    whole);
	return whole.len != 0 ? whole : S("/");
}

/* Returns whether the path is the folder or inside it. Every path is inside
 * “/”, whose length is 1. */
static bool
is_in(str path, str folder)
{
	return folder.len == 1 || (str_starts(path, folder) &&
	    (path.len == folder.len || path.p[folder.len] == '/'));
}

bool
path_nests(struct arena *arena, const char *a, const char *b)
{
	str x = path_real(arena, a), y = path_real(arena, b);

	return is_in(x, y) || is_in(y, x);
}
