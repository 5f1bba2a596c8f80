/* SPDX-License-Identifier: ISC */
#include "edition/release_check.h"

#include "base/turkish.h"
#include "edition/edition_files.h"
#include "edition/edition_text.h"
#include "edition/field_check.h"
#include "edition/skeleton.h"
#include "model/release_need.h"

/* A draft older than this may have been meant for another day [day]. */
enum { DRAFT_OLD = 14 };

static bool
may_link(const struct batch *b, const struct card_link *link)
{
	const struct collection *c = &b->t.ws.in.collection;
	const struct map_slot *slot = map_find(&c->names, link->path);
	const struct card *card;

	if (slot == NULL || (slot->number != NAME_EDITION &&
	    slot->number != NAME_WORK))
		return true;
	card = slot->value;
	if (card->status.released)
		return true;
	return slot->number == NAME_EDITION ? batch_has(b, card) :
	    batch_has_work(b, card->ident->work);
}

static void
check_links(struct batch *b, const struct card *card, str path)
{
	size_t i;

	for (i = 0; i < card->num_links; i++)
		if (!may_link(b, &card->links[i]))
			diag(b->t.ws.in.diags, DIAG_LINK_UNRELEASED,
			    card->links[i].pos, path, card->links[i].path,
			    card->ident->edition);
}

/* Readers of a translation are led to the text that it translates. */
static void
check_translation(struct batch *b, const struct card *card, str path)
{
	struct card_link link = { card->translation_pos, card->translation_of,
	    S("") };

	if (link.path.len != 0 && !may_link(b, &link))
		diag(b->t.ws.in.diags, DIAG_TRANSLATION_UNRELEASED, link.pos,
		    path, link.path, card->ident->edition);
}

/* A new edition must be later than every released one of its work, and the one
 * before it must be released, except by the first release of a collection.
 * Imported editions, in force before the register began, may come in any
 * order. */
static void
check_order(struct batch *b, const struct card *card, str path)
{
	const struct collection *c = &b->t.ws.in.collection;
	const struct card *first = collection_first(c, card), *other;

	other = collection_after(c, card);
	if (other != NULL)
		diag(b->t.ws.in.diags, DIAG_RELEASE_LATER, POS_NONE, path,
		    other->ident->edition, card->ident->edition);
	else if (card != first && !card[-1].status.released &&
	    !batch_has(b, card - 1) && !b->first)
		diag(b->t.ws.in.diags, DIAG_RELEASE_ORDER, POS_NONE, path,
		    card[-1].ident->edition);
}

/* An edition whose review is overdue on the day of its release is released all
 * the same (this is a warning): it may have been in force before. */
static void
check_review(struct batch *b, const struct card *card, str path)
{
	struct workspace *ws = &b->t.ws;
	struct date next = card->review_months != 0 ?
	    date_add_months(card->ident->date, card->review_months) :
	    card->review_date;

	if (!collection_is_newest(&ws->in.collection, card) &&
	    (card[1].status.released || batch_has(b, card + 1)))
		return;
	if (date_is_set(next) && date_cmp(next, ws->in.day) < 0)
		diag(ws->in.diags, DIAG_RELEASE_OVERDUE, POS_NONE, path,
		    date_dotted(ws->in.arena, next), card->ident->work);
}

/* The day of the edition is printed on every sheet. */
static void
check_age(struct batch *b, const struct card *card, str path)
{
	struct workspace *ws = &b->t.ws;
	struct date day = card->ident->date;

	if (date_cmp(day, date_add_days(ws->in.day, -DRAFT_OLD)) < 0)
		diag(ws->in.diags, DIAG_RELEASE_REDATE, POS_NONE, path,
		    date_dotted(ws->in.arena, day), card->ident->work);
}

static bool
needs(const struct batch *b, enum release_need need)
{
	return release_need_has(b->t.ws.in.collection.release_needs, need);
}

static str
approver_of(const struct batch *b, const struct card *card)
{
	return str_trim(b->t.options.by != NULL ? str_of(b->t.options.by) :
	    card->approved_by);
}

static void
check_approver(struct batch *b, const struct card *card, str path)
{
	str approver = approver_of(b, card);
	bool second = needs(b, NEED_SECOND_ROLE);

	if (approver.len == 0)
		diag(b->t.ws.in.diags, second || needs(b, NEED_APPROVER) ?
		    DIAG_RELEASE_NEEDS_APPROVER : DIAG_RELEASE_APPROVER,
		    POS_NONE, path, card->ident->edition);
	else if (second && card->prepared_by.len == 0)
		diag(b->t.ws.in.diags, DIAG_RELEASE_NEEDS_PREPARER, POS_NONE,
		    path);
	else if (second && turkish_equals(approver,
	    str_trim(card->prepared_by)))
		diag(b->t.ws.in.diags, DIAG_RELEASE_NEEDS_SECOND, POS_NONE,
		    path, approver, card->ident->edition);
}

static bool
was_reviewed(const struct reg *r, str edition)
{
	size_t i;

	for (i = 0; i < r->num; i++)
		if (r->rows[i].event == EVENT_REVIEW &&
		    str_eq(r->rows[i].edition, edition))
			return true;
	return false;
}

/* What the institution's rules of approval ask for beside the approver. */
static void
check_needs(struct batch *b, const struct card *card, str path)
{
	struct input *in = &b->t.ws.in;
	const struct card *last = collection_before(&in->collection, card);
	const char *approval = b->t.options.approval;

	if (needs(b, NEED_UNKNOWN))
		diag(in->diags, DIAG_RELEASE_NEEDS_UNKNOWN, POS_NONE, path);
	if (needs(b, NEED_APPROVAL) && (approval == NULL ||
	    str_trim(str_of(approval)).len == 0))
		diag(in->diags, DIAG_RELEASE_NEEDS_APPROVAL, POS_NONE, path,
		    card->ident->edition);
	if (needs(b, NEED_REVIEW) && last != NULL && last->status.released &&
	    last->status.state == STATE_IN_FORCE &&
	    !was_reviewed(&in->reg, last->ident->edition))
		diag(in->diags, DIAG_RELEASE_NEEDS_REVIEW, POS_NONE, path,
		    last->ident->edition, last->ident->work);
}

/* Returns the source with its picture folder and its change as those of the
 * draft would be: then only what the author wrote differs. */
static str
bare_text(struct arena *a, str text, const struct card *card,
    const struct card *draft)
{
	text = edition_text_rename(a, text, str_from(card->ident->edition,
	    card->ident->subject.len + 1), str_from(draft->ident->edition,
	    draft->ident->subject.len + 1));
	return str_trim(edition_text_set_change(a, text, "–", draft->lang));
}

static void
check_same(struct batch *b, const struct card *card, str path)
{
	struct arena *a = b->t.ws.in.arena;
	const struct card *last = collection_before(
	    &b->t.ws.in.collection, card);
	str text, old;

	if (b->t.options.same != NULL || last == NULL ||
	    last->status.state != STATE_IN_FORCE ||
	    !edition_files_read(&b->t, card->ident, &text) ||
	    !edition_files_read(&b->t, last->ident, &old))
		return;
	if (edition_files_match(&b->t, last, card->ident->edition) &&
	    edition_files_match(&b->t, card, last->ident->edition) &&
	    str_eq(bare_text(a, text, card, card),
	    bare_text(a, old, last, card)))
		diag(b->t.ws.in.diags, DIAG_RELEASE_SAME, POS_NONE, path,
		    last->ident->edition, card->ident->edition);
}

static void
check_fields(struct batch *b, const struct card *card, str path)
{
	struct input *in = &b->t.ws.in;
	const struct card *last = collection_before(&in->collection, card);

	if (last != NULL && last->status.released && !last->status.erased)
		field_check(in, last, card, path);
}

/* What an edition that was in force before matbu need not obey. */
static void
check_new(struct batch *b, const struct card *card, str path)
{
	check_order(b, card, path);
	check_age(b, card, path);
	check_approver(b, card, path);
	check_needs(b, card, path);
	check_same(b, card, path);
	check_fields(b, card, path);
}

void
release_check(struct batch *b, const struct card *card)
{
	struct workspace *ws = &b->t.ws;
	str path = transaction_path(&b->t, card->ident->edition, S(".md"));

	if (card->status.released)
		diag(ws->in.diags, DIAG_RELEASE_AGAIN, POS_NONE, path,
		    card->ident->edition, card->ident->work);
	else if (date_cmp(card->ident->date, ws->in.day) > 0)
		diag(ws->in.diags, DIAG_RELEASE_FUTURE, POS_NONE, path,
		    date_dotted(ws->in.arena, card->ident->date),
		    date_dotted(ws->in.arena, ws->in.day), card->ident->work);
	else if (!b->t.options.existing)
		check_new(b, card, path);
	check_links(b, card, path);
	check_translation(b, card, path);
	check_review(b, card, path);
	skeleton_check(&b->t, card->ident);
}
