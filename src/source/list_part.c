/* SPDX-License-Identifier: ISC */
#include "source/list_part.h"

#include "base/arena.h"
#include "source/list_marker.h"

/* Of entries whose marker is CommonMark's own. */
enum { FAMILY_NONE = LIST_FAMILIES, FAMILY_BUTTON };

static struct pos
pos_of(const struct list_part *p, markdown *n)
{
	return extract_pos(p->extract, markdown_start(n).line,
	    markdown_start(n).col);
}

/* --- Numbers */

/* The number that the author wrote before the entry, and what follows it. */
static unsigned long
written_number(const struct list_part *p, markdown *entry, char *delimiter)
{
	struct markdown_pos at = markdown_start(entry);
	str line = str_from(extract_line_text(p->extract, at.line),
	    at.col - 1);
	unsigned long number = 0;
	size_t i;

	for (i = 0; i < line.len && char_is_digit(line.p[i]); i++)
		number = number * 10 + (unsigned)(line.p[i] - '0');
	if (delimiter != NULL)
		*delimiter = i < line.len ? line.p[i] : '\0';
	return number;
}

static bool
has_equal_numbers(const struct list_part *p)
{
	unsigned long first = written_number(p, p->first, NULL);
	markdown *entry;

	for (entry = p->first; entry != p->end; entry = markdown_next(entry))
		if (written_number(p, entry, NULL) != first)
			return false;
	return true;
}

/* CommonMark counts from the first number on and ignores the others: “4. sınıf”
 * at the beginning of a line, which is no entry, gets another number. Reports
 * a number that is out of sequence, unless all numbers are equal. */
static void
check_numbers(const struct list_part *p)
{
	struct arena *a = p->doc->arena;
	unsigned long next = written_number(p, p->first, NULL);
	markdown *entry;

	if (has_equal_numbers(p))
		return;
	for (entry = p->first; entry != p->end &&
	    written_number(p, entry, NULL) == next; entry =
	    markdown_next(entry))
		next++;
	if (entry != p->end)
		doc_diag(p->doc, DIAG_LIST_NUMBER, pos_of(p, entry),
		    str_uint(a, written_number(p, entry, NULL)),
		    str_uint(a, next));
}

/* --- Markers */

/* The marker that was rewritten where the entry begins, or NULL. */
static const struct extract_mark *
mark_of(const struct extract *e, markdown *entry)
{
	struct markdown_pos at = markdown_start(entry);
	const struct extract_mark *mark = e->lines[at.line - 1].mark;

	while (mark != NULL && mark->col != at.col)
		mark = mark->outer;
	return mark;
}

/* The list of one entry that “- a) …” begins with, or NULL. */
static markdown *
inner_list(const struct extract *e, markdown *entry)
{
	markdown *list = markdown_first(entry), *inner;

	if (list == NULL || markdown_kind(list) != MARKDOWN_LIST)
		return NULL;
	inner = markdown_first(list);
	return markdown_next(inner) == NULL && markdown_start(inner).line ==
	    markdown_start(entry).line && mark_of(e, inner) != NULL ? list :
	    NULL;
}

static bool
is_lettered(const struct extract *e, markdown *list)
{
	markdown *entry = markdown_first(list);

	if (markdown_is_ordered(list))
		return false;
	while (entry != NULL && inner_list(e, entry) != NULL)
		entry = markdown_next(entry);
	return entry == NULL;
}

static const struct extract_mark *
part_mark(const struct list_part *p, markdown *entry)
{
	if (p->lettered)
		entry = markdown_first(inner_list(p->extract, entry));
	return mark_of(p->extract, entry);
}

/* “- ( ) a” is no entry of the list in which “- [ ] b” is. */
static bool
begins_with_button(const struct list_part *p, markdown *entry)
{
	markdown *n = markdown_first(entry);
	str s;

	if (p->doc->dialect < 2 || n == NULL ||
	    markdown_kind(n) != MARKDOWN_PARAGRAPH)
		return false;
	s = extract_line_from(p->extract, markdown_start(n).line,
	    markdown_start(n).col - 1);
	return str_starts(s, S("( ) ")) || str_starts(s, S("(x) ")) ||
	    str_starts(s, S("(X) ")) || str_starts(s, S("( )* ")) ||
	    str_starts(s, S("(x)* ")) || str_starts(s, S("(X)* "));
}

static unsigned
family_of(const struct list_part *p, markdown *entry)
{
	const struct extract_mark *mark = part_mark(p, entry);

	if (mark != NULL)
		return mark->family;
	return begins_with_button(p, entry) ? FAMILY_BUTTON : FAMILY_NONE;
}

static void
find_end(struct list_part *p)
{
	p->family = family_of(p, p->first);
	for (p->end = markdown_next(p->first); p->end != NULL &&
	    family_of(p, p->end) == p->family; p->end = markdown_next(p->end))
		;
}

struct list_part
list_part(const struct extract *e, struct doc *doc, markdown *list)
{
	struct list_part p = { .extract = e, .doc = doc,
	    .first = markdown_first(list), .lettered = is_lettered(e, list) };

	find_end(&p);
	return p;
}

bool
list_part_next(struct list_part *p)
{
	if (p->end == NULL)
		return false;
	p->first = p->end;
	find_end(p);
	return true;
}

/* --- Properties */

static bool
is_after_blank(const struct list_part *p, markdown *n)
{
	str line = extract_line_text(p->extract, markdown_start(n).line - 1);

	return str_trim(str_from(line, extract_indent(line))).len == 0;
}

/* CommonMark 0.30, 5.3, for a part: no blank line between its entries or
 * between the blocks of one. */
static bool
is_tight(const struct list_part *p)
{
	markdown *entry, *n;

	for (entry = p->first; entry != p->end; entry = markdown_next(entry)) {
		if (entry != p->first && is_after_blank(p, entry))
			return false;
		for (n = markdown_first(entry); n != NULL; n = markdown_next(n))
			if (n != markdown_first(entry) && is_after_blank(p, n))
				return false;
	}
	return true;
}

static bool
is_whole(const struct list_part *p)
{
	return p->end == NULL && markdown_prev(p->first) == NULL;
}

void
list_part_fill(const struct list_part *p, struct item *item)
{
	markdown *list = markdown_parent(p->first);
	const struct extract_mark *mark = part_mark(p, p->first);
	char delimiter = '\0';

	item->list.ordered = markdown_is_ordered(list) || p->lettered;
	item->list.tight = is_whole(p) ? markdown_is_tight(list) : is_tight(p);
	item->list.labelled = mark != NULL;
	if (mark != NULL) {
		item->list.start = mark->ordinal;
		item->list.numbering = list_marker_numbering(mark->family);
	} else if (item->list.ordered) {
		check_numbers(p);
		item->list.start = (unsigned)written_number(p, p->first,
		    &delimiter);
		item->list.labelled = delimiter == ')' && p->doc->dialect >= 2;
	}
}

struct list_entry
list_part_entry(const struct list_part *p, const struct item *list,
    markdown *entry, unsigned n)
{
	const struct extract_mark *mark = part_mark(p, entry);
	struct list_entry e = { .entry = entry, .pos = pos_of(p, entry),
	    .number = list->list.start + n };

	if (mark != NULL) {
		e.label = mark->label;
		e.pos = mark->pos;
	} else if (list->list.labelled)
		e.label = str_join(p->doc->arena, str_uint(p->doc->arena,
		    e.number), S(")"));
	if (p->lettered) {
		e.rest = markdown_next(markdown_first(entry));
		e.entry = markdown_first(markdown_first(entry));
	}
	return e;
}
