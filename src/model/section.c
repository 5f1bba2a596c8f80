/* SPDX-License-Identifier: ISC */
#include "model/section.h"

#include "base/arena.h"
#include "model/division.h"

enum { LEVELS = 6 };

/* --- Levels */

/* The headings that are open above the next one: each has a level that the
 * author typed and the one that it gets, which is one below its parent's. A
 * second “####” below the same “##” is so a sibling of the first, not its
 * child. */
struct levels {
	int	typed[LEVELS], real[LEVELS];
	int	num;
};

static void
report_skip(struct doc *doc, const struct item *i, int expected)
{
	doc_diag(doc, DIAG_HEADING_SKIP, i->pos, str_uint(doc->arena,
	    (uintmax_t)expected), str_uint(doc->arena,
	    (uintmax_t)i->heading.level));
}

static void
correct_level(struct doc *doc, struct levels *l, struct item *i)
{
	int typed = i->heading.level, real = typed;

	while (l->num > 0 && l->typed[l->num - 1] >= typed)
		l->num--;
	if (l->num > 0) {
		real = l->real[l->num - 1] + 1;
		if (typed > l->typed[l->num - 1] + 1)
			report_skip(doc, i, real);
	}
	l->typed[l->num] = typed;
	l->real[l->num++] = i->heading.level = real;
}

/* --- Numbers */

struct counters {
	unsigned	count[LEVELS];
	int		unnumbered;	/* the level of the last “{-}”; its
					 * subsections have no number either */
};

static bool
is_numbered(struct counters *c, const struct item *i)
{
	if (i->heading.level < 2)
		return false;
	if (c->unnumbered != 0 && i->heading.level > c->unnumbered)
		return false;
	c->unnumbered = i->heading.unnumbered ? i->heading.level : 0;
	return !i->heading.unnumbered;
}

/* Sections are counted from level 2 on: level 1 is the title. */
static void
assign_number(struct doc *doc, struct counters *c, struct item *i)
{
	int level;

	if (!is_numbered(c, i))
		return;
	c->count[i->heading.level - 1]++;
	for (level = i->heading.level; level < LEVELS; level++)
		c->count[level] = 0;
	for (level = 2; level <= i->heading.level; level++)
		i->heading.number = str_join3(doc->arena, i->heading.number,
		    level > 2 ? S(".") : S(""), str_uint(doc->arena,
		    c->count[level - 1]));
}

/* A number that the author typed: “2.1”, with a point or a bracket after it
 * where it has one part. */
struct typed {
	unsigned	part[LEVELS];
	int		num;
	size_t		len;		/* in the text, with its point */
};

static bool
read_typed(str s, struct typed *t)
{
	size_t i = 0, start;

	*t = (struct typed){ .num = 0 };
	while (t->num < LEVELS) {
		for (start = i; i < s.len && i < start + 3 &&
		    char_is_digit(s.p[i]); i++)
			t->part[t->num] = t->part[t->num] * 10 +
			    (unsigned)(s.p[i] - '0');
		if (i == start)
			break;
		t->num++;
		if (i == s.len || s.p[i] != '.')
			break;
		i++;
	}
	if (t->num == 1 && i < s.len && s.p[i] == ')')
		i++;
	t->len = i;
	/* “3 Temmuz” and “2024 yılı” are words. */
	return t->num != 0 && i < s.len && s.p[i] == ' ' && (t->num > 1 ||
	    s.p[i - 1] == '.' || s.p[i - 1] == ')');
}

/* Whether t may follow: the next section of its level, or the first one below
 * it. */
static bool
succeeds(const struct typed *last, const struct typed *t)
{
	int i;

	if (t->num > last->num + 1)
		return false;
	for (i = 0; i < t->num - 1; i++)
		if (t->part[i] != last->part[i])
			return false;
	return t->part[t->num - 1] == (t->num > last->num ? 1 :
	    last->part[t->num - 1] + 1);
}

static str
typed_text(struct arena *a, const struct typed *t)
{
	str s = S("");
	int i;

	for (i = 0; i < t->num; i++)
		s = str_join3(a, s, i != 0 ? S(".") : S(""), str_uint(a,
		    t->part[i]));
	return s;
}

/* The number that belongs at the place of t. */
static str
expected_text(struct arena *a, const struct typed *last,
    const struct typed *t)
{
	struct typed next = *last;

	next.num = t->num <= last->num ? t->num : last->num + 1;
	if (t->num > last->num)
		next.part[last->num] = 1;
	else
		next.part[t->num - 1]++;
	return typed_text(a, &next);
}

static void
check_typed(struct doc *doc, const node *heading, struct typed *last)
{
	const struct item *i = dom_item(heading);
	str words = str_trim(dom_words(doc->arena, heading));
	struct typed t;

	if (i->heading.level < 2 || !read_typed(words, &t))
		return;
	if (i->heading.number.len != 0)
		doc_diag(doc, DIAG_HEADING_NUMBERED, i->pos,
		    str_upto(words, t.len), str_trim(str_from(words, t.len)));
	else if (last->num != 0 && !succeeds(last, &t))
		doc_diag(doc, DIAG_HEADING_ORDER, i->pos,
		    typed_text(doc->arena, &t), expected_text(doc->arena, last,
		    &t));
	*last = t;
}

/* --- Annexes */

/* The heading that an annex begins with bears its number. Other headings in it
 * have none: the sections of the document are counted without annexes. */
static void
number_annex(struct doc *doc, const node *annex)
{
	const node *first = dom_first(annex);
	struct item *i = dom_item(annex);

	i->number = ++doc->annexes;
	if (first == NULL || dom_kind(first) != KIND_HEADING)
		return;
	dom_item(first)->number = i->number;
	dom_item(first)->heading.number = division_label(doc, i->number);
}

/* --- All headings */

void
section_make(struct doc *doc)
{
	struct levels levels = { .num = 0 };
	struct counters counters = { .unnumbered = 0 };
	struct typed last = { .num = 0 };
	node *n;

	for (n = doc->root; n != NULL; n = dom_walk(doc->root, n)) {
		if (division_is(n, DIVISION_ANNEX)) {
			number_annex(doc, n);
			last.num = 0;
		}
		if (dom_kind(n) != KIND_HEADING)
			continue;
		correct_level(doc, &levels, dom_item(n));
		if (doc->front_matter.numbered == ANSWER_YES &&
		    division_annex(n) == NULL)
			assign_number(doc, &counters, dom_item(n));
		if (dom_item(n)->number == 0)
			check_typed(doc, n, &last);
	}
}

str
section_label(struct arena *a, const node *heading)
{
	str words = str_trim(dom_words(a, heading));
	str number = dom_item(heading)->heading.number;

	return number.len != 0 ? str_join3(a, number, S(" "), words) : words;
}

int
section_level(const node *n)
{
	if (dom_kind(n) == KIND_HEADING)
		return dom_item(n)->heading.level;
	return division_is(n, DIVISION_ANNEX) && dom_item(n)->id.len != 0 ?
	    2 : 0;
}

str
section_entry(const struct doc *doc, const node *n)
{
	return dom_kind(n) == KIND_HEADING ? section_label(doc->arena, n) :
	    division_label(doc, dom_item(n)->number);
}
