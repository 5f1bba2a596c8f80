/* SPDX-License-Identifier: ISC */
#include "base/arena.h"

#include <stdalign.h>
#include <stdint.h>
#include <string.h>

#include "base/mem.h"

/* The size of chunks doubles up to a maximum, so that a small document needs
 * little memory and a large one few calls. With AddressSanitizer each
 * allocation is a chunk, because it does not see an overrun inside a chunk. */
#if defined(__SANITIZE_ADDRESS__)
#define ARENA_APART 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define ARENA_APART 1
#endif
#endif
#ifdef ARENA_APART
enum { CHUNK_MIN = 1, CHUNK_MAX = 1 };
#else
enum { CHUNK_MIN = 16 << 10, CHUNK_MAX = 1 << 20 };
#endif
enum { STRIDE = 4 << 10 };		/* [byte] zeroed at once */
enum { UNIT = alignof(void *) > alignof(double) ? alignof(void *) :
    alignof(double) };

struct chunk {
	struct chunk	*next;
	size_t		 used;		/* [byte] */
	size_t		 clean;		/* [byte] used or zero */
	size_t		 cap;		/* [byte] */
	alignas(max_align_t) unsigned char bytes[];
};

struct arena {
	struct chunk	*head;		/* the one that is being filled */
	struct chunk	*spare;		/* empty; or NULL */
};

struct arena *
arena_new(void)
{
	return mem_alloc(sizeof(struct arena));
}

static void
free_chunks(struct chunk *c)
{
	struct chunk *next;

	for (; c != NULL; c = next) {
		next = c->next;
		mem_free(c);
	}
}

void
arena_free(struct arena *a)
{
	if (a == NULL)
		return;
	free_chunks(a->head);
	mem_free(a->spare);
	mem_free(a);
}

/* Marks the bytes from used on as not zero: they were used before. */
static void
clear(struct chunk *c, size_t used)
{
	c->used = used;
	c->clean = used;
}

/* Zeroes a little more than is needed, so that most calls need not zero. Does
 * not zero the whole chunk: that would touch pages that nobody uses. */
static void
clean(struct chunk *c, size_t upto)
{
	size_t end = c->cap - upto > STRIDE ? upto + STRIDE : c->cap;

	memset(c->bytes + c->clean, 0, end - c->clean);
	c->clean = end;
}

void
arena_reset(struct arena *a)
{
	struct chunk *keep = a->head;

	if (keep == NULL)
		return;
	free_chunks(keep->next);
	keep->next = NULL;
	clear(keep, 0);
	if (keep->cap > CHUNK_MAX) {
		free_chunks(keep);
		a->head = NULL;
	}
}

struct arena_state
arena_state(const struct arena *a)
{
	return (struct arena_state){ a->head,
	    a->head != NULL ? a->head->used : 0 };
}

/* Keeps one chunk: else a chunk that each paragraph needs and frees would be
 * allocated again each time. */
static void
keep_spare(struct arena *a, struct chunk *c)
{
	if (c->cap > CHUNK_MAX || a->spare != NULL) {
		mem_free(c);
		return;
	}
	clear(c, 0);
	c->next = NULL;
	a->spare = c;
}

void
arena_rewind(struct arena *a, struct arena_state state)
{
	struct chunk *c;

	while (a->head != state.chunk) {
		c = a->head;
		a->head = c->next;
		keep_spare(a, c);
	}
	if (a->head != NULL)
		clear(a->head, state.used);
}

static size_t
next_cap(const struct arena *a, size_t size)
{
	size_t cap = a->head != NULL ? a->head->cap * 2 : CHUNK_MIN;

	if (cap > CHUNK_MAX)
		cap = CHUNK_MAX;
	return cap < size ? size : cap;
}

static struct chunk *
grow(struct arena *a, size_t size)
{
	size_t cap = next_cap(a, size);
	struct chunk *c = a->spare;

	if (c != NULL && c->cap >= size) {
		a->spare = NULL;
		c->next = a->head;
		a->head = c;
		return c;
	}
	if (cap > SIZE_MAX - sizeof(*c))
		cap = SIZE_MAX - sizeof(*c);	/* fails, with a message */
	c = mem_raw(sizeof(*c) + cap);
	c->used = c->clean = 0;
	c->cap = cap;
	c->next = a->head;
	a->head = c;
	return c;
}

/* The next size [byte], from the next multiple of unit on. */
static void *
take(struct arena *a, size_t size, size_t unit)
{
	struct chunk *c = a->head;
	size_t at = c != NULL ? (c->used + unit - 1) / unit * unit : 0;

	if (c == NULL || at > c->cap || c->cap - at < size) {
		c = grow(a, size);
		at = 0;
	}
	c->used = at + size;
	return c->bytes + at;
}

void *
arena_alloc(struct arena *a, size_t size)
{
	void *p = take(a, size, UNIT);
	struct chunk *c = a->head;

	if (c->used > c->clean)
		clean(c, c->used);
	return p;
}

/* Counts the newest bytes as clean without zeroing them: the caller writes
 * them. */
static void *
unclean(struct arena *a, void *p)
{
	struct chunk *c = a->head;

	if (c->used > c->clean)
		c->clean = c->used;
	return p;
}

void *
arena_raw(struct arena *a, size_t size)
{
	return unclean(a, take(a, size, UNIT));
}

char *
arena_bytes(struct arena *a, size_t size)
{
	return unclean(a, take(a, size, 1));
}

/* SIZE_MAX where the product overflows: allocating that much fails. */
static size_t
product(size_t num, size_t size)
{
	return size != 0 && num > SIZE_MAX / size ? SIZE_MAX : num * size;
}

void *
arena_calloc(struct arena *a, size_t num, size_t size)
{
	return arena_alloc(a, product(num, size));
}

void *
arena_raw_array(struct arena *a, size_t num, size_t size)
{
	return arena_raw(a, product(num, size));
}
