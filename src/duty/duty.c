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
#include "links/report.h"
#include "model/owner.h"
#include "model/translation.h"
#include "register/status.h"

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

	if (kind == DUTY_WARNED) {
		d.what = status_warnings(f->in->arena, &card->status);
		/* The sentence around it ends in a full stop. */
		d.what.len -= str_ends(d.what, S("."));
	} else if (kind == DUTY_LAGGING || kind == DUTY_ORPHANED)
		d.what = translation_now(&f->in->collection,
		    card)->ident->edition;
	if (set_owner(f, &d))
		f->found.items[f->found.num++] = d;
}

/* A translation whose original has gone on. */
static void
add_lagging(struct finder *f, const struct card *card)
{
	const struct collection *c = &f->in->collection;

	switch (translation_lag(c, card)) {
	case TRANSLATION_CURRENT:
		break;
	case TRANSLATION_BEHIND:
		add(f, DUTY_LAGGING, card,
		    translation_now(c, card)->ident->date);
		break;
	case TRANSLATION_WITHDRAWN:
		add(f, DUTY_ORPHANED, card,
		    translation_now(c, card)->status.since);
		break;
	}
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
	add_lagging(f, card);
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

/* --- What links do */

void
duty_read_links(struct duty_links *l, struct workspace *ws)
{
	struct input *in = &ws->in;

	l->wanted = (struct wanted_list){ 0 };
	link_state_read(&l->state, in->arena, in->tree.root, in->day,
	    in->diags);
	/* The check of links reports what is wrong in dayanak.tsv. */
	if (link_state_has_red(&l->state))
		wanted_read(&l->wanted, ws, NULL);
}

/* A card for the text of a folder, which has none: path is
 * “content/frm/index.md”. */
static const struct card *
folder_card(struct finder *f, str path)
{
	struct arena *a = f->in->arena;
	struct card *card = arena_new_of(a, struct card);
	struct ident *id = arena_new_of(a, struct ident);

	path = str_from(path, f->in->tree.root.len + 1);
	id->work = id->edition = str_upto(path, path.len - 3);
	id->subject = str_upto(path, str_rfind(path, '/'));
	if (id->subject.len == path.len)
		id->subject = S("");
	card->ident = id;
	card->title = collection_folder(&f->in->collection,
	    id->subject)->title;
	return card;
}

static void
add_link(struct finder *f, const struct wanted *w, const struct link_row *row)
{
	struct arena *a = f->in->arena;
	bool silent = w->phrase.len != 0;
	struct duty d = { .kind = silent ? DUTY_SILENT : DUTY_DEAD,
	    .card = w->card != NULL ? w->card : folder_card(f, w->place.path),
	    .day = row->first, .what = w->address };

	if (silent && report_is_warned(a, w))
		return;
	if (silent) {
		d.what = str_join(a, S("“"), w->phrase, S("” ("), w->address,
		    S(")"));
		if (d.card->status.state == STATE_IN_FORCE)
			d.until = report_warn_line(a, w->card, w->address,
			    w->phrase);
	}
	if (set_owner(f, &d))
		f->found.items[f->found.num++] = d;
}

static void
add_links(struct finder *f, const struct duty_links *l)
{
	const struct link_row *row;
	const struct wanted *w;
	size_t i;

	for (i = 0; i < l->wanted.num; i++) {
		w = &l->wanted.items[i];
		row = link_state_find(&l->state, w->address, w->phrase);
		if (row != NULL && link_state_is_red(row))
			add_link(f, w, row);
	}
}

/* --- In which order */

static int
cmp_work(const struct duty *x, const struct duty *y)
{
	int c = (int)x->kind - (int)y->kind;

	if (c == 0)
		c = date_cmp(x->day, y->day);
	if (c == 0)
		c = str_cmp(x->card->ident->edition, y->card->ident->edition);
	return c != 0 ? c : str_cmp(x->what, y->what);
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
duty_find(struct input *in, const struct mail_book *book,
    const struct duty_links *links)
{
	const struct collection *c = &in->collection;
	struct finder f = { in, book, { arena_array(in->arena, struct duty,
	    3 * c->num_cards + links->wanted.num), 0 } };
	size_t i;

	for (i = 0; i < c->num_cards; i++)
		add_card(&f, &c->cards[i]);
	add_links(&f, links);
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

/* Where it is fixed. */
static str
fix_of(struct arena *a, const struct duty *d)
{
	bool in_force = d->card->status.state == STATE_IN_FORCE;
	struct sink k = { 0 };

	phrase_put(&k, phrase_text(d->until.len != 0 ? PHRASE_DUE_FIX_UNTIL :
	    in_force ? PHRASE_DUE_FIX_RELEASED : PHRASE_DUE_FIX_FILE),
	    (str[PHRASE_VALUES]){ d->card->ident->work,
	    d->card->ident->edition, d->until });
	return sink_take(&k, a);
}

str
duty_text(struct arena *a, const struct duty *d)
{
	const struct ident *id = d->card->ident;
	struct sink k = { 0 };

	phrase_put(&k, phrase_text(kinds[d->kind].text),
	    (str[PHRASE_VALUES]){ date_dotted(a, d->day), id->work,
	    id->edition, d->what, fix_of(a, d) });
	return sink_take(&k, a);
}
