/* SPDX-License-Identifier: ISC */
#include "base/root.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/openat2.h>
#include <stdatomic.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "base/mem.h"
#include "base/outside.h"

/*
 * How no link is followed
 * -----------------------
 * A check (“is this a link?”) followed by a use of the same path is not enough:
 * another program can put a link there in between. So a path is never used
 * twice. It is resolved once, from the open folder of its root, to a
 * descriptor, and all later calls use the descriptor:
 *
 * - root_open() opens the file or folder itself.
 * - root_enter() opens the folder that the last component is in. The caller
 *   then uses the calls that end in “at” (renameat, unlinkat, mkdirat, linkat,
 *   fstatat) with that folder and the component. These calls act on a link
 *   itself and do not follow it.
 *
 * The kernel resolves the path with openat2(): RESOLVE_BENEATH refuses “..” and
 * absolute links that lead out of the root, RESOLVE_NO_SYMLINKS refuses every
 * link, the last component among them (ELOOP). Without openat2(),
 * open_by_parts() opens one component after the other with O_NOFOLLOW; each
 * folder is held open while the next is opened from it, so a folder that is
 * moved or exchanged meanwhile changes nothing.
 *
 * The folder of a root is opened at its first use and stays open (folder_of):
 * it may be a link, whose target is then fixed for the run. Where the folder
 * does not exist, the next call tries again, since a command may make it.
 *
 * What this does not stop: hard links. A file with a second name outside the
 * root is the same file. So a file is never opened for writing where it exists:
 * root_create() removes the name and makes a new file (O_EXCL), which then
 * takes its place by rename.
 */

/* ROOTS: content, out, a destination, folders for files in transfer. */
enum { ROOTS = 8, FOLDER = O_PATH | O_DIRECTORY | O_CLOEXEC };

struct root {
	str		path;		/* without “/” at its end */
	atomic_int	folder;		/* -1: not opened yet */
};

static struct root roots[ROOTS];
static size_t num_roots;

void
root_add(const char *folder)
{
	char *copy = mem_strdup(folder);
	str path = str_of(copy);
	size_t i;

	while (path.len > 1 && str_ends(path, S("/")))
		path.len--;
	for (i = 0; i < num_roots; i++)
		if (str_eq(roots[i].path, path)) {
			mem_free(copy);
			return;
		}
	assert(num_roots < ROOTS);
	roots[num_roots].path = path;
	atomic_init(&roots[num_roots].folder, -1);
	num_roots++;
}

void
root_forget(void)
{
	size_t i;
	int folder;

	for (i = 0; i < num_roots; i++) {
		folder = atomic_exchange(&roots[i].folder, -1);
		if (folder >= 0)
			close(folder);
	}
}

/* The root that the path is or is below, or NULL; of two, the inner one. *rest
 * is the path from there. */
static struct root *
find(const char *path, const char **rest)
{
	struct root *found = NULL;
	str whole = str_of(path);
	size_t i, len;

	for (i = 0; i < num_roots; i++) {
		len = roots[i].path.len;
		if (str_starts(whole, roots[i].path) &&
		    (path[len] == '/' || path[len] == '\0') &&
		    (found == NULL || len > found->path.len))
			found = &roots[i];
	}
	if (found != NULL)
		*rest = path + found->path.len +
		    strspn(path + found->path.len, "/");
	return found;
}

/* The open root. It may not exist: then a later call tries again. */
static int
folder_of(struct root *r)
{
	int none = -1, folder = atomic_load(&r->folder);
	char path[sizeof(((struct root_place *)0)->path)];

	if (folder >= 0)
		return folder;
	if (r->path.len >= sizeof(path)) {
		errno = ENAMETOOLONG;
		return -1;
	}
	memcpy(path, r->path.p, r->path.len);
	path[r->path.len] = '\0';
	folder = open(path, FOLDER);
	if (folder >= 0 && !atomic_compare_exchange_strong(&r->folder, &none,
	    folder)) {
		close(folder);
		return none;
	}
	return folder;
}

/* --- Below a root */

/* openat() without following the last component, with ELOOP for a link. */
static int
open_one(int folder, const char *name, int flags, mode_t mode)
{
	int fd = openat(folder, name, flags | O_NOFOLLOW, mode);
	struct stat st;

	if (fd < 0 && errno == ENOTDIR)
		errno = fstatat(folder, name, &st, AT_SYMLINK_NOFOLLOW) == 0 &&
		    S_ISLNK(st.st_mode) ? ELOOP : ENOTDIR;
	return fd;
}

static void
close_one(int fd, int base)
{
	int e = errno;

	if (fd != base)
		close(fd);
	errno = e;
}

/* Takes the first component off the path. False: errno has the reason. */
static bool
next_name(const char **path, char name[256])
{
	size_t len = strcspn(*path, "/");

	if (len >= 256) {
		errno = ENAMETOOLONG;
		return false;
	}
	memcpy(name, *path, len);
	name[len] = '\0';
	*path += len + strspn(*path + len, "/");
	errno = EXDEV;
	return strcmp(name, "..") != 0;
}

/* Opens the path component by component, for a kernel without openat2(). */
static int
open_by_parts(int base, const char *path, int flags, mode_t mode)
{
	int next, folder = base;
	char name[256];

	for (;;) {
		if (!next_name(&path, name))
			next = -1;
		else if (*path == '\0')
			next = open_one(folder, name, flags, mode);
		else
			next = open_one(folder, name, FOLDER, 0);
		close_one(folder, base);
		if (next < 0 || *path == '\0')
			return next;
		folder = next;
	}
}

static int
open_beneath(int base, const char *path, int flags, mode_t mode)
{
	struct open_how how = { .flags = (uint64_t)(unsigned)flags,
	    .mode = (flags & O_CREAT) != 0 ? mode : 0,
	    .resolve = RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS };
	long fd;

	if (*path == '\0')
		path = ".";
	fd = syscall(SYS_openat2, base, path, &how, sizeof(how));
	/* A sandbox may answer EPERM where it does not know the call. */
	if (fd < 0 && (errno == ENOSYS || errno == EPERM))
		return open_by_parts(base, path, flags, mode);
	return (int)fd;
}

/* --- Any path */

static int
open_any(const char *path, int flags, mode_t mode)
{
	const char *rest;
	struct root *r = find(path, &rest);
	int base;

	flags |= O_CLOEXEC;
	if (r == NULL)
		return open(path, flags, mode);
	base = folder_of(r);
	return base < 0 ? -1 : open_beneath(base, rest, flags, mode);
}

/* Notes the path unless it is a root or below one. */
static void
note(const char *path)
{
	const char *rest;

	if (find(path, &rest) == NULL)
		outside_note(path);
}

int
root_open(const char *path, int flags, mode_t mode)
{
	note(path);
	return open_any(path, flags, mode);
}

/* The folder that the last component is in is not noted: what else changes in
 * it is nothing to the caller. */
bool
root_enter(struct root_place *p, const char *path)
{
	char *slash;
	size_t len = strlen(path);

	note(path);

	if (len >= sizeof(p->path)) {
		errno = ENAMETOOLONG;
		return false;
	}
	memcpy(p->path, path, len + 1);
	while (len > 1 && p->path[len - 1] == '/')
		p->path[--len] = '\0';
	p->name = p->path;
	p->folder = AT_FDCWD;
	slash = strrchr(p->path, '/');
	if (slash == NULL)
		return true;
	p->name = slash[1] != '\0' ? slash + 1 : ".";
	if (slash == p->path) {
		p->folder = open("/", FOLDER);
		return p->folder >= 0;
	}
	*slash = '\0';
	p->folder = open_any(p->path, FOLDER, 0);
	return p->folder >= 0;
}

void
root_leave(struct root_place *p)
{
	close_one(p->folder, AT_FDCWD);
}

int
root_create(int folder, const char *name)
{
	if (unlinkat(folder, name, 0) != 0 && errno != ENOENT)
		return -1;
	return openat(folder, name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC,
	    0666);
}

int
root_hold(const char *folder)
{
	int fd = root_open(folder, O_RDONLY | O_DIRECTORY, 0);

	if (fd >= 0)
		fcntl(fd, F_SETFD, 0);
	return fd;
}

void
root_let_go(int fd)
{
	if (fd >= 0)
		close(fd);
}
