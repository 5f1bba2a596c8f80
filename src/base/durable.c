/* SPDX-License-Identifier: ISC */
#include "base/durable.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/file.h>
#include <unistd.h>

#include "base/die.h"
#include "base/file.h"
#include "base/root.h"

/* Some file systems cannot sync a folder: then nothing more can be done. Any
 * other fault must not be taken for “nothing was written”. */
static void
sync_folder(const struct root_place *p, const char *path)
{
	int fd = openat(p->folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);

	if (fd < 0 || (fsync(fd) != 0 && errno != EINVAL))
		die_errno(DIAG_WRITE_UNSYNCED, path);
	close(fd);
}

static bool
replace(const struct root_place *p, const char *path, const char *temp,
    str bytes)
{
	int e, fd = root_create(p->folder, temp);

	if (fd < 0)
		return false;
	if (file_fill(fd, bytes, /*sync*/true) &&
	    renameat(p->folder, temp, p->folder, p->name) == 0) {
		sync_folder(p, path);
		return true;
	}
	e = errno;
	unlinkat(p->folder, temp, 0);
	errno = e;
	return false;
}

bool
durable_write(struct arena *a, str path, str bytes)
{
	struct root_place p;
	bool done;

	if (!root_enter(&p, str_c(a, path)))
		return false;
	done = replace(&p, str_c(a, path), str_c(a, str_join(a, S(".matbu."),
	    str_of(p.name))), bytes);
	root_leave(&p);
	return done;
}

bool
durable_remove(struct arena *a, str path)
{
	struct root_place p;
	bool done;

	if (!root_enter(&p, str_c(a, path)))
		return errno == ENOENT;
	done = unlinkat(p.folder, p.name, 0) == 0;
	if (done)
		sync_folder(&p, str_c(a, path));
	else
		done = errno == ENOENT;
	root_leave(&p);
	return done;
}

void
durable_sync(const char *folder)
{
	int fd = root_open(folder, O_RDONLY | O_DIRECTORY, 0);

	if (fd < 0)
		return;
	if (syncfs(fd) != 0)
		die_errno(DIAG_WRITE_UNSYNCED, folder);
	close(fd);
}

bool
durable_lock(const char *folder)
{
	int fd = root_open(folder, O_RDONLY | O_DIRECTORY, 0);

	/* The descriptor stays open: the lock ends with the program. */
	if (fd < 0)
		die_errno(DIAG_READ, folder);
	return flock(fd, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK;
}
