/* SPDX-License-Identifier: ISC */
#include "duty/due_text.h"

#include "base/phrase.h"
#include "edition/list_text.h"

enum { INDENT = 4 };	/* [character] */

static void
put_owner(struct arena *a, const struct duty *d, struct sink *k)
{
	str name = d->owner.len != 0 ? d->owner :
	    phrase_text(PHRASE_DUE_NO_OWNER);

	sink_char(k, '\n');
	list_text_lines(d->address.len == 0 ||
	    str_search(name, d->address) != name.len ? name : str_join(a, name,
	    S(" <"), d->address, S(">")), 0, k);
}

/* The length of the command at the start [byte]: it ends before a sign outside
 * of quotation marks. */
static size_t
command_len(str s)
{
	char quote = '\0';
	size_t i;

	for (i = 0; i < s.len; i++) {
		if (quote == '\0' && (s.p[i] == ';' || s.p[i] == ','))
			break;
		if (s.p[i] == quote)
			quote = '\0';
		else if (quote == '\0' && (s.p[i] == '"' || s.p[i] == '\''))
			quote = s.p[i];
	}
	return i;
}

/* Puts what to do; a command has a line to itself, which is not divided, so
 * that it can be copied. */
static void
put_steps(str text, struct sink *k)
{
	size_t at, len;

	while ((at = str_search(text, S(": matbu "))) < text.len) {
		list_text_lines(str_upto(text, at + 1), INDENT, k);
		text = str_from(text, at + 2);
		len = command_len(text);
		sink_indent(k, 2 * INDENT, ' ');
		sink_put(k, str_trim(str_upto(text, len)));
		sink_char(k, '\n');
		text = str_trim(str_from(text, len < text.len ? len + 1 :
		    len));
	}
	if (text.len != 0)
		list_text_lines(text, INDENT, k);
}

static void
put_duty(struct arena *a, const struct duty *d, str url, struct sink *k)
{
	struct sink head = { 0 };

	phrase_put(&head, S("{1}  {2}"), (str[]){ d->card->ident->work,
	    d->card->title });
	sink_char(k, '\n');
	list_text_lines(sink_str(&head), 0, k);
	put_steps(duty_text(a, d), k);
	if (url.len != 0 && d->kind != DUTY_DRAFT) {
		sink_indent(k, INDENT, ' ');
		sink_put(k, str_join(a, url, S("/"), d->card->ident->work,
		    S(".html\n")));
	}
	sink_free(&head);
}

void
due_text_put(struct arena *a, const struct duties *duties, str url,
    struct sink *k)
{
	const struct duty *d = duties->items;
	size_t i;

	for (i = 0; i < duties->num; i++, d++) {
		if (i == 0 || !str_eq(d[-1].owner, d->owner) ||
		    !str_eq(d[-1].address, d->address))
			put_owner(a, d, k);
		put_duty(a, d, url, k);
	}
}
