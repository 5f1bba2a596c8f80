/* SPDX-License-Identifier: ISC */
#include "layout/text_link.h"

#include "base/arena.h"
#include "layout/atom.h"
#include "layout/link_uri.h"

str
text_link_contents(const struct text *t, const node *link, str target)
{
	str words = str_trim(dom_words(t->job->arena, link));
	const node *n;

	for (n = link; n != NULL && words.len == 0; n = dom_walk(link, n))
		if (dom_kind(n) == KIND_PICTURE)
			words = str_trim(dom_item(n)->picture.alt);
	return words.len != 0 ? words : target;
}

static struct link_target *
make_link(struct text *t, str contents)
{
	struct link_target *l = arena_new_of(t->job->arena, struct link_target);

	l->tag = t->elem;
	l->contents = contents;
	return l;
}

/* The next words look like a link. */
static void
show_link(struct text *t, struct link_target *l)
{
	const struct style *s = &t->job->styles->by_id[STYLE_LINK];

	l->underlined = s->border > 0;
	t->now.colour = s->colour;
}

struct pdf_tag *
text_link_enter(struct text *t, const node *n)
{
	str uri = link_uri(t->job, dom_item(n));
	struct pdf_tag *around = atom_enter(t, PDF_TAG_LINK);
	struct link_target *l = make_link(t, text_link_contents(t, n, uri));

	l->uri = uri;
	show_link(t, l);
	t->now.link = l;
	return around;
}

struct pdf_tag *
text_link_enter_reference(struct text *t, str id, str contents, bool shown)
{
	struct pdf_tag *around = atom_enter(t, PDF_TAG_REFERENCE);
	struct link_target *l;

	atom_enter(t, PDF_TAG_LINK);
	l = make_link(t, contents);
	l->id = id;
	if (shown)
		show_link(t, l);
	t->now.link = l;
	return around;
}
