/* SPDX-License-Identifier: ISC
 *
 * Loaded before the C library: files have the times of a disk that keeps every
 * second second; with COARSE_PATH those alone whose path has that in it.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static void
round_down(struct timespec *t)
{
	t->tv_nsec = 0;
	t->tv_sec -= t->tv_sec % 2;
}

static int
is_meant(int folder, const char *path)
{
	const char *part = getenv("COARSE_PATH");
	char name[64], above[PATH_MAX];
	ssize_t len;

	if (part == NULL)
		return 1;
	if (folder == AT_FDCWD)
		snprintf(name, sizeof(name), "/proc/self/cwd");
	else
		snprintf(name, sizeof(name), "/proc/self/fd/%d", folder);
	len = readlink(name, above, sizeof(above) - 1);
	above[len < 0 ? 0 : len] = '\0';
	return strstr(above, part) != NULL || strstr(path, part) != NULL;
}

static int
answer(int result, int folder, const char *path, struct stat *st)
{
	if (result == 0 && is_meant(folder, path)) {
		round_down(&st->st_mtim);
		round_down(&st->st_ctim);
	}
	return result;
}

int
fstatat(int folder, const char *path, struct stat *st, int flags)
{
	int (*real)(int, const char *, struct stat *, int);

	*(void **)&real = dlsym(RTLD_NEXT, "fstatat");
	return answer(real(folder, path, st, flags), folder, path, st);
}

int
fstat(int fd, struct stat *st)
{
	return fstatat(fd, "", st, 0x1000 /* AT_EMPTY_PATH */);
}
