/* SPDX-License-Identifier: ISC */
#include "build/store_list.h"

#include <errno.h>

#include "base/arena.h"
#include "base/diags.h"
#include "base/die.h"
#include "base/file.h"
#include "base/path.h"
#include "base/sink.h"
#include "model/site_path.h"

enum { LIST_LIMIT = 256 << 20 };	/* [byte] */

static char *
name_of(struct arena *a, str folder)
{
	return path_name(a, folder, S(".matbu"));
}

str
store_list_read(struct arena *a, str folder)
{
	char *name = name_of(a, folder);
	str list = S("");

	if (!file_read(a, name, LIST_LIMIT, &list) && errno != ENOENT &&
	    errno != ENOTDIR)
		die_errno(DIAG_READ, name);
	return list;
}

bool
store_list_next(str *list, str *path)
{
	while (str_line(list, path))
		if (site_path_is_site(*path))
			return true;
	return false;
}

void
store_list_check(struct arena *a, str folder, struct diags *ds)
{
	str line, list, path = str_join(a, folder, S("/.matbu"));
	struct pos pos = { 0, 1 };

	/* store_open() reports a list that cannot be read. */
	if (!file_read(a, str_c(a, path), LIST_LIMIT, &list))
		return;
	while (str_line(&list, &line)) {
		pos.line++;
		if (!site_path_is_site(line))
			diag(ds, DIAG_OUT_LIST, pos, path);
	}
}

struct strings
store_list_made(struct arena *a, str folder)
{
	str path, list = store_list_read(a, folder);
	struct strings made = { NULL, 0 };

	while (store_list_next(&list, &path))
		strings_add(&made, a, path);
	return made;
}

void
store_list_add(struct sink *k, str path)
{
	sink_put(k, path);
	sink_char(k, '\n');
}

void
store_list_write(struct arena *a, str folder, str list)
{
	char *name = name_of(a, folder);

	if (file_compare(name, list) != FILE_SAME && !file_write(path_name(a,
	    folder, S(".matbu.new")), name, list))
		die_errno(DIAG_WRITE, name);
}
