/* SPDX-License-Identifier: ISC */
#include "duty/mail_book.h"

#include "base/address.h"
#include "base/arena.h"
#include "base/shown.h"
#include "base/turkish.h"
#include "base/state_file.h"

/* The first mail address in the text. */
static str
address_in(str text)
{
	str mail = S("");
	size_t i;

	for (i = 0; i < text.len && mail.len == 0; i++)
		if (text.p[i] == '@')
			mail = address_mail_at(text, 0, i);
	return mail;
}

static const struct mail_book_line *
find(const struct mail_book *b, str role)
{
	size_t i;

	for (i = 0; i < b->num; i++)
		if (turkish_equals(b->lines[i].role, role))
			return &b->lines[i];
	return NULL;
}

str
mail_book_address(const struct mail_book *b, str role)
{
	const struct mail_book_line *line = find(b, str_trim(role));

	return line != NULL ? line->address : address_in(role);
}

/* Returns the fault of a line, or DIAG_COUNT; *value is what the message
 * names. */
static enum diag
fault_of(const struct mail_book *b, const str *columns, size_t num, str *value)
{
	*value = num != 0 ? columns[0] : S("");
	if (num != 2 || columns[0].len == 0 || columns[1].len == 0)
		return DIAG_MAIL_LINE;
	if (!shown_is_plain(columns[0]))
		return DIAG_MAIL_CONTROL;
	if (find(b, columns[0]) != NULL)
		return DIAG_MAIL_TWICE;
	*value = columns[1];
	return str_eq(address_in(columns[1]), columns[1]) ? DIAG_COUNT :
	    DIAG_MAIL_ADDRESS;
}

void
mail_book_read(struct mail_book *b, struct arena *a, str content,
    struct diags *ds)
{
	struct state_file f;
	enum diag fault;
	str value;

	state_file_open(&f, a, content, S(".mail.tsv"));
	*b = (struct mail_book){ .lines = arena_array(a, struct mail_book_line,
	    f.max_lines) };
	while (state_file_next(&f)) {
		fault = fault_of(b, f.columns, f.num, &value);
		if (fault != DIAG_COUNT)
			diag(ds, fault, f.pos, f.path, value);
		else
			b->lines[b->num++] = (struct mail_book_line){
			    f.columns[0], f.columns[1] };
	}
}
