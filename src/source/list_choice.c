/* SPDX-License-Identifier: ISC */
#include "source/list_choice.h"

/* --- Looking ahead */

static bool
may_be(const struct list_marker *m, unsigned family, unsigned *ordinal)
{
	size_t i;

	for (i = 0; i < m->num; i++)
		if (m->may[i].family == family) {
			*ordinal = m->may[i].ordinal;
			return true;
		}
	return false;
}

/* The marker of a line, also one that an earlier pass took. */
static bool
read_marker(const struct list_state *s, size_t n, size_t at,
    struct list_marker *m)
{
	const struct extract_mark *mark = s->extract->lines[n - 1].mark;

	if (mark == NULL || at >= mark->end - 1)
		return list_marker_read(extract_line_from(s->extract, n, at),
		    m);
	*m = (struct list_marker){ .label = mark->label, .num = 1,
	    .may[0] = { mark->family, mark->ordinal } };
	return true;
}

/* Whether the family's next marker that stands as far to the left as the one at
 * line n, before a blank line, succeeds it. */
static bool
has_successor(const struct list_state *s, size_t n, size_t at,
    struct list_reading first)
{
	size_t i, col, end = n + LIST_LOOKAHEAD;
	unsigned ordinal;
	struct list_marker m;

	for (i = n + 1; i <= s->extract->num_lines && i < end; i++) {
		col = extract_indent(extract_line_text(s->extract, i));
		if (str_trim(extract_line_from(s->extract, i, col)).len == 0)
			return false;
		if (col + 2 >= at && col <= at + 2 &&
		    read_marker(s, i, col, &m) &&
		    may_be(&m, first.family, &ordinal))
			return list_marker_follows(first.family,
			    first.ordinal, ordinal);
	}
	return false;
}

static str
without_brackets(str label)
{
	size_t open = str_starts(label, S("("));

	return str_from(str_upto(label, label.len - 1), open);
}

/* Whether “i)” is followed by “ii)” at the same indentation. */
static bool
begins_roman(const struct list_state *s, size_t n, size_t at,
    const struct list_marker *m)
{
	bool upper = str_eq(without_brackets(m->label), S("I"));
	size_t i, end = n + LIST_LOOKAHEAD;
	struct list_marker next;

	if (!upper && !str_eq(without_brackets(m->label), S("i")))
		return false;
	for (i = n + 1; i <= s->extract->num_lines && i < end; i++) {
		if (str_starts(extract_line_text(s->extract, i), S("#")))
			return false;
		if (extract_indent(extract_line_text(s->extract, i)) == at &&
		    read_marker(s, i, at, &next))
			return str_eq(without_brackets(next.label), upper ?
			    S("II") : S("ii")) && next.may[0].family ==
			    m->may[0].family;
	}
	return false;
}

/* --- Choosing what a marker is */

static bool
is_open(const struct list_state *s, struct list_reading r)
{
	return s->open.ordinal != 0 && s->open.family == r.family;
}

static bool
succeeds_last(const struct list_state *s, struct list_reading r)
{
	return s->last[r.family] != 0 && list_marker_follows(r.family,
	    s->last[r.family], r.ordinal);
}

/* Of a marker at the start of a paragraph. */
struct list_choice
list_choice_at_start(const struct list_state *s, size_t n, size_t at,
    const struct list_marker *m)
{
	size_t i;

	if (begins_roman(s, n, at, m))
		return (struct list_choice){ m->may[0], LIST_FIRST };
	for (i = 0; i < m->num; i++)
		if (succeeds_last(s, m->may[i]))
			return (struct list_choice){ m->may[i], LIST_NEXT };
	for (i = 0; i < m->num; i++)
		if (m->may[i].ordinal == 1)
			return (struct list_choice){ m->may[i], LIST_FIRST };
	for (i = 0; i < m->num; i++)
		if (s->last[m->may[i].family] != 0)
			return (struct list_choice){ m->may[i], LIST_OTHER };
	return (struct list_choice){ m->may[m->num - 1], LIST_OTHER };
}

static struct list_choice
choose_first(const struct list_state *s, size_t n, size_t at,
    struct list_reading r)
{
	return (struct list_choice){ r, has_successor(s, n, at, r) ?
	    LIST_FIRST_OF_RUN : LIST_FIRST };
}

/* Of a marker on a later line. */
struct list_choice
list_choice_inside(const struct list_state *s, size_t n, size_t at,
    const struct list_marker *m)
{
	size_t i;

	if (begins_roman(s, n, at, m))
		return choose_first(s, n, at, m->may[0]);
	for (i = 0; i < m->num; i++)
		if (is_open(s, m->may[i]) && list_marker_follows(
		    s->open.family, s->open.ordinal, m->may[i].ordinal))
			return (struct list_choice){ m->may[i], LIST_NEXT };
	for (i = 0; i < m->num; i++)
		if (m->may[i].ordinal == 1)
			return choose_first(s, n, at, m->may[i]);
	/* Left of the item: back to a list around it. */
	for (i = 0; i < m->num && at < s->col; i++)
		if (succeeds_last(s, m->may[i]))
			return (struct list_choice){ m->may[i], LIST_NEXT };
	for (i = 0; i < m->num; i++)
		if (is_open(s, m->may[i]))
			return (struct list_choice){ m->may[i], LIST_LATER };
	return (struct list_choice){ m->may[0], LIST_OTHER };
}
