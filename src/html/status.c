/* SPDX-License-Identifier: ISC */
#include "html/status.h"

#include "base/arena.h"
#include "base/sink.h"
#include "html/changes_url.h"
#include "html/line.h"
#include "model/earlier.h"

struct page {
	struct slot_values	*values;
	struct arena		*arena;
	const struct collection	*collection;
	const struct card	*card;
	bool			 plain;		/* without links to works */
	struct slot_row		*boxes;
	size_t			 num_boxes;
};

static str
word(const struct page *p, enum word w)
{
	return lang_word(p->values->lang, w);
}

static str
join4(struct arena *a, str s1, str s2, str s3, str s4)
{
	return str_join(a, str_join3(a, s1, s2, s3), s4);
}

/* The address of the page of an edition, from its own folder. */
static str
page_of(struct arena *a, const struct card *card)
{
	return str_join(a, str_from(card->ident->edition,
	    card->ident->subject.len + 1), S(".html"));
}

/* --- The boxes: a class, a text, a link after it */

static struct slot_row *
add_box(struct page *p, str class, str text)
{
	struct slot_row *row = &p->boxes[p->num_boxes++];
	struct sink k = { 0 };

	html_line_of(p->plain ? NULL : p->collection, p->values->root, text,
	    &k);
	row->fields[0] = str_join(p->arena, S("status status-"), class);
	row->fields[1] = sink_take(&k, p->arena);
	return row;
}

/* “TEXT NAME:” and the link. */
static void
add_box_link(struct page *p, str class, str text, enum word name, str href,
    str link)
{
	struct slot_row *row = add_box(p, class, str_join(p->arena, text,
	    S(" "), word(p, name), S(":")));

	row->fields[2] = href;
	row->fields[3] = link;
}

static bool
ends_sentence(str s)
{
	return str_ends(s, S(".")) || str_ends(s, S("!")) ||
	    str_ends(s, S("?")) || str_ends(s, S("…"));
}

/* Returns the address of a work from the page. */
static str
work_page(const struct page *p, str work)
{
	return str_join(p->arena, p->values->root, work, S(".html"));
}

/* A box that names what replaced the work, where that is known. */
static void
add_replaced(struct page *p, str class, str text)
{
	const struct card *now = p->card->successor;

	if (now == NULL) {
		add_box(p, class, text);
		return;
	}
	if (!ends_sentence(text))
		text = str_join(p->arena, text, S("."));
	add_box_link(p, class, text, WORD_STATUS_REPLACED,
	    work_page(p, now->ident->work), now->title);
}

/* “NAME (12.11.2025)” */
static str
dated(const struct page *p, enum word w, struct date day)
{
	return join4(p->arena, word(p, w), S(" ("), date_dotted(p->arena,
	    day), S(")"));
}

static void
add_in_force(struct page *p)
{
	const struct edition_status *s = &p->card->status;
	str force = str_join(p->arena, word(p, WORD_STATUS_IN_FORCE),
	    S(" – "));
	size_t i;

	for (i = 0; i < s->num_warnings; i++)
		add_box(p, S("warned"), join4(p->arena, force, dated(p,
		    WORD_STATUS_WARNING, s->warnings[i].day), S(": "),
		    s->warnings[i].text));
	if (s->overdue)
		add_box(p, S("overdue"), str_join(p->arena, join4(p->arena,
		    force, word(p, WORD_STATUS_OVERDUE), S(" ("),
		    word(p, WORD_STATUS_DUE)), str_join3(p->arena, S(": "),
		    date_dotted(p->arena, s->review), S(")"))));
	else if (date_is_set(s->review))
		add_box(p, S("in-force"), join4(p->arena, force,
		    word(p, WORD_STATUS_NEXT), S(": "),
		    date_dotted(p->arena, s->review)));
	else if (p->num_boxes == 0)
		add_box(p, S("in-force"), word(p, WORD_STATUS_IN_FORCE));
}

/* The link text is “Revizyon 2, 20.06.2025”. */
static void
add_superseded(struct page *p)
{
	const struct card *now = collection_at_address(p->collection, p->card);
	str text = str_join(p->arena, dated(p, WORD_STATUS_SUPERSEDED,
	    p->card->status.since), S("."));
	const struct card *after = collection_after(p->collection, p->card);

	if (now->status.state == STATE_IN_FORCE)
		add_box_link(p, S("superseded"), text, WORD_IN_FORCE,
		    str_join(p->arena, now->ident->name, S(".html")),
		    str_join(p->arena, word(p, WORD_STATUS_REVISION), S(" "),
		    str_uint(p->arena, now->ident->revision), S(", "),
		    date_dotted(p->arena, now->ident->date)));
	else
		add_replaced(p, S("superseded"), text);
	if (after != NULL)
		p->boxes[p->num_boxes - 1].fields[4] = html_changes_url(
		    p->arena, p->collection, after);
}

/* What could not be a link stays in the reason. */
static void
add_withdrawn(struct page *p)
{
	const struct edition_status *s = &p->card->status;
	str text = str_join(p->arena, dated(p, WORD_STATUS_WITHDRAWN,
	    s->since), S(". "));

	text = join4(p->arena, text, word(p, WORD_STATUS_REASON), S(": "),
	    s->reason);
	if (p->card->successor == NULL && s->successor.len != 0)
		text = str_join(p->arena, text, S(" ("),
		    word(p, WORD_STATUS_REPLACED), S(": "), s->successor,
		    S(")"));
	add_replaced(p, S("withdrawn"), text);
}

static void
add_boxes(struct page *p)
{
	p->boxes = arena_array(p->arena, struct slot_row,
	    p->card->status.num_warnings + 1);
	switch (p->card->status.state) {
	case STATE_DRAFT:
		add_box(p, S("draft"), word(p, WORD_STATUS_DRAFT));
		break;
	case STATE_WITHDRAWN:
		add_withdrawn(p);
		break;
	case STATE_SUPERSEDED:
		add_superseded(p);
		break;
	default:
		add_in_force(p);
	}
	p->values->lists[SLOT_LIST_STATES].rows = p->boxes;
	p->values->lists[SLOT_LIST_STATES].num = p->num_boxes;
}

/* --- The editions */

/* “–” for what is not stated. */
static str
stated(str s)
{
	return s.len != 0 ? s : S("–");
}

static void
set_earlier(struct page *p, struct slot_row *row, const struct earlier *e)
{
	row->fields[0] = stated(e->number.text);
	row->fields[1] = earlier_date(p->arena, e);
	row->fields[2] = stated(e->change.text);
}

static void
set_revision(struct page *p, struct slot_row *row, const struct card *card)
{
	row->fields[0] = str_uint(p->arena, card->ident->revision);
	row->fields[1] = date_dotted(p->arena, card->ident->date);
	row->fields[2] = card->status.released ? card->status.note :
	    stated(card->change);
	row->fields[4] = html_changes_url(p->arena, p->collection, card);
	row->fields[3] = page_of(p->arena, card);
}

/* Lists the editions that are older than the collection, then its own: this
 * one and, once there is a register, the released ones. There is no table for
 * fewer than two. */
static void
add_revisions(struct page *p)
{
	const struct card *card = collection_first(p->collection, p->card);
	const struct earlier *e = p->card->earlier;
	struct slot_row *rows = arena_array(p->arena, struct slot_row,
	    earlier_count(e) + (size_t)(p->card - card) + 1);
	size_t num = 0;

	for (; e != NULL; e = e->next)
		set_earlier(p, &rows[num++], e);
	for (; card <= p->card; card++)
		if (card->status.released || card == p->card ||
		    !p->collection->controlled)
			set_revision(p, &rows[num++], card);
	p->values->lists[SLOT_LIST_REVISIONS].rows = rows;
	p->values->lists[SLOT_LIST_REVISIONS].num = num > 1 ? num : 0;
}

static void
add_relations(struct page *p)
{
	const struct card *before = collection_before(p->collection, p->card);
	const struct card *after = collection_after(p->collection, p->card);
	str *slots = p->values->slots;

	if (before != NULL)
		slots[SLOT_PREV] = page_of(p->arena, before);
	if (after != NULL)
		slots[SLOT_NEXT] = page_of(p->arena, after);
	if (p->card->successor != NULL) {
		if (p->card->status.successor.len != 0)
			slots[SLOT_SUCCESSOR] = work_page(p,
			    p->card->status.successor);
		slots[SLOT_LATEST] = work_page(p,
		    p->card->successor->ident->work);
	} else if (collection_is_shown(p->collection, p->card))
		slots[SLOT_LATEST] = str_join(p->arena, p->card->ident->name,
		    S(".html"));
}

void
html_status(struct slot_values *v, struct arena *a,
    const struct collection *c, const struct card *card)
{
	struct page p = { .values = v, .arena = a, .collection = c,
	    .card = card };

	if (c->controlled || card->earlier != NULL)
		add_revisions(&p);
	if (!c->controlled)
		return;
	if (card->status.state == STATE_DRAFT ||
	    card->status.state == STATE_SUPERSEDED)
		v->slots[SLOT_NOINDEX] = S("noindex");
	add_boxes(&p);
	add_relations(&p);
}

void
html_status_plain(struct slot_values *v, struct arena *a,
    const struct collection *c, const struct card *card)
{
	struct page p = { .values = v, .arena = a, .collection = c,
	    .card = card, .plain = true };

	add_boxes(&p);
}

str
html_status_short(const struct card *card, enum lang lang)
{
	const struct edition_status *s = &card->status;

	switch (s->state) {
	case STATE_DRAFT:
		return lang_word(lang, WORD_SHORT_DRAFT);
	case STATE_WITHDRAWN:
		return lang_word(lang, WORD_SHORT_WITHDRAWN);
	case STATE_SUPERSEDED:
		return lang_word(lang, WORD_SHORT_SUPERSEDED);
	case STATE_IN_FORCE:
		if (s->num_warnings != 0)
			return lang_word(lang, WORD_SHORT_WARNED);
		return lang_word(lang, s->overdue ? WORD_SHORT_OVERDUE :
		    WORD_SHORT_IN_FORCE);
	default:
		return S("");
	}
}
