/* SPDX-License-Identifier: ISC */
#include "base/access.h"

#include <sys/stat.h>
#include <unistd.h>

/* The right to search a folder decides, not the right to list it: it is enough
 * to read a file whose name is known. */
struct access
access_below(unsigned mode, unsigned group)
{
	struct access a = { .file = 0600, .group = group,
	    .folder = 0700 | (mode & (S_ISGID | 0075)) };

	if (mode & 0010)
		a.file |= 0040 | (mode & 0020);
	if (mode & 0001)
		a.file |= 0004;
	return a;
}

struct access
access_private(void)
{
	return access_below(0700, getegid());
}

bool
access_read(struct access *a, const char *folder)
{
	struct stat st;

	if (stat(folder, &st) != 0)
		return false;
	*a = access_below(st.st_mode, st.st_gid);
	return true;
}

struct access
access_of_new(const char *parent)
{
	struct stat st;
	unsigned mode = 0755;

	if (stat(parent, &st) != 0 || (st.st_mode & (S_ISGID | 0020)) == 0)
		return access_below(mode, getegid());
	return access_below(mode | (st.st_mode & (S_ISGID | 0020)), st.st_gid);
}

void
access_give(const struct access *a, int fd)
{
	struct stat st;
	unsigned mode;

	if (fstat(fd, &st) != 0)
		return;
	mode = S_ISDIR(st.st_mode) ? a->folder : a->file;
	if (st.st_gid != a->group && fchown(fd, (uid_t)-1, a->group) != 0)
		mode &= ~(unsigned)(S_ISGID | 0020);
	if ((st.st_mode & 07777) != mode && fchmod(fd, mode) != 0)
		return;
}

bool
access_is_file(const struct access *a, unsigned mode)
{
	return (mode & 0666) == a->file;
}
