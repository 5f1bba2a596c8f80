/* SPDX-License-Identifier: ISC */
#include "base/file.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/die.h"
#include "base/mem.h"

static enum file_kind
kind_of_mode(mode_t mode)
{
	if (S_ISREG(mode))
		return FILE_PLAIN;
	if (S_ISDIR(mode))
		return FILE_FOLDER;
	return S_ISLNK(mode) ? FILE_LINK : FILE_SPECIAL;
}

enum file_kind
file_kind(const char *path)
{
	struct stat st;

	return lstat(path, &st) == 0 ? kind_of_mode(st.st_mode) : FILE_NONE;
}

struct file_facts
file_facts(const char *path)
{
	struct stat st;

	if (lstat(path, &st) != 0)
		return (struct file_facts){ .kind = FILE_NONE };
	return (struct file_facts){ kind_of_mode(st.st_mode),
	    (uint64_t)st.st_size, st.st_mtim.tv_sec, st.st_mtim.tv_nsec };
}

bool
file_set_time(const char *path, const struct file_facts *facts)
{
	struct timespec times[2] = { { .tv_nsec = UTIME_OMIT },
	    { facts->time, facts->fraction } };

	return utimensat(AT_FDCWD, path, times, AT_SYMLINK_NOFOLLOW) == 0;
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
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
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

bool
file_list(struct arena *a, const char *path, struct file_list *list)
{
	DIR *dir = opendir(path);
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
fd_holds(int fd, str bytes)
{
	char piece[16384];
	struct stat st;
	size_t done;
	ssize_t n;

	if (fstat(fd, &st) != 0 || !S_ISREG(st.st_mode) ||
	    (size_t)st.st_size != bytes.len)
		return false;
	for (done = 0; done < bytes.len; done += (size_t)n) {
		n = read_all(fd, piece, sizeof(piece));
		if (n <= 0 || (size_t)n > bytes.len - done ||
		    memcmp(piece, bytes.p + done, (size_t)n) != 0)
			return false;
	}
	return true;
}

enum file_match
file_compare(const char *path, str bytes)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW);
	bool same;

	if (fd < 0)
		return errno == ENOENT ? FILE_ABSENT : FILE_DIFFERENT;
	same = fd_holds(fd, bytes);
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

static bool
undo(const char *path)
{
	int e = errno;

	unlink(path);
	errno = e;
	return false;
}

bool
file_create(const char *path, str bytes)
{
	bool done;
	int fd;

	die_hold();
	fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
	done = fd >= 0 && (fill(fd, bytes) || undo(path));
	die_release();
	return done;
}

bool
file_link(const char *path, const char *name)
{
	return link(path, name) == 0;
}

bool
file_write(const char *temp, const char *path, str bytes)
{
	bool done;
	int fd;

	die_hold();
	fd = open(temp, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW,
	    0666);
	done = fd >= 0 && ((fill(fd, bytes) && rename(temp, path) == 0) ||
	    undo(temp));
	die_release();
	return done;
}

static bool
make_folder(const char *path)
{
	return mkdir(path, 0777) == 0 || errno == EEXIST;
}

bool
file_make_folders(const char *path)
{
	char *part = mem_strdup(path), *slash;
	bool done = true;

	for (slash = strchr(part + (*part != '\0'), '/'); done && slash != NULL;
	    slash = strchr(slash + 1, '/')) {
		*slash = '\0';
		done = make_folder(part);
		*slash = '/';
	}
	mem_free(part);
	return done;
}

bool
file_make_folder(const char *path)
{
	return mkdir(path, 0777) == 0;
}

char *
file_make_temp(struct arena *a, const char *folder)
{
	return mkdtemp(str_c(a, str_join(a, str_of(folder),
	    S("/matbu.XXXXXX"))));
}

bool
file_rename(const char *path, const char *name)
{
	return rename(path, name) == 0;
}

bool
file_remove(const char *path)
{
	return remove(path) == 0 || errno == ENOENT;
}

str
file_absolute(struct arena *a, const char *path)
{
	char here[4096];
	str rest, part, whole = str_of(path);
	char *to;
	size_t len = 0;

	if (*path != '/' && getcwd(here, sizeof(here)) != NULL)
		whole = str_join3(a, str_of(here), S("/"), whole);
	to = arena_alloc(a, whole.len + 2);
	for (rest = whole; str_cut(&rest, '/', &part);) {
		if (part.len == 0 || str_eq(part, S(".")))
			continue;
		if (str_eq(part, S(".."))) {
			while (len != 0 && to[--len] != '/')
				;
			continue;
		}
		to[len++] = '/';
		memcpy(to + len, part.p, part.len);
		len += part.len;
	}
	if (len == 0)
		to[len++] = '/';
	return (str){ to, len };
}

/* The absolute path; links are followed in the part that exists. */
static str
real_path(struct arena *a, const char *path)
{
	char real[PATH_MAX];
	str whole = file_absolute(a, path), head = whole, found = S("");

	for (; head.len > 1; head = str_upto(head, str_rfind(head, '/')))
		if (realpath(str_c(a, head), real) != NULL) {
			found = str_of(real);
			break;
		}
	if (found.len <= 1)
		found = S("");
	whole = str_join(a, found, head.len > 1 ? str_from(whole, head.len) :
	    whole);
	return whole.len != 0 ? whole : S("/");
}

/* Everything is inside the root. */
static bool
is_in(str path, str folder)
{
	return folder.len == 1 || (str_starts(path, folder) &&
	    (path.len == folder.len || path.p[folder.len] == '/'));
}

bool
file_nests(struct arena *arena, const char *a, const char *b)
{
	str x = real_path(arena, a), y = real_path(arena, b);

	return is_in(x, y) || is_in(y, x);
}
