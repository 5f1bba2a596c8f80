/* SPDX-License-Identifier: ISC */
#include "site/sitemap.h"

#include "base/arena.h"
#include "base/sink.h"

enum { FILE_MOST = 50000 };		/* addresses */

static const char name_space[] =
    " xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n";

struct address {
	str		path;
	struct date	changed;	/* unset: unknown */
};

struct sitemap {
	struct arena	*arena;
	str		 url;
	struct address	*all;
	size_t		 num;
};

/* “frm/index.html” is at “frm/”: its canonical address. */
static void
add_list(struct sitemap *s, const struct html_list *l)
{
	str path = l->path;

	if (l->num == 0 && l->folder.len != 0)
		return;
	if (str_ends(path, S("index.html")))
		path.len -= S("index.html").len;
	s->all[s->num++].path = path;
}

static void
add_works(struct sitemap *s, const struct html_list *all)
{
	const struct card *card;
	size_t i;

	for (i = 0; i < all->num; i++) {
		card = all->works[i];
		if (card->status.erased ||
		    card->status.state == STATE_WITHDRAWN)
			continue;
		s->all[s->num++] = (struct address){ str_join(s->arena,
		    card->ident->work, S(".html")), card->ident->date };
	}
}

struct sitemap *
sitemap_make(struct arena *a, const struct collection *c,
    const struct html_lists *lists)
{
	struct sitemap *s = arena_new_of(a, struct sitemap);
	size_t i;

	s->arena = a;
	s->url = c->url;
	s->all = arena_array(a, struct address, c->num_folders +
	    lists->num_units + lists->folders[0].num);
	for (i = 0; i < c->num_folders; i++)
		add_list(s, &lists->folders[i]);
	for (i = 0; i < lists->num_units; i++)
		add_list(s, &lists->units[i]);
	add_works(s, &lists->folders[0]);
	return s;
}

size_t
sitemap_num_files(const struct sitemap *s)
{
	return s->num <= FILE_MOST ? 1 :
	    1 + (s->num + FILE_MOST - 1) / FILE_MOST;
}

str
sitemap_file(struct arena *a, size_t i)
{
	return i == 0 ? S("sitemap.xml") : str_join3(a, S("sitemap-"),
	    str_uint(a, i), S(".xml"));
}

static void
put_location(const struct sitemap *s, str path, struct sink *k)
{
	sink_puts(k, "<loc>");
	sink_xml(k, s->url);
	sink_char(k, '/');
	sink_xml(k, path);
	sink_puts(k, "</loc>");
}

static void
put_addresses(const struct sitemap *s, size_t first, struct sink *k)
{
	struct arena *a = arena_new();
	size_t i;

	sink_puts(k, "urlset");
	sink_puts(k, name_space);
	for (i = first; i < s->num && i < first + FILE_MOST; i++) {
		sink_puts(k, "<url>");
		put_location(s, s->all[i].path, k);
		if (date_is_set(s->all[i].changed)) {
			sink_puts(k, "<lastmod>");
			sink_put(k, date_iso(a, s->all[i].changed));
			sink_puts(k, "</lastmod>");
			arena_reset(a);
		}
		sink_puts(k, "</url>\n");
	}
	sink_puts(k, "</urlset>\n");
	arena_free(a);
}

static void
put_files(const struct sitemap *s, struct sink *k)
{
	size_t i, num = sitemap_num_files(s);

	sink_puts(k, "sitemapindex");
	sink_puts(k, name_space);
	for (i = 1; i < num; i++) {
		sink_puts(k, "<sitemap>");
		put_location(s, sitemap_file(s->arena, i), k);
		sink_puts(k, "</sitemap>\n");
	}
	sink_puts(k, "</sitemapindex>\n");
}

void
sitemap_put(const struct sitemap *s, size_t i, struct sink *k)
{
	sink_puts(k, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<");
	if (i != 0)
		put_addresses(s, (i - 1) * FILE_MOST, k);
	else if (sitemap_num_files(s) == 1)
		put_addresses(s, 0, k);
	else
		put_files(s, k);
}
