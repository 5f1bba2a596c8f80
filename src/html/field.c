/* SPDX-License-Identifier: ISC */
#include "html/field.h"

#include "base/arena.h"
#include "base/turkish.h"
#include "html/blank.h"
#include "html/html.h"

/* Lines of a long text, and columns of a blank whose length the author has not
 * given. */
enum { LINES = 4, COLUMNS = 24, COLUMNS_MAX = 40 };
/* “gg.aa.yyyy” */
enum { DATE = 10 };

struct filler {
	struct html		*h;
	const struct doc	*doc;
	const struct field	*f;
	str			 id;
};

str
html_field_id(const struct doc *doc, const struct field *f)
{
	str id = str_join(doc->arena, S("m_f_"), f->name);

	return f->type != FIELD_RADIO ? id :
	    str_join3(doc->arena, id, S("_"), f->value);
}

/* What is said after the field; empty: nothing. */
static str
hint_of(const struct filler *to)
{
	const struct field *f = to->f;

	if (f->hint.len != 0 && !str_eq(f->hint, f->label))
		return f->hint;
	return f->type == FIELD_DATE ? lang_word(to->doc->lang,
	    WORD_DATE_FORM) : S("");
}

static str
hint_id(const struct filler *to)
{
	return str_join(to->doc->arena, S("m_h_"), to->f->name);
}

/* --- What a browser may fill in by itself (HTML Living Standard, 4.10.18.7) */

static const struct {
	const char	*slug;		/* of the label; “…-” begins it */
	const char	*token;
} tokens[] = {
	{ "adi-soyadi", "name" }, { "ad-soyad", "name" },
	{ "ad-ve-soyad", "name" }, { "adi-ve-soyadi", "name" },
	{ "name", "name" }, { "full-name", "name" },
	{ "adi", "given-name" }, { "ad", "given-name" },
	{ "first-name", "given-name" }, { "soyadi", "family-name" },
	{ "soyad", "family-name" }, { "last-name", "family-name" },
	{ "surname", "family-name" }, { "dogum-tarihi", "bday" },
	{ "date-of-birth", "bday" }, { "adres", "street-address" },
	{ "adresi", "street-address" }, { "address", "street-address" },
	{ "unvani", "organization-title" }, { "unvan", "organization-title" },
};

/* An identity number is nothing that a browser should keep. */
static bool
is_identity(str slug)
{
	return str_search(slug, S("kimlik")) < slug.len ||
	    str_search(slug, S("identity")) < slug.len ||
	    str_search(slug, S("pasaport")) < slug.len ||
	    str_search(slug, S("passport")) < slug.len;
}

static str
token_of(const struct filler *to)
{
	str slug = turkish_slug(to->doc->arena, to->f->label);
	size_t i;

	if (to->f->office || is_identity(slug))
		return S("off");
	if (to->f->type == FIELD_MAIL)
		return S("email");
	if (to->f->type == FIELD_PHONE)
		return S("tel");
	for (i = 0; i < sizeof(tokens) / sizeof(tokens[0]); i++)
		if (str_eq(slug, str_of(tokens[i].slug)))
			return str_of(tokens[i].token);
	return S("");
}

/* The first field with a token is the reader's own; a second one is another
 * person's. */
static bool
is_first(const struct filler *to, str token)
{
	const struct field_list *l = &to->doc->fields;
	struct filler other = *to;
	size_t i;

	for (i = 0; i < l->num && l->items[i] != to->f; i++) {
		other.f = l->items[i];
		if (other.f->type < FIELD_CHECK && str_eq(token_of(&other),
		    token))
			return false;
	}
	return true;
}

static void
put_autocomplete(const struct filler *to)
{
	str token = token_of(to);

	if (token.len != 0 && (str_eq(token, S("off")) || is_first(to, token)))
		html_attr(to->h, "autocomplete", token);
}

/* --- Elements */

static void
put_common(const struct filler *to)
{
	const struct field *f = to->f;
	bool read_only = f->office && to->doc->front_matter.office_fields !=
	    ANSWER_YES;

	html_attr(to->h, "id", to->id);
	html_attr(to->h, "name", f->name);
	if (!f->own_label)
		html_attr(to->h, "aria-label", f->label);
	if (hint_of(to).len != 0 && f->type != FIELD_SIGNATURE)
		html_attr(to->h, "aria-describedby", hint_id(to));
	if (f->required)
		html_attr(to->h, "required", S(""));
	if (!read_only)
		return;
	if (f->type == FIELD_CHECK || f->type == FIELD_RADIO ||
	    f->type == FIELD_CHOICE)
		html_attr(to->h, "disabled", S(""));
	else
		html_attr(to->h, "readonly", S(""));
}

static void
put_lengths(const struct filler *to)
{
	unsigned length = to->f->type == FIELD_DATE ? DATE : to->f->length;
	unsigned columns = length != 0 ? length : COLUMNS;

	html_attr_uint(to->h, "size", columns < COLUMNS_MAX ? columns :
	    COLUMNS_MAX);
	if (length != 0)
		html_attr_uint(to->h, "maxlength", length);
}

/* The keyboard of a phone: that of numbers has no “.” where a decimal comma is
 * written, so a date has that of text. */
static void
put_line(const struct filler *to)
{
	static const char *const types[] = { [FIELD_TEXT] = "text",
	    [FIELD_NUMBER] = "text", [FIELD_DATE] = "text",
	    [FIELD_MAIL] = "email", [FIELD_PHONE] = "tel" };
	str slug = turkish_slug(to->doc->arena, to->f->label);

	html_open(to->h, ELEM_INPUT);
	html_attr(to->h, "type", str_of(types[to->f->type]));
	if (to->f->type == FIELD_TEXT && is_identity(slug))
		html_attr(to->h, "inputmode", S("numeric"));
	else if (to->f->type == FIELD_NUMBER)
		html_attr(to->h, "inputmode", S("decimal"));
	if (to->f->type == FIELD_DATE)
		html_attr(to->h, "pattern", S("(0?[1-9]|[12][0-9]|"
		    "3[01])\\.(0?[1-9]|1[0-2])\\.[0-9]{4}"));
	if (to->f->length == 0 && to->f->type == FIELD_TEXT)
		html_attr(to->h, "class", S("fill"));
	put_lengths(to);
	put_autocomplete(to);
	put_common(to);
	html_close(to->h, ELEM_INPUT);
}

static void
put_long(const struct filler *to)
{
	html_open(to->h, ELEM_TEXTAREA);
	html_attr_uint(to->h, "rows", LINES);
	put_autocomplete(to);
	put_common(to);
	html_close(to->h, ELEM_TEXTAREA);
}

static void
put_choice(const struct filler *to)
{
	size_t i;

	html_open(to->h, ELEM_SELECT);
	put_common(to);
	html_open(to->h, ELEM_OPTION);
	html_attr(to->h, "value", S(""));
	html_text(to->h, S("–"));
	html_close(to->h, ELEM_OPTION);
	for (i = 0; i < to->f->num_choices; i++) {
		html_open(to->h, ELEM_OPTION);
		html_text(to->h, to->f->choices[i]);
		html_close(to->h, ELEM_OPTION);
	}
	html_close(to->h, ELEM_SELECT);
}

static void
put_box(const struct filler *to)
{
	bool radio = to->f->type == FIELD_RADIO;

	html_open(to->h, ELEM_INPUT);
	html_attr(to->h, "type", radio ? S("radio") : S("checkbox"));
	put_common(to);
	if (radio)
		html_attr(to->h, "value", to->f->value);
	if (to->f->ticked)
		html_attr(to->h, "checked", S(""));
	html_close(to->h, ELEM_INPUT);
}

/* Nobody signs on a page: the place is for paper. */
static void
put_signature(const struct filler *to)
{
	html_open(to->h, ELEM_SPAN);
	html_attr(to->h, "class", S("sign-here"));
	html_attr(to->h, "id", to->id);
	html_attr(to->h, "role", S("img"));
	html_attr(to->h, "aria-label", to->f->label);
	html_close(to->h, ELEM_SPAN);
}

void
html_field_put_required(struct html *h, const struct doc *doc)
{
	html_open(h, ELEM_SPAN);
	html_attr(h, "class", S("required"));
	html_attr(h, "data-generated", S(""));
	html_text(h, lang_word(doc->lang, WORD_REQUIRED));
	html_close(h, ELEM_SPAN);
	html_text(h, S(" "));
}

static void
put_hint(const struct filler *to)
{
	html_text(to->h, S(" "));
	html_open(to->h, ELEM_SPAN);
	html_attr(to->h, "class", S("hint"));
	html_attr(to->h, "id", hint_id(to));
	html_attr(to->h, "data-generated", S(""));
	html_text(to->h, hint_of(to));
	html_close(to->h, ELEM_SPAN);
}

static void
put_element(const struct filler *to)
{
	switch (to->f->type) {
	case FIELD_TEXT:
	case FIELD_NUMBER:
	case FIELD_DATE:
	case FIELD_MAIL:
	case FIELD_PHONE:
		put_line(to);
		break;
	case FIELD_LONG:
		put_long(to);
		break;
	case FIELD_SIGNATURE:
		put_signature(to);
		break;
	case FIELD_CHOICE:
		put_choice(to);
		break;
	case FIELD_CHECK:
	case FIELD_RADIO:
		put_box(to);
		break;
	}
}

void
html_field_put(struct html *h, const struct doc *doc, const struct field *f)
{
	const struct filler to = { h, doc, f, html_field_id(doc, f) };
	bool dated = f->type == FIELD_DATE && f->hint.len == 0;

	if (field_says_star(f))
		html_field_put_required(h, doc);
	/* The form of a date is short, and stays beside its field. */
	if (dated) {
		html_open(h, ELEM_SPAN);
		html_attr(h, "class", S("dated"));
	}
	if (h->scope == NULL)
		put_element(&to);
	else
		html_blank_put(h, f);
	if (hint_of(&to).len != 0)
		put_hint(&to);
	if (dated)
		html_close(h, ELEM_SPAN);
}
