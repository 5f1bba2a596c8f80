/* SPDX-License-Identifier: ISC */
#include "duty/duty.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/message.h"
#include "base/path.h"
#include "base/phrase.h"
#include "base/shown.h"
#include "base/sink.h"
#include "base/turkish.h"
#include "model/owner.h"

static const struct {
	const char	*key;
	enum word	 name;
	enum phrase	 text;
} kinds[] = {
#define X(id, key, word) { key, WORD_##word, PHRASE_DUE_##id },
#include "duty/kinds.def"
#undef X
};

struct finder {
	struct input	*in;
	const struct mail_book *book;
	struct duties	 found;
};

/* --- For whom */

static str
contact_address(const struct collection *c, const struct mail_book *b,
    str folder)
{
	str address = mail_book_address(b, collection_folder(c,
	    folder)->contact.text);

	return address.len != 0 || folder.len == 0 ? address :
	    contact_address(c, b, collection_above(folder));
}

str
duty_site_address(const struct collection *c, const struct mail_book *b)
{
	return contact_address(c, b, S(""));
}

static bool
set_owner(struct finder *f, struct duty *d)
{
	const struct collection *c = &f->in->collection;

	d->owner = owner_of(c, d->card);
	if (!shown_is_plain(d->owner)) {
		diag(f->in->diags, DIAG_DUE_CONTROL, POS_NONE, path_file(
		    f->in->arena, f->in->tree.root, d->card->ident->edition,
		    S(".md")), d->owner);
		return false;
	}
	d->address = mail_book_address(f->book, d->owner);
	if (d->address.len == 0)
		d->address = contact_address(c, f->book,
		    d->card->ident->subject);
	return true;
}

/* --- What */

static void
add(struct finder *f, enum duty_kind kind, const struct card *card,
    struct date day)
{
	struct duty d = { .kind = kind, .card = card, .day = day };

	if (kind == DUTY_WARNED)
		d.what = card->status.warnings[
		    card->status.num_warnings - 1].text;
	if (set_owner(f, &d))
		f->found.items[f->found.num++] = d;
}

static void
add_in_force(struct finder *f, const struct card *card)
{
	const struct edition_status *s = &card->status;

	if (s->overdue)
		add(f, DUTY_OVERDUE, card, s->review);
	else if (date_is_set(s->review) && date_cmp(s->review,
	    date_add_days(f->in->day, DUTY_AHEAD)) <= 0)
		add(f, DUTY_SOON, card, s->review);
	if (s->num_warnings != 0)
		add(f, DUTY_WARNED, card,
		    s->warnings[s->num_warnings - 1].day);
}

static void
add_card(struct finder *f, const struct card *card)
{
	if (!limit_has_edition(&f->in->limit, card->ident))
		return;
	if (card->status.state == STATE_IN_FORCE)
		add_in_force(f, card);
	else if (card->status.state == STATE_DRAFT && !card->status.released &&
	    date_cmp(card->ident->date,
	    date_add_days(f->in->day, -DUTY_BACK)) < 0)
		add(f, DUTY_DRAFT, card, card->ident->date);
}

/* --- In which order */

static int
cmp_work(const struct duty *x, const struct duty *y)
{
	int c = (int)x->kind - (int)y->kind;

	if (c == 0)
		c = date_cmp(x->day, y->day);
	return c != 0 ? c : str_cmp(x->card->ident->edition,
	    y->card->ident->edition);
}

static int
cmp_owner(const void *a, const void *b)
{
	const struct duty *x = a, *y = b;
	int c = (x->owner.len == 0) - (y->owner.len == 0);

	if (c == 0)
		c = turkish_cmp(x->owner, y->owner);
	return c != 0 ? c : cmp_work(x, y);
}

static int
cmp_address(const void *a, const void *b)
{
	const struct duty *x = a, *y = b;
	int c = str_cmp(x->address, y->address);

	return c != 0 ? c : cmp_owner(a, b);
}

void
duty_sort_by_address(struct duties *d)
{
	if (d->num != 0)
		qsort(d->items, d->num, sizeof(*d->items), cmp_address);
}

struct duties
duty_find(struct input *in, const struct mail_book *book)
{
	const struct collection *c = &in->collection;
	struct finder f = { in, book, { arena_array(in->arena, struct duty,
	    2 * c->num_cards), 0 } };
	size_t i;

	for (i = 0; i < c->num_cards; i++)
		add_card(&f, &c->cards[i]);
	if (f.found.num != 0)
		qsort(f.found.items, f.found.num, sizeof(*f.found.items),
		    cmp_owner);
	return f.found;
}

/* --- In words */

str
duty_key(const struct duty *d)
{
	return str_of(kinds[d->kind].key);
}

str
duty_name(const struct duty *d)
{
	return lang_word(message_language(), kinds[d->kind].name);
}

str
duty_text(struct arena *a, const struct duty *d)
{
	const struct ident *id = d->card->ident;
	struct sink k = { 0 };

	phrase_put(&k, phrase_text(kinds[d->kind].text),
	    (str[PHRASE_VALUES]){ date_dotted(a, d->day), id->work,
	    id->edition, d->what });
	return sink_take(&k, a);
}
