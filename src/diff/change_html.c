/* SPDX-License-Identifier: ISC */
#include "diff/change_html.h"

#include "base/arena.h"
#include "base/path.h"
#include "diff/embed.h"
#include "diff/entry.h"
#include "html/html.h"

struct writer {
	const struct change_html *o;
	const struct changes	*c;
	struct html		 h;
	bool			*linked;	/* lines that an entry is about */
	size_t			 table;		/* that is open, or FLAT_NONE */
	bool			 table_is_old;
};

static str
word(const struct writer *w, enum word id)
{
	return lang_word(w->o->lang, id);
}

static void
put_element(struct writer *w, enum elem e, const char *class, str text)
{
	html_open(&w->h, e);
	if (class != NULL)
		html_attr(&w->h, "class", str_of(class));
	html_text(&w->h, text);
	html_close(&w->h, e);
}

/* “m_c12”: ids of a template begin with m_. */
static str
line_id(const struct writer *w, size_t line, const char *start)
{
	return str_join(w->c->arena, str_of(start), S("m_c"),
	    str_uint(w->c->arena, line + 1));
}

/* --- The summary */

static void
put_entry(struct writer *w, const struct change *e)
{
	struct entry x = entry_make(w->c, e, w->o->lang);

	html_open(&w->h, ELEM_LI);
	html_open(&w->h, ELEM_A);
	html_attr(&w->h, "href", line_id(w, e->line, "#"));
	html_text(&w->h, x.place);
	html_close(&w->h, ELEM_A);
	html_text(&w->h, S(" "));
	html_text(&w->h, x.act);
	if (x.reasons.len != 0) {
		html_text(&w->h, S(" "));
		put_element(w, ELEM_SPAN, "diff-reasons", str_join(
		    w->c->arena, S("("), x.reasons, S(")")));
	}
	if (x.detail.len != 0) {
		html_text(&w->h, S(": "));
		html_text(&w->h, x.detail);
	}
	html_close(&w->h, ELEM_LI);
}

static void
open_section(struct writer *w, const char *class, const char *id,
    enum word title)
{
	html_open(&w->h, ELEM_SECTION);
	html_attr(&w->h, "class", str_of(class));
	html_attr(&w->h, "aria-labelledby", str_of(id));
	html_open(&w->h, ELEM_H2);
	html_attr(&w->h, "id", str_of(id));
	html_text(&w->h, word(w, title));
	html_close(&w->h, ELEM_H2);
}

static void
put_list(struct writer *w, bool must)
{
	const struct changes *c = w->c;
	size_t i, num = must ? c->num_must : c->num_entries - c->num_must;

	if (num == 0)
		return;
	open_section(w, "diff-list", must ? "m_must" : "m_other", must ?
	    WORD_DIFF_MUST : WORD_DIFF_OTHER);
	html_open(&w->h, ELEM_UL);
	for (i = 0; i < c->num_entries; i++)
		if ((c->entries[i].reasons != 0) == must)
			put_entry(w, &c->entries[i]);
	html_close(&w->h, ELEM_UL);
	html_close(&w->h, ELEM_SECTION);
}

static void
put_summary(struct writer *w)
{
	if (w->c->rewritten || w->c->num_entries == 0)
		put_element(w, ELEM_P, "diff-all", word(w, w->c->rewritten ?
		    WORD_DIFF_REWRITTEN : WORD_DIFF_NOTHING));
	put_list(w, true);
	put_list(w, false);
}

/* --- Words with marks */

static void
put_picture(struct writer *w, const struct flat_word *x, bool old)
{
	str src = x->picture->picture.src;

	if (str_starts(src, S("./")))
		src = str_from(src, 2);
	if (w->o->embeds)
		src = x->picture->picture.is_there ? embed_picture(
		    w->c->arena, path_name(w->c->arena, old ?
		    w->o->old_folder : w->o->new_folder, src)) : S("");
	if (src.len == 0) {
		html_text(&w->h, x->text);
		return;
	}
	html_open(&w->h, ELEM_IMG);
	if (w->o->embeds)
		html_attr(&w->h, "src", src);
	else
		html_attr_url(&w->h, "src", src);
	html_attr(&w->h, "alt", x->text);
}

/* Writes words; a picture that stays is named, one that changes is shown. */
static void
put_words(struct writer *w, const struct flat *f, struct flat_span s,
    bool marked)
{
	size_t i;

	for (i = s.start; i < s.end; i++) {
		const struct flat_word *x = &f->words[i];

		html_text(&w->h, i != s.start ? S(" ") : S(""));
		if (x->picture == NULL)
			html_text(&w->h, x->text);
		else if (marked)
			put_picture(w, x, f == w->c->old);
		else
			put_element(w, ELEM_SPAN, "diff-place", str_join(
			    w->c->arena, S("["), word(w, WORD_DIFF_PICTURE),
			    S(": "), x->text, S("]")));
		if (marked && x->note.len != 0 && x->kinds != WORD_IS_PICTURE
		    && (x->kinds & WORD_IS_FIELD) == 0)
			html_text(&w->h, str_join(w->c->arena, S(" <"),
			    x->note, S(">")));
	}
}

static void
put_hidden(struct writer *w, str s1, str s2, str s3)
{
	put_element(w, ELEM_SPAN, "unseen", str_join(w->c->arena, s1, s2,
	    s3));
}

/* A whole block says before it what it is; a part of a sentence where it
 * begins and ends, for the ear alone. */
static void
put_run(struct writer *w, const struct script_run *r, bool whole)
{
	bool old = r->act == SCRIPT_REMOVED;
	enum elem e = old ? ELEM_DEL : ELEM_INS;

	if (r->act == SCRIPT_SAME) {
		put_words(w, w->c->new, r->span, false);
		return;
	}
	html_open(&w->h, e);
	if (!whole)
		put_hidden(w, S("["), word(w, old ? WORD_DIFF_REMOVED :
		    WORD_DIFF_ADDED), S(": "));
	put_words(w, old ? w->c->old : w->c->new, r->span, true);
	if (!whole)
		put_hidden(w, S(" "), word(w, old ? WORD_DIFF_REMOVED_END :
		    WORD_DIFF_ADDED_END), S("]"));
	html_close(&w->h, e);
}

static void
put_script(struct writer *w, const struct script *s, bool whole)
{
	size_t i;

	for (i = 0; i < s->num; i++) {
		html_text(&w->h, i != 0 ? S(" ") : S(""));
		put_run(w, &s->runs[i], whole);
	}
}

/* --- Lines */

static const struct flat_block *
block_of(const struct writer *w, const struct change_line *l)
{
	return l->new != FLAT_NONE ? &w->c->new->blocks[l->new] :
	    &w->c->old->blocks[l->old];
}

static bool
is_whole(const struct change_line *l)
{
	return l->act == CHANGE_ADDED || l->act == CHANGE_REMOVED;
}

/* Says in words what happened to the whole line. */
static void
put_act(struct writer *w, const struct change_line *l)
{
	if (l->act == CHANGE_NONE || l->act == CHANGE_EDITED)
		return;
	put_element(w, ELEM_SPAN, "diff-act", str_join(w->c->arena,
	    entry_act(l->act, w->o->lang), S(":")));
	html_text(&w->h, S(" "));
}

static void
put_label(struct writer *w, const struct flat_block *b)
{
	str label = b->label;

	if (b->kind == FLAT_TEXT && b->place == FLAT_ITEM && label.len == 0)
		label = S("•");
	if (b->place == FLAT_NOTE)
		label = str_join(w->c->arena, word(w, WORD_NOTE + b->type),
		    S(":"));
	if (label.len == 0 || b->continues)
		return;
	put_element(w, ELEM_SPAN, "diff-place", label);
	html_text(&w->h, S(" "));
}

static void
put_old_words(struct writer *w, const struct change_line *l)
{
	const struct flat_block *b = &w->c->old->blocks[l->old];

	html_text(&w->h, str_shorten(w->c->arena, flat_text(w->c->arena,
	    w->c->old, b->words), 60));
}

static enum elem
elem_of(const struct flat_block *b, const struct change_line *l)
{
	/* What stands here no longer is no heading of this text. */
	if (b->kind == FLAT_HEADING && l->new != FLAT_NONE)
		return html_heading(b->level + 2 < 6 ? (int)b->level + 2 : 6);
	return ELEM_P;
}

static const char *
class_of(const struct flat_block *b, const struct change_line *l)
{
	if (l->act == CHANGE_GONE)
		return "diff-gone";
	switch (b->kind) {
	case FLAT_FIGURE:
		return "diff-figure";
	case FLAT_CODE:
		return "diff-code";
	default:
		return b->place == FLAT_STEP || b->place == FLAT_ITEM ?
		    "diff-item" : NULL;
	}
}

static void
open_line(struct writer *w, enum elem e, const char *class, size_t line)
{
	html_open(&w->h, e);
	if (class != NULL)
		html_attr(&w->h, "class", str_of(class));
	if (w->linked[line])
		html_attr(&w->h, "id", line_id(w, line, ""));
}

static void
put_block(struct writer *w, size_t line)
{
	const struct change_line *l = &w->c->lines[line];
	const struct flat_block *b = block_of(w, l);
	enum elem e = elem_of(b, l);

	open_line(w, e, class_of(b, l), line);
	put_act(w, l);
	put_label(w, b);
	if (l->act == CHANGE_GONE)
		put_old_words(w, l);
	else
		put_script(w, &l->parts->script, is_whole(l));
	html_close(&w->h, e);
}

/* --- Tables */

static void
close_table(struct writer *w)
{
	if (w->table == FLAT_NONE)
		return;
	html_close(&w->h, ELEM_TBODY);
	html_close(&w->h, ELEM_TABLE);
	html_close(&w->h, ELEM_DIV);
	w->table = FLAT_NONE;
}

static void
open_table(struct writer *w, const struct flat_block *b, bool old)
{
	if (w->table == b->table && w->table_is_old == old)
		return;
	close_table(w);
	w->table = b->table;
	w->table_is_old = old;
	html_open(&w->h, ELEM_DIV);
	html_attr(&w->h, "class", S("table"));
	html_attr(&w->h, "tabindex", S("0"));
	html_attr(&w->h, "role", S("group"));
	html_attr(&w->h, "aria-label", word(w, WORD_TABLE));
	html_open(&w->h, ELEM_TABLE);
	html_open(&w->h, ELEM_TBODY);
}

static void
put_cell(struct writer *w, const struct change_line *l,
    const struct flat_block *b, size_t i)
{
	const struct script *s = &l->parts[i].script;
	enum elem e = b->header && s->num != 0 ? ELEM_TH : ELEM_TD;

	html_open(&w->h, e);
	if (e == ELEM_TH)
		html_attr(&w->h, "scope", S("col"));
	if (i == 0)
		put_act(w, l);
	put_script(w, s, is_whole(l));
	html_close(&w->h, e);
}

static void
put_row(struct writer *w, size_t line)
{
	const struct change_line *l = &w->c->lines[line];
	const struct flat_block *b = block_of(w, l);
	bool old = l->new == FLAT_NONE;
	size_t i;

	/* A removed row stands in the table that is open. */
	if (!old || w->table == FLAT_NONE || w->table_is_old)
		open_table(w, b, old);
	open_line(w, ELEM_TR, NULL, line);
	if (l->act == CHANGE_GONE) {
		html_open(&w->h, ELEM_TD);
		put_act(w, l);
		put_old_words(w, l);
		html_close(&w->h, ELEM_TD);
	}
	for (i = 0; i < l->num_parts; i++)
		put_cell(w, l, b, i);
	html_close(&w->h, ELEM_TR);
}

static void
put_lines(struct writer *w)
{
	size_t i;

	if (w->c->num_lines == 0)
		return;
	open_section(w, "diff-text", "m_text", WORD_DIFF_TEXT);
	for (i = 0; i < w->c->num_lines; i++) {
		if (block_of(w, &w->c->lines[i])->kind == FLAT_ROW) {
			put_row(w, i);
			continue;
		}
		close_table(w);
		put_block(w, i);
	}
	close_table(w);
	html_close(&w->h, ELEM_SECTION);
}

void
change_html_put(const struct change_html *o, const struct changes *c,
    struct sink *k)
{
	struct writer w = { .o = o, .c = c, .h = html_begin(k),
	    .linked = arena_array(c->arena, bool, c->num_lines + 1),
	    .table = FLAT_NONE };
	size_t i;

	for (i = 0; i < c->num_entries; i++)
		w.linked[c->entries[i].line] = true;
	put_summary(&w);
	put_lines(&w);
	html_end(&w.h);
}
