/* SPDX-License-Identifier: ISC */
#include "import/runs.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/path.h"
#include "import/fields.h"
#include "import/pictures.h"
#include "import/signs.h"

enum { EMU_PER_MM = 36000, DEPTH = 100, START = 60 };

/* Where the reader is. */
struct spot {
	struct reading		*reading;
	struct run_facts	*facts;
	struct runs		*to;
	str			 link;
	unsigned		 depth;
	/* Of the drawing around a picture. */
	const struct element	*about;
	const struct element	*size;
};

/* A run's own settings. */
struct look {
	unsigned	look;
	bool		hidden;
	bool		capitals;
};

static void	read_child(struct spot *, const struct element *);
static void	read_children(struct spot *, const struct element *);

/* --- Text */

static void
add_text(struct spot *p, str text, const struct look *l)
{
	struct reading *r = p->reading;
	str link = p->link.len != 0 ? p->link : fields_link(r);

	if (fields_in_code(r))
		return;
	if (r->silent != 0) {
		/* A word may stand in two runs. */
		sink_put(&r->losses.moved, text);
		return;
	}
	if (l->hidden) {
		losses_moved(&r->losses, text);
		reading_lose(r, PHRASE_LOSS_HIDDEN, text);
		return;
	}
	if (r->start.len < START && (r->start.len != 0 ||
	    str_trim(text).len != 0))
		r->start = str_join(r->arena, r->start, text);
	blocks_text(r->arena, p->to, text, l->look, link);
	if (l->capitals)
		reading_lose(r, PHRASE_LOSS_CAPITALS, S(""));
}

static void
add_symbol(struct spot *p, const struct element *n, const struct look *l)
{
	str text = signs_text(element_attr(n, "font"), element_attr(n,
	    "char"));

	if (text.len == 0)
		reading_lose(p->reading, PHRASE_LOSS_SIGN, str_join(
		    p->reading->arena, element_attr(n, "font"), S(" "),
		    element_attr(n, "char")));
	add_text(p, text, l);
}

static void
add_break(struct spot *p, const struct element *n)
{
	bool begun = p->to->first != NULL;

	if (p->reading->silent != 0)
		losses_moved(&p->reading->losses, S(""));
	if (p->reading->silent != 0 || str_eq(element_attr(n, "type"),
	    S("column")))
		return;
	if (!str_eq(element_attr(n, "type"), S("page")))
		blocks_run(p->reading->arena, p->to, RUN_BREAK);
	else if (begun)
		p->facts->page_after = true;
	else
		p->facts->page_before = true;
}

/* A tab that draws a line up to the next word is a blank to fill in. */
static void
add_tab(struct spot *p, const struct look *l)
{
	if (p->facts->leaders || (l->look & LOOK_UNDERLINE) != 0)
		add_text(p, S("____"), &(struct look){ 0 });
	else
		add_text(p, S(" "), l);
}

static void
add_note(struct spot *p, const struct element *n)
{
	struct reading *r = p->reading;
	bool at_end = n->name == ELEMENT_ENDNOTE_REFERENCE;
	const struct map_slot *slot = map_find(&r->notes[at_end],
	    element_attr(n, "id"));

	if (slot == NULL || r->silent != 0)
		return;
	if (r->num_notes == READING_NOTES) {
		reading_fail(r, DIAG_IMPORT_LARGE, r->part);
		return;
	}
	r->mentioned[r->num_notes] = slot->value;
	r->at_end[r->num_notes++] = at_end;
	blocks_run(r->arena, p->to, RUN_NOTE)->number = r->num_notes;
}

/* --- Pictures */

/* style="width:120pt;height:…" */
static unsigned
vml_width(str style)
{
	size_t at = str_search(style, S("width:"));
	char number[16] = { 0 };
	str rest;
	double n;

	if (at == style.len)
		return 0;
	rest = str_upto(str_from(style, at + S("width:").len),
	    sizeof(number) - 1);
	memcpy(number, rest.p, rest.len);
	n = strtod(number, NULL);
	return str_search(rest, S("pt")) != rest.len && n > 0 && n < 5000 ?
	    (unsigned)(n * 25.4 / 72) : 0;
}

static void
add_picture(struct spot *p, const struct element *n)
{
	str id = element_attr(n, n->name == ELEMENT_PICTURE ? "embed" : "id");
	str alt = element_attr(p->about, n->name == ELEMENT_PICTURE ? "descr" :
	    "alt");
	long width = element_number(element_attr(p->size, "cx"), 0) /
	    EMU_PER_MM;

	if (p->reading->silent != 0)
		return;
	if (n->name == ELEMENT_OLD_PICTURE)
		width = (long)vml_width(element_attr(p->about, "style"));
	pictures_add(p->reading, p->to, id, alt, width > 0 && width < 10000 ?
	    (unsigned)width : 0);
}

static bool
is_cropped(const struct element *n)
{
	return element_number(element_attr(n, "l"), 0) > 0 ||
	    element_number(element_attr(n, "t"), 0) > 0 ||
	    element_number(element_attr(n, "r"), 0) > 0 ||
	    element_number(element_attr(n, "b"), 0) > 0;
}

static void
add_box(struct spot *p, const struct element *n)
{
	struct reading *r = p->reading;

	if (r->silent != 0)
		losses_moved(&r->losses, element_words(r->arena, n));
	else if (r->num_boxes < READING_BOXES)
		r->boxes[r->num_boxes++] = n;
	else
		reading_fail(r, DIAG_IMPORT_LARGE, r->part);
}

static void	read_graphic(struct spot *, const struct element *);

/* A shape of old files, which may hold a picture or a text box. */
static void
read_shape(struct spot *p, const struct element *shape)
{
	struct spot inner = *p;
	const struct element *n;

	inner.about = shape;
	if (++inner.depth >= DEPTH)
		return;
	for (n = shape->first; n != NULL; n = n->next)
		read_graphic(&inner, n);
}

static void
read_graphic(struct spot *p, const struct element *n)
{
	switch (n->name) {
	case ELEMENT_PICTURE_PLACE:
		p->about = n;
		break;
	case ELEMENT_PICTURE_SIZE:
		p->size = n;
		break;
	case ELEMENT_PICTURE:
	case ELEMENT_OLD_PICTURE:
		add_picture(p, n);
		break;
	case ELEMENT_OLD_SHAPE:
		read_shape(p, n);
		break;
	case ELEMENT_TEXT_BOX:
		add_box(p, n);
		break;
	case ELEMENT_CROP:
		if (is_cropped(n))
			reading_lose(p->reading, PHRASE_LOSS_CROP, S(""));
		break;
	case ELEMENT_WORD_ART:
		reading_lose(p->reading, PHRASE_LOSS_ART, element_attr(n,
		    "string"));
		break;
	case ELEMENT_DRAWN_TEXT:
		reading_lose(p->reading, PHRASE_LOSS_ART, n->text);
		break;
	case ELEMENT_CHART:
	case ELEMENT_DIAGRAM:
		reading_lose(p->reading, PHRASE_LOSS_CHART, S(""));
		break;
	case ELEMENT_OBJECT:
		reading_lose(p->reading, PHRASE_LOSS_OBJECT, element_attr(n,
		    "ProgID"));
		break;
	default:
		break;
	}
}

/* --- Runs */

static void
read_sign(struct spot *p, const struct element *n, const struct look *l)
{
	switch (n->name) {
	case ELEMENT_TEXT:
		add_text(p, n->text, l);
		break;
	case ELEMENT_DELETED_TEXT:
		if (p->reading->changes == CHANGES_REJECT)
			add_text(p, n->text, l);
		break;
	case ELEMENT_TAB:
	case ELEMENT_PLACED_TAB:
		add_tab(p, l);
		break;
	case ELEMENT_BREAK:
		add_break(p, n);
		break;
	case ELEMENT_RETURN:
		blocks_run(p->reading->arena, p->to, RUN_BREAK);
		break;
	case ELEMENT_HARD_HYPHEN:
		add_text(p, S("-"), l);
		break;
	case ELEMENT_SYMBOL:
		add_symbol(p, n, l);
		break;
	case ELEMENT_FIELD_MARK:
		fields_mark(p->reading, n, p->to);
		break;
	case ELEMENT_CODE:
		fields_code(p->reading, n->text);
		break;
	case ELEMENT_FOOTNOTE_REFERENCE:
	case ELEMENT_ENDNOTE_REFERENCE:
		add_note(p, n);
		break;
	default:
		read_graphic(p, n);
		break;
	}
}

static void
lose_look(struct spot *p, const struct element *settings)
{
	str colour = element_value(settings, ELEMENT_COLOUR);

	if (element_is_on(settings, ELEMENT_HIGHLIGHT))
		reading_lose(p->reading, PHRASE_LOSS_HIGHLIGHT, S(""));
	if (colour.len != 0 && !str_eq(colour, S("auto")) &&
	    !str_eq(colour, S("000000")))
		reading_lose(p->reading, PHRASE_LOSS_COLOUR, S(""));
}

/* What stands within a run although it holds runs: text with its reading. */
static void
read_inner(struct spot *p, const struct element *n)
{
	if (++p->depth < DEPTH)
		read_child(p, n);
	p->depth--;
}

static void
read_run(struct spot *p, const struct element *run)
{
	const struct element *settings = element_child(run,
	    ELEMENT_RUN_SETTINGS), *n;
	struct look l = { p->facts->look, p->facts->hidden,
	    p->facts->capitals };
	struct spot own = *p;

	styles_run(p->reading->styles, settings, &l.look, &l.hidden,
	    &l.capitals);
	for (n = run->first; n != NULL; n = n->next)
		if (n->name == ELEMENT_RUN || n->name == ELEMENT_LINK ||
		    n->name == ELEMENT_CONTROL || n->name == ELEMENT_MATH)
			read_inner(&own, n);
		else if (n->name == ELEMENT_RUBY_TEXT)
			read_children(&own, n);
		else
			read_sign(&own, n, &l);
	if (p->to->last != NULL && element_find(run, ELEMENT_TEXT) != NULL)
		lose_look(p, settings);
}

/* --- What holds runs */

static str
address_of(struct reading *r, const struct element *link)
{
	str anchor = element_attr(link, "anchor");
	str address = parts_address(r->parts, r->part, element_attr(link,
	    "id"));

	return anchor.len != 0 ? str_join(r->arena, address, S("#"), anchor) :
	    address;
}

static void
read_link(struct spot *p, const struct element *n)
{
	struct spot inner = *p;

	inner.link = address_of(p->reading, n);
	read_children(&inner, n);
}

static void
read_control(struct spot *p, const struct element *n)
{
	const struct element *content = element_child(n,
	    ELEMENT_CONTROL_CONTENT);
	bool replaced = p->reading->silent == 0 &&
	    !fields_in_code(p->reading) && fields_control(p->reading, n, p->to);

	p->reading->silent += replaced;
	losses_moved(&p->reading->losses, S(""));
	if (content != NULL)
		read_children(p, content);
	p->reading->silent -= replaced;
}

static void
read_math(struct spot *p, const struct element *n)
{
	str words = element_words(p->reading->arena, n);

	reading_lose(p->reading, PHRASE_LOSS_MATH, words);
	add_text(p, words, &(struct look){ 0 });
}

static void
read_field(struct spot *p, const struct element *n)
{
	fields_begin(p->reading, element_attr(n, "instr"), p->to);
	read_children(p, n);
	fields_end(p->reading);
}

static void
read_child(struct spot *p, const struct element *n)
{
	bool rejects = p->reading->changes == CHANGES_REJECT;

	switch (n->name) {
	case ELEMENT_RUN:
		read_run(p, n);
		break;
	case ELEMENT_LINK:
		read_link(p, n);
		break;
	case ELEMENT_INSERTED:
	case ELEMENT_MOVED_TO:
		if (!rejects)
			read_children(p, n);
		break;
	case ELEMENT_DELETED:
	case ELEMENT_MOVED_FROM:
		if (rejects)
			read_children(p, n);
		break;
	case ELEMENT_CONTROL:
		read_control(p, n);
		break;
	case ELEMENT_FIELD:
		read_field(p, n);
		break;
	case ELEMENT_MATH:
		read_math(p, n);
		break;
	case ELEMENT_BOOKMARK:
		sink_char(&p->facts->bookmarks, ' ');
		sink_put(&p->facts->bookmarks, element_attr(n, "name"));
		break;
	case ELEMENT_PARAGRAPH:		/* in a control within a line */
		read_children(p, n);
		break;
	default:
		break;
	}
}

static void
read_children(struct spot *p, const struct element *parent)
{
	const struct element *n;

	if (++p->depth >= DEPTH)
		reading_fail(p->reading, DIAG_IMPORT_LARGE, p->reading->part);
	for (n = parent->first; n != NULL && p->depth < DEPTH; n = n->next)
		read_child(p, n);
	p->depth--;
}

static bool
has_leaders(const struct element *settings)
{
	const struct element *tabs = element_child(settings, ELEMENT_TABS), *n;
	str leader;

	for (n = tabs != NULL ? tabs->first : NULL; n != NULL; n = n->next) {
		leader = element_attr(n, "leader");
		if (leader.len != 0 && !str_eq(leader, S("none")))
			return true;
	}
	return false;
}

void
runs_read(struct reading *r, const struct element *paragraph,
    struct run_facts *facts, struct runs *to)
{
	struct spot p = { .reading = r, .facts = facts, .to = to };

	losses_moved(&r->losses, S(""));
	facts->leaders = has_leaders(element_child(paragraph,
	    ELEMENT_PARAGRAPH_SETTINGS));
	read_children(&p, paragraph);
}
