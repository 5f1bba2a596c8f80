/* SPDX-License-Identifier: ISC */
#include "import/blocks.h"

#include "base/arena.h"
#include "base/sink.h"

struct run *
blocks_run(struct arena *a, struct runs *to, enum run_kind kind)
{
	struct run *r = arena_new_of(a, struct run);

	r->kind = kind;
	if (to->last != NULL)
		to->last->next = r;
	else
		to->first = r;
	to->last = r;
	return r;
}

struct block *
blocks_add(struct arena *a, struct blocks *to, enum said kind)
{
	struct block *b = arena_new_of(a, struct block);

	b->kind = kind;
	if (to->last != NULL)
		to->last->next = b;
	else
		to->first = b;
	to->last = b;
	return b;
}

struct table_row *
blocks_row(struct arena *a, struct table *to)
{
	struct table_row *r = arena_new_of(a, struct table_row);

	if (to->last != NULL)
		to->last->next = r;
	else
		to->first = r;
	to->last = r;
	return r;
}

struct cell *
blocks_cell(struct arena *a, struct table_row *to)
{
	struct cell *c = arena_new_of(a, struct cell);

	c->columns = 1;
	if (to->last != NULL) {
		to->last->next = c;
		c->column = to->last->column + to->last->columns;
	} else
		to->first = c;
	to->last = c;
	return c;
}

void
blocks_text(struct arena *a, struct runs *to, str text, unsigned look,
    str link)
{
	struct run *r;

	if (text.len == 0)
		return;
	r = blocks_run(a, to, RUN_TEXT);
	r->text = text;
	r->look = look;
	r->link = link;
}

static bool
are_alike(const struct run *r, const struct run *next)
{
	return next != NULL && r->kind == RUN_TEXT && next->kind == RUN_TEXT &&
	    r->look == next->look && str_eq(r->link, next->link);
}

void
blocks_join(struct arena *a, struct runs *runs)
{
	struct sink k = { 0 };
	struct run *r;

	for (r = runs->first; r != NULL; r = r->next) {
		if (!are_alike(r, r->next))
			continue;
		sink_reset(&k);
		sink_put(&k, r->text);
		for (; are_alike(r, r->next); r->next = r->next->next)
			sink_put(&k, r->next->text);
		r->text = str_copy(a, sink_str(&k));
		if (r->next == NULL)
			runs->last = r;
	}
	sink_free(&k);
}

str
blocks_words(struct arena *a, const struct runs *runs)
{
	struct sink k = { 0 };
	const struct run *r;

	for (r = runs->first; r != NULL; r = r->next)
		if (r->kind == RUN_TEXT)
			sink_put(&k, r->text);
		else if (r->kind != RUN_NOTE)
			sink_char(&k, ' ');
	return str_trim(sink_take(&k, a));
}

str
blocks_lines(struct arena *a, const struct blocks *blocks)
{
	const struct block *b;
	const struct run *r;
	struct sink k = { 0 };

	for (b = blocks->first; b != NULL; b = b->next) {
		sink_char(&k, '\n');
		for (r = b->runs.first; r != NULL; r = r->next)
			if (r->kind == RUN_TEXT)
				sink_put(&k, r->text);
			else
				sink_char(&k, '\n');
	}
	return str_trim(sink_take(&k, a));
}

bool
blocks_are_blank(const struct runs *runs)
{
	const struct run *r;

	for (r = runs->first; r != NULL; r = r->next)
		if (r->kind != RUN_BREAK && (r->kind != RUN_TEXT ||
		    str_trim(r->text).len != 0))
			return false;
	return true;
}

void
blocks_skip(struct runs *runs, size_t bytes)
{
	struct run *r;
	size_t n;

	for (r = runs->first; r != NULL && bytes != 0; r = r->next) {
		n = r->kind == RUN_TEXT ? r->text.len : 0;
		n = n < bytes ? n : bytes;
		r->text = str_from(r->text, n);
		bytes -= n;
	}
}
