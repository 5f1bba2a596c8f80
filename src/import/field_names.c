/* SPDX-License-Identifier: ISC */
#include "import/field_names.h"

#include "base/arena.h"
#include "base/map.h"
#include "model/form.h"
#include "source/body.h"
#include "source/source.h"
#include "source/source_text.h"

struct namer {
	struct arena	*arena;
	struct map	 names;
	struct map	 next;		/* where the search of a free one ended */
	str		 text;
	const size_t	*lines;		/* where each begins */
	size_t		 num_lines;
};

static str
free_name(struct namer *n, str base)
{
	struct map_slot *slot = map_slot(&n->next, base);
	str name;

	if (slot->number == 0)
		slot->number = 1;
	do
		name = str_join3(n->arena, base, S("-"), str_uint(n->arena,
		    ++slot->number));
	while (map_find(&n->names, name) != NULL);
	return name;
}

static void
find_lines(struct namer *n)
{
	size_t i, *lines;

	for (i = 0; i < n->text.len; i++)
		n->num_lines += n->text.p[i] == '\n';
	lines = arena_array(n->arena, size_t, n->num_lines + 1);
	n->num_lines = 1;
	for (i = 0; i < n->text.len; i++)
		if (n->text.p[i] == '\n')
			lines[n->num_lines++] = i + 1;
	n->lines = lines;
}

/* Where the text of the field ends that begins there, “[ ____ ]”; 0: it is
 * none, as an empty cell, or has a name already. */
static size_t
end_of(const struct namer *n, struct pos pos)
{
	str text = n->text;
	size_t at, end;

	if (pos.line == 0 || pos.line > n->num_lines || pos.col == 0)
		return 0;
	at = n->lines[pos.line - 1] + pos.col - 1;
	if (at >= text.len || !str_starts(str_from(text, at), S("[ ____")))
		return 0;
	end = at + str_find(str_from(text, at), ']') + 1;
	return end < text.len && text.p[end] != '(' ? end : 0;
}

/* Copies the text with the names that it lacks. */
static void
copy(struct namer *n, const struct field_list *fields, struct sink *to)
{
	const struct field *f;
	size_t i, end, done = 0;
	str name;

	for (i = 0; i < fields->num; i++)
		map_slot(&n->names, fields->items[i]->name);
	for (i = 0; i < fields->num; i++) {
		f = fields->items[i];
		if (map_slot(&n->names, f->name)->number++ == 0 ||
		    f->type >= FIELD_CHECK || (end = end_of(n, f->pos)) <=
		    done)
			continue;
		name = free_name(n, f->name);
		map_slot(&n->names, name)->number++;
		sink_put(to, str_upto(str_from(n->text, done), end - done));
		sink_puts(to, "(");
		sink_put(to, name);
		sink_puts(to, ")");
		done = end;
	}
	sink_put(to, str_from(n->text, done));
}

static void
name_fields(struct arena *a, struct sink *markdown)
{
	struct doc doc = { .arena = a, .path = S(""), .dialect = DOC_DIALECT };
	struct namer n = { .arena = a, .names = map_make(a), .next = map_make(
	    a), .text = str_copy(a, sink_str(markdown)) };

	if (!source_text_clean(&doc, n.text))
		return;
	body_read(&doc, front_matter_read(&doc, FRONT_MATTER_DOCUMENT));
	form_make(&doc);
	sink_reset(markdown);
	find_lines(&n);
	copy(&n, &doc.fields, markdown);
	dom_close(&doc);
}

void
field_names_put(struct sink *markdown)
{
	str text = sink_str(markdown);
	struct arena *a;

	if (str_search(text, S("[ ____")) == text.len)
		return;
	a = arena_new();
	name_fields(a, markdown);
	arena_free(a);
}
