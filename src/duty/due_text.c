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

static void
put_duty(struct arena *a, const struct duty *d, str url, struct sink *k)
{
	struct sink head = { 0 };

	phrase_put(&head, S("{1}  {2}"), (str[]){ d->card->ident->work,
	    d->card->title });
	sink_char(k, '\n');
	list_text_lines(sink_str(&head), 0, k);
	list_text_lines(duty_text(a, d), INDENT, k);
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
