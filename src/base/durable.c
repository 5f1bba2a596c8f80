/* SPDX-License-Identifier: ISC */
#include "base/durable.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/file.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/die.h"
#include "base/fault.h"

static str
folder_of(str path)
{
	size_t slash = str_rfind(path, '/');

	return slash != path.len ? str_upto(path, slash + 1) : S("./");
}

static bool
put(int fd, str bytes)
{
	ssize_t n;

	while (bytes.len != 0) {
		n = write(fd, bytes.p, bytes.len);
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return false;
		bytes = str_from(bytes, (size_t)n);
	}
	return fsync(fd) == 0;
}

/* Some file systems cannot sync a folder: then nothing more can be done. Any
 * other fault must not be taken for “nothing was written”. */
static void
sync_folder(struct arena *a, str path)
{
	int fd = open(str_c(a, folder_of(path)), O_RDONLY | O_DIRECTORY |
	    O_CLOEXEC);

	if (fd < 0 || (fsync(fd) != 0 && errno != EINVAL))
		die_system(DIAG_WRITE_UNSYNCED, str_c(a, path),
		    fault_text(errno));
	close(fd);
}

static bool
fill(int fd, str bytes)
{
	bool done = put(fd, bytes);
	int e = errno;

	if (close(fd) != 0 && done)
		return false;
	errno = e;
	return done;
}

bool
durable_write(struct arena *a, str path, str bytes)
{
	str folder = folder_of(path);
	char *temp = str_c(a, str_join3(a, folder, S(".matbu."),
	    str_from(path, str_rfind(path, '/') == path.len ? 0 :
	    folder.len)));
	int e, fd = open(temp, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC |
	    O_NOFOLLOW, 0666);

	if (fd < 0)
		return false;
	if (fill(fd, bytes) && rename(temp, str_c(a, path)) == 0) {
		sync_folder(a, path);
		return true;
	}
	e = errno;
	unlink(temp);
	errno = e;
	return false;
}

bool
durable_remove(struct arena *a, str path)
{
	if (unlink(str_c(a, path)) != 0)
		return errno == ENOENT;
	sync_folder(a, path);
	return true;
}

bool
durable_lock(const char *folder)
{
	int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

	/* The descriptor stays open: the lock ends with the program. */
	if (fd < 0)
		die_system(DIAG_READ, folder, fault_text(errno));
	return flock(fd, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK;
}
