/* SPDX-License-Identifier: ISC */
#include "edition/private_place.h"

#include <limits.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/die.h"
#include "base/path.h"
#include "build/options.h"

void
private_place_check(const struct options *o, const char *path)
{
	struct arena *a = arena_new();
	char where[PATH_MAX];
	ssize_t len;

	if (path == NULL) {
		len = readlink("/proc/self/fd/1", where, sizeof(where) - 1);
		where[len > 0 ? len : 0] = '\0';
		path = where;
	}
	/* Standard output may be a pipe: “pipe:[4711]”. */
	if ((path != where || path[0] == '/') && (path_nests(a, path, o->content) ||
	    path_nests(a, path, o->out)))
		die_usage(DIAG_ANSWERS_WHERE, path, "");
	arena_free(a);
	umask(S_IRWXG | S_IRWXO);
}
