/* SPDX-License-Identifier: ISC */
#include "import/file_words.h"

#include "import/signs.h"

enum { ROWS = 32 };

struct file_words {
	enum changes	 changes;
	struct xml	*xml;
	size_t		 depth;
	size_t		 silent;	/* the depth of what is left out; 0:
					 * nothing is */
	size_t		 text;		/* of the element that has text; 0 */
	size_t		 box;		/* of the outermost text box; 0 */
	size_t		 run;		/* of the innermost run; 0 */
	size_t		 hidden;	/* of the run whose text is hidden; 0 */
	size_t		 settings;	/* of w:trPr; 0 */
	size_t		 rows[ROWS];	/* the depths of open rows */
	size_t		 num_rows;
	struct sink	*words;
	struct sink	 boxes;		/* and hidden texts: they stand in the
					 * middle of a paragraph, perhaps of a
					 * word */
};

static struct sink *
now(struct file_words *w)
{
	return w->box + w->hidden != 0 ? &w->boxes : w->words;
}

/* Whether the element is one of the changes that are not taken. */
static bool
is_gone(const struct file_words *w, enum element_name name)
{
	if (name == ELEMENT_DELETED || name == ELEMENT_MOVED_FROM)
		return w->changes == CHANGES_ACCEPT;
	if (name == ELEMENT_INSERTED || name == ELEMENT_MOVED_TO)
		return w->changes == CHANGES_REJECT;
	return name == ELEMENT_FALLBACK || name == ELEMENT_SETTINGS_CHANGE;
}

/* A change in the settings of a row is one of the row. */
static void
leave_out(struct file_words *w)
{
	if (w->silent == 0)
		w->silent = w->settings != 0 && w->num_rows != 0 &&
		    w->num_rows <= ROWS ? w->rows[w->num_rows - 1] : w->depth;
}

static bool
is_on(const struct xml_element *e)
{
	str name, value;
	int i;

	for (i = 0; i < e->num; i++) {
		xml_attr_at(e, i, &name, &value);
		if (str_eq(name, S("val")))
			return !str_eq(value, S("0")) &&
			    !str_eq(value, S("false")) &&
			    !str_eq(value, S("off"));
	}
	return true;
}

/* Notes what the element says of the texts in it. */
static void
note(struct file_words *w, enum element_name name, const struct xml_element *e)
{
	if (is_gone(w, name))
		leave_out(w);
	if (name == ELEMENT_ROW && w->num_rows++ < ROWS)
		w->rows[w->num_rows - 1] = w->depth;
	if (name == ELEMENT_ROW_SETTINGS)
		w->settings = w->depth;
	if (name == ELEMENT_RUN)
		w->run = w->depth;
	if (name == ELEMENT_HIDDEN)
		w->hidden = is_on(e) ? w->run : 0;
	if (name == ELEMENT_TEXT_BOX && w->box == 0)
		w->box = w->depth;
}

static void
take(struct file_words *w, enum element_name name, const struct xml_element *e)
{
	note(w, name, e);
	switch (name) {
	case ELEMENT_DELETED_TEXT:
		if (w->changes != CHANGES_REJECT)
			break;
		/* FALLTHROUGH */
	case ELEMENT_TEXT:
	case ELEMENT_MATH_TEXT:
		w->text = w->depth;
		break;
	case ELEMENT_SYMBOL:
		sink_put(now(w), signs_text(xml_attr(e, S("font")),
		    xml_attr(e, S("char"))));
		break;
	case ELEMENT_HARD_HYPHEN:
	case ELEMENT_TAB:
	case ELEMENT_PLACED_TAB:
	case ELEMENT_BREAK:
	case ELEMENT_RETURN:
	case ELEMENT_CELL:
	case ELEMENT_PARAGRAPH:
		sink_char(now(w), ' ');
		break;
	default:
		break;
	}
}

static void
open_element(void *context, const struct xml_element *e)
{
	struct file_words *w = context;
	enum element_name name;

	w->depth++;
	if (w->silent == 0 && element_know(e, &name))
		take(w, name, e);
}

static void
take_text(void *context, str text)
{
	struct file_words *w = context;

	if (w->text != 0 && w->silent == 0)
		sink_put(now(w), text);
}

static void
close_element(void *context)
{
	struct file_words *w = context;

	if (w->text == w->depth)
		w->text = 0;
	if (w->hidden == w->depth) {
		sink_char(&w->boxes, ' ');
		w->hidden = 0;
	}
	if (w->run == w->depth)
		w->run = 0;
	if (w->silent == w->depth)
		w->silent = 0;
	if (w->settings == w->depth)
		w->settings = 0;
	if (w->box == w->depth) {
		sink_char(&w->boxes, ' ');
		w->box = 0;
	}
	if (w->num_rows != 0 && w->num_rows <= ROWS &&
	    w->rows[w->num_rows - 1] == w->depth)
		w->num_rows--;
	w->depth--;
}

static bool
take_piece(void *context, str piece)
{
	struct file_words *w = context;

	return xml_take(w->xml, piece);
}

void
file_words_put(struct reading *r, str part, struct sink *to)
{
	static const struct xml_events events = { open_element, close_element,
		take_text };
	struct file_words w = { .changes = r->changes, .words = to };

	w.xml = xml_open(&events, &w);
	parts_read(r->parts, part, take_piece, &w);
	xml_close(w.xml);
	sink_char(to, ' ');
	sink_put(to, sink_str(&w.boxes));
	sink_char(to, ' ');
	sink_free(&w.boxes);
}
