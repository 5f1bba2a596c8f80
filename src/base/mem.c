/* SPDX-License-Identifier: ISC */
#include "mem.h"

#include <stdlib.h>
#include <string.h>

#include "diag.h"

#ifdef FAIL_ALLOC
#include <stdatomic.h>

static atomic_long countdown;

void
mem_arm(void)
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
void
mem_arm(void)
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
		diag_die(DIAG_MEMORY, "", "");
	return p;
}

void *
mem_alloc(size_t size)
{
	return have(calloc(1, size != 0 ? size : 1));
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
