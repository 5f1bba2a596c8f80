/* SPDX-License-Identifier: ISC */
#include "layout/text.h"

#include <math.h>

#include "base/arena.h"
#include "layout/atom.h"
#include "layout/field.h"
#include "layout/markup.h"
#include "layout/shape.h"
#include "layout/text_link.h"
#include "model/form.h"
#include "model/linked_file.h"
#include "model/picture.h"

/*
 * From inline nodes to atoms
 * --------------------------
 * The inlines of a paragraph are a tree; its text becomes a flat list of
 * atoms: words, spaces, pictures, fields, forced breaks. The tree is walked
 * once, in source order. Three things change on the way down and return to
 * their old value on the way up:
 *
 * - t->now, the setting: face, size, colour, link (saved in `before`);
 * - t->elem, the open element of the structure tree (atom_enter, _leave);
 * - t->content, the place for marked content among the children of t->elem. It
 *   is made by the first atom below an element and again after each child
 *   element, so the contents have the order of the source.
 *
 * A word ends at white space (not in code or in a key, which are one word),
 * where the setting changes, or after WORD_MAX bytes: “bold,” with a bold word
 * is two atoms, and no line ends between them. Only spaces that are not tied,
 * forced breaks and the breaks inside words (layout/line_items.c) end a line.
 */

/* The space between two markers of footnotes, as a part of the size around. */
#define MARKERS_APART	0.25
/* An inline picture: its height and how far it goes below the base line, as
 * parts of the size around. */
#define PICTURE_HEIGHT	1.0
#define PICTURE_BELOW	0.16
/* The width of a tab in code [space]. */
enum { TAB = 4 };

struct text *
text_make(struct layout_job *j, const struct style *style, struct pdf_tag *elem)
{
	struct text *t = arena_new_of(j->block_arena, struct text);

	t->job = j;
	t->style = style;
	t->elem = elem;
	t->now = (struct text_setting){ .text_style = text_style_plain(style),
		.size = style->size, .colour = style->colour,
		.lang = j->doc->lang };
	return t;
}

bool
text_is_empty(const struct text *t)
{
	return t->num == 0;
}

void
text_tab(struct text *t, double tab)
{
	t->tab = tab;
}

/* --- Atoms */

static void
add_break(struct text *t)
{
	struct run_style style = atom_style(t);

	atom_add(t, ATOM_BREAK, &style);
}

/* The maximum length of a word that is shaped as a whole [byte]: no language
 * has a longer one, and its glyphs would be too many at once. */
enum { WORD_MAX = 1024 };

/* Adds a word, a longer one in parts, none of which begins inside a
 * character. */
static void
add_words(struct text *t, str word)
{
	size_t len;

	if (word.len <= WORD_MAX) {
		atom_add_word(t, ATOM_WORD, word);
		return;
	}
	for (; word.len != 0; word = str_from(word, len)) {
		len = word.len < WORD_MAX ? word.len : WORD_MAX;
		while (len < word.len &&
		    ((unsigned char)word.p[len] & 0xC0) == 0x80)
			len--;
		atom_add_word(t, ATOM_WORD, str_upto(word, len))->cut = true;
	}
}

/* Adds one space for any number in the source; none at the beginning. */
static void
add_space(struct text *t)
{
	if (t->num == 0 || t->atoms[t->num - 1].kind == ATOM_SPACE ||
	    t->atoms[t->num - 1].kind == ATOM_BREAK)
		return;
	atom_add_word(t, ATOM_SPACE, S(" "));
}

/* text_words() with the source of the words. */
static void
words_from(struct text *t, str s, struct shape_source source)
{
	bool boxed = (t->now.marks & RUN_BOXED) != 0;
	size_t i = 0, from;

	t->source = source;
	while (i < s.len) {
		/* “Page Down” is one key on one line. */
		if (char_is_space(s.p[i]) && !boxed) {
			add_space(t);
			i++;
			continue;
		}
		for (from = i; i < s.len && (boxed ||
		    !char_is_space(s.p[i])); i++)
			;
		add_words(t, str_upto(str_from(s, from), i - from));
	}
}

void
text_words(struct text *t, str s, struct place place)
{
	words_from(t, s, shape_source(place, s));
}

void
text_label(struct text *t, enum word word, const node *n)
{
	struct arena *a = t->job->arena;
	struct text_setting before = t->now;
	struct place place = shape_place(t->job, dom_item(n)->pos);
	unsigned number = dom_item(n)->number;
	str words;

	if (number == 0)
		return;
	t->now.text_style = text_style_bold(t->now.text_style);
	words = str_join(a, str_join3(a, lang_word(t->job->doc->lang, word),
	    S("-"), str_uint(a, number)), S("."));
	text_words(t, words, place);
	t->now = before;
	add_space(t);
}

static str
without_tabs(struct arena *a, str s)
{
	char *to = arena_alloc(a, s.len * TAB + 1);
	size_t i, n = 0;

	for (i = 0; i < s.len; i++)
		if (s.p[i] != '\t')
			to[n++] = s.p[i];
		else
			do
				to[n++] = ' ';
			while (n % TAB != 0);
	return (str){ to, n };
}

void
text_verbatim(struct text *t, str line, struct place place)
{
	t->source = shape_source(place, line);
	if (str_find(line, '\t') != line.len)
		line = without_tabs(t->job->arena, line);
	if (t->num > 0)
		add_break(t);
	t->now.literal = true;
	add_words(t, line.len != 0 ? line : S(" "));
	atom_add_word(t, ATOM_SPACE, S(" "));
}

/* --- Inlines */

static void	put_inline(struct text *, const node *);

void
text_inlines(struct text *t, const node *n)
{
	const node *child;

	for (child = dom_first(n); child != NULL; child = dom_next(child))
		put_inline(t, child);
	/* The question of buttons that one must choose of. */
	if (dom_kind(n) == KIND_PARAGRAPH && dom_kind(dom_parent(n)) ==
	    KIND_GROUP && form_group(dom_parent(n))->required) {
		add_space(t);
		text_words(t, S("*"), shape_own());
	}
}

/* Puts emphasis of either sort. */
static void
put_variant(struct text *t, const node *n)
{
	struct text_style before = t->now.text_style;

	t->now.text_style = text_style_in(t->job->styles, before, n);
	text_inlines(t, n);
	t->now.text_style = before;
}

static void
put_markup(struct text *t, const node *n)
{
	struct text_setting before = t->now;
	struct pdf_tag *around = markup_begin(t, n);

	text_inlines(t, n);
	markup_end(t, n, around);
	t->now = before;
}

static void
put_literal(struct text *t, const node *n)
{
	struct text_setting before = t->now;
	struct pdf_tag *around = atom_enter(t, PDF_TAG_CODE);
	const struct style *s;

	t->now.text_style = text_style_in(t->job->styles, before.text_style, n);
	s = t->now.text_style.style;
	t->now.literal = true;
	t->now.size = s->scale > 0 ? before.size * s->scale : s->size;
	text_inlines(t, n);
	t->now = before;
	atom_leave(t, around);
}

static void
put_link(struct text *t, const node *n)
{
	const struct item *i = dom_item(n);
	struct text_setting before = t->now;
	struct pdf_tag *around;

	if (i->link.target == TARGET_NONE) {
		text_inlines(t, n);
		return;
	}
	around = text_link_enter(t, n);
	text_inlines(t, n);
	t->now = before;
	atom_leave(t, around);
	if (i->link.target == TARGET_FILE)
		text_words(t, str_join3(t->job->arena, S(" ("),
		    linked_file_facts(t->job->arena, i), S(")")),
		    shape_own());
}

static void
put_reference(struct text *t, const node *n)
{
	const struct item *i = dom_item(n);
	struct text_setting before = t->now;
	struct pdf_tag *around;

	if (i->reference.target == NULL) {
		text_inlines(t, n);
		return;
	}
	around = text_link_enter_reference(t, i->reference.target->id,
	    text_link_contents(t, n, i->reference.target->id),
	    i->reference.target->number == 0);
	text_inlines(t, n);
	t->now = before;
	atom_leave(t, around);
}

static void
put_footnote_ref(struct text *t, const node *n)
{
	const struct item *i = dom_item(n);
	struct arena *a = t->job->arena;
	struct text_setting before = t->now;
	str number = str_uint(a, i->number);
	struct pdf_tag *around = text_link_enter_reference(t,
	    str_join(a, S("m_note-"), number), str_join3(a,
	    lang_word(t->job->doc->lang, WORD_FOOTNOTE), S(" "), number),
	    /*shown*/false);

	/* Footnotes 2 and 1 must not look like footnote 21. */
	if (t->marker_end != 0 && t->marker_end == t->num)
		t->atoms[t->num - 1].width += t->now.size * MARKERS_APART;
	t->now.rise = t->now.size * ATOM_RAISED_BY;
	t->now.size *= ATOM_RAISED_SIZE;
	text_words(t, number, shape_place(t->job, i->pos));
	t->marker_end = t->num;
	if (i->footnote_ref.use == 1)
		t->atoms[t->num - 1].footnote = i->number;
	t->now = before;
	atom_leave(t, around);
}

void
text_back(struct text *t, str id, str words, struct place place)
{
	struct text_setting before = t->now;
	struct pdf_tag *around = text_link_enter_reference(t, id, words,
	    /*shown*/false);

	text_words(t, words, place);
	t->now = before;
	atom_leave(t, around);
}

/* As high as the letters around it, unless the author wants a width. */
static double
picture_height(const struct text *t, const struct item *i,
    const struct pdf_image *image)
{
	const struct styles *s = t->job->styles;
	double room = s->width - s->left - s->right;
	double width = picture_wanted(i, room, FRAME_INCH);

	return width > 0 ? fmin(width, room) * image->height / image->width :
	    t->now.size * PICTURE_HEIGHT;
}

static void
put_picture(struct text *t, const node *n)
{
	const struct item *i = dom_item(n);
	enum image_fault fault;
	const struct pdf_image *image = pdf_image_get(t->job->pdf->images,
	    str_c(t->job->arena, str_join(t->job->arena,
	    t->job->context->folder, i->picture.src)), &fault);
	struct pdf_tag *around;
	struct run_style style;

	if (image == NULL)
		return;
	around = atom_enter(t, PDF_TAG_FIGURE);
	pdf_tag_alt(t->elem, i->picture.alt);
	style = atom_style(t);
	style.image = image;
	style.height = picture_height(t, i, image);
	style.rise = -t->now.size * PICTURE_BELOW;
	atom_add(t, ATOM_PICTURE, &style)->width = style.height * image->width /
	    image->height;
	atom_leave(t, around);
}

/* The star stands before the blank: after it is the margin. */
static void
put_star(struct text *t)
{
	text_words(t, S("*"), shape_own());
	add_space(t);
}

/* Widens the space before a further box: its label is behind it, and the one
 * before it belongs to another. */
static void
part_boxes(struct text *t)
{
	struct atom *last = t->num != 0 ? &t->atoms[t->num - 1] : NULL;

	if (t->has_box && last != NULL && last->kind == ATOM_SPACE)
		last->width += t->now.size;
	t->has_box = true;
}

static void
put_field(struct text *t, const node *n)
{
	const struct field *f = dom_item(n)->field.facts;
	struct field_size size = field_size(t->job, n, t->now.size);
	struct pdf_tag *around;
	struct run_style style;

	if (field_is_box(f))
		part_boxes(t);
	if (field_says_star(f))
		put_star(t);
	around = atom_enter(t, PDF_TAG_FORM);
	style = atom_style(t);
	style.field = f;
	style.height = size.height;
	style.rise = -size.below;
	atom_add(t, ATOM_FIELD, &style)->width = size.width;
	atom_leave(t, around);
}

static void
put_text(struct text *t, const node *n)
{
	const struct item *i = dom_item(n);
	str s = dom_text(n);

	/* Escapes and entities are longer there. */
	words_from(t, s, shape_source(shape_place(t->job, i->pos),
	    i->text.source.len != 0 ? i->text.source : s));
}

static void
put_hard_break(struct text *t)
{
	add_space(t);
	add_break(t);
}

static void
put_inline(struct text *t, const node *n)
{
	switch (kind_inline(dom_kind(n))) {
	case INLINE_TEXT:	put_text(t, n); break;
	case INLINE_EMPHASIS:
	case INLINE_STRONG:	put_variant(t, n); break;
	case INLINE_STRUCK:
	case INLINE_SUBSCRIPT:
	case INLINE_SUPERSCRIPT:
	case INLINE_UNDERLINE:
	case INLINE_KEYSTROKE:
	case INLINE_SPAN:	put_markup(t, n); break;
	case INLINE_LITERAL:	put_literal(t, n); break;
	case INLINE_LINK:	put_link(t, n); break;
	case INLINE_REFERENCE:	put_reference(t, n); break;
	case INLINE_PICTURE:	put_picture(t, n); break;
	case INLINE_FOOTNOTE_REF: put_footnote_ref(t, n); break;
	case INLINE_LABEL:	text_inlines(t, n); break;
	case INLINE_FIELD:	put_field(t, n); break;
	case INLINE_SOFT_BREAK:	add_space(t); break;
	case INLINE_HARD_BREAK:	put_hard_break(t); break;
	}
}
