/* SPDX-License-Identifier: ISC */
#include "base/file_facts.h"

#include "base/pool.h"

enum { PATH_LIMIT = 4096 };		/* Linux takes no longer one [byte] */

static void
look_at_one(void *context, size_t worker, size_t i)
{
	struct file_query *l = (struct file_query *)context + i;
	char name[PATH_LIMIT];

	(void)worker;
	l->facts = (struct file_facts){ .kind = FILE_NONE };
	if (l->root.len + l->path.len + 2 > sizeof(name))
		return;
	memcpy(name, l->root.p, l->root.len);
	name[l->root.len] = '/';
	memcpy(name + l->root.len + 1, l->path.p, l->path.len);
	name[l->root.len + 1 + l->path.len] = '\0';
	l->facts = file_facts(name);
}

void
file_facts_all(struct file_query *looks, size_t num, size_t jobs)
{
	struct pool *p = pool_open(jobs);

	pool_each(p, num, look_at_one, looks);
	pool_close(p);
}
