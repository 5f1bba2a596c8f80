/* SPDX-License-Identifier: ISC */
#include "html/fragment.h"

#include "base/arena.h"
#include "html/scope.h"
#include "html/template_render.h"

/* Fields of slots.def that hold addresses, by list. */
static const struct {
	enum slot_list	list;
	size_t		field;
} urls[] = {
	{ SLOT_LIST_STATES, 2 }, { SLOT_LIST_STATES, 4 },
	{ SLOT_LIST_LAG_LINKS, 0 },
};

static void
add_url(const struct html_scope *s, const struct slot_values *v, size_t i)
{
	struct slot_row *rows = v->lists[urls[i].list].rows;
	size_t row;

	for (row = 0; row < v->lists[urls[i].list].num; row++)
		rows[row].fields[urls[i].field] = html_scope_url(s,
		    rows[row].fields[urls[i].field]);
}

/* Keeps the states that do not end by themselves. “In force” and “overdue”
 * would be said long after they are true. */
static void
keep_states(const struct html_scope *s, struct slot_values *v)
{
	str force = str_join(s->arena, lang_word(v->lang,
	    WORD_STATUS_IN_FORCE), S(" – "));
	struct slot_row *rows = v->lists[SLOT_LIST_STATES].rows;
	size_t i, num = 0;

	for (i = 0; i < v->lists[SLOT_LIST_STATES].num; i++) {
		if (str_ends(rows[i].fields[0], S("-in-force")) ||
		    str_ends(rows[i].fields[0], S("-overdue")))
			continue;
		rows[num] = rows[i];
		rows[num].fields[0] = html_scope_attr(s, "class",
		    rows[i].fields[0]);
		if (str_starts(rows[i].fields[1], force))
			rows[num].fields[1] = str_from(rows[i].fields[1],
			    force.len);
		num++;
	}
	v->lists[SLOT_LIST_STATES].num = num;
}

void
html_fragment(const struct html_template *t, const struct html_page *page,
    struct sink *k)
{
	const struct ident *ident = page->card->ident;
	struct arena *a = page->doc->arena;
	str root = str_join(a, page->collection->url, S("/"));
	struct html_scope scope = { a, str_join(a, root, ident->subject,
	    S("/")), str_join(a, S("matbu-"), ident->name, S("-")) };
	struct html_page own = *page;
	struct slot_values v = { .root = root };
	size_t i;

	own.scope = &scope;
	html_page_values(&v, &own);
	keep_states(&scope, &v);
	for (i = 0; i < sizeof(urls) / sizeof(urls[0]); i++)
		add_url(&scope, &v, i);
	v.slots[SLOT_RECORD] = html_scope_url(&scope, v.slots[SLOT_RECORD]);
	v.slots[SLOT_CANONICAL] = str_join(a, root, ident->work, S(".html"));
	html_template_render(t, &v, k);
}
