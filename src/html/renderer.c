/* SPDX-License-Identifier: ISC */
#include "html/renderer.h"

#include <string.h>

#include "base/arena.h"
#include "html/audit_page.h"
#include "html/changes.h"
#include "html/fragment.h"
#include "html/index.h"
#include "html/page.h"
#include "html/template.h"

struct html_renderer {
	const struct html_template	*page;
	const struct html_template	*index;
	const struct html_template	*search;
	const struct html_template	*verify;
	const struct html_template	*changes;
	const struct html_template	*fragment;	/* NULL: not wanted */
	const struct html_template	*audit;		/* NULL: not wanted */
};

struct html_renderer *
html_renderer_open(struct arena *a, const char *templates, bool fragments,
    struct diags *ds)
{
	struct html_renderer *r = arena_new_of(a, struct html_renderer);

	r->page = html_template_read(a, templates, "page.html", ds);
	r->index = html_template_read(a, templates, "index.html", ds);
	r->search = html_template_read(a, templates, "ara.html", ds);
	r->verify = html_template_read(a, templates, "verify.html", ds);
	r->changes = html_template_read(a, templates, "degisiklik.html", ds);
	if (fragments)
		r->fragment = html_template_read(a, templates, "fragment.html",
		    ds);
	return r;
}

struct html_renderer *
html_renderer_open_audit(struct arena *a, const char *templates,
    struct diags *ds)
{
	struct html_renderer *r = arena_new_of(a, struct html_renderer);

	r->page = html_template_read(a, templates, "page.html", ds);
	r->audit = html_template_read(a, templates, "denetim.html", ds);
	return r;
}

bool
html_renderer_has_fragments(const struct html_renderer *r)
{
	return r->fragment != NULL;
}

static void
add_files(struct strings *all, const struct strings *files)
{
	size_t i, j;

	for (i = 0; i < files->num; i++) {
		for (j = 0; j < all->num; j++)
			if (str_eq(all->items[j], files->items[i]))
				break;
		if (j == all->num)
			all->items[all->num++] = files->items[i];
	}
}

struct strings
html_renderer_files(const struct html_renderer *r, struct arena *a)
{
	const struct html_template *const templates[] = { r->page, r->index,
	    r->search, r->verify, r->changes, r->audit };
	struct strings all = { NULL, 0 };
	size_t i, num = 0;

	for (i = 0; i < sizeof(templates) / sizeof(templates[0]); i++)
		if (templates[i] != NULL)
			num += html_template_files(templates[i])->num;
	all.items = arena_array(a, str, num);
	for (i = 0; i < sizeof(templates) / sizeof(templates[0]); i++)
		if (templates[i] != NULL)
			add_files(&all, html_template_files(templates[i]));
	return all;
}

void
html_renderer_page(const struct html_renderer *r, const struct collection *c,
    const struct html_lists *lists, const struct card *card,
    const struct doc *doc, const struct html_record_facts *record,
    struct sink *k)
{
	const struct html_page p = { c, lists, card, doc, record, NULL };

	html_page(r->page, &p, k);
}

void
html_renderer_notice(const struct html_renderer *r, const struct collection *c,
    const struct html_lists *lists, const struct card *card,
    const struct doc *doc, struct sink *k)
{
	const struct html_page p = { c, lists, card, doc, NULL, NULL };

	html_page(r->page, &p, k);
}

void
html_renderer_fragment(const struct html_renderer *r,
    const struct collection *c, const struct html_lists *lists,
    const struct card *card, const struct doc *doc,
    const struct html_record_facts *record, struct sink *k)
{
	const struct html_page p = { c, lists, card, doc, record, NULL };

	html_fragment(r->fragment, &p, k);
}

void
html_renderer_difference(const struct html_renderer *r, struct arena *a,
    const struct collection *c, const struct card *card, str content,
    struct sink *k)
{
	html_changes(r->changes, a, c, card, content, k);
}

void
html_renderer_index(const struct html_renderer *r, const struct collection *c,
    const struct html_lists *lists, size_t folder, const struct doc *doc,
    struct sink *k)
{
	html_index(r->index, c, lists, folder, doc, k);
}

void
html_renderer_unit(const struct html_renderer *r, struct arena *a,
    const struct collection *c, const struct html_list *unit, struct sink *k)
{
	html_index_unit(r->index, a, c, unit, k);
}

void
html_renderer_part(const struct html_renderer *r, struct arena *a,
    const struct collection *c, const struct html_list *l,
    const struct html_part *part, struct sink *k)
{
	html_index_part(r->index, a, c, l, part, k);
}

void
html_renderer_changes(const struct html_renderer *r, struct arena *a,
    const struct collection *c, const struct html_lists *lists,
    struct sink *k)
{
	html_index_changes(r->index, a, c, lists, k);
}

void
html_renderer_search(const struct html_renderer *r, struct arena *a,
    const struct collection *c, struct sink *k)
{
	html_index_search(r->search, a, c, k);
}

void
html_renderer_verify(const struct html_renderer *r, struct arena *a,
    const struct collection *c, unsigned digits, struct sink *k)
{
	html_index_verify(r->verify, a, c, digits, k);
}

void
html_renderer_missing(const struct html_renderer *r, struct arena *a,
    const struct collection *c, struct sink *k)
{
	html_index_missing(r->index, a, c, k);
}

void
html_renderer_drafts(const struct html_renderer *r, struct arena *a,
    const struct collection *c, struct sink *k)
{
	html_index_drafts(r->index, a, c, k);
}

void
html_renderer_audit_list(const struct html_renderer *r,
    const struct html_audit *f, const struct html_audit_list *l,
    struct sink *k)
{
	html_audit_page_list(r->audit, f, l, k);
}

void
html_renderer_audit_page(const struct html_renderer *r,
    const struct html_audit *f, const struct card *card,
    const struct doc *doc, const struct html_record_facts *record,
    struct sink *k)
{
	const struct html_page p = { f->collection, f->lists, card, doc,
	    record, NULL };

	html_audit_page(r->page, f, &p, k);
}
