/* SPDX-License-Identifier: ISC */
#include "layout/dump.h"
#include "font/shaper.h"

#include <math.h>
#include <stdlib.h>

static void
put_length(struct sink *k, double pt)
{
	long tenths = lround(pt * 10);

	if (tenths < 0)
		sink_char(k, '-');
	sink_uint(k, (uintmax_t)labs(tenths) / 10);
	sink_char(k, '.');
	sink_uint(k, (uintmax_t)labs(tenths) % 10);
	sink_char(k, ' ');
}

static void
put_runs(struct sink *k, const struct frame *f)
{
	size_t i;

	sink_char(k, '"');
	for (i = 0; i < f->num; i++)
		if (f->runs[i].word == NULL)
			sink_puts(k, "[]");
		else
			sink_put(k, shaper_text(f->runs[i].word,
			    f->runs[i].from, f->runs[i].to));
	sink_char(k, '"');
}

static void
put_frame(const struct layout_job *j, const struct frame *f, double y,
    bool repeated, struct sink *k)
{
	static const char *const names[] = { "line", "picture", "fill",
		"rule", "sign" };

	sink_puts(k, repeated ? "  again " : "  ");
	sink_puts(k, f->kind == FRAME_FILL && f->border > 0 ? "frame" :
	    names[f->kind]);
	sink_char(k, ' ');
	put_length(k, j->styles->left + f->x);
	put_length(k, y + f->y);
	put_length(k, f->width);
	put_length(k, f->height);
	if (f->kind == FRAME_LINE)
		put_runs(k, f);
	sink_char(k, '\n');
}

static void
put_strips(const struct layout_job *j, const struct placed_strip *p,
    struct sink *k)
{
	const struct frame *f;

	for (; p != NULL; p = p->next)
		for (f = p->strip->frames; f != NULL; f = f->next)
			put_frame(j, f, p->y, p->repeated, k);
}

void
layout_dump_frames(const struct layout_job *j, const struct sheet_list *layout,
    struct sink *k)
{
	const struct sheet *sheet;
	unsigned number = 1;

	for (sheet = layout->first; sheet != NULL; sheet = sheet->next) {
		sink_puts(k, "sheet ");
		sink_uint(k, number++);
		sink_puts(k, sheet->turned ? " turned\n" : "\n");
		put_strips(j, sheet->body, k);
		if (sheet->footnotes != NULL)
			sink_puts(k, "foot\n");
		put_strips(j, sheet->footnotes, k);
	}
}
