/* SPDX-License-Identifier: ISC */
#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/die.h"
#include "base/root.h"

static enum file_kind
kind_of_mode(mode_t mode)
{
	if (S_ISREG(mode))
		return FILE_PLAIN;
	if (S_ISDIR(mode))
		return FILE_FOLDER;
	return S_ISLNK(mode) ? FILE_LINK : FILE_SPECIAL;
}

/* Ends the program where errno is no answer but a fault of the disk: a file
 * that could not be looked at must not count as missing or as different. */
static void
need_answer(const char *path)
{
	static const int answers[] = { ENOENT, ENOTDIR, EACCES, EPERM, ELOOP,
	    ENAMETOOLONG, EISDIR, ENXIO, ENODEV };
	size_t i;

	for (i = 0; i < sizeof(answers) / sizeof(*answers); i++)
		if (errno == answers[i])
			return;
	die_errno(DIAG_READ, path);
}

/* lstat() */
static bool
stat_path(const char *path, struct stat *st)
{
	struct root_place p;
	bool done;

	if (!root_enter(&p, path))
		return false;
	done = fstatat(p.folder, p.name, st, AT_SYMLINK_NOFOLLOW) == 0;
	root_leave(&p);
	return done;
}

enum file_kind
file_kind(const char *path)
{
	struct stat st;

	if (stat_path(path, &st))
		return kind_of_mode(st.st_mode);
	need_answer(path);
	return FILE_NONE;
}

enum file_kind
file_kind_at(int folder, const char *name)
{
	struct stat st;

	if (fstatat(folder, name, &st, AT_SYMLINK_NOFOLLOW) == 0)
		return kind_of_mode(st.st_mode);
	need_answer(name);
	return FILE_NONE;
}

struct file_facts
file_facts(const char *path)
{
	struct stat st;

	if (!stat_path(path, &st)) {
		need_answer(path);
		/* A comparison must not take it for a missing file. */
		return (struct file_facts){ .kind = errno == EACCES ||
		    errno == EPERM ? FILE_SPECIAL : FILE_NONE };
	}
	return (struct file_facts){ kind_of_mode(st.st_mode),
	    (uint64_t)st.st_size, st.st_mtim.tv_sec, st.st_mtim.tv_nsec,
	    st.st_mode & 07777 };
}

bool
file_set_time(const char *path, const struct file_facts *facts)
{
	struct timespec times[2] = { { .tv_nsec = UTIME_OMIT },
	    { facts->time, facts->fraction } };
	struct root_place p;
	bool done;

	if (!root_enter(&p, path))
		return false;
	done = utimensat(p.folder, p.name, times, AT_SYMLINK_NOFOLLOW) == 0;
	root_leave(&p);
	return done;
}

/* Closes the file; errno stays. */
static void
close_quietly(int fd)
{
	int e = errno;

	close(fd);
	errno = e;
}

/* Opens a file for reading; links are followed. A pipe, a device or a socket
 * is refused at once: reading it would wait, or never end. -1: errno has the
 * reason. */
static int
open_plain(const char *path)
{
	int fd = root_open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY, 0);
	struct stat st;

	if (fd < 0)
		return -1;
	if (fstat(fd, &st) == 0) {
		if (S_ISREG(st.st_mode))
			return fd;
		errno = S_ISDIR(st.st_mode) ? EISDIR : ENXIO;
	}
	close_quietly(fd);
	return -1;
}

bool
file_is_readable(const char *path)
{
	int fd = open_plain(path);

	if (fd >= 0)
		close(fd);
	return fd >= 0;
}

/* Reads len bytes, or fewer where the file ends; returns their number. */
static ssize_t
read_all(int fd, char *to, size_t len)
{
	size_t done = 0;
	ssize_t n;

	while (done < len) {
		n = read(fd, to + done, len - done);
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return -1;
		if (n == 0)
			break;
		done += (size_t)n;
	}
	return (ssize_t)done;
}

static bool
read_open(struct arena *a, int fd, size_t limit, str *bytes)
{
	struct stat st;
	size_t size;
	ssize_t n;
	char *p;

	if (fstat(fd, &st) != 0)
		return false;
	size = (size_t)st.st_size;
	if (size > limit)
		size = limit + 1;
	p = arena_raw(a, size + 1);
	n = read_all(fd, p, size);
	if (n < 0)
		return false;
	p[n] = '\0';
	*bytes = (str){ p, (size_t)n };
	return true;
}

str
file_bare(str path)
{
	while (path.len > 1 && str_ends(path, S("/")))
		path.len--;
	return path;
}

bool
file_read(struct arena *a, const char *path, size_t limit, str *bytes)
{
	int fd = open_plain(path);
	bool done;

	if (fd < 0)
		return false;
	done = read_open(a, fd, limit, bytes);
	close_quietly(fd);
	return done;
}

bool
file_pieces(const char *path, void (*take)(void *, str), void *context)
{
	int fd = open_plain(path);
	char piece[32768];
	ssize_t n;

	if (fd < 0)
		return false;
	do {
		n = read_all(fd, piece, sizeof(piece));
		if (n > 0)
			take(context, (str){ piece, (size_t)n });
	} while (n == (ssize_t)sizeof(piece));
	close_quietly(fd);
	return n >= 0;
}

static bool
fd_holds(int fd, const char *path, str bytes)
{
	char piece[16384];
	struct stat st;
	size_t done;
	ssize_t n;

	if (fstat(fd, &st) != 0)
		need_answer(path);
	else if (!S_ISREG(st.st_mode) || (size_t)st.st_size != bytes.len)
		return false;
	for (done = 0; done < bytes.len; done += (size_t)n) {
		n = read_all(fd, piece, sizeof(piece));
		if (n < 0)
			need_answer(path);
		if (n <= 0 || (size_t)n > bytes.len - done ||
		    memcmp(piece, bytes.p + done, (size_t)n) != 0)
			return false;
	}
	return true;
}

enum file_match
file_compare(const char *path, str bytes)
{
	int fd = root_open(path, O_RDONLY | O_NONBLOCK | O_NOFOLLOW, 0);
	bool same;

	if (fd < 0) {
		need_answer(path);
		return errno == ENOENT ? FILE_ABSENT : FILE_DIFFERENT;
	}
	same = fd_holds(fd, path, bytes);
	close(fd);
	return same ? FILE_SAME : FILE_DIFFERENT;
}

static bool
write_all(int fd, str bytes)
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
	return true;
}

/* On a mounted share only close() reports a full disk. */
bool
file_fill(int fd, str bytes, bool sync)
{
	bool done = write_all(fd, bytes) && (!sync || fsync(fd) == 0);
	int e = errno;

	if (close(fd) != 0 && done)
		return false;
	errno = e;
	return done;
}

/* Removes a file that was not completed; keeps errno. */
static bool
undo(const struct root_place *p)
{
	int e = errno;

	unlinkat(p->folder, p->name, 0);
	errno = e;
	return false;
}

bool
file_create(const char *path, str bytes)
{
	struct root_place p;
	bool done;
	int fd;

	if (!root_enter(&p, path))
		return false;
	die_hold();
	fd = openat(p.folder, p.name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC,
	    0666);
	done = fd >= 0 && (file_fill(fd, bytes, /*sync*/false) || undo(&p));
	die_release();
	root_leave(&p);
	return done;
}

/* Calls act() with the places of both paths. */
static bool
with_two(const char *path, const char *name,
    bool (*act)(const struct root_place *, const struct root_place *))
{
	struct root_place from, to;
	bool done;

	if (!root_enter(&from, path))
		return false;
	done = root_enter(&to, name);
	if (done) {
		done = act(&from, &to);
		root_leave(&to);
	}
	root_leave(&from);
	return done;
}

static bool
link_place(const struct root_place *from, const struct root_place *to)
{
	return linkat(from->folder, from->name, to->folder, to->name, 0) == 0;
}

bool
file_link(const char *path, const char *name)
{
	return with_two(path, name, link_place);
}

static bool
rename_place(const struct root_place *from, const struct root_place *to)
{
	return renameat(from->folder, from->name, to->folder, to->name) == 0;
}

bool
file_rename(const char *path, const char *name)
{
	return with_two(path, name, rename_place);
}

static bool
write_temp(const struct root_place *p, str bytes, const struct access *access)
{
	int fd = root_create(p->folder, p->name);

	if (fd >= 0 && access != NULL)
		access_give(access, fd);
	return fd >= 0 && (file_fill(fd, bytes, /*sync*/false) || undo(p));
}

bool
file_write_as(const char *temp, const char *path, str bytes,
    const struct access *access)
{
	struct root_place from, to;
	bool done = false;

	if (!root_enter(&from, temp))
		return false;
	if (root_enter(&to, path)) {
		die_hold();
		done = write_temp(&from, bytes, access) &&
		    (rename_place(&from, &to) || undo(&from));
		die_release();
		root_leave(&to);
	}
	root_leave(&from);
	return done;
}

bool
file_write(const char *temp, const char *path, str bytes)
{
	return file_write_as(temp, path, bytes, NULL);
}

bool
file_remove(const char *path)
{
	struct root_place p;
	bool done;

	if (!root_enter(&p, path))
		return errno == ENOENT;
	done = unlinkat(p.folder, p.name, 0) == 0 || (errno == EISDIR &&
	    unlinkat(p.folder, p.name, AT_REMOVEDIR) == 0) ||
	    errno == ENOENT;
	root_leave(&p);
	return done;
}
