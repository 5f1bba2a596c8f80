/* SPDX-License-Identifier: ISC */
#include "diff/terminal.h"

#include "base/arena.h"
#include "base/shown.h"
#include "diff/entry.h"

static str
word(const struct terminal *t, enum word w)
{
	return lang_word(t->lang, w);
}

/* Words say what a colour says, too. */
static void
colour(const struct terminal *t, struct sink *k, const char *code)
{
	if (!t->colours)
		return;
	sink_puts(k, "\033[");
	sink_puts(k, code);
	sink_char(k, 'm');
}

static void
put_place(const struct terminal *t, const struct changes *c,
    const struct change_line *l, struct sink *k)
{
	bool new = l->new != FLAT_NONE;
	struct pos pos = new ? c->new->blocks[l->new].pos :
	    c->old->blocks[l->old].pos;

	shown_put(k, new ? t->new_path : t->old_path);
	if (pos.line != 0) {
		sink_char(k, ':');
		sink_uint(k, pos.line);
	}
	sink_puts(k, ": ");
}

/* --- The summary */

static void
put_entry(const struct terminal *t, const struct changes *c,
    const struct change *e, struct sink *k)
{
	struct entry x = entry_make(c, e, t->lang);

	sink_puts(k, "  ");
	put_place(t, c, &c->lines[e->line], k);
	shown_put(k, x.place);
	sink_char(k, ' ');
	colour(t, k, "1");
	shown_put(k, x.act);
	colour(t, k, "0");
	if (x.reasons.len != 0) {
		sink_puts(k, " [");
		shown_put(k, x.reasons);
		sink_char(k, ']');
	}
	if (x.detail.len != 0) {
		sink_puts(k, ": ");
		shown_put(k, x.detail);
	}
	sink_char(k, '\n');
}

static void
put_list(const struct terminal *t, const struct changes *c, bool must,
    struct sink *k)
{
	size_t i, num = must ? c->num_must : c->num_entries - c->num_must;

	if (num == 0)
		return;
	shown_put(k, word(t, must ? WORD_DIFF_MUST : WORD_DIFF_OTHER));
	sink_puts(k, " (");
	sink_uint(k, num);
	sink_puts(k, ")\n");
	for (i = 0; i < c->num_entries; i++)
		if ((c->entries[i].reasons != 0) == must)
			put_entry(t, c, &c->entries[i], k);
}

void
terminal_put_summary(const struct terminal *t, const struct changes *c,
    struct sink *k)
{
	if (c->rewritten || c->num_entries == 0) {
		shown_put(k, word(t, c->rewritten ? WORD_DIFF_REWRITTEN :
		    WORD_DIFF_NOTHING));
		sink_char(k, '\n');
	}
	put_list(t, c, true, k);
	put_list(t, c, false, k);
}

/* --- The text */

static void
put_run(const struct terminal *t, const struct changes *c,
    const struct script_run *r, bool whole, struct sink *k)
{
	const struct flat *f = r->act == SCRIPT_REMOVED ? c->old : c->new;
	str text = flat_text(c->arena, f, r->span);

	if (r->act == SCRIPT_SAME || whole) {
		shown_put(k, text);
		return;
	}
	colour(t, k, r->act == SCRIPT_REMOVED ? "31" : "32");
	sink_char(k, '[');
	shown_put(k, word(t, r->act == SCRIPT_REMOVED ? WORD_DIFF_REMOVED :
	    WORD_DIFF_ADDED));
	sink_puts(k, ": ");
	shown_put(k, text);
	sink_char(k, ']');
	colour(t, k, "0");
}

static void
put_parts(const struct terminal *t, const struct changes *c,
    const struct change_line *l, struct sink *k)
{
	bool whole = l->act == CHANGE_ADDED || l->act == CHANGE_REMOVED;
	size_t i, j;

	for (i = 0; i < l->num_parts; i++) {
		const struct script *s = &l->parts[i].script;

		sink_puts(k, i != 0 ? " | " : "");
		for (j = 0; j < s->num; j++) {
			sink_puts(k, j != 0 ? " " : "");
			put_run(t, c, &s->runs[j], whole, k);
		}
	}
}

static bool
has_columns(const struct change_line *l)
{
	size_t i;

	for (i = 0; i < l->num_parts; i++)
		if (l->parts[i].column != CHANGE_NONE)
			return true;
	return false;
}

void
terminal_put_lines(const struct terminal *t, const struct changes *c,
    struct sink *k)
{
	size_t i;

	shown_put(k, word(t, WORD_DIFF_TEXT));
	sink_char(k, '\n');
	for (i = 0; i < c->num_lines; i++) {
		const struct change_line *l = &c->lines[i];

		if (l->act == CHANGE_GONE || (l->act == CHANGE_NONE &&
		    !has_columns(l)))
			continue;
		sink_puts(k, "  ");
		put_place(t, c, l, k);
		shown_put(k, entry_act(l->act != CHANGE_NONE ? l->act :
		    CHANGE_EDITED, t->lang));
		sink_puts(k, ": ");
		put_parts(t, c, l, k);
		sink_char(k, '\n');
	}
}
