/* SPDX-License-Identifier: ISC */
#include "build/check_images.h"

#include <errno.h>
#include <string.h>

#include "base/arena.h"
#include "base/fault.h"
#include "base/file.h"
#include "base/mem.h"
#include "base/pool.h"
#include "build/record_renderer.h"
#include "model/dom.h"
#include "model/picture.h"

struct image_checks {
	size_t		  jobs;
	struct batch	  batch;
	struct arena	**bytes;	/* of each worker's picture */
};

/* A picture; its document may be gone when its turn comes. */
struct image_check {
	struct workspace	*run;
	struct diags		*diags;
	struct pos		 pos;
	str			 document;	/* its path; bytes follow */
	str			 src;
	str			 file;	/* ends in '\0' */
};

struct image_checks *
check_images_open(struct workspace *r)
{
	struct image_checks *ps = mem_alloc(sizeof(*ps));
	size_t i;

	ps->jobs = pool_jobs(r->pool);
	ps->bytes = mem_calloc(ps->jobs, sizeof(*ps->bytes));
	for (i = 0; i < ps->jobs; i++)
		ps->bytes[i] = arena_new();
	return ps;
}

void
check_images_close(struct image_checks *ps)
{
	size_t i;

	for (i = 0; i < ps->jobs; i++)
		arena_free(ps->bytes[i]);
	mem_free(ps->bytes);
	mem_free(ps);
}

static void
check(const struct image_check *p, size_t worker, str bytes)
{
	enum diag fault = picture_check(bytes);

	if (fault == DIAG_COUNT)
		fault = record_renderer_check_image(p->run->pdf, worker, bytes);
	if (fault != DIAG_COUNT)
		diag(p->diags, fault, p->pos, p->document, p->src);
}

static void
prove(void *context, size_t worker)
{
	struct image_check *p = context;
	struct arena *a = p->run->image_checks->bytes[worker];
	str bytes;

	if (file_read(a, p->file.p, PICTURE_LIMIT, &bytes))
		check(p, worker, bytes);
	else
		diag(p->diags, DIAG_FILE_READ, p->pos, p->document,
		    str_of(fault_text(errno)));
	arena_reset(a);
	mem_free(p);
}

static str
keep(char **at, str s)
{
	str kept = { *at, s.len };

	memcpy(*at, s.p, s.len);
	*at += s.len;
	return kept;
}

static void
add(struct workspace *r, size_t worker, const struct doc *doc, struct pos pos,
    str src)
{
	str folder = str_upto(doc->path, str_rfind(doc->path, '/') + 1);
	struct image_check *p = mem_alloc(sizeof(*p) + doc->path.len + src.len +
	    folder.len + src.len + 1);
	char *at = (char *)(p + 1);

	p->run = r;
	p->diags = doc->diags;
	p->pos = pos;
	p->document = keep(&at, doc->path);
	p->src = keep(&at, src);
	p->file = keep(&at, folder);
	p->file.len += keep(&at, src).len;
	pool_add((struct pool_worker){ r->pool, worker },
	    &r->image_checks->batch, prove, p);
}

void
check_images_add(struct workspace *r, size_t worker, const struct doc *doc)
{
	const struct item *i;
	const node *n;

	/* Of one that is not there the collect has told. */
	if (doc->front_matter.logo.len != 0 && r->collection.logo.len != 0)
		add(r, worker, doc, doc->front_matter.logo_pos,
		    doc->front_matter.logo);
	for (n = doc->root; n != NULL; n = dom_walk(doc->root, n)) {
		if (dom_kind(n) != KIND_FIGURE && dom_kind(n) != KIND_PICTURE)
			continue;
		i = dom_item(n);
		if (i->picture.is_there)
			add(r, worker, doc, i->pos, i->picture.src);
	}
}

void
check_images_wait(struct workspace *r, size_t worker)
{
	pool_wait((struct pool_worker){ r->pool, worker },
	    &r->image_checks->batch);
}
