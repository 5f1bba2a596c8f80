/* SPDX-License-Identifier: ISC
 *
 * Loaded before the C library: the allocation number FAIL_ANY, whoever asks
 * for it (HarfBuzz, libdeflate, libpng, …), fails once. COUNT_ANY names a
 * file that gets the number of allocations at the end. The program's malloc()
 * (src/base/mem.c) asks the C library by these names.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>

static atomic_long num;
static long unlucky;

__attribute__((constructor)) static void
start(void)
{
	const char *s = getenv("FAIL_ANY");

	atomic_store(&num, 0);
	unlucky = s != NULL ? strtol(s, NULL, 10) : 0;
}

__attribute__((destructor)) static void
end(void)
{
	const char *path = getenv("COUNT_ANY");
	FILE *f;

	unlucky = 0;
	if (path == NULL || (f = fopen(path, "w")) == NULL)
		return;
	fprintf(f, "%ld\n", atomic_load(&num));
	fclose(f);
}

static int
is_unlucky(void)
{
	if (atomic_fetch_add(&num, 1) + 1 != unlucky)
		return 0;
	errno = ENOMEM;
	return 1;
}

#define NEXT(name) \
	if (next == NULL) \
		*(void **)&next = dlsym(RTLD_NEXT, name)

void *
__libc_malloc(size_t size)
{
	static void *(*next)(size_t);

	NEXT("__libc_malloc");
	return is_unlucky() ? NULL : next(size);
}

void *
__libc_calloc(size_t n, size_t size)
{
	static void *(*next)(size_t, size_t);

	NEXT("__libc_calloc");
	return is_unlucky() ? NULL : next(n, size);
}

void *
__libc_realloc(void *p, size_t size)
{
	static void *(*next)(void *, size_t);

	NEXT("__libc_realloc");
	return is_unlucky() ? NULL : next(p, size);
}
