/* SPDX-License-Identifier: ISC */
#include "html/blank.h"

#include "html/html.h"
#include "model/field.h"

/* Characters of a line, and lines of a long text. A line fits on a phone. */
enum { SHORT = 12, LONG = 20, LINES = 4 };

static void
put_line(struct html *h, unsigned length)
{
	static const str line = { "____________________", LONG };

	html_text(h, str_upto(line, length < LONG ? length : LONG));
}

static void
put_lines(struct html *h)
{
	unsigned i;

	for (i = 0; i < LINES; i++) {
		html_open(h, ELEM_BR);
		html_close(h, ELEM_BR);
		put_line(h, LONG);
	}
}

/* “____ (Konya / Ankara)” */
static void
put_choices(struct html *h, const struct field *f)
{
	size_t i;

	put_line(h, SHORT);
	for (i = 0; i < f->num_choices; i++) {
		html_text(h, i == 0 ? S(" (") : S(" / "));
		html_text(h, f->choices[i]);
	}
	html_text(h, f->num_choices != 0 ? S(")") : S(""));
}

static void
put_mark(struct html *h, const struct field *f)
{
	switch (f->type) {
	case FIELD_TEXT:
	case FIELD_NUMBER:
	case FIELD_DATE:
	case FIELD_MAIL:
	case FIELD_PHONE:
		put_line(h, f->length != 0 ? f->length : SHORT);
		break;
	case FIELD_LONG:
		put_lines(h);
		break;
	case FIELD_SIGNATURE:
		put_line(h, LONG);
		break;
	case FIELD_CHOICE:
		put_choices(h, f);
		break;
	case FIELD_CHECK:
		html_text(h, f->ticked ? S("☑") : S("☐"));
		break;
	case FIELD_RADIO:
		html_text(h, f->ticked ? S("◉") : S("○"));
		break;
	}
}

void
html_blank_put(struct html *h, const struct field *f)
{
	html_open(h, ELEM_SPAN);
	html_attr(h, "class", S("blank"));
	put_mark(h, f);
	html_close(h, ELEM_SPAN);
}
