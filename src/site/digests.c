/* SPDX-License-Identifier: ISC */
#include "site/digests.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/path.h"
#include "base/sink.h"
#include "html/status.h"
#include "site/script.h"

/* Rows of a file of about 70 KB; more of them are divided by a digit. */
enum { FEW = 512, MANY = 16 * FEW };

struct digest_row {
	str		 key;		/* 64 digits */
	const struct row *release;
};

struct digests {
	const struct collection *collection;
	struct digest_row	*rows;	/* by key, then in the register's
					 * order */
	size_t			 num;
	unsigned		 digits;
};

static size_t
num_releases(const struct reg *reg)
{
	size_t i, num = 0;

	for (i = 0; i < reg->num; i++)
		num += reg->rows[i].event == EVENT_RELEASE;
	return num;
}

unsigned
digests_num_digits(const struct reg *reg)
{
	size_t rows = 2 * num_releases(reg);

	return rows <= FEW ? 0 : rows <= MANY ? 1 : 2;
}

static int
cmp_rows(const void *a, const void *b)
{
	const struct digest_row *x = a, *y = b;
	int order = str_cmp(x->key, y->key);

	if (order != 0)
		return order;
	return x->release < y->release ? -1 : x->release > y->release;
}

static void
add(struct digests *d, str key, const struct row *release)
{
	d->rows[d->num++] = (struct digest_row){ key, release };
}

struct digests *
digests_make(struct arena *a, const struct collection *c,
    const struct reg *reg)
{
	struct digests *d = arena_new_of(a, struct digests);
	const struct row *row;
	size_t i;

	d->collection = c;
	d->digits = digests_num_digits(reg);
	d->rows = arena_array(a, struct digest_row, 2 * num_releases(reg));
	for (i = 0; i < reg->num; i++) {
		row = &reg->rows[i];
		if (row->event != EVENT_RELEASE)
			continue;
		if (row_is_digest(row->record))
			add(d, row->record, row);
		add(d, digest_hex(a, digest_of(path_last(row->edition))), row);
	}
	if (d->num != 0)
		qsort(d->rows, d->num, sizeof(*d->rows), cmp_rows);
	return d;
}

/* --- Files */

size_t
digests_num_files(const struct digests *d)
{
	return (size_t)1 << 4 * d->digits;
}

/* The digits that the keys of the i-th file begin with. */
static str
digits_of(const struct digests *d, struct arena *a, size_t i)
{
	static const char hex[] = "0123456789abcdef";
	const char text[2] = { hex[i >> 4 & 15], hex[i & 15] };

	return str_copy(a, (str){ text + 2 - d->digits, d->digits });
}

str
digests_file(const struct digests *d, struct arena *a, size_t i)
{
	return str_join(a, S("verify/r"), digits_of(d, a, i), S(".js"));
}

/* The edition or work to use in place of one that is no longer in force. */
static str
current_of(const struct collection *c, const struct card *card)
{
	const struct card *newest = collection_at_address(c, card);

	if (card->successor != NULL)
		return card->successor->ident->work;
	return card->status.state == STATE_SUPERSEDED &&
	    newest->status.state == STATE_IN_FORCE ? newest->ident->edition :
	    S("");
}

static void
put_row(const struct collection *c, const struct digest_row *row,
    struct sink *k)
{
	const struct card *card = collection_card(c, row->release->edition);
	bool erased = card == NULL || card->status.erased;

	sink_char(k, '[');
	script_string(k, row->key);
	sink_char(k, ',');
	script_string(k, row->release->edition);
	sink_char(k, ',');
	script_string(k, erased ? lang_word(c->lang, WORD_ERASED_TITLE) :
	    html_status_short(card, c->lang));
	sink_char(k, ',');
	script_string(k, card == NULL ? S("") : current_of(c, card));
	sink_char(k, ']');
}

/* The first row whose key does not sort before the digits. */
static size_t
find_first(const struct digests *d, str digits)
{
	size_t low = 0, high = d->num, middle;

	while (low < high) {
		middle = low + (high - low) / 2;
		if (str_cmp(d->rows[middle].key, digits) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

void
digests_put(const struct digests *d, size_t i, struct sink *k)
{
	struct arena *a = arena_new();
	str digits = digits_of(d, a, i);
	size_t at = find_first(d, digits);
	bool first = true;

	sink_puts(k, "matbuVerify(");
	script_string(k, digits);
	sink_puts(k, ",[");
	for (; at < d->num && str_starts(d->rows[at].key, digits); at++) {
		sink_puts(k, first ? "\n" : ",\n");
		first = false;
		put_row(d->collection, &d->rows[at], k);
	}
	sink_puts(k, "\n]);\n");
	arena_free(a);
}
