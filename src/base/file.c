/* SPDX-License-Identifier: ISC */
#include "base/file.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/die.h"
#include "base/fault.h"
#include "base/mem.h"
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

/* Ends the program where the disk fails: what cannot be looked at must not be
 * taken for a file that is missing, or that is another one. */
static void
need_answer(const char *path)
{
	static const int answers[] = { ENOENT, ENOTDIR, EACCES, EPERM, ELOOP,
	    ENAMETOOLONG, EISDIR, ENXIO, ENODEV };
	size_t i;

	for (i = 0; i < sizeof(answers) / sizeof(*answers); i++)
		if (errno == answers[i])
			return;
	die_system(DIAG_READ, path, fault_text(errno));
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

bool
file_is_folder(const char *path)
{
	int fd = root_open(path, O_PATH | O_DIRECTORY, 0);

	root_let_go(fd);
	return fd >= 0;
}

struct file_facts
file_facts(const char *path)
{
	struct stat st;

	if (!stat_path(path, &st)) {
		need_answer(path);
		/* Whoever compares must not take it for a missing file. */
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

static int
cmp_entry(const void *a, const void *b)
{
	const struct file_entry *x = a, *y = b;

	return str_cmp(x->name, y->name);
}

static enum file_kind
kind_of_entry(int folder, const struct dirent *d)
{
	struct stat st;

	switch (d->d_type) {
	case DT_REG:
		return FILE_PLAIN;
	case DT_DIR:
		return FILE_FOLDER;
	case DT_LNK:
		return FILE_LINK;
	case DT_UNKNOWN:
		if (fstatat(folder, d->d_name, &st, AT_SYMLINK_NOFOLLOW) == 0)
			return kind_of_mode(st.st_mode);
		need_answer(d->d_name);
		return FILE_NONE;
	default:
		return FILE_SPECIAL;
	}
}

static bool
is_dots(const char *name)
{
	return strcmp(name, ".") == 0 || strcmp(name, "..") == 0;
}

static DIR *
open_folder(const char *path)
{
	int fd = root_open(path, O_RDONLY | O_DIRECTORY | O_NONBLOCK, 0);

	return fd >= 0 ? fdopendir(fd) : NULL;
}

bool
file_list(struct arena *a, const char *path, struct file_list *list)
{
	DIR *dir = open_folder(path);
	struct file_entry *entries = NULL;
	const struct dirent *d;
	size_t num = 0, cap = 0;
	int e;

	if (dir == NULL)
		return false;
	while (errno = 0, (d = readdir(dir)) != NULL) {
		if (is_dots(d->d_name))
			continue;
		if (num == cap) {
			cap = cap != 0 ? cap * 2 : 32;
			entries = mem_realloc(entries, cap * sizeof(*entries));
		}
		entries[num++] = (struct file_entry){
		    str_copy(a, str_of(d->d_name)),
		    kind_of_entry(dirfd(dir), d) };
	}
	e = errno;
	closedir(dir);
	if (e != 0) {
		mem_free(entries);
		errno = e;
		return false;
	}
	list->num = num;
	list->entries = arena_array(a, struct file_entry, num);
	if (num != 0) {
		qsort(entries, num, sizeof(*entries), cmp_entry);
		memcpy(list->entries, entries, num * sizeof(*entries));
	}
	mem_free(entries);
	return true;
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

/* Writes and closes; on a mounted share only close() reports a full disk. */
static bool
fill(int fd, str bytes)
{
	bool done = write_all(fd, bytes);
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
	done = fd >= 0 && (fill(fd, bytes) || undo(&p));
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
	return fd >= 0 && (fill(fd, bytes) || undo(p));
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

void
file_give_access(const char *folder, const struct access *access)
{
	int fd = root_open(folder, O_RDONLY | O_DIRECTORY | O_NOFOLLOW, 0);

	if (fd >= 0)
		access_give(access, fd);
	root_let_go(fd);
}

bool
file_make_folder_as(const char *path, const struct access *access)
{
	bool made = file_make_folder(path);

	if (made && access != NULL)
		file_give_access(path, access);
	return made;
}

/* What is there already keeps its modes. */
static bool
make_folder(const char *path, const struct access *access)
{
	return file_make_folder_as(path, access) || errno == EEXIST;
}

bool
file_make_folders_as(const char *path, const struct access *access)
{
	char *part = mem_strdup(path), *slash;
	bool done = true;

	for (slash = strchr(part + (*part != '\0'), '/'); done && slash != NULL;
	    slash = strchr(slash + 1, '/')) {
		*slash = '\0';
		done = make_folder(part, access);
		*slash = '/';
	}
	mem_free(part);
	return done;
}

bool
file_make_folders(const char *path)
{
	return file_make_folders_as(path, NULL);
}

bool
file_make_folder(const char *path)
{
	struct root_place p;
	bool done;

	if (!root_enter(&p, path))
		return false;
	done = mkdirat(p.folder, p.name, 0777) == 0;
	root_leave(&p);
	return done;
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
