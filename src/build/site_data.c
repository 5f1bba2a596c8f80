/* SPDX-License-Identifier: ISC */
#include "build/site_data.h"

#include "base/arena.h"
#include "base/sink.h"
#include "html/renderer.h"
#include "site/catalogue.h"
#include "site/digests.h"
#include "site/feed.h"
#include "site/sitemap.h"

/* The functions below announce their files where k is NULL, else they put
 * them. */

static void
plan_or_put(const struct list_pages *p, str path, struct sink *k)
{
	if (k == NULL) {
		store_plan(p->store, path);
		return;
	}
	store_put(p->store, path, sink_str(k));
	sink_reset(k);
}

static void
do_feed(const struct list_pages *p, const struct html_list *l, struct sink *k)
{
	if (l->feed.len == 0)
		return;
	if (k != NULL)
		feed_make(k, &p->in->collection, p->lists, l);
	plan_or_put(p, l->feed, k);
}

static void
do_sitemap(const struct list_pages *p, struct sink *k)
{
	struct sitemap *s = sitemap_make(p->in->arena, &p->in->collection,
	    p->lists);
	size_t i;

	for (i = 0; i < sitemap_num_files(s); i++) {
		if (k != NULL)
			sitemap_put(s, i, k);
		plan_or_put(p, sitemap_file(p->in->arena, i), k);
	}
}

static void
do_addressed(const struct list_pages *p, struct sink *k)
{
	size_t i;

	do_feed(p, &p->lists->folders[0], k);
	for (i = 0; i < p->lists->num_units; i++)
		do_feed(p, &p->lists->units[i], k);
	do_sitemap(p, k);
	if (k != NULL)
		html_renderer_missing(p->html, p->in->arena,
		    &p->in->collection, k);
	plan_or_put(p, S("404.html"), k);
}

static void
do_verify(const struct list_pages *p, struct sink *k)
{
	const struct reg *reg = &p->in->reg;
	struct digests *d = digests_make(p->in->arena, &p->in->collection,
	    reg);
	size_t i;

	if (k != NULL)
		html_renderer_verify(p->html, p->in->arena,
		    &p->in->collection, digests_num_digits(reg), k);
	plan_or_put(p, S("verify.html"), k);
	for (i = 0; i < digests_num_files(d); i++) {
		if (k != NULL)
			digests_put(d, i, k);
		plan_or_put(p, digests_file(d, p->in->arena, i), k);
	}
}

static void
do_all(const struct list_pages *p, struct sink *k)
{
	if (p->in->limit.paths.num != 0)
		return;
	if (k != NULL)
		catalogue_make(k, &p->in->collection, p->lists);
	plan_or_put(p, S("catalogue.json"), k);
	if (p->in->reg.exists)
		do_verify(p, k);
	if (p->in->collection.url.len != 0)
		do_addressed(p, k);
}

void
site_data_plan(const struct list_pages *p)
{
	do_all(p, NULL);
}

void
site_data_put(const struct list_pages *p)
{
	struct sink k = { 0 };

	do_all(p, &k);
	sink_free(&k);
}
