/* SPDX-License-Identifier: ISC */
#include "import/fields.h"

#include "base/arena.h"
#include "import/dialect.h"

enum { CODE_LIMIT = 4096, CHOICES = 50 };

/* --- The code */

static bool
is_sign(char c)
{
	return char_is_space(c) || c == '"';
}

/* Takes the next word of a code, or what stands in quotation marks. */
static bool
next_word(str *code, str *word)
{
	size_t n = 0;
	bool quoted;

	while (code->len != 0 && char_is_space(*code->p))
		*code = str_from(*code, 1);
	if (code->len == 0)
		return false;
	quoted = *code->p == '"';
	*code = str_from(*code, quoted);
	while (n < code->len && (quoted ? code->p[n] != '"' :
	    !is_sign(code->p[n])))
		n++;
	*word = str_upto(*code, n);
	*code = str_from(*code, n + quoted);
	return true;
}

/* HYPERLINK "address" \l "bookmark" */
static str
link_of(struct reading *r, str code)
{
	str word, link = S("");

	while (next_word(&code, &word)) {
		if (str_eq(word, S("\\l")) && next_word(&code, &word))
			return str_join(r->arena, link, S("#"), word);
		if (!str_starts(word, S("\\")) && link.len == 0)
			link = str_copy(r->arena, word);
	}
	return link;
}

/* --- Form fields */

static void
add_field(struct reading *r, struct runs *to, str kind)
{
	blocks_run(r->arena, to, RUN_FIELD)->text = kind;
}

/* “seç: Konya / Ankara”; a choice that is no such list is a plain field. */
static str
choices_of(struct reading *r, const struct element *list,
    enum element_name name, const char *attr)
{
	struct sink k = { 0 };
	const struct element *n;
	size_t num = 0;
	str text;

	for (n = list->first; n != NULL && num < CHOICES; n = n->next) {
		text = str_trim(element_attr(n, attr));
		if (n->name != name || text.len == 0 ||
		    str_search(text, S(" / ")) != text.len ||
		    (name == ELEMENT_CONTROL_ENTRY &&
		    element_attr(n, "value").len == 0))
			continue;
		sink_put(&k, num++ != 0 ? S(" / ") :
		    dialect_text(DIALECT_CHOICE));
		sink_put(&k, text);
	}
	if (num < 2)
		sink_reset(&k);
	return sink_take(&k, r->arena);
}

static void
add_form(struct reading *r, const struct element *form, struct runs *to)
{
	const struct element *box = element_child(form, ELEMENT_FORM_BOX);
	const struct element *list = element_child(form, ELEMENT_FORM_LIST);
	const struct element *input = element_child(form, ELEMENT_FORM_INPUT);
	str type = element_value(input, ELEMENT_TYPE);

	if (box != NULL)
		blocks_run(r->arena, to, RUN_BOX)->number =
		    element_is_on(box, element_child(box,
		    ELEMENT_FORM_CHECKED) != NULL ? ELEMENT_FORM_CHECKED :
		    ELEMENT_FORM_DEFAULT);
	else if (list != NULL)
		add_field(r, to, choices_of(r, list, ELEMENT_FORM_ENTRY,
		    "val"));
	else if (str_eq(type, S("date")))
		add_field(r, to, dialect_text(DIALECT_DATE));
	else if (str_eq(type, S("number")))
		add_field(r, to, dialect_text(DIALECT_NUMBER));
	else
		add_field(r, to, S(""));
}

bool
fields_control(struct reading *r, const struct element *n, struct runs *to)
{
	const struct element *s = element_child(n, ELEMENT_CONTROL_SETTINGS);
	const struct element *box = element_child(s, ELEMENT_CONTROL_BOX);
	const struct element *list = element_child(s, ELEMENT_CONTROL_LIST);

	if (box != NULL) {
		blocks_run(r->arena, to, RUN_BOX)->number =
		    element_is_on(box, ELEMENT_BOX_CHECKED);
		return true;
	}
	if (!element_is_on(s, ELEMENT_CONTROL_EMPTY))
		return false;
	if (list == NULL)
		list = element_child(s, ELEMENT_CONTROL_COMBO);
	if (list != NULL)
		add_field(r, to, choices_of(r, list, ELEMENT_CONTROL_ENTRY,
		    "displayText"));
	else
		add_field(r, to, element_child(s, ELEMENT_CONTROL_DATE) !=
		    NULL ? dialect_text(DIALECT_DATE) : S(""));
	return true;
}

bool
fields_is_contents(const struct element *control)
{
	const struct element *s = element_child(control,
	    ELEMENT_CONTROL_SETTINGS);
	str gallery = element_attr(element_find(s, ELEMENT_CONTROL_GALLERY),
	    "val");

	return str_eq(gallery, S("Table of Contents"));
}

/* --- Fields */

static struct open_field *
top(struct reading *r)
{
	return r->num_fields != 0 && r->num_fields <= READING_FIELDS ?
	    &r->fields[r->num_fields - 1] : NULL;
}

bool
fields_in_code(const struct reading *r)
{
	size_t i;

	for (i = 0; i < r->num_fields && i < READING_FIELDS; i++)
		if (r->fields[i].in_code)
			return true;
	return false;
}

str
fields_link(const struct reading *r)
{
	size_t i;

	for (i = 0; i < r->num_fields && i < READING_FIELDS; i++)
		if (r->fields[i].link.len != 0)
			return r->fields[i].link;
	return S("");
}

void
fields_code(struct reading *r, str piece)
{
	struct open_field *f = top(r);

	if (f != NULL && f->in_code && f->code.len < CODE_LIMIT)
		sink_put(&f->code, str_upto(piece, CODE_LIMIT));
}

static bool
is_person(str name)
{
	return str_eq(name, S("AUTHOR")) || str_eq(name, S("USERNAME")) ||
	    str_eq(name, S("LASTSAVEDBY")) || str_eq(name, S("USERINITIALS"));
}

/* The result of the field begins, or it ends without one. */
static void
take_code(struct reading *r, struct open_field *f, struct runs *to)
{
	str code = sink_take(&f->code, r->arena), name = S("");

	f->in_code = false;
	next_word(&code, &name);
	if (str_starts(name, S("DDE")))
		reading_fail(r, DIAG_IMPORT_MACRO, name);
	if (str_eq(name, S("HYPERLINK")))
		f->link = link_of(r, code);
	else if (str_eq(name, S("REF")) && next_word(&code, &name))
		f->link = str_join(r->arena, S("#"), name);
	else if (str_eq(name, S("TOC"))) {
		f->silent = true;
		reading_lose(r, PHRASE_LOSS_CONTENTS, S(""));
	} else if (is_person(name)) {
		f->silent = true;
		reading_lose(r, PHRASE_LOSS_PERSON, name);
	} else if (str_starts(name, S("FORM")) && f->form != NULL) {
		f->silent = true;
		add_form(r, f->form, to);
	}
	r->silent += f->silent;
	losses_moved(&r->losses, S(""));
}

static void
push(struct reading *r)
{
	if (++r->num_fields > READING_FIELDS)
		return;
	*top(r) = (struct open_field){ .in_code = true };
}

void
fields_begin(struct reading *r, str code, struct runs *to)
{
	push(r);
	fields_code(r, code);
	if (top(r) != NULL)
		take_code(r, top(r), to);
}

void
fields_end(struct reading *r)
{
	struct open_field *f = top(r);

	if (f != NULL) {
		r->silent -= f->silent;
		sink_free(&f->code);
	}
	r->num_fields -= r->num_fields != 0;
}

void
fields_mark(struct reading *r, const struct element *n, struct runs *to)
{
	str type = element_attr(n, "fldCharType");
	struct open_field *f = top(r);

	if (str_eq(type, S("begin"))) {
		push(r);
		if (top(r) != NULL)
			top(r)->form = element_child(n, ELEMENT_FORM_FIELD);
	} else if (str_eq(type, S("separate")) && f != NULL && f->in_code)
		take_code(r, f, to);
	else if (str_eq(type, S("end"))) {
		if (f != NULL && f->in_code)
			take_code(r, f, to);
		fields_end(r);
	}
}
