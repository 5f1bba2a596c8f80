/* SPDX-License-Identifier: ISC */
#include "import/field_names.h"

#include "base/arena.h"
#include "base/map.h"
#include "model/form.h"
#include "source/body.h"
#include "source/source.h"
#include "source/source_text.h"

static str
free_name(struct arena *a, const struct map *names, str base)
{
	size_t number = 1;
	str name;

	do
		name = str_join3(a, base, S("-"), str_uint(a, ++number));
	while (map_find(names, name) != NULL);
	return name;
}

/* Where the text of the field ends that begins there, “[ ____ ]”; 0: it is
 * none, as an empty cell, or has a name already. */
static size_t
end_of(str text, struct pos pos)
{
	size_t at = 0, end;
	unsigned line;

	for (line = 1; line < pos.line && at < text.len; line++)
		at += str_find(str_from(text, at), '\n') + 1;
	at += pos.col - 1;
	if (at >= text.len || !str_starts(str_from(text, at), S("[ ____")))
		return 0;
	end = at + str_find(str_from(text, at), ']') + 1;
	return end < text.len && text.p[end] != '(' ? end : 0;
}

/* Copies the text with the names that it lacks. */
static void
copy(struct arena *a, const struct field_list *fields, str text,
    struct sink *to)
{
	struct map names = map_make(a);
	const struct field *f;
	size_t i, end, done = 0;
	str name;

	for (i = 0; i < fields->num; i++)
		map_slot(&names, fields->items[i]->name);
	for (i = 0; i < fields->num; i++) {
		f = fields->items[i];
		if (map_slot(&names, f->name)->number++ == 0 ||
		    f->type >= FIELD_CHECK || (end = end_of(text, f->pos)) <=
		    done)
			continue;
		name = free_name(a, &names, f->name);
		map_slot(&names, name)->number++;
		sink_put(to, str_upto(str_from(text, done), end - done));
		sink_puts(to, "(");
		sink_put(to, name);
		sink_puts(to, ")");
		done = end;
	}
	sink_put(to, str_from(text, done));
}

void
field_names_put(struct arena *a, struct sink *markdown)
{
	struct doc doc = { .arena = a, .path = S(""), .dialect = DOC_DIALECT };
	str text = str_copy(a, sink_str(markdown));

	if (!source_text_clean(&doc, text))
		return;
	body_read(&doc, front_matter_read(&doc, FRONT_MATTER_DOCUMENT));
	form_make(&doc);
	sink_reset(markdown);
	copy(a, &doc.fields, text, markdown);
	dom_close(&doc);
}
