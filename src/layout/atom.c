/* SPDX-License-Identifier: ISC */
#include "layout/atom.h"

#include <math.h>

#include "base/arena.h"
#include "layout/field.h"
#include "layout/job.h"
#include "layout/shape.h"

/* The part of a hyphen that stands in the margin. */
#define HANGING		0.4

struct hyphen_breaks
atom_breaks(const struct text *t, const struct atom *a, bool any)
{
	enum hyphen_mode how = a->style->how;

	if (how != HYPHEN_ADDRESS && a->cut)
		how = HYPHEN_NONE;	/* no word of a language */
	else if (how != HYPHEN_ADDRESS && any)
		how = HYPHEN_SYLLABLES;
	return hyphen_find(t->job->worker->line_arena, t->job->styles->hyphen,
	    a->style->lang, how, a->word->text);
}

bool
atom_is_tied(const struct text *t, const struct atom *space)
{
	const struct atom *before = space - 1, *behind = space + 1;

	if (behind < t->atoms + t->num && behind->kind == ATOM_FIELD &&
	    !field_is_box(behind->style->field))
		return true;
	return before >= t->atoms && before->kind == ATOM_FIELD &&
	    field_is_box(before->style->field);
}

const struct shaped_word *
atom_hyphen(const struct text *t, const struct atom *a)
{
	return shape_hyphen(t->job, a->word->chain);
}

double
atom_hyphen_width(const struct text *t, const struct atom *a)
{
	return atom_hyphen(t, a)->width * a->style->size * (1 - HANGING);
}

struct pdf_tag *
atom_enter(struct text *t, enum pdf_tag_type type)
{
	struct pdf_tag *around = t->elem;

	t->elem = pdf_tag_add(t->elem, type);
	t->content = NULL;
	return around;
}

void
atom_leave(struct text *t, struct pdf_tag *around)
{
	t->elem = around;
	t->content = NULL;
}

/* --- Appending */

/* The content below the open element, to which the next atoms belong. */
static struct pdf_tag *
content(struct text *t)
{
	if (t->content == NULL)
		t->content = pdf_tag_add(t->elem, PDF_TAG_CONTENT);
	return t->content;
}

static void
grow(struct text *t)
{
	struct atom *old = t->atoms;
	size_t i;

	if (t->num < t->cap)
		return;
	t->cap = t->cap != 0 ? t->cap * 2 : 1;	/* a word in a cell */
	t->atoms = arena_array(t->job->block_arena, struct atom, t->cap);
	for (i = 0; i < t->num; i++)
		t->atoms[i] = old[i];
}

static enum hyphen_mode
how(const struct text *t)
{
	if (t->now.literal)
		return HYPHEN_ADDRESS;
	return t->now.text_style.style->hyphenate && !t->now.foreign &&
	    (t->now.text_style.variant & STYLE_BOLD) == 0 ?
	    HYPHEN_SYLLABLES : HYPHEN_NONE;
}

static bool
is_same_style(const struct run_style *x, const struct run_style *y)
{
	return x->content == y->content && x->link == y->link &&
	    x->how == y->how && x->lang == y->lang &&
	    x->marks == y->marks && x->colour == y->colour &&
	    !(fabs(x->size - y->size) > 0) && !(fabs(x->rise - y->rise) > 0) &&
	    x->image == y->image && x->field == y->field;
}

struct run_style
atom_style(struct text *t)
{
	return (struct run_style){ .size = t->now.size, .rise = t->now.rise,
		.colour = t->now.colour, .how = how(t), .lang = t->now.lang,
		.marks = t->now.marks, .content = content(t),
		.link = t->now.link };
}

struct atom *
atom_add(struct text *t, enum atom_kind kind, const struct run_style *style)
{
	struct run_style *h;
	struct atom *a;

	if (t->run_style == NULL || !is_same_style(t->run_style, style)) {
		h = arena_new_of(t->job->arena, struct run_style);
		*h = *style;
		t->run_style = h;
	}
	grow(t);
	a = &t->atoms[t->num++];
	a->kind = (unsigned char)kind;
	a->style = t->run_style;
	return a;
}

struct atom *
atom_add_word(struct text *t, enum atom_kind kind, str word)
{
	struct run_style style = atom_style(t);
	struct atom *a = atom_add(t, kind, &style);

	a->word = shape_word_in(t->job, text_style_chain(t->now.text_style),
	    t->now.lang, word, &t->source);
	a->width = a->word->width * style.size;
	return a;
}
