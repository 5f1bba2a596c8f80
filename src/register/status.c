/* SPDX-License-Identifier: ISC */
#include "register/status.h"

#include "base/arena.h"
#include "base/sink.h"
#include "register/successor.h"

/* How long before its day a fixed review may be made. */
enum { REVIEW_EARLY = 90 };	/* [day] */

/* Returns the next review that a note asks for: “… (sonraki: 2027-01-15)”;
 * unset where it asks for none. The last one counts. */
static struct date
next_of_note(str note)
{
	static const char prefix[] = "(sonraki: ";
	struct date next = { 0, 0, 0 }, day;
	size_t at, len = sizeof(prefix) - 1;

	for (; (at = str_search(note, str_of(prefix))) < note.len;) {
		note = str_from(note, at + len);
		if (date_read(str_upto(note, 10), &day))
			next = day;
	}
	return next;
}

/* --- What the rows of one edition say */

struct history {
	struct edition_status	*status;
	struct date	 reviewed;	/* the last time; or unset */
	struct date	 next;		/* requested by a row; or unset */
};

/* The array has room for a power of two of them. */
static void
add_warning(struct arena *a, struct edition_status *s, const struct row *row)
{
	size_t num = s->num_warnings;
	struct warning *all;

	if ((num & (num - 1)) == 0) {
		all = arena_array(a, struct warning, num != 0 ? 2 * num : 1);
		if (num != 0)
			memcpy(all, s->warnings, num * sizeof(*all));
		s->warnings = all;
	}
	s->warnings[s->num_warnings++] = (struct warning){ row_day(row),
	    row_text(row) };
}

static void
add_review(struct history *h, const struct row *row)
{
	struct date next = next_of_note(row->note);

	if (date_is_set(next))
		h->next = next;
	else if (date_is_set(h->next) && date_cmp(row_day(row),
	    date_add_days(h->next, -REVIEW_EARLY)) >= 0)
		h->next = (struct date){ 0, 0, 0 };
	h->reviewed = row_day(row);
}

static void
set_bytes(struct edition_status *s, const struct row *row)
{
	s->source = row->source;
	s->record = str_eq(row->record, S("–")) ? S("") : row->record;
}

static void
add_row(struct arena *a, struct history *h, const struct row *row)
{
	struct edition_status *s = h->status;
	str next;

	switch (row->event) {
	case EVENT_RELEASE:
		s->released = true;
		s->note = row_text(row);
		set_bytes(s, row);
		break;
	case EVENT_REVIEW:
		add_review(h, row);
		break;
	case EVENT_WARN:
		add_warning(a, s, row);
		break;
	case EVENT_LIFT:
		s->num_warnings = 0;
		break;
	default:
		if (s->state != STATE_WITHDRAWN)
			s->since = row_day(row);
		s->state = STATE_WITHDRAWN;
		s->reason = successor_split(row_text(row), &next);
		if (next.len != 0)
			s->successor = next;
		if (row->event == EVENT_ERASE) {
			s->erased = true;
			set_bytes(s, row);
		}
	}
}

/* --- States */

/* Returns the day of the next review: the day that a row requested, else the
 * interval after the last review or the edition's date, else the fixed day
 * until a review was made for it. */
static struct date
next_review(const struct history *h, const struct status_source *e)
{
	struct date none = { 0, 0, 0 }, from = e->ident->date;
	bool done;

	if (date_is_set(h->next))
		return h->next;
	if (e->review_months != 0) {
		if (date_is_set(h->reviewed) &&
		    date_cmp(h->reviewed, from) > 0)
			from = h->reviewed;
		return date_add_months(from, e->review_months);
	}
	if (!date_is_set(e->review_date))
		return none;
	done = date_is_set(h->reviewed) && date_cmp(h->reviewed,
	    date_add_days(e->review_date, -REVIEW_EARLY)) >= 0;
	return done ? none : e->review_date;
}

static void
set_review(struct edition_status *s, const struct history *h,
    const struct status_source *e, struct date day)
{
	s->review = next_review(h, e);
	s->overdue = date_is_set(s->review) && date_cmp(s->review, day) < 0;
}

/* Takes the editions of one work, the oldest first: each is in force until the
 * next released one. */
static void
set_states(const struct history *h, const struct status_source *e,
    size_t num, struct date day)
{
	const struct status_source *next = NULL;
	size_t i;

	for (i = num; i-- > 0;) {
		struct edition_status *s = h[i].status;

		if (!s->released || date_cmp(e[i].ident->date, day) > 0) {
			s->state = STATE_DRAFT;
			continue;
		}
		if (s->state != STATE_WITHDRAWN && next != NULL) {
			s->state = STATE_SUPERSEDED;
			s->since = next->ident->date;
		} else if (s->state != STATE_WITHDRAWN) {
			s->state = STATE_IN_FORCE;
			set_review(s, &h[i], &e[i], day);
		}
		next = &e[i];
	}
}

static struct map
index_editions(struct arena *a, const struct status_source *e, size_t num)
{
	struct map map = map_make(a);
	size_t i;

	map_reserve(&map, num);
	for (i = 0; i < num; i++)
		map_slot(&map, e[i].ident->edition)->number = i + 1;
	return map;
}

/* Adds the rows of the day and before; all rows where it is not set. */
static void
add_rows(struct arena *a, const struct reg *r, struct history *h,
    const struct map *editions, struct date day)
{
	const struct map_slot *slot;
	size_t i;

	for (i = 0; i < r->num; i++) {
		if (date_is_set(day) && date_cmp(row_day(&r->rows[i]), day) > 0)
			continue;
		slot = map_find(editions, r->rows[i].edition);
		if (slot != NULL)
			add_row(a, &h[slot->number - 1], &r->rows[i]);
	}
}

static void
make(struct arena *a, const struct reg *r, const struct status_source *e,
    size_t num, struct date day, struct date last,
    struct edition_status *status)
{
	struct arena *temp;
	struct history *h;
	struct map editions;
	size_t i, first;

	for (i = 0; i < num; i++)
		status[i] = (struct edition_status){ 0 };
	if (!r->exists)
		return;
	temp = arena_new();
	h = arena_array(temp, struct history, num);
	for (i = 0; i < num; i++)
		h[i].status = &status[i];
	editions = index_editions(temp, e, num);
	add_rows(a, r, h, &editions, last);
	for (first = i = 0; i < num; i++) {
		if (i + 1 != num && str_eq(e[i].ident->work,
		    e[i + 1].ident->work))
			continue;
		set_states(h + first, e + first, i + 1 - first, day);
		first = i + 1;
	}
	arena_free(temp);
}

void
status_of(struct arena *a, const struct reg *r, const struct status_source *e,
    size_t num, struct date day, struct edition_status *status)
{
	make(a, r, e, num, day, day, status);
}

/* What the cards say of their reviews, in arena. */
static struct status_source *
sources_of(struct arena *a, const struct collection *c)
{
	struct status_source *e = arena_array(a, struct status_source,
	    c->num_cards);
	size_t i;

	for (i = 0; i < c->num_cards; i++)
		e[i] = (struct status_source){ c->cards[i].ident,
		    c->cards[i].review_months, c->cards[i].review_date };
	return e;
}

void
status_of_cards(struct arena *a, const struct reg *r,
    const struct collection *c, struct date day, struct edition_status *status)
{
	struct arena *temp = arena_new();

	status_of(a, r, sources_of(temp, c), c->num_cards, day, status);
	arena_free(temp);
}

/* Returns the day, or that of the last row where it is later: the clock is
 * late. A row of a far future was entered by mistake, and today is not its
 * day. */
static struct date
day_of_states(const struct reg *r, struct date day)
{
	struct date last = r->num != 0 ? row_day(&r->rows[r->num - 1]) : day;

	return date_cmp(last, day) > 0 &&
	    date_cmp(last, date_add_days(day, STATUS_FAR)) <= 0 ? last : day;
}

void
status_make(struct collection *c, struct arena *a, const struct reg *r,
    struct date day)
{
	struct arena *temp;
	struct status_source *e;
	struct edition_status *status;
	struct date all_rows = { 0, 0, 0 };
	size_t i;

	if (!r->exists)
		return;
	temp = arena_new();
	e = sources_of(temp, c);
	status = arena_array(temp, struct edition_status, c->num_cards);
	make(a, r, e, c->num_cards, day_of_states(r, day), all_rows, status);
	for (i = 0; i < c->num_cards; i++)
		c->cards[i].status = status[i];
	arena_free(temp);
}

str
status_warnings(struct arena *a, const struct edition_status *s)
{
	struct sink k = { 0 };
	size_t i;

	for (i = 0; i < s->num_warnings; i++) {
		sink_puts(&k, i != 0 ? "; " : "");
		if (s->num_warnings > 1) {
			sink_put(&k, date_dotted(a, s->warnings[i].day));
			sink_puts(&k, ": ");
		}
		sink_put(&k, s->warnings[i].text);
	}
	return sink_take(&k, a);
}
