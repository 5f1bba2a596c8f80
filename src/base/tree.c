/* SPDX-License-Identifier: ISC */
#include "base/tree.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "base/root.h"

static bool	remove_at(int folder, const char *name);

static bool
is_dots(const char *name)
{
	return strcmp(name, ".") == 0 || strcmp(name, "..") == 0;
}

/* Removes what the open folder contains; closes it. */
static bool
empty_folder(int fd)
{
	DIR *dir = fdopendir(fd);
	const struct dirent *d;
	bool done = true;

	if (dir == NULL) {
		close(fd);
		return false;
	}
	while (done && (d = readdir(dir)) != NULL)
		done = is_dots(d->d_name) || remove_at(fd, d->d_name);
	closedir(dir);
	return done;
}

static bool
remove_at(int folder, const char *name)
{
	int fd;

	if (unlinkat(folder, name, 0) == 0 || errno == ENOENT)
		return true;
	if (errno != EISDIR)
		return false;
	fd = openat(folder, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW |
	    O_CLOEXEC);
	return fd >= 0 && empty_folder(fd) &&
	    unlinkat(folder, name, AT_REMOVEDIR) == 0;
}

bool
tree_remove(const char *path)
{
	struct root_place p;
	bool done;

	if (!root_enter(&p, path))
		return errno == ENOENT;
	done = remove_at(p.folder, p.name);
	root_leave(&p);
	return done;
}
