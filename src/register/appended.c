/* SPDX-License-Identifier: ISC */
#include "register/appended.h"

#include "register/packed.h"

/*
 * Judging an update
 * -----------------
 * record_prefix_is_chained() and packed_is_clear() have shown that all readers
 * find the same objects.
 * The question left is which objects of the record they see replaced. qpdf
 * reads the record and the whole file; an object at the same place in both is
 * the same bytes and is not compared.
 *
 * An object of the record at another place is judged by its role in the record
 * (appended_roles.c). An object without a role, or with two, must be equal in
 * both (ROLE_EXACT). So must an appearance, a list or metadata that another
 * part of the record also uses: a change there would show elsewhere. The
 * other roles allow what signing and filling in need, and no more:
 *
 *   catalogue    /AcroForm, /DSS, /Extensions, /Metadata, /Perms with /DocMDP
 *   Info         the date of the change and the producer
 *   metadata     any stream with the type /Metadata
 *   page         new signatures at the end of /Annots
 *   form         new signatures at the end of /Fields, and /SigFlags; defaults
 *                for text only where the record has no form
 *   lists        /Annots and /Fields as separate objects: new signatures at the
 *                end
 *   field        value, state, appearance and the date of the change (/V /AS
 *                /AP /M); not of a read-only field, nor of a signature that has
 *                a value
 *   appearance   any stream in place of the stream of a field
 *
 * A new signature is a field that the record does not have, with a rectangle
 * of no size, empty streams for its appearance, and only keys from a list: it
 * cannot show or do anything.
 *
 * An object that only the update has needs no judgement of its own: a reader
 * comes to it through an object that was judged. But it must not have the
 * number of an object of the record in another generation, and the trailer must
 * name the same catalogue, an Info that may differ as above, and no encryption.
 */

enum { FIELD_DEPTH = 16, READ_ONLY = 1 };

struct judge {
	struct arena	*arena;
	struct foreign_pdf ours;	/* the record */
	struct foreign_pdf theirs;	/* the whole file */
	const struct appended_roles *roles;	/* of the objects of ours */
	struct appended	 result;
};

/* --- Small things */

static void
refuse(struct judge *j, enum appended_verdict why, str object)
{
	if (j->result.verdict != APPENDED_FINE)
		return;
	j->result.verdict = why;
	j->result.object = object;
}

static bool
is_one_of(str key, const char *const *keys)
{
	for (; *keys != NULL; keys++)
		if (str_eq(key, str_of(*keys)))
			return true;
	return false;
}

/* Whether two dictionaries differ in nothing but the keys. */
static bool
differs_only(const struct json *old, const struct json *new,
    const char *const *keys)
{
	const struct json *c;

	if (old == NULL || new == NULL || old->kind != JSON_OBJECT ||
	    new->kind != JSON_OBJECT)
		return false;
	for (c = old->first; c != NULL; c = c->next)
		if (!is_one_of(c->key, keys) &&
		    !json_eq(c, json_get(new, c->key)))
			return false;
	for (c = new->first; c != NULL; c = c->next)
		if (!is_one_of(c->key, keys) &&
		    json_get(old, c->key) == NULL)
			return false;
	return true;
}

static const struct json *
ours(const struct judge *j, const struct json *v)
{
	return foreign_pdf_value(&j->ours, v);
}

static const struct json *
theirs(const struct judge *j, const struct json *v)
{
	return foreign_pdf_value(&j->theirs, v);
}

static const struct json *
first_of(const struct json *array)
{
	return array != NULL && array->kind == JSON_ARRAY ? array->first :
	    NULL;
}

/* --- Signatures */

static bool
is_empty_place(const struct json *rect)
{
	const struct json *c = first_of(rect);
	const struct json *d = c != NULL ? c->next : NULL;
	const struct json *e = d != NULL ? d->next : NULL;

	return e != NULL && e->next != NULL && e->next->next == NULL &&
	    json_eq(c, e) && json_eq(d, e->next);
}

static void
count_signature(struct judge *j, const struct json *field)
{
	const struct json *value = theirs(j, json_get(field, S("/V")));

	if (value == NULL || value->kind != JSON_OBJECT)
		return;
	if (json_is(json_get(value, S("/Type")), S("/DocTimeStamp")))
		j->result.stamps++;
	else
		j->result.signatures++;
}

/* Whether an appearance, if there is one, is of empty streams. */
static bool
is_blank(const struct judge *j, const struct json *looks)
{
	const struct json *c, *dict, *length;

	looks = theirs(j, looks);
	for (c = looks != NULL ? looks->first : NULL; c != NULL;
	    c = c->next) {
		if (!foreign_pdf_is_reference(c))
			return false;
		dict = json_get(json_get(foreign_pdf_object(&j->theirs,
		    c->text), S("stream")), S("dict"));
		length = json_get(dict, S("/Length"));
		/* F: the bytes are in another file. */
		if (length == NULL || !str_eq(length->text, S("0")) ||
		    json_get(dict, S("/F")) != NULL)
			return false;
	}
	return true;
}

/* A field that the record does not have: a signature without a place on the
 * sheet. It may have no action, and nothing to show. */
static bool
is_new_signature(const struct judge *j, const struct json *reference)
{
	static const char *const keys[] = { "/Type", "/Subtype", "/FT", "/T",
	    "/TU", "/V", "/F", "/Ff", "/P", "/Rect", "/Lock", "/SV",
	    "/M", "/AP", "/AS", "/DA", "/Border", NULL };
	static const struct json nothing = { .kind = JSON_OBJECT };
	const struct json *field = theirs(j, reference);

	return foreign_pdf_is_reference(reference) && map_find(
	    &j->ours.places, reference->text) == NULL &&
	    differs_only(&nothing, field, keys) &&
	    json_is(json_get(field, S("/FT")), S("/Sig")) &&
	    json_is(json_get(field, S("/Subtype")), S("/Widget")) &&
	    is_empty_place(json_get(field, S("/Rect"))) &&
	    is_blank(j, json_get(field, S("/AP")));
}

/* The new list must begin with the old one; the rest are new signatures. */
static bool
only_signatures_added(const struct judge *j, const struct json *old,
    const struct json *new)
{
	const struct json *c, *d;

	old = ours(j, old);
	new = theirs(j, new);
	d = first_of(new);
	for (c = first_of(old); c != NULL; c = c->next, d = d->next)
		if (d == NULL || !json_eq(c, d))
			return false;
	for (; d != NULL; d = d->next)
		if (!is_new_signature(j, d))
			return false;
	return new == NULL ? old == NULL : new->kind == JSON_ARRAY;
}

/* --- What was done to an object of the record */

static bool
is_form_fine(const struct judge *j, const struct json *old,
    const struct json *new)
{
	static const char *const added[] = { "/Fields", "/SigFlags", NULL };
	static const char *const made[] = { "/Fields", "/SigFlags", "/DA",
	    "/DR", "/Q", NULL };
	static const struct json nothing = { .kind = JSON_OBJECT };

	old = ours(j, old);
	new = theirs(j, new);
	if (new == NULL)
		return old == NULL;
	return differs_only(old != NULL ? old : &nothing, new, old != NULL ?
	    added : made) && only_signatures_added(j, json_get(old,
	    S("/Fields")), json_get(new, S("/Fields")));
}

static bool
is_catalogue_fine(const struct judge *j, const struct json *old,
    const struct json *new)
{
	static const char *const keys[] = { "/AcroForm", "/DSS", "/Extensions",
	    "/Metadata", "/Perms", NULL };
	static const char *const certifies[] = { "/DocMDP", NULL };
	static const struct json nothing = { .kind = JSON_OBJECT };
	const struct json *perms = theirs(j, json_get(new, S("/Perms")));
	const struct json *meta = json_get(new, S("/Metadata"));

	if (meta == NULL && json_get(old, S("/Metadata")) != NULL)
		return false;
	return differs_only(old, new, keys) &&
	    is_form_fine(j, json_get(old, S("/AcroForm")),
	    json_get(new, S("/AcroForm"))) &&
	    (perms == NULL || differs_only(&nothing, perms, certifies)) &&
	    (meta == NULL || json_get(foreign_pdf_object(&j->theirs,
	    meta->text), S("stream")) != NULL);
}

/* Whether the field, or the nearest field above it that has flags, is
 * read-only. */
static bool
is_read_only(const struct judge *j, const struct json *field)
{
	const struct json *flags = NULL;
	int depth;

	for (depth = 0; field != NULL && flags == NULL &&
	    depth < FIELD_DEPTH; depth++) {
		flags = json_get(field, S("/Ff"));
		field = ours(j, json_get(field, S("/Parent")));
	}
	return flags != NULL && flags->text.len != 0 &&
	    ((flags->text.p[flags->text.len - 1] - '0') & READ_ONLY) != 0;
}

static bool
is_field_fine(struct judge *j, const struct json *old, const struct json *new)
{
	static const char *const filled[] = { "/V", "/AS", "/AP", "/M", NULL };
	const struct json *value = json_get(old, S("/V"));
	bool is_signature = json_is(json_get(old, S("/FT")), S("/Sig"));

	if (is_read_only(j, old) || (is_signature && value != NULL))
		return json_eq(old, new);
	if (!is_signature && !json_eq(value, json_get(new, S("/V"))))
		j->result.is_filled_in = true;
	return differs_only(old, new, filled);
}

static bool
is_page_fine(struct judge *j, const struct json *old, const struct json *new,
    str name)
{
	static const char *const keys[] = { "/Annots", NULL };

	if (!differs_only(old, new, keys))
		return false;
	if (!only_signatures_added(j, json_get(old, S("/Annots")),
	    json_get(new, S("/Annots"))))
		refuse(j, APPENDED_ANNOTATION, name);
	return true;
}

static bool
is_info_fine(const struct json *old, const struct json *new)
{
	static const char *const keys[] = { "/ModDate", "/Producer", NULL };

	return differs_only(old, new, keys);
}

/* Whether an update may replace this object of the record as it does. */
static bool
is_fine(struct judge *j, str name, enum appended_role role)
{
	const struct json *object = foreign_pdf_object(&j->theirs, name);
	const struct json *stream = json_get(object, S("stream"));
	const struct json *new = json_get(object, S("value"));
	const struct json *old = json_get(foreign_pdf_object(&j->ours, name),
	    S("value"));

	switch (role) {
	case ROLE_EXACT:
		return old != NULL && json_eq(old, new);
	case ROLE_CATALOGUE:
		return is_catalogue_fine(j, old, new);
	case ROLE_INFO:
		return is_info_fine(old, new);
	case ROLE_METADATA:
		return json_is(json_get(json_get(stream, S("dict")),
		    S("/Type")), S("/Metadata"));
	case ROLE_PAGE:
		return is_page_fine(j, old, new, name);
	case ROLE_ANNOTATIONS:
	case ROLE_FIELDS:
		return only_signatures_added(j, old, new);
	case ROLE_FORM:
		return is_form_fine(j, old, new);
	case ROLE_FIELD:
		return is_field_fine(j, old, new);
	case ROLE_APPEARANCE:
		return old != NULL ? json_eq(old, new) : stream != NULL;
	}
	return false;
}

static void
judge_object(struct judge *j, str name)
{
	static const enum appended_verdict verdicts[] = {
		[ROLE_EXACT] = APPENDED_OBJECT,
		[ROLE_CATALOGUE] = APPENDED_CATALOGUE,
		[ROLE_INFO] = APPENDED_CATALOGUE,
		[ROLE_METADATA] = APPENDED_CATALOGUE,
		[ROLE_PAGE] = APPENDED_PAGE,
		[ROLE_ANNOTATIONS] = APPENDED_ANNOTATION,
		[ROLE_FORM] = APPENDED_FIELD,
		[ROLE_FIELDS] = APPENDED_FIELD,
		[ROLE_FIELD] = APPENDED_FIELD,
		[ROLE_APPEARANCE] = APPENDED_FIELD,
	};
	enum appended_role role = appended_roles_of(j->roles, name);

	if (!is_fine(j, name, role))
		refuse(j, verdicts[role], name);
}

/* --- The file as a whole */

static str
number_of(str name)
{
	return str_upto(name, str_find(name, ' '));
}

/* “12 1 R” would be a new generation of the record's “12 0 R”, and readers may
 * differ in which one they show. */
static void
judge_generations(struct judge *j)
{
	struct map numbers = map_make(j->arena);
	str name;
	size_t i;

	for (i = 0; i < j->ours.num; i++)
		map_slot(&numbers, number_of(j->ours.names[i]));
	for (i = 0; i < j->theirs.num; i++) {
		name = j->theirs.names[i];
		if (map_find(&j->ours.places, name) == NULL &&
		    map_find(&numbers, number_of(name)) != NULL)
			refuse(j, APPENDED_OBJECT, name);
	}
}

static void
judge_trailer(struct judge *j)
{
	const struct json *old = j->ours.trailer, *new = j->theirs.trailer;
	const struct json *info = json_get(new, S("/Info"));
	static const struct json nothing = { .kind = JSON_OBJECT };

	if (!json_eq(json_get(old, S("/Root")), json_get(new, S("/Root"))) ||
	    json_get(new, S("/Encrypt")) != NULL)
		refuse(j, APPENDED_CATALOGUE, S("trailer"));
	if (info != NULL && !json_eq(json_get(old, S("/Info")), info) &&
	    !is_info_fine(json_get(old, S("/Info")) == NULL ? &nothing :
	    ours(j, json_get(old, S("/Info"))), theirs(j, info)))
		refuse(j, APPENDED_CATALOGUE, S("trailer"));
}

static void
count_signatures(struct judge *j)
{
	const struct json *root = theirs(j, json_get(j->theirs.trailer,
	    S("/Root")));
	const struct json *form = theirs(j, json_get(root, S("/AcroForm")));
	const struct json *c = first_of(theirs(j, json_get(form,
	    S("/Fields"))));

	for (; c != NULL; c = c->next)
		if (json_is(json_get(theirs(j, c), S("/FT")), S("/Sig")))
			count_signature(j, theirs(j, c));
}

static void
judge_objects(struct judge *j)
{
	size_t i;

	judge_trailer(j);
	judge_generations(j);
	for (i = 0; i < j->ours.num; i++)
		if (!foreign_pdf_same_place(&j->ours, &j->theirs,
		    j->ours.names[i]))
			judge_object(j, j->ours.names[i]);
	count_signatures(j);
}

void
appended_base_read(struct appended_base *base, struct arena *a, str record)
{
	base->possible = foreign_pdf_is_possible();
	base->read = base->possible && foreign_pdf_read(&base->pdf, a, record);
	if (base->read)
		appended_roles_find(&base->roles, a, &base->pdf);
}

struct appended
appended_judge_from(struct arena *a, const struct appended_base *base,
    const struct record_prefix *p, struct foreign_pdf *theirs)
{
	struct judge j = { .arena = a, .ours = base->pdf,
	    .roles = &base->roles };
	str file = { p->record.p, p->record.len + p->appended.len };

	if (record_prefix_is_chained(p) && !base->possible)
		refuse(&j, APPENDED_NO_PROGRAM, S("–"));
	else if (!record_prefix_is_chained(p) || !base->read ||
	    !foreign_pdf_read(&j.theirs, a, file) ||
	    !packed_is_clear(a, file, &j.ours, &j.theirs))
		refuse(&j, APPENDED_UNREAD, S("–"));
	else
		judge_objects(&j);
	*theirs = j.theirs;
	return j.result;
}

struct appended
appended_judge(struct arena *a, const struct record_prefix *p)
{
	struct appended_base base;
	struct foreign_pdf theirs;

	if (p->appended.len == 0)
		return (struct appended){ .verdict = APPENDED_FINE };
	appended_base_read(&base, a, p->record);
	return appended_judge_from(a, &base, p, &theirs);
}
