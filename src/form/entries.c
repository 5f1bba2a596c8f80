/* SPDX-License-Identifier: ISC */
#include "form/entries.h"

#include "base/arena.h"
#include "form/pdf_value.h"

enum { DEPTH_LIMIT = 32, FIELDS_LIMIT = 10000, VALUES_LIMIT = 64 };

/* What a field has of those above it, where it does not say it itself. */
struct heritage {
	str		 name;
	const struct json *type, *value, *flags, *length, *options;
};

struct reader {
	struct arena	*arena;
	const struct foreign_pdf *pdf;
	str		 file;
	struct entries	*entries;
	struct map	 seen;		/* objects */
	struct map	 names;		/* -> number: index from 1 */
	size_t		 cap;
	size_t		 streams;	/* values that were streams */
};

static const struct json *
value_in(const struct reader *r, const struct json *dict, const char *key)
{
	return foreign_pdf_value(r->pdf, json_get(dict, str_of(key)));
}

static const struct json *
first_of(const struct json *array)
{
	return array != NULL && array->kind == JSON_ARRAY ? array->first :
	    NULL;
}

/* --- Values */

static str
text_of_stream(struct reader *r, const struct json *reference)
{
	str number = str_upto(reference->text, str_find(reference->text, ' '));
	str bytes;

	if (r->file.len == 0 || r->streams++ == VALUES_LIMIT || json_get(foreign_pdf_object(r->pdf,
	    reference->text), S("stream")) == NULL ||
	    !foreign_pdf_stream_of_any(r->arena, r->file, number, &bytes))
		return S("");
	return pdf_value_bytes(r->arena, bytes);
}

/* A text, or the texts of a list with commas between them. */
static str
text_of(struct reader *r, const struct json *v)
{
	const struct json *value = foreign_pdf_value(r->pdf, v), *c;
	str text = S("");

	if (foreign_pdf_is_reference(v) && value == NULL)
		return text_of_stream(r, v);
	if (value == NULL || value->kind != JSON_ARRAY)
		return pdf_value_text(r->arena, value);
	for (c = value->first; c != NULL; c = c->next)
		text = str_join(r->arena, text, c == value->first ? S("") :
		    S(", "), pdf_value_text(r->arena, foreign_pdf_value(r->pdf,
		    c)));
	return text;
}

static bool
is_on(str state)
{
	return state.len != 0 && !str_eq(state, S("Off"));
}

/* The state of a box or button that says no value: that which it shows. */
static str
shown_state(const struct reader *r, const struct json *field)
{
	str state = pdf_value_text(r->arena, value_in(r, field, "/AS"));
	const struct json *kid = first_of(value_in(r, field, "/Kids"));

	for (; !is_on(state) && kid != NULL; kid = kid->next)
		state = pdf_value_text(r->arena, value_in(r,
		    foreign_pdf_value(r->pdf, kid), "/AS"));
	return state;
}

/* Buttons may be numbered; then the list has what they mean (12.7.4.2.4). */
static str
meaning(const struct reader *r, const struct json *options, str state)
{
	const struct json *c = first_of(options);
	struct json number = { .kind = JSON_OTHER, .text = state };
	size_t n;

	if (c == NULL || !pdf_value_number(&number, &n))
		return state;
	for (; c != NULL && n != 0; n--)
		c = c->next;
	return c != NULL ? pdf_value_text(r->arena, foreign_pdf_value(r->pdf,
	    c)) : state;
}

static void
read_state(struct reader *r, struct entry *e, const struct heritage *h)
{
	str state = pdf_value_text(r->arena, foreign_pdf_value(r->pdf,
	    h->value));

	if (state.len == 0)
		state = shown_state(r, e->field);
	e->on = is_on(state);
	if (e->kind == ENTRY_BUTTONS && e->on)
		e->value = meaning(r, foreign_pdf_value(r->pdf, h->options),
		    state);
}

/* --- Fields */

static bool
kind_of(const struct reader *r, const struct heritage *h, size_t flags,
    enum entry_kind *kind)
{
	str type = pdf_value_text(r->arena, foreign_pdf_value(r->pdf,
	    h->type));

	if (str_eq(type, S("Tx")))
		*kind = ENTRY_TEXT;
	else if (str_eq(type, S("Ch")))
		*kind = ENTRY_CHOICE;
	else if (str_eq(type, S("Sig")))
		*kind = ENTRY_SIGNATURE;
	else if (str_eq(type, S("Btn")) && (flags & ENTRY_PUSH) == 0)
		*kind = (flags & ENTRY_RADIO) != 0 ? ENTRY_BUTTONS : ENTRY_BOX;
	else
		return false;
	return true;
}

static void
read_value(struct reader *r, struct entry *e, const struct heritage *h)
{
	const struct json *value = foreign_pdf_value(r->pdf, h->value);

	switch (e->kind) {
	case ENTRY_TEXT:
	case ENTRY_CHOICE:
		if (h->value != NULL)
			e->value = text_of(r, h->value);
		break;
	case ENTRY_BOX:
	case ENTRY_BUTTONS:
		read_state(r, e, h);
		break;
	case ENTRY_SIGNATURE:
		e->on = value != NULL && value->kind == JSON_OBJECT;
		r->entries->signatures += e->on;
		break;
	}
}

static bool
is_filled(const struct entry *e)
{
	return e->on || e->value.len != 0;
}

/* Of two fields with one name, which are one (12.7.3.2), the filled one. */
static void
add(struct reader *r, const struct entry *e)
{
	struct map_slot *slot = map_slot(&r->names, e->name);
	struct entries *all = r->entries;
	struct entry *old = all->items;

	if (slot->number != 0) {
		if (!is_filled(&old[slot->number - 1]))
			old[slot->number - 1] = *e;
		return;
	}
	if (all->num == r->cap) {
		r->cap = r->cap != 0 ? 2 * r->cap : 64;
		all->items = arena_array(r->arena, struct entry, r->cap);
		if (all->num != 0)
			memcpy(all->items, old, all->num * sizeof(*old));
	}
	all->items[all->num++] = *e;
	slot->number = all->num;
}

static void
add_field(struct reader *r, const struct json *field, str object,
    const struct heritage *h)
{
	struct entry e = { .name = h->name, .object = object, .field = field,
	    .options = foreign_pdf_value(r->pdf, h->options) };

	pdf_value_number(foreign_pdf_value(r->pdf, h->flags), &e.flags);
	pdf_value_number(foreign_pdf_value(r->pdf, h->length), &e.length);
	if (!kind_of(r, h, e.flags, &e.kind))
		return;
	read_value(r, &e, h);
	add(r, &e);
}

static void
take(const struct json **inherited, const struct json *own)
{
	if (own != NULL)
		*inherited = own;
}

static struct heritage
inherit(const struct reader *r, const struct json *field,
    const struct heritage *above)
{
	struct heritage h = *above;
	const struct json *own = value_in(r, field, "/T");

	if (own != NULL)
		h.name = str_join(r->arena, h.name, h.name.len != 0 ? S(".") :
		    S(""), pdf_value_text(r->arena, own));
	take(&h.type, json_get(field, S("/FT")));
	take(&h.value, json_get(field, S("/V")));
	take(&h.flags, json_get(field, S("/Ff")));
	take(&h.length, json_get(field, S("/MaxLen")));
	take(&h.options, json_get(field, S("/Opt")));
	return h;
}

/* Whether the kids are fields: widgets alone have no name. */
static bool
has_fields(const struct reader *r, const struct json *kids)
{
	const struct json *c;

	for (c = first_of(kids); c != NULL; c = c->next)
		if (value_in(r, foreign_pdf_value(r->pdf, c), "/T") != NULL)
			return true;
	return false;
}

static void
read_fields(struct reader *r, const struct json *list,
    const struct heritage *above, int depth)
{
	const struct json *c, *field, *kids;
	struct heritage h;

	for (c = first_of(list); c != NULL; c = c->next) {
		field = foreign_pdf_value(r->pdf, c);
		if (field == NULL || field->kind != JSON_OBJECT ||
		    r->seen.num == FIELDS_LIMIT)
			continue;
		if (foreign_pdf_is_reference(c) &&
		    map_slot(&r->seen, c->text)->number++ != 0)
			continue;
		h = inherit(r, field, above);
		kids = value_in(r, field, "/Kids");
		if (!has_fields(r, kids))
			add_field(r, field, foreign_pdf_is_reference(c) ?
			    c->text : S(""), &h);
		else if (depth < DEPTH_LIMIT)
			read_fields(r, kids, &h, depth + 1);
	}
}

void
entries_read(struct entries *all, struct arena *a,
    const struct foreign_pdf *pdf, str file)
{
	struct reader r = { .arena = a, .pdf = pdf, .file = file,
	    .entries = all, .seen = map_make(a), .names = map_make(a) };
	const struct json *root = value_in(&r, pdf->trailer, "/Root");
	const struct json *form = value_in(&r, root, "/AcroForm");

	*all = (struct entries){ .has_xfa = json_get(form, S("/XFA")) !=
	    NULL };
	read_fields(&r, value_in(&r, form, "/Fields"), &(struct heritage){
	    .name = S("") }, 0);
}
