/* SPDX-License-Identifier: ISC */
#include "build/check_images.h"

#include <errno.h>
#include <string.h>

#include "base/arena.h"
#include "base/fault.h"
#include "base/mem.h"
#include "base/pool.h"
#include "base/witness.h"
#include "build/records.h"
#include "image/metadata.h"
#include "model/dom.h"
#include "model/picture.h"

struct image_checks {
	struct pool		 *pool;
	size_t			  jobs;
	struct pool_batch	  batch;
	struct arena		**bytes;	/* of each worker's image */
};

/* An image. Its document may be freed when the check runs, so the texts are
 * copied to the memory after the struct. */
struct image_check {
	struct image_checks	*all;
	struct record_renderer	*records;
	struct diags		*diags;
	struct pos		 pos;
	str			 document;	/* its path */
	str			 src;
	str			 file;		/* ends in '\0' */
};

struct image_checks *
check_images_open(struct pool *pool)
{
	struct image_checks *all = mem_alloc(sizeof(*all));
	size_t i;

	all->pool = pool;
	all->jobs = pool_jobs(pool);
	all->bytes = mem_calloc(all->jobs, sizeof(*all->bytes));
	for (i = 0; i < all->jobs; i++)
		all->bytes[i] = arena_new();
	return all;
}

void
check_images_close(struct image_checks *all)
{
	size_t i;

	for (i = 0; i < all->jobs; i++)
		arena_free(all->bytes[i]);
	mem_free(all->bytes);
	mem_free(all);
}

static void
check_bytes(const struct image_check *c, size_t worker, str bytes)
{
	enum diag fault = records_check_image(c->records, worker, bytes);
	unsigned found = image_metadata_find(bytes);

	if (fault != DIAG_COUNT)
		diag(c->diags, fault, c->pos, c->document, c->src);
	if (found != 0)
		diag(c->diags, DIAG_PICTURE_METADATA, c->pos, c->document,
		    c->src, picture_metadata(c->all->bytes[worker], found),
		    c->document);
}

static void
check_file(void *context, size_t worker)
{
	struct image_check *c = context;
	struct arena *a = c->all->bytes[worker];
	str bytes;

	if (witness_read(a, c->file.p, PICTURE_LIMIT, &bytes))
		check_bytes(c, worker, bytes);
	else
		diag(c->diags, DIAG_FILE_READ, c->pos, c->document,
		    str_of(fault_text(errno)));
	arena_reset(a);
	mem_free(c);
}

/* Copies s to *at, which moves past it. */
static str
append(char **at, str s)
{
	str copy = { *at, s.len };

	memcpy(*at, s.p, s.len);
	*at += s.len;
	return copy;
}

static void
add(struct image_check check, size_t worker, str folder)
{
	struct image_check *c = mem_alloc(sizeof(*c) + check.document.len +
	    check.src.len + folder.len + check.src.len + 1);
	char *at = (char *)(c + 1);

	*c = check;
	c->document = append(&at, check.document);
	c->src = append(&at, check.src);
	c->file = append(&at, folder);
	c->file.len += append(&at, check.src).len;
	pool_add((struct pool_worker){ c->all->pool, worker }, &c->all->batch,
	    check_file, c);
}

void
check_images_add(struct image_checks *all, struct record_renderer *records,
    size_t worker, const struct doc *doc, bool has_logo)
{
	struct image_check c = { .all = all, .records = records,
	    .diags = doc->diags, .document = doc->path };
	str folder = str_upto(doc->path, str_rfind(doc->path, '/') + 1);
	const struct item *i;
	const node *n;

	if (doc->front_matter.logo.text.len != 0 && has_logo) {
		c.pos = doc->front_matter.logo.place.pos;
		c.src = doc->front_matter.logo.text;
		add(c, worker, folder);
	}
	for (n = doc->root; n != NULL; n = dom_walk(doc->root, n)) {
		if (dom_kind(n) != KIND_FIGURE && dom_kind(n) != KIND_PICTURE)
			continue;
		i = dom_item(n);
		c.pos = i->pos;
		c.src = i->picture.src;
		if (i->picture.is_there)
			add(c, worker, folder);
	}
}

void
check_images_wait(struct image_checks *all, size_t worker)
{
	pool_wait((struct pool_worker){ all->pool, worker }, &all->batch);
}
