/* SPDX-License-Identifier: ISC
 *
 * Loaded before the C library: files have the times of a disk that keeps every
 * second second.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <sys/stat.h>

static void
round_down(struct timespec *t)
{
	t->tv_nsec = 0;
	t->tv_sec -= t->tv_sec % 2;
}

static int
answer(int result, struct stat *st)
{
	if (result == 0) {
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
	return answer(real(folder, path, st, flags), st);
}

int
fstat(int fd, struct stat *st)
{
	return fstatat(fd, "", st, 0x1000 /* AT_EMPTY_PATH */);
}
