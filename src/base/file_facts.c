/* SPDX-License-Identifier: ISC */
#include "base/file_facts.h"

#include "base/pool.h"

enum { PATH_LIMIT = 4096 };		/* [byte]; the limit of Linux */

static void
ask_one(void *context, size_t worker, size_t i)
{
	struct file_query *q = (struct file_query *)context + i;
	char name[PATH_LIMIT];

	(void)worker;
	q->facts = (struct file_facts){ .kind = FILE_NONE };
	if (q->root.len + q->path.len + 2 > sizeof(name))
		return;
	memcpy(name, q->root.p, q->root.len);
	name[q->root.len] = '/';
	memcpy(name + q->root.len + 1, q->path.p, q->path.len);
	name[q->root.len + 1 + q->path.len] = '\0';
	q->facts = file_facts(name);
}

void
file_facts_all(struct file_query *queries, size_t num, size_t jobs)
{
	struct pool *p = pool_open(jobs);

	pool_each(p, num, ask_one, queries);
	pool_close(p);
}
