/* SPDX-License-Identifier: ISC */
#include "print/sign.h"

#include <math.h>

#include "pdf/page.h"

/*
 * A sign of a note is a regular polygon with figures cut out of it: a disc
 * with “i” or “✓”, a square with “!”, a triangle with “!”, an octagon with
 * “×”, as matbu.css draws them. Points are in a square of side 1.
 */

enum {
	POINTS_MAX = 32,		/* of a polygon; a disc has so many */
	PARTS_MAX = 3			/* polygons of a sign */
};

struct figure {
	struct pdf_point	points[12];
	size_t			num;
};

#define BAR(left, top, right, bottom) { { { left, top }, { right, top }, \
	{ right, bottom }, { left, bottom } }, 4 }

static const struct drawing {
	size_t		corners;	/* of the polygon around; 0: none */
	double		middle;		/* its centre below the upper edge */
	double		radius;
	double		turned;		/* of a part between two corners */
	struct figure	figures[PARTS_MAX - 1];
	size_t		num;
} drawings[] = {
	[FRAME_SIGN_NOTE] = { POINTS_MAX, .5, .5, 0, {
	    BAR(.43, .2, .57, .34), BAR(.43, .42, .57, .8) }, 2 },
	[FRAME_SIGN_TIP] = { POINTS_MAX, .5, .5, 0, {
	    { { { .22, .52 }, { .32, .42 }, { .44, .54 }, { .68, .26 },
	    { .79, .35 }, { .45, .74 } }, 6 } }, 1 },
	[FRAME_SIGN_IMPORTANT] = { 4, .5, .66, .5, {
	    BAR(.43, .16, .57, .58), BAR(.43, .68, .57, .82) }, 2 },
	[FRAME_SIGN_WARNING] = { 3, .64, .64, 0, {
	    BAR(.44, .34, .56, .64), BAR(.44, .71, .56, .83) }, 2 },
	[FRAME_SIGN_CAUTION] = { 8, .5, .54, .5, {
	    { { { .29, .37 }, { .37, .29 }, { .5, .42 }, { .63, .29 },
	    { .71, .37 }, { .58, .5 }, { .71, .63 }, { .63, .71 }, { .5, .58 },
	    { .37, .71 }, { .29, .63 }, { .42, .5 } }, 12 } }, 1 },
	[FRAME_SIGN_WRAPPED] = { 0, 0, 0, 0, {
	    { { { .1, .05 }, { .2, .05 }, { .2, .55 }, { .6, .55 }, { .6, .35 },
	    { 1, .6 }, { .6, .85 }, { .6, .65 }, { .1, .65 } }, 9 } }, 1 }
};

/* The corners of the polygon around, clockwise from the top. */
static size_t
put_corners(const struct drawing *d, struct pdf_point *points)
{
	const double pi = 3.14159265358979323846;
	double angle;
	size_t i;

	for (i = 0; i < d->corners; i++) {
		angle = 2 * pi * ((double)i + d->turned) / (double)d->corners;
		points[i] = (struct pdf_point){ .5 + d->radius * sin(angle),
		    d->middle - d->radius * cos(angle) };
	}
	return d->corners;
}

static size_t
put_figure(const struct figure *f, struct pdf_point *points)
{
	size_t i;

	for (i = 0; i < f->num; i++)
		points[i] = f->points[i];
	return f->num;
}

void
print_sign_paint(struct pdf *pdf, enum frame_sign sign, double x, double y,
    double size, unsigned colour)
{
	const struct drawing *d = &drawings[sign];
	struct pdf_point points[PARTS_MAX][POINTS_MAX];
	struct pdf_polygon parts[PARTS_MAX];
	size_t num = 0, i, k;

	if (d->corners > 0) {
		parts[num].num = put_corners(d, points[num]);
		num++;
	}
	for (i = 0; i < d->num; i++, num++)
		parts[num].num = put_figure(&d->figures[i], points[num]);
	for (i = 0; i < num; i++) {
		for (k = 0; k < parts[i].num; k++)
			points[i][k] = (struct pdf_point){
			    x + points[i][k].x * size,
			    y + points[i][k].y * size };
		parts[i].points = points[i];
	}
	pdf_page_artifact(pdf, PDF_ARTIFACT_LAYOUT);
	pdf_page_polygons(pdf, parts, num, colour);
}
