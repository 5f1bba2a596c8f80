/* SPDX-License-Identifier: ISC */
#include "publish/listing.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/sink.h"
#include "model/site_path.h"

static const char head[] = "# matbu site 1";

/* --- Reading */

static bool
read_number(str s, uint64_t *n)
{
	size_t i;

	for (*n = i = 0; i < s.len; i++) {
		if (!char_is_digit(s.p[i]) || *n > UINT64_MAX / 10 - 1)
			return false;
		*n = *n * 10 + (uint64_t)(s.p[i] - '0');
	}
	return s.len != 0;
}

/* “1763886893.120000000” or “-” */
static bool
read_time(str s, struct file_facts *f)
{
	str seconds;
	uint64_t whole, part;

	if (str_eq(s, S("-")))
		return true;
	if (!str_cut(&s, '.', &seconds) || !read_number(seconds, &whole) ||
	    !read_number(s, &part) || whole > INT64_MAX || part > 999999999)
		return false;
	f->kind = FILE_PLAIN;
	f->time = (int64_t)whole;
	f->fraction = (long)part;
	return true;
}

static bool
is_digest(str s)
{
	size_t i;

	for (i = 0; i < s.len; i++)
		if (!char_is_digit(s.p[i]) && !(s.p[i] >= 'a' && s.p[i] <= 'f'))
			return false;
	return s.len == (size_t)2 * DIGEST_SIZE;
}

static bool
read_row(struct listing_row *row, str line)
{
	str size, time;

	row->facts = (struct file_facts){ .kind = FILE_NONE };
	if (!str_cut(&line, ' ', &row->digest) || !str_cut(&line, ' ', &size) ||
	    !str_cut(&line, ' ', &time))
		return false;
	row->path = line;
	return is_digest(row->digest) && read_number(size, &row->facts.size) &&
	    read_time(time, &row->facts) && site_path_is_site(line);
}

static size_t
count_lines(str bytes)
{
	size_t num = 0;
	str line;

	while (str_line(&bytes, &line))
		num++;
	return num;
}

bool
listing_read(struct listing *l, struct arena *a, str bytes, unsigned *line)
{
	struct listing_row *row;
	str text;

	*l = (struct listing){ .paths = map_make(a) };
	l->rows = arena_array(a, struct listing_row, count_lines(bytes) + 1);
	map_reserve(&l->paths, count_lines(bytes));
	*line = 1;
	if (bytes.len == 0)
		return true;
	if (!str_ends(bytes, S("\n")) || !str_line(&bytes, &text) ||
	    !str_eq(text, str_of(head)))
		return false;
	while (str_line(&bytes, &text)) {
		++*line;
		row = &l->rows[l->num];
		if (!read_row(row, text))
			return false;
		map_slot(&l->paths, row->path)->value = row;
		l->num++;
	}
	return true;
}

const struct listing_row *
listing_find(const struct listing *l, str path)
{
	const struct map_slot *slot = map_find(&l->paths, path);

	return slot != NULL ? slot->value : NULL;
}

void
listing_doubt(struct listing *l, str path)
{
	const struct map_slot *slot = map_find(&l->paths, path);

	if (slot != NULL)
		((struct listing_row *)slot->value)->facts.kind = FILE_NONE;
}

/* --- Joining */

static int
cmp_row(const void *a, const void *b)
{
	const struct listing_row *x = a, *y = b;

	return str_cmp(x->path, y->path);
}

static void
join_row(struct listing *l, const struct listing_row *row, bool elsewhere)
{
	const struct map_slot *slot = map_find(&l->paths, row->path);
	struct listing_row *own = slot != NULL ? slot->value : NULL;

	if (own == NULL) {
		l->rows[l->num] = *row;
		l->rows[l->num++].elsewhere = elsewhere;
	} else if (row->facts.kind == FILE_NONE ||
	    row->facts.size != own->facts.size ||
	    !str_eq(row->digest, own->digest))
		own->facts.kind = FILE_NONE;
}

void
listing_join(struct listing *l, struct arena *a, const struct listing *other,
    bool elsewhere)
{
	struct listing_row *rows = arena_array(a, struct listing_row,
	    l->num + other->num + 1);
	size_t i;

	if (l->num != 0)
		memcpy(rows, l->rows, l->num * sizeof(*rows));
	l->rows = rows;
	for (i = 0; i < l->num; i++)
		map_slot(&l->paths, rows[i].path)->value = &rows[i];
	for (i = 0; i < other->num; i++)
		join_row(l, &other->rows[i], elsewhere);
	qsort(rows, l->num, sizeof(*rows), cmp_row);
	for (i = 0; i < l->num; i++)
		map_slot(&l->paths, rows[i].path)->value = &rows[i];
}

/* --- Writing */

static void
write_time(const struct file_facts *f, struct sink *k)
{
	if (f->kind != FILE_PLAIN || f->time < 0) {
		sink_char(k, '-');
		return;
	}
	sink_uint(k, (uintmax_t)f->time);
	sink_char(k, '.');
	sink_uint_wide(k, (uintmax_t)f->fraction, 9);
}

void
listing_write(struct listing_row *rows, size_t num, struct sink *k)
{
	size_t i;

	if (num != 0)
		qsort(rows, num, sizeof(*rows), cmp_row);
	sink_puts(k, head);
	sink_char(k, '\n');
	for (i = 0; i < num; i++) {
		sink_put(k, rows[i].digest);
		sink_char(k, ' ');
		sink_uint(k, rows[i].facts.size);
		sink_char(k, ' ');
		write_time(&rows[i].facts, k);
		sink_char(k, ' ');
		sink_put(k, rows[i].path);
		sink_char(k, '\n');
	}
}
