/* SPDX-License-Identifier: ISC
 *
 * The state and the next review of editions, on the days before, of and after
 * each limit.
 */
#include "test.h"

#include "base/arena.h"
#include "register/status.h"

static struct arena *arena;

static struct date
day_of(const char *s)
{
	struct date d = { 0, 0, 0 };

	if (s != NULL)
		date_read(str_of(s), &d);
	return d;
}

static struct row
row_of(const char *day, enum event event, const char *note)
{
	return (struct row){ .date = day_of(day), .event = event,
		.edition = S("frm/bim/a/b_20240101_0"), .by = S("x"),
		.source = S("–"), .record = S("–"), .press = S("–"),
		.note = str_of(note) };
}

/* The status on a day of an edition of 2024-01-01, after the rows. */
static struct edition_status
status_on(const char *day, struct row *rows, size_t num, unsigned months,
    const char *fixed)
{
	struct reg r = { .exists = true, .valid = true, .rows = rows,
		.num = num };
	struct ident ident;
	struct status_source e = { &ident, months, day_of(fixed) };
	struct edition_status s;

	ident_read(&ident, rows[0].edition, NULL, S(""));
	status_of(arena, &r, &e, 1, day_of(day), &s);
	return s;
}

static void
test_draft(void)
{
	struct row rows[] = { row_of("2023-12-01", EVENT_RELEASE, "x") };

	check(status_on("2023-12-31", rows, 1, 0, NULL).state == STATE_DRAFT,
	    "a released edition is a draft on the day before its own");
	check(status_on("2024-01-01", rows, 1, 0, NULL).state ==
	    STATE_IN_FORCE, "it is in force on its day");
}

static void
test_due(void)
{
	struct row rows[] = { row_of("2024-01-01", EVENT_RELEASE, "x") };

	check(!status_on("2025-01-01", rows, 1, 12, NULL).overdue,
	    "a review is not overdue on its day");
	check(status_on("2025-01-02", rows, 1, 12, NULL).overdue,
	    "it is overdue on the day after");
}

/* A review counts for the fixed day from 90 days before it on. */
static void
test_fixed(void)
{
	static const struct {
		const char	*reviewed;
		bool		 done;
	} cases[] = {
		{ "2025-03-31", false }, { "2025-04-01", false },
		{ "2025-04-02", true }, { "2025-04-03", true },
		{ "2025-07-01", true }
	};
	size_t i;

	for (i = 0; i < LENGTH(cases); i++) {
		struct row rows[] = {
			row_of("2024-01-01", EVENT_RELEASE, "x"),
			row_of(cases[i].reviewed, EVENT_REVIEW, "x")
		};
		struct edition_status s = status_on("2025-12-01", rows, 2, 0,
		    "2025-07-01");
		check(date_is_set(s.review) == !cases[i].done &&
		    s.overdue == !cases[i].done,
		    "a review on %s for 2025-07-01", cases[i].reviewed);
	}
}

/* The same for a day that an earlier row asked for. */
static void
test_asked_for(void)
{
	static const struct {
		const char	*reviewed;
		bool		 done;
	} cases[] = {
		{ "2025-04-01", false }, { "2025-04-02", true },
		{ "2025-04-03", true }
	};
	size_t i;

	for (i = 0; i < LENGTH(cases); i++) {
		struct row rows[] = {
			row_of("2024-01-01", EVENT_RELEASE, "x"),
			row_of("2024-06-01", EVENT_REVIEW,
			    "x (sonraki: 2025-07-01)"),
			row_of(cases[i].reviewed, EVENT_REVIEW, "x")
		};
		struct edition_status s = status_on("2025-12-01", rows, 3, 0,
		    NULL);
		check(date_is_set(s.review) == !cases[i].done,
		    "a review on %s for the day of a row", cases[i].reviewed);
		if (!cases[i].done)
			check(date_cmp(s.review, day_of("2025-07-01")) == 0,
			    "the day of the row stays");
	}
}

static void
test_warnings(void)
{
	struct row rows[] = {
		row_of("2024-01-01", EVENT_RELEASE, "x"),
		row_of("2024-02-01", EVENT_WARN, "first"),
		row_of("2024-02-02", EVENT_WARN, "second"),
		row_of("2024-02-03", EVENT_LIFT, "x"),
		row_of("2024-02-04", EVENT_WARN, "third")
	};

	check(status_on("2024-02-02", rows, 5, 0, NULL).num_warnings == 2,
	    "two warnings");
	check(status_on("2024-02-03", rows, 5, 0, NULL).num_warnings == 0,
	    "a lift ends them");
	check(status_on("2024-02-04", rows, 5, 0, NULL).num_warnings == 1,
	    "a warning after the lift stands");
}

int
main(void)
{
	arena = arena_new();
	test_draft();
	test_due();
	test_fixed();
	test_asked_for();
	test_warnings();
	arena_free(arena);
	return 0;
}
