/* SPDX-License-Identifier: ISC */
#include "model/tag_fault.h"

#include "base/arena.h"

/* Of the author's text in a message [byte]. */
enum { SHOWN_LIMIT = 60 };

str
tag_fault_shown(struct doc *doc, str html)
{
	str line = S("");

	str_line(&html, &line);
	return str_shorten(doc->arena, line, SHOWN_LIMIT);
}

/* The name in “<name” or “</name”. */
static str
name_of(str html)
{
	size_t len = 0;

	html = str_from(html, str_starts(html, S("</")) ? 2 : 1);
	while (len < html.len && char_is_alnum(html.p[len]))
		len++;
	return str_upto(html, len);
}

static struct tag_fault *
find(struct tag_faults *f, enum diag id, str name)
{
	size_t i;

	for (i = 0; i < f->num; i++)
		if (f->held[i].id == id && str_eq(f->held[i].name, name))
			return &f->held[i];
	return NULL;
}

void
tag_fault_add(struct doc *doc, struct tag_faults *f, enum diag id,
    struct pos pos, str html)
{
	str name = name_of(html);
	struct tag_fault *old;

	if (f->num != 0 && f->held[0].pos.line != pos.line)
		tag_fault_end(doc, f);
	old = find(f, id, name);
	if (old != NULL) {
		old->count++;
		return;
	}
	if (f->num == TAG_FAULT_LIMIT)
		tag_fault_end(doc, f);
	f->held[f->num++] = (struct tag_fault){ .id = id, .pos = pos,
	    .name = str_copy(doc->arena, name),
	    .shown = str_copy(doc->arena, tag_fault_shown(doc, html)),
	    .count = 1 };
}

void
tag_fault_end(struct doc *doc, struct tag_faults *f)
{
	const struct tag_fault *t;
	str times;
	size_t i;

	for (i = 0; i < f->num; i++) {
		t = &f->held[i];
		times = t->count == 1 ? S("") : str_join(doc->arena, S(" × "),
		    str_uint(doc->arena, t->count));
		doc_diag(doc, t->id, t->pos, t->shown, times);
	}
	f->num = 0;
}
