/* SPDX-License-Identifier: ISC */
#include "base/temp.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/file.h"
#include "base/folder.h"
#include "base/path.h"
#include "base/root.h"
#include "base/tree.h"

/* “matbu-PID.XXXXXX” */
static const char prefix[] = "matbu-";

/* Whether the name is that of a folder whose program has ended. */
static bool
is_left(str name)
{
	long pid;

	if (!str_starts(name, str_of(prefix)))
		return false;
	pid = strtol(name.p + sizeof(prefix) - 1, NULL, 10);
	return pid > 0 && kill((pid_t)pid, 0) != 0 && errno == ESRCH;
}

static bool
is_our_folder(const char *path)
{
	struct root_place p;
	struct stat st;
	bool ours;

	if (!root_enter(&p, path))
		return false;
	ours = fstatat(p.folder, p.name, &st, AT_SYMLINK_NOFOLLOW) == 0 &&
	    S_ISDIR(st.st_mode) && st.st_uid == geteuid();
	root_leave(&p);
	return ours;
}

static void
remove_left(struct arena *a, str folder)
{
	struct folder_list list = { 0 };
	char *path;
	size_t i;

	folder_list(a, str_c(a, folder), &list);
	for (i = 0; i < list.num; i++) {
		if (!is_left(list.entries[i].name))
			continue;
		path = path_name(a, folder, list.entries[i].name);
		if (is_our_folder(path))
			tree_remove(path);
	}
}

char *
temp_make(struct arena *a)
{
	const char *variable = getenv("TMPDIR");
	str folder = variable != NULL && *variable != '\0' ?
	    str_of(variable) : S("/tmp");
	str name = str_join(a, str_of(prefix), str_uint(a, (uintmax_t)getpid()),
	    S(".XXXXXX"));
	char *path = path_name(a, folder, name);

	remove_left(a, folder);
	path = mkdtemp(path);
	if (path != NULL)
		root_add(path);
	return path;
}
