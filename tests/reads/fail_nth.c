/* SPDX-License-Identifier: ISC
 *
 * Loaded before the C library: the N-th call that reads fails, or finds a file
 * that has just changed.
 *
 *   FAIL_CALL    open, read, stat, readdir or mmap; fsync
 *   FAIL_N       which one, from 1
 *   FAIL_PATH    counts only calls of files whose path ends so; for read,
 *                stat and fsync the path with which the file was opened
 *   FAIL_ERRNO   the error, else EIO
 *   FAIL_ACT     instead of failing: “append” adds a line to the file first,
 *                “remove” removes it
 *   FAIL_MARK    a file that is made when it happens
 */
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

static atomic_int num;

static int
ends(const char *path, const char *with)
{
	size_t a = strlen(path), b = strlen(with);

	return a >= b && strcmp(path + a - b, with) == 0;
}

static int
open_raw(const char *path, int flags)
{
	return (int)syscall(SYS_openat, AT_FDCWD, path, flags, 0666);
}

static void
act(const char *how, const char *path)
{
	int fd;

	if (strcmp(how, "remove") == 0)
		syscall(SYS_unlinkat, AT_FDCWD, path, 0);
	else if ((fd = open_raw(path, O_WRONLY | O_APPEND)) >= 0) {
		syscall(SYS_write, fd, "\nEk satır.\n", 12);
		syscall(SYS_close, fd);
	}
}

/* Whether calls of this kind are counted. */
static int
is_counted(const char *call)
{
	const char *wanted = getenv("FAIL_CALL");

	return wanted != NULL && strcmp(wanted, call) == 0 &&
	    getenv("FAIL_N") != NULL;
}

/* Whether this call is the one that fails. path may be NULL. */
static int
is_unlucky(const char *call, const char *path)
{
	const char *n = getenv("FAIL_N"), *error = getenv("FAIL_ERRNO");
	const char *end = getenv("FAIL_PATH"), *how = getenv("FAIL_ACT");
	const char *mark = getenv("FAIL_MARK");

	if (!is_counted(call) ||
	    (end != NULL && (path == NULL || !ends(path, end))))
		return 0;
	if (atomic_fetch_add(&num, 1) + 1 != atoi(n))
		return 0;
	if (getenv("FAIL_SAY") != NULL)
		dprintf(2, "fails: %s %s\n", call, path != NULL ? path : "-");
	if (mark != NULL)
		syscall(SYS_close, open_raw(mark, O_WRONLY | O_CREAT));
	if (how != NULL && path != NULL) {
		act(how, path);
		return 0;
	}
	errno = error != NULL ? atoi(error) : EIO;
	return 1;
}

/* The same for an open file; standard streams never fail. */
static int
is_unlucky_fd(const char *call, int fd)
{
	char name[64], path[PATH_MAX];
	ssize_t len;

	if (fd <= STDERR_FILENO || !is_counted(call))
		return 0;
	snprintf(name, sizeof(name), "/proc/self/fd/%d", fd);
	len = syscall(SYS_readlinkat, AT_FDCWD, name, path, sizeof(path) - 1);
	path[len > 0 ? len : 0] = '\0';
	return is_unlucky(call, path);
}

/* The whole path of a name in an open folder. */
static const char *
whole(char to[PATH_MAX], int folder, const char *name)
{
	char link[64];
	ssize_t len;

	if (folder == AT_FDCWD || name[0] == '/')
		return name;
	snprintf(link, sizeof(link), "/proc/self/fd/%d", folder);
	len = syscall(SYS_readlinkat, AT_FDCWD, link, to, PATH_MAX / 2);
	snprintf(to + (len > 0 ? len : 0), PATH_MAX / 2, "/%s", name);
	return to;
}

#define NEXT(name) \
	if (next == NULL) \
		*(void **)&next = dlsym(RTLD_NEXT, name)

#define OPEN(name) \
int \
name(const char *path, int flags, ...) \
{ \
	static int (*next)(const char *, int, ...); \
	va_list args; \
	unsigned mode; \
\
	va_start(args, flags); \
	mode = va_arg(args, unsigned); \
	va_end(args); \
	NEXT(#name); \
	return is_unlucky("open", path) ? -1 : next(path, flags, mode); \
}

#define OPENAT(name) \
int \
name(int folder, const char *path, int flags, ...) \
{ \
	static int (*next)(int, const char *, int, ...); \
	va_list args; \
	unsigned mode; \
\
	va_start(args, flags); \
	mode = va_arg(args, unsigned); \
	va_end(args); \
	NEXT(#name); \
	return is_counted("open") && is_unlucky("open", \
	    whole((char[PATH_MAX]){ 0 }, folder, path)) ? \
	    -1 : next(folder, path, flags, mode); \
}

OPEN(open)
OPEN(open64)
OPENAT(openat)
OPENAT(openat64)

/* openat2() has no function of its own in the C library. */
long
syscall(long number, ...)
{
	static long (*next)(long, ...);
	char path[PATH_MAX];
	long a[6];
	va_list args;
	size_t i;

	va_start(args, number);
	for (i = 0; i < 6; i++)
		a[i] = va_arg(args, long);
	va_end(args);
	NEXT("syscall");
	if (number == SYS_openat2 && is_counted("open") &&
	    is_unlucky("open", whole(path, (int)a[0], (const char *)a[1])))
		return -1;
	return next(number, a[0], a[1], a[2], a[3], a[4], a[5]);
}

FILE *
fopen64(const char *path, const char *mode)
{
	static FILE *(*next)(const char *, const char *);

	NEXT("fopen64");
	return is_unlucky("open", path) ? NULL : next(path, mode);
}

FILE *
fopen(const char *path, const char *mode)
{
	static FILE *(*next)(const char *, const char *);

	NEXT("fopen");
	return is_unlucky("open", path) ? NULL : next(path, mode);
}

DIR *
opendir(const char *path)
{
	static DIR *(*next)(const char *);

	NEXT("opendir");
	return is_unlucky("open", path) ? NULL : next(path);
}

DIR *
fdopendir(int fd)
{
	static DIR *(*next)(int);

	NEXT("fdopendir");
	return is_unlucky_fd("open", fd) ? NULL : next(fd);
}

struct dirent *
readdir(DIR *dir)
{
	static struct dirent *(*next)(DIR *);

	NEXT("readdir");
	return is_unlucky_fd("readdir", dirfd(dir)) ? NULL : next(dir);
}

ssize_t
read(int fd, void *to, size_t len)
{
	static ssize_t (*next)(int, void *, size_t);

	NEXT("read");
	return is_unlucky_fd("read", fd) ? -1 : next(fd, to, len);
}

ssize_t
pread(int fd, void *to, size_t len, off_t at)
{
	static ssize_t (*next)(int, void *, size_t, off_t);

	NEXT("pread");
	return is_unlucky_fd("read", fd) ? -1 : next(fd, to, len, at);
}

size_t
fread(void *to, size_t size, size_t n, FILE *file)
{
	static size_t (*next)(void *, size_t, size_t, FILE *);

	NEXT("fread");
	return is_unlucky_fd("read", fileno(file)) ? 0 :
	    next(to, size, n, file);
}

void *
mmap64(void *at, size_t len, int prot, int flags, int fd, off64_t from)
{
	static void *(*next)(void *, size_t, int, int, int, off64_t);

	NEXT("mmap64");
	return fd >= 0 && is_unlucky_fd("mmap", fd) ? MAP_FAILED :
	    next(at, len, prot, flags, fd, from);
}

void *
mmap(void *at, size_t len, int prot, int flags, int fd, off_t from)
{
	return mmap64(at, len, prot, flags, fd, from);
}

#define FSTAT(name, type) \
int \
name(int fd, struct type *st) \
{ \
	static int (*next)(int, struct type *); \
\
	NEXT(#name); \
	return is_unlucky_fd("stat", fd) ? -1 : next(fd, st); \
}

#define STAT(name, type) \
int \
name(const char *path, struct type *st) \
{ \
	static int (*next)(const char *, struct type *); \
\
	NEXT(#name); \
	return is_unlucky("stat", path) ? -1 : next(path, st); \
}

FSTAT(fstat, stat)
FSTAT(fstat64, stat64)
STAT(stat, stat)
STAT(stat64, stat64)
STAT(lstat, stat)
STAT(lstat64, stat64)

int
fstatat(int folder, const char *path, struct stat *st, int flags)
{
	static int (*next)(int, const char *, struct stat *, int);

	NEXT("fstatat");
	return is_unlucky("stat", path) ? -1 : next(folder, path, st, flags);
}

int
fsync(int fd)
{
	static int (*next)(int);

	NEXT("fsync");
	return is_unlucky_fd("fsync", fd) ? -1 : next(fd);
}
