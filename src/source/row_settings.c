/* SPDX-License-Identifier: ISC */
#include "source/row_settings.h"

#include "base/arena.h"
#include "base/nearest.h"
#include "model/row_name.h"
#include "source/scan.h"

/* --- Labels and order of the rows that matbu fills in */

/* Finds the row of that name; reports an unknown name. */
static bool
read_row_name(struct row_settings *r, str name, enum header_row *row,
    struct pos pos)
{
	str nearest;

	if (header_row_read(name, row, &nearest))
		return true;
	doc_diag(r->doc, DIAG_FRONT_CONTROL, pos, r->key, name, nearest);
	return false;
}

void
row_settings_labels(struct row_settings *r)
{
	enum header_row row;
	struct sourced label;
	struct pos pos;
	str name;

	if (!scan_enter(r->scan)) {
		scan_fault(r->scan, DIAG_FRONT_LABELS, r->key);
		scan_skip(r->scan);
		return;
	}
	while (scan_more(r->scan)) {
		pos = scan_pos(r->scan);
		if (!scan_text(r->scan, r->key, &name)) {
			scan_skip(r->scan);
			continue;
		}
		if (!scan_sourced(r->scan, name, &label) ||
		    !read_row_name(r, name, &row, pos))
			continue;
		if (r->to->labels[row].text.len != 0)
			doc_diag(r->doc, DIAG_FRONT_TWICE, pos, name);
		r->to->labels[row] = label;
	}
	scan_next(r->scan);
}

static void
add_row(struct row_settings *r, const struct header_row_setting *s, str name,
    struct pos pos)
{
	if (!header_row_add(r->to, r->doc->arena, s))
		doc_diag(r->doc, DIAG_FRONT_TWICE, pos, name);
}

void
row_settings_order(struct row_settings *r)
{
	struct pos pos = scan_pos(r->scan);
	struct strings names = { 0 };
	struct header_row_setting s;
	enum header_row row;
	size_t i;

	scan_list(r->scan, r->key, &names);
	for (i = 0; i < names.num; i++) {
		if (!read_row_name(r, names.items[i], &row, pos))
			continue;
		s = header_row_known(row);
		add_row(r, &s, names.items[i], pos);
	}
}

/* --- Declared rows */

/* Makes the row of that name, without its labels. */
static bool
make_row(struct row_settings *r, str name, struct header_row_setting *s,
    struct pos pos)
{
	enum header_row row;
	str other;

	if (header_row_read(name, &row, &other) && row != HEADER_ROW_NUMBER) {
		*s = header_row_known(row);
		return true;
	}
	*s = header_row_declare(name);
	if (r->is_key(name)) {
		doc_diag(r->doc, DIAG_ROW_KEY, pos, name);
		return false;
	}
	other = row_name_proper(r->doc->arena, name);
	if (str_eq(name, other))
		return true;
	doc_diag(r->doc, DIAG_ROW_NAME, pos, name, other);
	return false;
}

/* Reads a member of “{tr: label, en: label, unique: yes}”. */
static void
read_member(struct row_settings *r, struct header_row_setting *s)
{
	struct nearest near;
	enum answer answer = s->unique ? ANSWER_YES : ANSWER_NO;
	struct pos pos = scan_pos(r->scan);
	enum lang lang;
	str name;

	if (!scan_text(r->scan, r->key, &name)) {
		scan_skip(r->scan);
		return;
	}
	if (lang_read(name, &lang)) {
		if (s->labels[lang].place.path.len != 0)
			doc_diag(r->doc, DIAG_FRONT_TWICE, pos, name);
		scan_sourced(r->scan, name, &s->labels[lang]);
		return;
	}
	if (s->declared && (str_eq(name, S("tekil")) ||
	    str_eq(name, S("unique")))) {
		scan_answer(r->scan, name, &answer);
		s->unique = answer == ANSWER_YES;
		return;
	}
	near = nearest_to(name);
	nearest_offer(&near, S("tekil"));
	nearest_offer(&near, S("unique"));
	doc_diag(r->doc, DIAG_ROW_MEMBER, pos, name, s->declared ?
	    nearest_best(&near) : S(""));
	scan_skip(r->scan);
}

/* Reads what is said of a row: nothing, its label, or a map. */
static void
read_setting(struct row_settings *r, str name, struct header_row_setting *s)
{
	struct sourced label;
	enum lang lang;

	if (scan_is_empty(r->scan))
		scan_next(r->scan);
	else if (scan_enter(r->scan)) {
		while (scan_more(r->scan))
			read_member(r, s);
		scan_next(r->scan);
	} else if (scan_sourced(r->scan, name, &label))
		for (lang = 0; lang < LANG_COUNT; lang++)
			s->labels[lang] = label;
}

/* Adds the row of that name; what is said of it is the current event if it is
 * a key. */
static void
read_row(struct row_settings *r, str name, struct pos pos, bool is_key)
{
	struct header_row_setting s;

	if (!make_row(r, name, &s, pos)) {
		if (is_key)
			scan_skip(r->scan);
		return;
	}
	if (is_key)
		read_setting(r, name, &s);
	if (!header_row_has_labels(&s))
		doc_diag(r->doc, DIAG_ROW_LABEL, pos, name);
	else
		add_row(r, &s, name, pos);
}

/* Reads names of rows, as keys of a map or members of a list, up to its end. */
static void
read_members(struct row_settings *r, bool are_keys)
{
	struct pos pos;
	str name;

	while (scan_more(r->scan)) {
		pos = scan_pos(r->scan);
		if (!are_keys && scan_enter(r->scan))
			read_members(r, true);
		else if (scan_text(r->scan, r->key, &name))
			read_row(r, name, pos, are_keys);
		else if (are_keys)
			scan_skip(r->scan);
	}
	scan_next(r->scan);
}

void
row_settings_rows(struct row_settings *r)
{
	struct pos pos = scan_pos(r->scan);
	struct strings names = { 0 };
	size_t i;

	r->to->stated = true;
	if (scan_enter(r->scan))
		read_members(r, true);
	else if (scan_enter_list(r->scan))
		read_members(r, false);
	else if (scan_is_empty(r->scan)) {
		scan_fault(r->scan, DIAG_ROW_LIST, r->key);
		scan_skip(r->scan);
	} else
		scan_list(r->scan, r->key, &names);
	for (i = 0; i < names.num; i++)
		read_row(r, names.items[i], pos, false);
}
