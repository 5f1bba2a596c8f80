/* SPDX-License-Identifier: ISC */
#include "print/glyphs.h"

#include "font/shaper.h"
#include "layout/list.h"
#include "style/text_style.h"

static const struct pos nowhere = { 0, 0 };

/* --- Reports --- */

/* “U+1F600” */
enum { CODE_POINT = 10 };

static str
code_point(char to[CODE_POINT], uint32_t c)
{
	static const char digits[] = "0123456789ABCDEF";
	int shift = c > 0xFFFF ? 20 : 12;
	size_t n = 2;

	to[0] = 'U';
	to[1] = '+';
	for (; shift >= 0; shift -= 4)
		if (shift != 20 || c >> 20 != 0)
			to[n++] = digits[c >> shift & 15];
	return (str){ to, n };
}

static void
report(const struct doc *doc, struct pos pos, str character)
{
	char code[CODE_POINT];
	size_t len;

	doc_diag(doc, DIAG_GLYPH_MISSING, pos, character,
	    code_point(code, str_rune(character, &len)));
}

/* Finds the next character from *at on that no face of the chain has, and
 * moves *at past it; false: there is none. Line breaks and tabs are not
 * shown, so no face needs them. */
static bool
next_missing(const struct font_chain *chain, str text, size_t *at, str *missing)
{
	size_t len;
	str rest;

	for (; *at < text.len; *at += len) {
		rest = str_from(text, *at);
		*at += shaper_missing(chain, rest);
		if (*at >= text.len)
			return false;
		rest = str_from(text, *at);
		str_rune(rest, &len);
		if (*rest.p != '\n' && *rest.p != '\t') {
			*missing = str_upto(rest, len);
			*at += len;
			return true;
		}
	}
	return false;
}

static void
check_text(const struct doc *doc, const struct font_chain *chain,
    struct pos pos, str text)
{
	size_t at = 0, reported = 0;
	str missing;

	while (next_missing(chain, text, &at, &missing)) {
		pos = diags_pos(pos, str_from(text, reported),
		    at - missing.len - reported);
		reported = at - missing.len;
		report(doc, pos, missing);
	}
}

/* Checks words of matbu's own, all with the same position. */
static void
check_own(const struct doc *doc, const struct font_chain *chain,
    struct pos pos, str text)
{
	size_t at = 0;
	str missing;

	while (next_missing(chain, text, &at, &missing))
		report(doc, pos, missing);
}

static const struct font_chain *
chain_of(const struct styles *s, enum style_id id)
{
	return text_style_chain(text_style_plain(&s->by_id[id]));
}

/* --- The document's nodes --- */

#define DIGITS	"0123456789"

struct walk {
	const struct styles	*styles;
	const struct doc	*doc;
	int			 depth;		/* of lists with bullets */
};

/* Checks “Şekil-1.” */
static void
check_label(const struct walk *w, const node *n, enum word word)
{
	struct text_style t = text_style_bold(text_style_plain(
	    &w->styles->by_id[STYLE_CAPTION]));
	struct pos pos = dom_item(n)->pos;

	if (dom_item(n)->number == 0)
		return;
	check_own(w->doc, text_style_chain(t), pos,
	    lang_word(w->doc->lang, word));
	check_own(w->doc, text_style_chain(t), pos, S("-" DIGITS "."));
}

static void
check_list(const struct walk *w, const node *n, struct text_style t)
{
	check_own(w->doc, text_style_chain(t), dom_item(n)->pos,
	    dom_item(n)->list.ordered ? S(DIGITS ".") : list_bullet(w->depth));
}

static void
check_note(const struct walk *w, const node *n)
{
	enum word word = (enum word)(WORD_NOTE + dom_item(n)->note.type);

	check_own(w->doc, chain_of(w->styles, STYLE_NOTE_TITLE),
	    dom_item(n)->pos, lang_word(w->doc->lang, word));
}

/* Checks what the renderer adds to the node, in the text style t around it. */
static void
check_added(const struct walk *w, const node *n, struct text_style t)
{
	switch (dom_kind(n)) {
	case KIND_FIGURE:
		check_label(w, n, WORD_FIGURE);
		break;
	case KIND_TABLE:
		check_label(w, n, WORD_TABLE);
		break;
	case KIND_LIST:
		check_list(w, n, t);
		break;
	case KIND_NOTE:
		check_note(w, n);
		break;
	case KIND_FOOTNOTE:
		t = text_style_plain(text_style_named(w->styles, n));
		/* fall through */
	case KIND_FOOTNOTE_REF:
		check_own(w->doc, text_style_chain(t), dom_item(n)->pos,
		    S(DIGITS));
		break;
	default:
		break;
	}
}

/* The recursion is no deeper than the renderer's: the check pass limits how
 * deep blocks may nest. */
static void
check_node(struct walk *w, const node *n, struct text_style t)
{
	bool bullets = dom_kind(n) == KIND_LIST &&
	    !dom_item(n)->list.ordered;
	const node *child;

	if (dom_kind(n) == KIND_TEXT) {
		check_text(w->doc, text_style_chain(t), dom_item(n)->pos,
		    dom_text(n));
		return;
	}
	check_added(w, n, t);
	t = text_style_in(w->styles, t, n);
	w->depth += bullets;
	for (child = dom_first(n); child != NULL; child = dom_next(child))
		check_node(w, child, t);
	w->depth -= bullets;
}

/* --- Letterhead, header, footer --- */

_Static_assert(STYLE_COUNT <= 32, "looks are bits");

static unsigned
styles_in(const struct style_region_part *part, enum style_slot slot,
    enum style_id id)
{
	for (; part != NULL; part = part->next)
		if (part->is_slot && part->slot == slot)
			return 1U << id;
	return 0;
}

/* The styles that the slot is shown in, as bits. */
static unsigned
slot_styles(const struct styles *s, enum style_slot slot)
{
	const struct style_region *const regions[] = { &s->letterhead,
		&s->header, &s->footer };
	const struct style_region_line *line;
	unsigned ids = 0;
	size_t i;

	for (i = 0; i < sizeof(regions) / sizeof(regions[0]); i++)
		for (line = regions[i]->lines; line != NULL; line = line->next)
			ids |= styles_in(line->start, slot,
			    line->start_style) | styles_in(line->end, slot,
			    line->end_style);
	return ids;
}

/* Checks the title, with the positions of its texts. */
static void
check_title(const struct styles *s, const struct doc *doc)
{
	unsigned ids = slot_styles(s, STYLE_SLOT_TITLE), id;
	const node *n;

	for (id = 0; doc->title != NULL && id < STYLE_COUNT; id++)
		for (n = doc->title; n != NULL && ids >> id & 1;
		    n = dom_walk(doc->title, n))
			if (dom_kind(n) == KIND_TEXT)
				check_text(doc, chain_of(s,
				    (enum style_id)id), dom_item(n)->pos,
				    dom_text(n));
}

/* --- Values --- */

/* The maximum number of missing characters that are reported for a value: each
 * one is searched for in the source, which usually has few. */
enum { VALUE_MISSING = 100 };

static struct pos
position_in_source(const struct doc *doc, str character)
{
	const struct pos start = { 1, 1 };
	size_t at = str_search(doc->text, character);

	return at < doc->text.len ? diags_pos(start, doc->text, at) : nowhere;
}

/* Whether the character is missing in a chain of the styles. */
static bool
is_missing(const struct styles *s, unsigned ids, str character)
{
	unsigned id;

	for (id = 0; ids >> id != 0; id++)
		if ((ids >> id & 1) && shaper_missing(chain_of(s,
		    (enum style_id)id), character) == 0)
			return true;
	return false;
}

/* Checks a value from the source, which is shown in all of the styles. The
 * reported position is that of the character's first use in the source. */
static void
check_value(const struct styles *s, const struct doc *doc, unsigned ids,
    str value)
{
	size_t at, len, missing = 0;
	str character;

	for (at = 0; at < value.len && missing < VALUE_MISSING; at += len) {
		str_rune(str_from(value, at), &len);
		character = str_upto(str_from(value, at), len);
		if (!is_missing(s, ids, character))
			continue;
		report(doc, position_in_source(doc, character), character);
		missing++;
	}
}

/* The slots that show the title of a folder, by its depth. */
static const enum style_slot folder_slots[] = { STYLE_SLOT_INSTITUTION,
	STYLE_SLOT_CLASS, STYLE_SLOT_UNIT, STYLE_SLOT_SUBJECT };

void
print_glyphs_folder(const struct styles *s, const struct doc *doc, int depth,
    str title)
{
	unsigned ids = slot_styles(s, folder_slots[depth]);
	int i;

	if (folder_slots[depth] == STYLE_SLOT_UNIT)
		ids |= slot_styles(s, STYLE_SLOT_IN_FORCE) |
		    1U << STYLE_CONTROL;
	check_value(s, doc, ids, title);
	check_value(s, doc, slot_styles(s, STYLE_SLOT_CONTACT),
	    doc->front_matter.contact);
	for (i = 0; i < HEADER_ROW_COUNT; i++)
		check_value(s, doc, 1U << STYLE_CONTROL_LABEL,
		    doc->front_matter.header_rows.labels[i]);
}

/* --- Generated text, which every record shows --- */

/* A letter that a face does not have is missing in many words: each character
 * is reported once, and at most so many. */
enum { REPORTED_MAX = 32 };

struct generated {
	const struct styles	*styles;
	const struct doc	*doc;
	uint32_t		 reported[REPORTED_MAX];
	size_t			 num_reported;
};

static bool
is_reported(const struct generated *g, uint32_t c)
{
	size_t i;

	for (i = 0; i < g->num_reported && g->reported[i] != c; i++)
		;
	return i < g->num_reported || i == REPORTED_MAX;
}

static void
check_style(struct generated *g, enum style_id id, str words)
{
	const struct font_chain *chain = chain_of(g->styles, id);
	size_t at = 0, len;
	uint32_t c;
	str missing;

	while (next_missing(chain, words, &at, &missing)) {
		c = str_rune(missing, &len);
		if (is_reported(g, c))
			continue;
		g->reported[g->num_reported++] = c;
		report(g->doc, nowhere, missing);
	}
}

static void
check_slot(struct generated *g, enum style_slot slot, str words)
{
	unsigned ids = slot_styles(g->styles, slot), id;

	for (id = 0; id < STYLE_COUNT; id++)
		if (ids >> id & 1)
			check_style(g, (enum style_id)id, words);
}

static void
check_margins(struct generated *g)
{
	static const enum style_slot numbers[] = { STYLE_SLOT_DATE,
		STYLE_SLOT_REVISION, STYLE_SLOT_PAGE, STYLE_SLOT_PAGES };
	size_t i;

	for (i = 0; i < sizeof(numbers) / sizeof(numbers[0]); i++)
		check_slot(g, numbers[i], S(DIGITS "."));
	check_slot(g, STYLE_SLOT_STAMP, g->doc->ident->edition);
	check_slot(g, STYLE_SLOT_IDENTIFIER, g->doc->ident->work);
	check_slot(g, STYLE_SLOT_WORD_SHEET, lang_word(g->doc->lang,
	    WORD_SHEET));
	check_slot(g, STYLE_SLOT_DRAFT, lang_word(g->doc->lang, WORD_DRAFT));
	check_slot(g, STYLE_SLOT_IN_FORCE, lang_word(g->doc->lang,
	    WORD_IN_FORCE));
	check_slot(g, STYLE_SLOT_IN_FORCE, lang_word(g->doc->lang,
	    WORD_WEB_PAGE));
}

static void
check_revisions(struct generated *g)
{
	static const enum word head[] = { WORD_REVISION, WORD_DATE,
		WORD_CHANGE };
	size_t i;

	check_style(g, STYLE_NOTE_TITLE, lang_word(g->doc->lang,
	    WORD_REVISIONS));
	for (i = 0; i < sizeof(head) / sizeof(head[0]); i++)
		check_style(g, STYLE_HEADER_CELL, lang_word(g->doc->lang,
		    head[i]));
	check_style(g, STYLE_TABLE, S(DIGITS "."));
	check_style(g, STYLE_TABLE, lang_word(g->doc->lang,
	    WORD_FIRST_EDITION));
}

static void
check_header_table(struct generated *g)
{
	const struct header_rows shipped = { 0 };
	int row;

	for (row = 0; row < HEADER_ROW_COUNT; row++)
		check_style(g, STYLE_CONTROL_LABEL, header_row_label(
		    &shipped, (enum header_row)row, g->doc->lang));
	check_style(g, STYLE_CONTROL, S(DIGITS "./–"));
	check_style(g, STYLE_CONTROL, g->doc->ident->work);
	check_style(g, STYLE_IDENTITY, lang_word(g->doc->lang, WORD_IDENTITY));
	check_style(g, STYLE_IDENTITY, g->doc->ident->edition);
}

/* Checks the hyphen of the styles that hyphenate. */
static void
check_hyphens(struct generated *g)
{
	const struct style *s;
	int id;

	for (id = 0; id < STYLE_COUNT; id++) {
		s = &g->styles->by_id[id];
		if (s->hyphenate && !shaper_has_hyphen(chain_of(g->styles,
		    (enum style_id)id)))
			check_style(g, (enum style_id)id, S("-"));
	}
}

static void
check_generated(const struct styles *s, const struct doc *doc)
{
	struct generated g = { .styles = s, .doc = doc };

	if (doc->ident == NULL)
		return;
	check_margins(&g);
	check_revisions(&g);
	check_header_table(&g);
	check_hyphens(&g);
	check_value(s, doc, 1U << STYLE_CONTROL, doc->front_matter.prepared_by);
	check_value(s, doc, 1U << STYLE_CONTROL, doc->front_matter.approved_by);
	check_value(s, doc, 1U << STYLE_TABLE, doc->front_matter.change);
}

void
print_glyphs_note(const struct styles *s, const struct doc *doc, str note)
{
	check_value(s, doc, 1U << STYLE_TABLE, note);
}

void
print_glyphs_document(const struct styles *s, const struct doc *doc)
{
	struct walk w = { s, doc, 0 };

	check_node(&w, doc->root, text_style_plain(
	    &s->by_id[STYLE_PARAGRAPH]));
	check_title(s, doc);
	check_generated(s, doc);
}
