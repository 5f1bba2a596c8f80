/* SPDX-License-Identifier: ISC */
#include "form/filling.h"

#include <stdio.h>

#include "base/arena.h"
#include "base/date.h"
#include "base/turkish.h"
#include "form/pdf_value.h"
#include "form/update.h"
#include "pdf/token.h"

static bool
is_text(const struct entry *e)
{
	return e->kind == ENTRY_TEXT || e->kind == ENTRY_CHOICE;
}

bool
filling_open(struct filling *f, struct arena *a, str record)
{
	struct sink bytes = { 0 };
	struct update u;
	const struct entry *e;
	bool possible;
	size_t i;

	*f = (struct filling){ .arena = a, .record = record };
	if (!foreign_pdf_read(&f->pdf, a, record))
		return false;
	possible = update_start(&u, a, &bytes, &f->pdf, record);
	sink_free(&bytes);
	entries_read(&f->entries, a, &f->pdf, record);
	f->boxes = arena_array(a, struct look_box, f->entries.num);
	for (i = 0; i < f->entries.num; i++) {
		e = &f->entries.items[i];
		if (e->object.len == 0 || (is_text(e) &&
		    (!look_font_read(&f->font, &f->pdf) ||
		    !look_box_read(&f->boxes[i], a, e))))
			return false;
	}
	return possible && f->entries.num != 0;
}

/* --- Reading values */

/* Words of both languages, and what programs write. */
static bool
read_mark(struct arena *a, str typed, bool *on)
{
	static const char *const yes[] = { "x", "evet", "yes", "true", "1",
	    "on", "dogru" }, *const no[] = { "hayir", "no", "false", "0",
	    "off", "yanlis" };
	str word = turkish_slug(a, typed);
	size_t i;

	*on = str_eq(typed, S("✓")) || str_eq(typed, S("✔"));
	for (i = 0; i < sizeof(yes) / sizeof(yes[0]); i++)
		*on = *on || str_eq(word, str_of(yes[i]));
	if (*on || str_eq(typed, S("-")))
		return true;
	for (i = 0; i < sizeof(no) / sizeof(no[0]); i++)
		if (str_eq(word, str_of(no[i])))
			return true;
	return false;
}

static void
add_choice(struct arena *a, str *list, str choice)
{
	*list = list->len != 0 ? str_join(a, *list, S(" / "), choice) :
	    choice;
}

static bool
read_choice(const struct filling *f, struct arena *a,
    struct filling_value *v, str typed, str *choices)
{
	const struct json *c = v->entry->options;
	str choice;

	*choices = S("");
	for (c = c != NULL ? c->first : NULL; c != NULL; c = c->next) {
		choice = pdf_value_text(a, foreign_pdf_value(&f->pdf, c));
		if (turkish_equals(choice, typed)) {
			v->text = choice;
			return true;
		}
		add_choice(a, choices, choice);
	}
	return false;
}

/* The state of a button's widget that is not “Off”. */
static str
state_of(const struct filling *f, struct arena *a, const struct json *kid)
{
	const struct json *c = json_get(json_get(kid, S("/AP")), S("/N"));

	c = foreign_pdf_value(&f->pdf, c);
	for (c = c != NULL ? c->first : NULL; c != NULL; c = c->next)
		if (!str_eq(c->key, S("/Off")))
			return pdf_value_text(a, &(struct json){
			    .kind = JSON_STRING, .text = c->key });
	return S("");
}

static const struct json *
first_kid(const struct entry *e)
{
	const struct json *kids = json_get(e->field, S("/Kids"));

	return kids != NULL ? kids->first : NULL;
}

static bool
read_button(const struct filling *f, struct arena *a,
    struct filling_value *v, str typed, str *choices)
{
	const struct json *kid = first_kid(v->entry);
	str word = turkish_slug(a, typed), state;

	*choices = S("");
	for (; kid != NULL; kid = kid->next) {
		state = state_of(f, a, foreign_pdf_value(&f->pdf, kid));
		if (str_eq(state, word)) {
			v->text = state;
			return true;
		}
		add_choice(a, choices, state);
	}
	return false;
}

/* What src/print/field.c makes of a date alone: ten characters without a comb.
 * A record does not say more of it. */
static bool
is_date(const struct entry *e)
{
	enum { DATE = 10 };		/* “gg.aa.yyyy” */

	return e->kind == ENTRY_TEXT && e->length == DATE &&
	    (e->flags & (ENTRY_COMB | ENTRY_LINES)) == 0;
}

/* Whether it is a day of the calendar, “5.1.2026” too. */
static bool
is_day(struct arena *a, str s)
{
	size_t dot = str_find(s, '.');
	str day = str_upto(s, dot), rest = str_from(s, dot + 1), month;
	struct date date;

	dot = str_find(rest, '.');
	month = str_upto(rest, dot);
	if (day.len == 1)
		day = str_join(a, S("0"), day);
	if (month.len == 1)
		month = str_join(a, S("0"), month);
	return date_read(str_join3(a, str_join3(a, day, S("."), month),
	    S("."), str_from(rest, dot + 1)), &date);
}

static enum filling_fault
read_text(const struct filling *f, struct arena *a, struct filling_value *v,
    str *detail)
{
	const struct entry *e = v->entry;

	*detail = S("");
	if ((e->flags & ENTRY_LINES) == 0 && str_find(v->text, '\n') !=
	    v->text.len)
		return FILLING_LINES;
	if (!look_has_letters(v->text, detail))
		return FILLING_LETTER;
	*detail = str_uint(a, e->length);
	if (e->length != 0 && str_count_runes(v->text) > e->length)
		return FILLING_LONG;
	*detail = S("");
	if (is_date(e) && !is_day(a, v->text))
		return FILLING_DATE;
	return look_write(NULL, &f->font, &f->boxes[e - f->entries.items], e,
	    v->text) ? FILLING_FINE : FILLING_SPACE;
}

/* With LF at the end of lines. */
static str
with_lf(struct arena *a, str s)
{
	char *to = arena_bytes(a, s.len + 1);
	size_t i, n = 0;

	for (i = 0; i < s.len; i++) {
		if (s.p[i] == '\r' && i + 1 < s.len && s.p[i + 1] == '\n')
			i++;
		to[n++] = s.p[i] == '\r' ? '\n' : s.p[i];
	}
	return (str){ to, n };
}

enum filling_fault
filling_read(const struct filling *f, struct arena *a,
    struct filling_value *v, const struct entry *e, str typed, str *detail)
{
	bool locked = (e->flags & ENTRY_READ_ONLY) != 0;

	*detail = S("");
	*v = (struct filling_value){ .entry = e, .text = with_lf(a, typed) };
	if (e->kind == ENTRY_SIGNATURE || (e->kind == ENTRY_BOX && locked))
		return read_mark(a, typed, &v->on) && v->on == e->on ?
		    FILLING_FINE : locked ? FILLING_LOCKED :
		    FILLING_SIGNATURE;
	if (locked)
		return FILLING_LOCKED;
	switch (e->kind) {
	case ENTRY_BOX:
		return read_mark(a, typed, &v->on) ? FILLING_FINE :
		    FILLING_MARK;
	case ENTRY_BUTTONS:
		return read_button(f, a, v, typed, detail) ? FILLING_FINE :
		    FILLING_CHOICE;
	case ENTRY_CHOICE:
		if (!read_choice(f, a, v, typed, detail))
			return FILLING_CHOICE;
		break;
	case ENTRY_TEXT:
	case ENTRY_SIGNATURE:
		break;
	}
	return read_text(f, a, v, detail);
}

/* --- Writing */

/* Begins the dictionary again, without the keys that the caller adds: the
 * value and another one. */
static void
put_others(struct update *u, const struct json *dict, const char *key)
{
	const struct json *c;

	sink_puts(u->out, "<<");
	for (c = dict->first; c != NULL; c = c->next) {
		if (str_eq(c->key, S("/V")) || str_eq(c->key, str_of(key)))
			continue;
		sink_put(u->out, pdf_value_name(u->arena, &(struct json){
		    .kind = JSON_STRING, .text = c->key }));
		pdf_value_write(u->out, u->arena, c);
	}
}

static void
put_state(struct update *u, const char *key, str state)
{
	sink_puts(u->out, key);
	sink_put(u->out, pdf_value_name(u->arena, &(struct json){
	    .kind = JSON_STRING, .text = str_join(u->arena, S("/"), state) }));
}

/* The appearance, as an object; returns its number. */
static size_t
write_look(const struct filling *f, struct update *u,
    const struct filling_value *v)
{
	const struct look_box *box = &f->boxes[v->entry - f->entries.items];
	struct sink look = { 0 };
	size_t number;

	look_write(&look, &f->font, box, v->entry, v->text);
	number = update_add(u);
	sink_puts(u->out, "<</Type/XObject/Subtype/Form/BBox[0 0");
	pdf_token_real(u->out, box->width);
	pdf_token_real(u->out, box->height);
	sink_puts(u->out, "]/Resources<</Font<</Wingdings ");
	sink_put(u->out, f->font.object);
	sink_puts(u->out, ">>>>");
	pdf_token_put_int(u->out, "Length", (long long)look.len);
	sink_puts(u->out, ">>\nstream\n");
	sink_put(u->out, sink_str(&look));
	sink_puts(u->out, "\nendstream");
	update_close(u);
	sink_free(&look);
	return number;
}

static void
write_text(const struct filling *f, struct update *u,
    const struct filling_value *v)
{
	size_t look = write_look(f, u, v);

	update_replace(u, v->entry->object);
	put_others(u, v->entry->field, "/AP");
	pdf_token_put_text(u->out, "V", v->text);
	sink_puts(u->out, "/AP<</N");
	pdf_token_ref(u->out, (unsigned)look);
	sink_puts(u->out, ">>>>");
	update_close(u);
}

static void
write_box(const struct filling *f, struct update *u,
    const struct filling_value *v)
{
	str state = v->on ? state_of(f, u->arena, v->entry->field) : S("Off");

	update_replace(u, v->entry->object);
	put_others(u, v->entry->field, "/AS");
	put_state(u, "/V", state);
	put_state(u, "/AS", state);
	sink_puts(u->out, ">>");
	update_close(u);
}

static void
write_button(const struct filling *f, struct update *u,
    const struct json *reference, str chosen)
{
	const struct json *kid = foreign_pdf_value(&f->pdf, reference);
	str state = state_of(f, u->arena, kid);

	if (!str_eq(state, chosen))
		state = S("Off");
	if (kid == NULL || !foreign_pdf_is_reference(reference) ||
	    str_eq(state, pdf_value_text(u->arena, json_get(kid, S("/AS")))))
		return;
	update_replace(u, reference->text);
	put_others(u, kid, "/AS");
	put_state(u, "/AS", state);
	sink_puts(u->out, ">>");
	update_close(u);
}

static void
write_buttons(const struct filling *f, struct update *u,
    const struct filling_value *v)
{
	const struct json *kid = first_kid(v->entry);

	update_replace(u, v->entry->object);
	put_others(u, v->entry->field, "/AS");
	put_state(u, "/V", v->text);
	sink_puts(u->out, ">>");
	update_close(u);
	for (; kid != NULL; kid = kid->next)
		write_button(f, u, kid, v->text);
}

void
filling_write(const struct filling *f, struct arena *scratch, struct sink *k,
    const struct filling_value *values, size_t num)
{
	struct update u;
	size_t i;

	if (!update_start(&u, scratch, k, &f->pdf, f->record))
		return;
	for (i = 0; i < num; i++) {
		if ((values[i].entry->flags & ENTRY_READ_ONLY) != 0)
			continue;
		switch (values[i].entry->kind) {
		case ENTRY_TEXT:
		case ENTRY_CHOICE:
			write_text(f, &u, &values[i]);
			break;
		case ENTRY_BOX:
			write_box(f, &u, &values[i]);
			break;
		case ENTRY_BUTTONS:
			write_buttons(f, &u, &values[i]);
			break;
		case ENTRY_SIGNATURE:
			break;
		}
	}
	if (u.num != 0)
		update_finish(&u);
}
