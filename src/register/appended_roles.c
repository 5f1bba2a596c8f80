/* SPDX-License-Identifier: ISC */
#include "register/appended_roles.h"

enum { FIELD_DEPTH = 16 };

static const struct json *
value_of(const struct appended_roles *r, const struct json *v)
{
	return foreign_pdf_value(r->pdf, v);
}

static const struct json *
first_of(const struct json *array)
{
	return array != NULL && array->kind == JSON_ARRAY ? array->first :
	    NULL;
}

/* Gives a reference a role; true where it had none. An object with two roles
 * may not change at all. */
static bool
mark(struct appended_roles *r, const struct json *reference,
    enum appended_role role)
{
	struct map_slot *slot;
	bool is_new;

	if (!foreign_pdf_is_reference(reference))
		return false;
	slot = map_slot(&r->roles, reference->text);
	is_new = slot->value == NULL;
	slot->number = is_new || slot->number == role ? role : ROLE_EXACT;
	slot->value = r;
	return is_new;
}

/* Marks a stream, or the streams of a dictionary of states. */
static void
mark_appearance(struct appended_roles *r, const struct json *v)
{
	const struct json *states = value_of(r, v), *c;

	mark(r, v, ROLE_APPEARANCE);
	if (states != NULL && states->kind == JSON_OBJECT)
		for (c = states->first; c != NULL; c = c->next)
			mark(r, c, ROLE_APPEARANCE);
}

static void
mark_fields(struct appended_roles *r, const struct json *fields, int depth)
{
	const struct json *c, *field, *looks, *look;

	mark(r, fields, ROLE_FIELDS);
	for (c = first_of(value_of(r, fields)); c != NULL; c = c->next) {
		if (!mark(r, c, ROLE_FIELD) || depth == FIELD_DEPTH)
			continue;
		field = value_of(r, c);
		mark_fields(r, json_get(field, S("/Kids")), depth + 1);
		looks = json_get(field, S("/AP"));
		mark(r, looks, ROLE_APPEARANCE);
		looks = value_of(r, looks);
		if (looks != NULL && looks->kind == JSON_OBJECT)
			for (look = looks->first; look != NULL;
			    look = look->next)
				mark_appearance(r, look);
	}
}

static void
mark_pages(struct appended_roles *r)
{
	const struct json *page;
	struct json name = { .kind = JSON_STRING };
	size_t i;

	for (i = 0; i < r->pdf->num; i++) {
		name.text = r->pdf->names[i];
		page = value_of(r, &name);
		if (!json_is(json_get(page, S("/Type")), S("/Page")))
			continue;
		mark(r, &name, ROLE_PAGE);
		mark(r, json_get(page, S("/Annots")), ROLE_ANNOTATIONS);
	}
}

static void
count_uses(struct appended_roles *r, const struct json *v)
{
	const struct json *c;

	if (foreign_pdf_is_reference(v))
		map_slot(&r->uses, v->text)->number++;
	for (c = v->first; c != NULL; c = c->next)
		count_uses(r, c);
}

static void
mark_all(struct appended_roles *r)
{
	const struct json *root = json_get(r->pdf->trailer, S("/Root"));
	const struct json *form = json_get(value_of(r, root), S("/AcroForm"));
	const struct json *object;
	size_t i;

	mark(r, root, ROLE_CATALOGUE);
	mark(r, json_get(r->pdf->trailer, S("/Info")), ROLE_INFO);
	mark(r, json_get(value_of(r, root), S("/Metadata")), ROLE_METADATA);
	mark(r, form, ROLE_FORM);
	mark_fields(r, json_get(value_of(r, form), S("/Fields")), 0);
	mark_pages(r);
	for (i = 0; i < r->pdf->num; i++) {
		object = foreign_pdf_object(r->pdf, r->pdf->names[i]);
		if (object != NULL)
			count_uses(r, object);
	}
}

void
appended_roles_find(struct appended_roles *r, struct arena *a,
    const struct foreign_pdf *pdf)
{
	*r = (struct appended_roles){ pdf, map_make(a), map_make(a) };
	mark_all(r);
}

/* Something else of the record may show what is an appearance, or use a list:
 * then it may not change. */
enum appended_role
appended_roles_of(const struct appended_roles *r, str name)
{
	const struct map_slot *slot = map_find(&r->roles, name);
	const struct map_slot *uses = map_find(&r->uses, name);
	enum appended_role role = slot != NULL ?
	    (enum appended_role)slot->number : ROLE_EXACT;

	if ((role == ROLE_METADATA || role == ROLE_ANNOTATIONS ||
	    role == ROLE_FIELDS || role == ROLE_APPEARANCE) &&
	    (uses == NULL || uses->number != 1))
		return ROLE_EXACT;
	return role;
}
