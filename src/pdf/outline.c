/* SPDX-License-Identifier: ISC */
#include "pdf/outline.h"

#include <assert.h>

#include "base/arena.h"
#include "pdf/link.h"
#include "pdf/object.h"
#include "pdf/token.h"

struct pdf_outline {
	str			 title;
	int			 level;
	struct pdf_destination	 destination;
	struct pdf_outline	*next;		/* in document order */
	struct pdf_outline	*parent;	/* NULL: the top */
	struct pdf_outline	*first;
	struct pdf_outline	*last;
	struct pdf_outline	*before;	/* of the same parent */
	struct pdf_outline	*after;
	unsigned		 below;		/* descendants */
	unsigned		 object;
};

void
pdf_outline_add(struct pdf *pdf, int level, str title, double y)
{
	struct pdf_outline *o = arena_new_of(pdf->arena, struct pdf_outline);

	o->title = str_copy(pdf->arena, title);
	o->level = level;
	o->destination = pdf_link_here(pdf, y);
	if (pdf->last_outline != NULL)
		pdf->last_outline->next = o;
	else
		pdf->outlines = o;
	pdf->last_outline = o;
}

/* The parent of an entry: the last entry before it of a lower level. */
static struct pdf_outline *
find_parent(struct pdf_outline *before, int level)
{
	while (before != NULL && before->level >= level)
		before = before->parent;
	return before;
}

static void
add_child(struct pdf_outline *o, struct pdf_outline *parent)
{
	struct pdf_outline *up;

	o->parent = parent;
	o->before = parent->last;
	if (parent->last != NULL)
		parent->last->after = o;
	else
		parent->first = o;
	parent->last = o;
	for (up = parent; up != NULL; up = up->parent)
		up->below++;
}

/* Makes a tree of the list; top is its root, of level 0. */
static void
make_tree(struct pdf *pdf, struct pdf_outline *top)
{
	struct pdf_outline *o, *before = top;

	top->object = pdf_object_reserve(pdf->file);
	for (o = pdf->outlines; o != NULL; o = o->next) {
		assert(o->level > 0);
		add_child(o, find_parent(before, o->level));
		o->object = pdf_object_reserve(pdf->file);
		before = o;
	}
}

static void
put_children(struct sink *k, const struct pdf_outline *o)
{
	if (o->first == NULL)
		return;
	pdf_token_put_ref(k, "First", o->first->object);
	pdf_token_put_ref(k, "Last", o->last->object);
	pdf_token_put_int(k, "Count", o->below);
}

static void
write_entry(struct pdf *pdf, const struct pdf_outline *o)
{
	struct sink *k = pdf_object_open(pdf->file, o->object);

	pdf_object_dict(pdf->file);
	pdf_token_put_text(k, "Title", o->title.len != 0 ? o->title : S("-"));
	pdf_token_put_ref(k, "Parent", o->parent->object);
	if (o->before != NULL)
		pdf_token_put_ref(k, "Prev", o->before->object);
	if (o->after != NULL)
		pdf_token_put_ref(k, "Next", o->after->object);
	put_children(k, o);
	pdf_token_name(k, "Dest");
	pdf_link_put_destination(k, &o->destination);
	pdf_object_dict_end(pdf->file);
	pdf_object_close(pdf->file);
}

unsigned
pdf_outline_write(struct pdf *pdf)
{
	struct pdf_outline top = { 0 };
	const struct pdf_outline *o;
	struct sink *k;

	if (pdf->outlines == NULL)
		return 0;
	make_tree(pdf, &top);
	for (o = pdf->outlines; o != NULL; o = o->next)
		write_entry(pdf, o);
	k = pdf_object_open(pdf->file, top.object);
	pdf_object_dict(pdf->file);
	sink_puts(k, "/Type/Outlines");
	put_children(k, &top);
	pdf_object_dict_end(pdf->file);
	pdf_object_close(pdf->file);
	return top.object;
}
