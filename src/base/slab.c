/* SPDX-License-Identifier: ISC */
#include "base/slab.h"

#include <assert.h>
#include <stdint.h>
#include <string.h>

#include "base/mem.h"

/* With AddressSanitizer each object is a chunk, because it does not see an
 * access to a freed object inside a chunk. */
#if defined(__SANITIZE_ADDRESS__)
#define SLAB_APART 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define SLAB_APART 1
#endif
#endif
#ifdef SLAB_APART
enum { CHUNK = 1 };			/* [byte] */
#else
enum { CHUNK = 32 << 10 };		/* [byte] */
#endif

/* Stands before each object. */
struct object {
	uint32_t	size;		/* [byte] as asked for */
	uint32_t	chunk;		/* its number */
};

struct chunk {
	char		*bytes;		/* NULL: freed */
	size_t		 live;		/* objects */
};

struct slab {
	struct chunk	*chunks;
	size_t		 num, cap;	/* chunks; the last one is filled */
	size_t		 used;		/* [byte] of the last one */
	size_t		 room;		/* [byte] of the last one */
};

struct slab *
slab_new(void)
{
	return mem_alloc(sizeof(struct slab));
}

void
slab_free(struct slab *s)
{
	size_t i;

	for (i = 0; i < s->num; i++)
		mem_free(s->chunks[i].bytes);
	mem_free(s->chunks);
	mem_free(s);
}

static struct object *
head_of(void *p)
{
	return (struct object *)p - 1;
}

static void
add_chunk(struct slab *s, size_t size)
{
	struct chunk *last = s->num != 0 ? &s->chunks[s->num - 1] : NULL;

	/* The last one is kept while it is filled. */
	if (last != NULL && last->live == 0) {
		mem_free(last->bytes);
		last->bytes = NULL;
	}
	if (s->chunks == NULL || s->num == s->cap) {
		s->cap = s->cap != 0 ? s->cap * 2 : 16;
		s->chunks = mem_realloc(s->chunks, s->cap *
		    sizeof(*s->chunks));
	}
	s->room = size > CHUNK ? size : CHUNK;
	s->used = 0;
	s->chunks[s->num++] = (struct chunk){ mem_raw(s->room), 0 };
}

/* The size in memory, with the head, of an object; an unreachable one where
 * its size is too large for the head: allocating that much fails. */
static size_t
whole(size_t size)
{
	return size <= UINT32_MAX - 16 ? (sizeof(struct object) + size + 7) /
	    8 * 8 : SIZE_MAX;
}

void *
slab_calloc(struct slab *s, size_t num, size_t size)
{
	size_t bytes = num != 0 && size > SIZE_MAX / num ? SIZE_MAX :
	    num * size, all = whole(bytes);
	struct object *o;

	if (s->num == 0 || s->room - s->used < all)
		add_chunk(s, all);
	o = (struct object *)(void *)(s->chunks[s->num - 1].bytes + s->used);
	memset(o, 0, all);
	*o = (struct object){ (uint32_t)bytes, (uint32_t)(s->num - 1) };
	s->chunks[s->num - 1].live++;
	s->used += all;
	return o + 1;
}

void *
slab_resize(struct slab *s, void *old, size_t size)
{
	void *p = slab_calloc(s, 1, size);
	size_t had = old != NULL ? head_of(old)->size : 0;

	if (old != NULL)
		memcpy(p, old, had < size ? had : size);
	slab_drop(s, old);
	return p;
}

void
slab_drop(struct slab *s, void *p)
{
	struct chunk *c;

	if (p == NULL)
		return;
	c = &s->chunks[head_of(p)->chunk];
	assert(c->live != 0);
	if (--c->live != 0 || c == &s->chunks[s->num - 1])
		return;
	mem_free(c->bytes);
	c->bytes = NULL;
}
