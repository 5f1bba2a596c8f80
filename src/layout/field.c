/* SPDX-License-Identifier: ISC */
#include "layout/field.h"

#define MM		(FRAME_INCH / 25.4)

/* Room for a hand that writes. A blank is at least so wide, in a cell so. */
#define HEIGHT		(8 * MM)
#define BELOW		(1.6 * MM)
#define WIDTH		(40 * MM)
#define WIDTH_IN_CELL	(12 * MM)
#define WISH		(80 * MM)	/* more, where there is room */
#define PLACE		(5.5 * MM)	/* of a character of a comb */
#define LEAD		(1 * MM)	/* above a comb */
#define LONG_HEIGHT	(3 * HEIGHT)
#define SIGN_WIDTH	(50 * MM)
#define SIGN_HEIGHT	(20 * MM)
/* A longer one is a blank. */
enum { COMB_MAX = 24 };
/* A box beside text of a size. */
#define BOX		0.95
#define BOX_BELOW	0.12

bool
field_is_box(const struct field *f)
{
	return f->type >= FIELD_CHECK;
}

bool
field_is_comb(const struct field *f)
{
	return f->type == FIELD_TEXT && f->length != 0 &&
	    f->length <= COMB_MAX;
}

double
field_lead(const struct field *f)
{
	return field_is_comb(f) ? LEAD : 0;
}

double
field_wish(const struct field *f)
{
	return field_grows(f) ? WISH : 0;
}

bool
field_grows(const struct field *f)
{
	return f != NULL && !field_is_box(f) && f->type != FIELD_SIGNATURE &&
	    !field_is_comb(f);
}

static bool
is_in(const node *n, enum kind kind)
{
	for (; dom_kind(n) != KIND_DOCUMENT; n = dom_parent(n))
		if (dom_kind(n) == kind)
			return true;
	return false;
}

struct field_size
field_size(const struct layout_job *j, const node *n, double size)
{
	const struct field *f = dom_item(n)->field.facts;
	bool cell = is_in(n, KIND_CELL);
	struct field_size s = { cell ? WIDTH_IN_CELL : WIDTH, HEIGHT +
	    field_lead(f), BELOW };

	(void)j;
	if (field_is_box(f))
		return (struct field_size){ size * BOX, size * BOX,
		    size * BOX_BELOW };
	if (field_is_comb(f) && !cell)
		s.width = f->length * PLACE;
	else if (field_is_comb(f))
		s.width = f->length * PLACE * 0.7;
	if (f->type == FIELD_LONG) {
		/* Its label stands beside its first line. */
		s.below += LONG_HEIGHT - HEIGHT;
		s.height = LONG_HEIGHT;
	}
	if (f->type == FIELD_SIGNATURE) {
		s.width = cell ? SIGN_WIDTH / 2 : SIGN_WIDTH;
		s.below += SIGN_HEIGHT - HEIGHT;
		s.height = SIGN_HEIGHT;
	}
	return s;
}
