/* SPDX-License-Identifier: ISC */
#include "layout/contents.h"

#include "base/arena.h"
#include "base/map.h"
#include "layout/shape.h"
#include "layout/text.h"
#include "layout/text_lines.h"
#include "model/section.h"

/* A document gets the list without asking from so many headings on, if its
 * text fills more sheets than that. */
enum { HEADINGS_USUAL = 8, SHEETS_USUAL = 5 };

/* Levels 2 and 3 are listed. */
enum { LEVEL_FIRST = 2, LEVEL_LAST = 3 };

/* The room for a number of three digits, and around the leader [em]. */
#define NUMBER_ROOM	2.2
#define LEADER_GAP	0.5

/* A dot of the leader [pt]. */
#define DOT		0.8

struct contents_entry {
	str		 id;
	struct strip	*last;		/* its last line; NULL: it has none */
};

struct contents {
	struct strips	 strips;
	struct strip	*after;		/* of the body; NULL: at its start */
	struct pdf_tag	*tag;
	double		 right;		/* the right edge of the numbers */
	struct contents_entry *entries;
	size_t		 num;
};

/* --- The lines */

static bool
is_listed(const node *n)
{
	int level = section_level(n);

	return level >= LEVEL_FIRST && level <= LEVEL_LAST;
}

static size_t
count_headings(const struct doc *doc, bool all)
{
	size_t num = 0;
	const node *n;

	for (n = doc->root; n != NULL; n = dom_walk(doc->root, n))
		num += all ? dom_kind(n) == KIND_HEADING && n != doc->title :
		    is_listed(n);
	return num;
}

static bool
may_have(const struct doc *doc)
{
	if (doc->front_matter.contents != ANSWER_NONE)
		return doc->front_matter.contents == ANSWER_YES;
	return doc->dialect >= 2 && count_headings(doc, true) >=
	    HEADINGS_USUAL;
}

static void
put_caption(struct builder *b, const struct area *area)
{
	struct layout_job *j = b->job;
	struct text *t = text_make(j, &j->styles->by_id[STYLE_NOTE_TITLE],
	    pdf_tag_add(area->tag, PDF_TAG_CAPTION));
	struct text_lines set;

	text_words(t, lang_word(j->doc->lang, WORD_CONTENTS), shape_own());
	set = text_lines(t, area->width);
	builder_lines(b, area, &set)->keep = KEEP_FIRMLY;
	builder_space(b, area->style->before / 3);
}

/* A long entry leaves the room of the number free in all of its lines. */
static void
put_entry(struct builder *b, const struct area *area, const node *n,
    struct contents_entry *entry)
{
	struct layout_job *j = b->job;
	const struct item *i = dom_item(n);
	struct area inner = *area;
	struct text *t = text_make(j, area->style, pdf_tag_add(area->tag,
	    PDF_TAG_TOCI));
	struct text_lines set;
	struct strip *s;

	inner.left += area->style->indent * (section_level(n) - LEVEL_FIRST);
	text_back(t, i->id, section_entry(j->doc, n), shape_place(j, i->pos));
	set = text_lines(t, area->width - inner.left - NUMBER_ROOM *
	    area->style->size);
	s = builder_lines(b, &inner, &set);
	entry->id = i->id;
	while (s != NULL && s->next != NULL)
		s = s->next;
	entry->last = s;
}

void
contents_make(struct builder *outer, const struct area *outer_area)
{
	struct layout_job *j = outer->job;
	const struct style *style = &j->styles->by_id[STYLE_CONTENTS];
	struct contents *c;
	struct area area = *outer_area;
	struct builder b = { .job = j, .space = style->before };
	const node *n;

	if (!may_have(j->doc) || count_headings(j->doc, false) == 0)
		return;
	j->contents = c = arena_new_of(j->arena, struct contents);
	c->after = outer->to->last;
	c->right = area.left + area.width;
	c->tag = area.tag = pdf_tag_add(area.tag, PDF_TAG_TOC);
	c->entries = arena_array(j->arena, struct contents_entry,
	    count_headings(j->doc, false));
	b.to = &c->strips;
	b.to->turned = outer->to->turned;
	area.style = style;
	put_caption(&b, &area);
	for (n = j->doc->root; n != NULL; n = dom_walk(j->doc->root, n))
		if (is_listed(n))
			put_entry(&b, &area, n, &c->entries[c->num++]);
}

/* --- Into the body */

static bool
fills_sheets(const struct layout_job *j)
{
	const struct styles *styles = j->styles;
	const struct strip *s;
	double height = 0;

	for (s = j->body.first; s != NULL; s = s->next)
		height += s->before + s->height;
	return height > SHEETS_USUAL * (styles->height - styles->top -
	    styles->bottom);
}

void
contents_decide(struct layout_job *j)
{
	struct contents *c = j->contents;
	struct strip **at;

	if (c == NULL)
		return;
	if (j->doc->front_matter.contents != ANSWER_YES && !fills_sheets(j)) {
		pdf_tag_drop(c->tag);
		j->contents = NULL;
		return;
	}
	at = c->after != NULL ? &c->after->next : &j->body.first;
	c->strips.last->next = *at;
	if (*at == NULL)
		j->body.last = c->strips.last;
	else if ((*at)->before < j->styles->by_id[STYLE_CONTENTS].after)
		(*at)->before = j->styles->by_id[STYLE_CONTENTS].after;
	*at = c->strips.first;
	j->body.num += c->strips.num;
}

/* --- Numbers */

static void
list_strip(struct map *sheets, const struct strip *s, unsigned sheet)
{
	const struct bookmark *m;

	for (m = s->bookmarks; m != NULL; m = m->next)
		if (m->level > 0)
			map_slot(sheets, m->id)->number = sheet;
}

/* From the id of a heading or annex to the number of its sheet. */
static struct map
list_sheets(const struct layout_job *j, const struct sheet_list *layout)
{
	struct map sheets = map_make(j->arena);
	const struct placed_strip *p;
	const struct sheet *s;
	unsigned num = 0;

	for (s = layout->first; s != NULL; s = s->next) {
		num++;
		for (p = s->body; p != NULL; p = p->next)
			if (!p->repeated)
				list_strip(&sheets, p->strip, num);
	}
	return sheets;
}

static void
put_leader(struct layout_job *j, struct strip *s, const struct frame *line,
    double from, double to)
{
	struct frame *leader;

	if (to <= from)
		return;
	leader = frame_add(j->arena, s, FRAME_RULE);
	leader->x = from;
	leader->y = line->y + line->base;
	leader->width = to - from;
	leader->border = DOT;
	leader->colour = line->runs[0].style->colour;
	leader->dotted = true;
}

/* The number belongs to the same link as the entry's words. */
static void
put_number(struct layout_job *j, const struct contents *c,
    const struct contents_entry *e, unsigned sheet)
{
	const struct frame *line = e->last != NULL ? e->last->frames : NULL;
	const struct glyph_run *last;
	struct shape_source own = shape_source(shape_own(), S(""));
	struct glyph_run *run;
	struct frame *f;

	if (line == NULL || line->kind != FRAME_LINE || line->num == 0 ||
	    line->runs[line->num - 1].word == NULL)
		return;
	last = &line->runs[line->num - 1];
	run = arena_new_of(j->arena, struct glyph_run);
	run->style = last->style;
	run->word = shape_word(j, last->word->chain, str_uint(j->arena, sheet),
	    &own);
	run->to = (unsigned)run->word->num;
	run->width = run->word->width * run->style->size;
	f = frame_add(j->arena, e->last, FRAME_LINE);
	f->y = line->y;
	f->height = line->height;
	f->base = line->base;
	f->scale = 1;
	f->width = run->width;
	f->x = c->right - f->width;
	f->runs = run;
	f->num = 1;
	put_leader(j, e->last, line, line->x + last->x + last->width +
	    LEADER_GAP * run->style->size, f->x - LEADER_GAP *
	    run->style->size);
}

void
contents_complete(struct layout_job *j, const struct sheet_list *layout)
{
	const struct contents *c = j->contents;
	const struct map_slot *slot;
	struct map sheets;
	size_t i;

	if (c == NULL)
		return;
	sheets = list_sheets(j, layout);
	for (i = 0; i < c->num; i++) {
		slot = map_find(&sheets, c->entries[i].id);
		if (slot != NULL)
			put_number(j, c, &c->entries[i],
			    (unsigned)slot->number);
	}
}
