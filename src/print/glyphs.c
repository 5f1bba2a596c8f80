/* SPDX-License-Identifier: ISC */
#include "print/glyphs.h"

#include "layout/block.h"
#include "style/text_style.h"

static const struct pos nowhere = { 0, 0 };

/* --- Telling --- */

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
tell(const struct doc *doc, struct pos pos, str character)
{
	char code[CODE_POINT];
	size_t len;

	doc_diag(doc, DIAG_GLYPH_MISSING, pos, character,
	    code_point(code, str_rune(character, &len)));
}

/* Takes the next character that no face of the chain has off the rest, with
 * where it begins; false: there is none. Breaks of lines are not shown. */
static bool
next_lack(const struct font_chain *chain, str text, size_t *at, str *lack)
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
			*lack = str_upto(rest, len);
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
	size_t at = 0, told = 0;
	str lack;

	while (next_lack(chain, text, &at, &lack)) {
		pos = diags_pos(pos, str_from(text, told),
		    at - lack.len - told);
		told = at - lack.len;
		tell(doc, pos, lack);
	}
}

/* Of words of matbu's own, all at one place. */
static void
check_own(const struct doc *doc, const struct font_chain *chain,
    struct pos pos, str text)
{
	size_t at = 0;
	str lack;

	while (next_lack(chain, text, &at, &lack))
		tell(doc, pos, lack);
}

static const struct font_chain *
chain_of(const struct styles *s, enum style_id look)
{
	return text_style_chain(text_style_plain(&s->styles[look]));
}

/* --- The document's nodes --- */

#define DIGITS	"0123456789"

struct walk {
	const struct styles	*sheet;
	const struct doc	*doc;
	int			 depth;		/* of lists with bullets */
};

/* “Şekil-1.” */
static void
check_label(const struct walk *w, const node *n, enum word word)
{
	struct text_style m = text_style_bold(text_style_plain(
	    &w->sheet->styles[STYLE_CAPTION]));
	struct pos pos = dom_item(n)->pos;

	if (dom_item(n)->number == 0)
		return;
	check_own(w->doc, text_style_chain(m), pos,
	    lang_word(w->doc->lang, word));
	check_own(w->doc, text_style_chain(m), pos, S("-" DIGITS "."));
}

static void
check_list(const struct walk *w, const node *n, struct text_style m)
{
	check_own(w->doc, text_style_chain(m), dom_item(n)->pos,
	    dom_item(n)->list.ordered ? S(DIGITS ".") : list_bullet(w->depth));
}

static void
check_note(const struct walk *w, const node *n)
{
	enum word word = (enum word)(WORD_NOTE + dom_item(n)->note.type);

	check_own(w->doc, chain_of(w->sheet, STYLE_NOTE_TITLE),
	    dom_item(n)->pos, lang_word(w->doc->lang, word));
}

/* What the press puts to the node, in the manner m around it. */
static void
check_added(const struct walk *w, const node *n, struct text_style m)
{
	switch (dom_kind(n)) {
	case KIND_FIGURE:
		check_label(w, n, WORD_FIGURE);
		break;
	case KIND_TABLE:
		check_label(w, n, WORD_TABLE);
		break;
	case KIND_LIST:
		check_list(w, n, m);
		break;
	case KIND_NOTE:
		check_note(w, n);
		break;
	case KIND_FOOTNOTE:
		m = text_style_plain(text_style_named(w->sheet, n));
		/* fall through */
	case KIND_FOOTNOTE_REF:
		check_own(w->doc, text_style_chain(m), dom_item(n)->pos,
		    S(DIGITS));
		break;
	default:
		break;
	}
}

/* No deeper than the press goes: the gate limits what may nest. */
static void
check_node(struct walk *w, const node *n, struct text_style m)
{
	bool bullets = dom_kind(n) == KIND_LIST &&
	    !dom_item(n)->list.ordered;
	const node *kid;

	if (dom_kind(n) == KIND_TEXT) {
		check_text(w->doc, text_style_chain(m), dom_item(n)->pos,
		    dom_text(n));
		return;
	}
	check_added(w, n, m);
	m = text_style_in(w->sheet, m, n);
	w->depth += bullets;
	for (kid = dom_first(n); kid != NULL; kid = dom_next(kid))
		check_node(w, kid, m);
	w->depth -= bullets;
}

/* --- Letterhead, header, footer --- */

_Static_assert(STYLE_COUNT <= 32, "looks are bits");

static unsigned
looks_in(const struct style_region_part *part, enum style_slot slot,
    enum style_id look)
{
	for (; part != NULL; part = part->next)
		if (part->is_slot && part->slot == slot)
			return 1U << look;
	return 0;
}

/* The styles that the slot is shown in, as bits. */
static unsigned
slot_looks(const struct styles *s, enum style_slot slot)
{
	const struct style_region *const regions[] = { &s->letterhead,
		&s->header, &s->footer };
	const struct style_region_line *line;
	unsigned looks = 0;
	size_t i;

	for (i = 0; i < sizeof(regions) / sizeof(regions[0]); i++)
		for (line = regions[i]->lines; line != NULL; line = line->next)
			looks |= looks_in(line->start, slot,
			    line->start_look) | looks_in(line->end, slot,
			    line->end_look);
	return looks;
}

/* The title, with the places of its texts. */
static void
check_title(const struct styles *s, const struct doc *doc)
{
	unsigned looks = slot_looks(s, STYLE_SLOT_TITLE), look;
	const node *n;

	for (look = 0; doc->title != NULL && look < STYLE_COUNT; look++)
		for (n = doc->title; n != NULL && looks >> look & 1;
		    n = dom_walk(doc->title, n))
			if (dom_kind(n) == KIND_TEXT)
				check_text(doc, chain_of(s,
				    (enum style_id)look), dom_item(n)->pos,
				    dom_text(n));
}

/* --- Values --- */

/* A source has a few at most; each of them is searched for. */
enum { VALUE_LACKS = 100 };

static struct pos
place_in_source(const struct doc *doc, str character)
{
	const struct pos start = { 1, 1 };
	size_t at = str_search(doc->text, character);

	return at < doc->text.len ? diags_pos(start, doc->text, at) : nowhere;
}

/* Whether a chain of the looks lacks the character. */
static bool
is_lacking(const struct styles *s, unsigned looks, str character)
{
	unsigned look;

	for (look = 0; looks >> look != 0; look++)
		if ((looks >> look & 1) && shaper_missing(chain_of(s,
		    (enum style_id)look), character) == 0)
			return true;
	return false;
}

/* A value that the source holds, shown in all of the looks; its place is
 * that of the character's first use. */
static void
check_value(const struct styles *s, const struct doc *doc, unsigned looks,
    str value)
{
	size_t at, len, lacks = 0;
	str character;

	for (at = 0; at < value.len && lacks < VALUE_LACKS; at += len) {
		str_rune(str_from(value, at), &len);
		character = str_upto(str_from(value, at), len);
		if (!is_lacking(s, looks, character))
			continue;
		tell(doc, place_in_source(doc, character), character);
		lacks++;
	}
}

/* What a folder of the depth is called in letterhead, header and footer. */
static const enum style_slot folder_slots[] = { STYLE_SLOT_INSTITUTION,
	STYLE_SLOT_CLASS, STYLE_SLOT_UNIT, STYLE_SLOT_SUBJECT };

void
print_glyphs_folder(const struct styles *s, const struct doc *doc, int depth,
    str title)
{
	unsigned looks = slot_looks(s, folder_slots[depth]);
	int i;

	if (folder_slots[depth] == STYLE_SLOT_UNIT)
		looks |= slot_looks(s, STYLE_SLOT_IN_FORCE) |
		    1U << STYLE_CONTROL;
	check_value(s, doc, looks, title);
	check_value(s, doc, slot_looks(s, STYLE_SLOT_CONTACT),
	    doc->front_matter.contact);
	for (i = 0; i < HEADER_ROW_COUNT; i++)
		check_value(s, doc, 1U << STYLE_CONTROL_LABEL,
		    doc->front_matter.header_rows.labels[i]);
}

/* --- What every record shows --- */

/* A face that lacks a letter lacks it in many words: it is told once. */
enum { TOLD_MAX = 32 };

struct furniture {
	const struct styles	*sheet;
	const struct doc	*doc;
	uint32_t		 told[TOLD_MAX];
	size_t			 num_told;
};

static bool
is_told(const struct furniture *f, uint32_t c)
{
	size_t i;

	for (i = 0; i < f->num_told && f->told[i] != c; i++)
		;
	return i < f->num_told || i == TOLD_MAX;
}

static void
check_look(struct furniture *f, enum style_id look, str words)
{
	const struct font_chain *chain = chain_of(f->sheet, look);
	size_t at = 0, len;
	uint32_t c;
	str lack;

	while (next_lack(chain, words, &at, &lack)) {
		c = str_rune(lack, &len);
		if (is_told(f, c))
			continue;
		f->told[f->num_told++] = c;
		tell(f->doc, nowhere, lack);
	}
}

static void
check_slot(struct furniture *f, enum style_slot slot, str words)
{
	unsigned looks = slot_looks(f->sheet, slot), look;

	for (look = 0; look < STYLE_COUNT; look++)
		if (looks >> look & 1)
			check_look(f, (enum style_id)look, words);
}

static void
check_margins(struct furniture *f)
{
	static const enum style_slot numbers[] = { STYLE_SLOT_DATE,
		STYLE_SLOT_REVISION, STYLE_SLOT_PAGE, STYLE_SLOT_PAGES };
	size_t i;

	for (i = 0; i < sizeof(numbers) / sizeof(numbers[0]); i++)
		check_slot(f, numbers[i], S(DIGITS "."));
	check_slot(f, STYLE_SLOT_STAMP, f->doc->ident->edition);
	check_slot(f, STYLE_SLOT_IDENTIFIER, f->doc->ident->work);
	check_slot(f, STYLE_SLOT_WORD_SHEET, lang_word(f->doc->lang,
	    WORD_SHEET));
	check_slot(f, STYLE_SLOT_DRAFT, lang_word(f->doc->lang, WORD_DRAFT));
	check_slot(f, STYLE_SLOT_IN_FORCE, lang_word(f->doc->lang,
	    WORD_IN_FORCE));
	check_slot(f, STYLE_SLOT_IN_FORCE, lang_word(f->doc->lang,
	    WORD_WEB_PAGE));
}

static void
check_revisions(struct furniture *f)
{
	static const enum word head[] = { WORD_REVISION, WORD_DATE,
		WORD_CHANGE };
	size_t i;

	check_look(f, STYLE_NOTE_TITLE, lang_word(f->doc->lang,
	    WORD_REVISIONS));
	for (i = 0; i < sizeof(head) / sizeof(head[0]); i++)
		check_look(f, STYLE_HEADER_CELL, lang_word(f->doc->lang,
		    head[i]));
	check_look(f, STYLE_TABLE, S(DIGITS "."));
	check_look(f, STYLE_TABLE, lang_word(f->doc->lang, WORD_FIRST_EDITION));
}

static void
check_controls(struct furniture *f)
{
	const struct header_rows shipped = { 0 };
	int row;

	for (row = 0; row < HEADER_ROW_COUNT; row++)
		check_look(f, STYLE_CONTROL_LABEL, header_row_label(
		    &shipped, (enum header_row)row, f->doc->lang));
	check_look(f, STYLE_CONTROL, S(DIGITS "./–"));
	check_look(f, STYLE_CONTROL, f->doc->ident->work);
	check_look(f, STYLE_IDENTITY, lang_word(f->doc->lang, WORD_IDENTITY));
	check_look(f, STYLE_IDENTITY, f->doc->ident->edition);
}

/* Of styles whose words are parted at the end of a line. */
static void
check_hyphens(struct furniture *f)
{
	const struct style *s;
	int look;

	for (look = 0; look < STYLE_COUNT; look++) {
		s = &f->sheet->styles[look];
		if (s->hyphenate && !shaper_has_hyphen(chain_of(f->sheet,
		    (enum style_id)look)))
			check_look(f, (enum style_id)look, S("-"));
	}
}

static void
check_furniture(const struct styles *s, const struct doc *doc)
{
	struct furniture f = { .sheet = s, .doc = doc };

	if (doc->ident == NULL)
		return;
	check_margins(&f);
	check_revisions(&f);
	check_controls(&f);
	check_hyphens(&f);
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
	    &s->styles[STYLE_PARAGRAPH]));
	check_title(s, doc);
	check_furniture(s, doc);
}
