/* SPDX-License-Identifier: ISC */
#include "base/mem.h"

#include <malloc.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

/* What ends the program when memory runs out. */
static void (*run_out)(void) = abort;

#ifdef FAIL_ALLOC

static atomic_long countdown;

static void
arm(void)
{
	const char *n = getenv("FAIL_ALLOC");

	atomic_store(&countdown, n != NULL ? strtol(n, NULL, 10) : 0);
}

static void *
lucky(void *p)
{
	if (atomic_load(&countdown) > 0 &&
	    atomic_fetch_sub(&countdown, 1) == 1) {
		free(p);
		return NULL;
	}
	return p;
}
#else
static void
arm(void)
{
}

static void *
lucky(void *p)
{
	return p;
}
#endif

static void *
have(void *p)
{
	p = lucky(p);
	if (p == NULL)
		run_out();
	return p;
}

void *
mem_alloc(size_t size)
{
	return have(calloc(1, size != 0 ? size : 1));
}

void *
mem_raw(size_t size)
{
	return have(malloc(size != 0 ? size : 1));
}

void *
mem_calloc(size_t num, size_t size)
{
	return have(calloc(num != 0 ? num : 1, size != 0 ? size : 1));
}

void *
mem_realloc(void *p, size_t size)
{
	return have(realloc(p, size != 0 ? size : 1));
}

char *
mem_strdup(const char *s)
{
	size_t size = strlen(s) + 1;

	return memcpy(have(malloc(size)), s, size);
}

void
mem_free(void *p)
{
	free(p);
}

void
mem_forget(const void *p, size_t len)
{
	uintptr_t page = (uintptr_t)sysconf(_SC_PAGESIZE);
	uintptr_t first = ((uintptr_t)p + page - 1) / page * page;
	uintptr_t end = ((uintptr_t)p + len) / page * page;

	if (first < end)
		madvise((void *)first, end - first, MADV_DONTNEED);
}

/* --- How the heap grows */

#ifdef __GLIBC__
enum {
	STEP = 1 << 20,			/* [byte] by which the heap grows */
	OWN_MAP = 4 << 20		/* [byte] from which a block is mapped
					 * by itself */
};

/* Each call of the kernel for more memory makes all threads wait. So the
 * program makes few and large ones, and does not return memory that it will
 * soon need again. */
void
mem_start(void (*fail)(void))
{
	run_out = fail;
	mallopt(M_TOP_PAD, STEP);
	mallopt(M_TRIM_THRESHOLD, 4 * OWN_MAP);
	mallopt(M_MMAP_THRESHOLD, OWN_MAP);
	arm();
}

/* The heap of a thread ignores M_TOP_PAD: it grows page by page, unless one
 * large block makes it grow at once. */
void
mem_start_thread(void)
{
	void *volatile step = malloc(OWN_MAP - STEP);

	free(step);
}
#else
void
mem_start(void (*fail)(void))
{
	run_out = fail;
	arm();
}

void
mem_start_thread(void)
{
}
#endif

/* --- Allocations inside libraries */

/* A library may continue silently after an allocation that failed: HarfBuzz
 * does without a table of a face, and the record has other bytes. So their
 * allocations never fail either. Sanitizers have a heap of their own. */
#if defined __has_feature
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define OWN_HEAP
#endif
#endif
#if defined __SANITIZE_ADDRESS__ || defined __SANITIZE_THREAD__
#define OWN_HEAP
#endif

#if defined __GLIBC__ && !defined OWN_HEAP
/* glibc's names. NOLINTBEGIN(bugprone-reserved-identifier) */
void	*__libc_malloc(size_t);
void	*__libc_calloc(size_t, size_t);
void	*__libc_realloc(void *, size_t);
/* NOLINTEND(bugprone-reserved-identifier) */

static void *
must_have(void *p, size_t size)
{
	static atomic_flag dies = ATOMIC_FLAG_INIT;

	/* The message may need memory too. */
	if (p == NULL && size != 0 && !atomic_flag_test_and_set(&dies))
		run_out();
	return p;
}

void *
malloc(size_t size)
{
	return must_have(__libc_malloc(size), size);
}

void *
calloc(size_t num, size_t size)
{
	return must_have(__libc_calloc(num, size), num != 0 ? size : 0);
}

void *
realloc(void *p, size_t size)
{
	return must_have(__libc_realloc(p, size), size);
}
#endif
