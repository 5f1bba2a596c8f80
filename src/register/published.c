/* SPDX-License-Identifier: ISC */
#include "register/published.h"

#include <errno.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/conflict.h"
#include "base/die.h"
#include "base/file.h"
#include "base/sink.h"
#include "model/site_path.h"
#include "register/form.h"

enum { LIMIT = 256 << 20 };		/* [byte] */

/* A line, split at its tabs. */
struct line {
	str	columns[8];
	size_t	num;
};

static bool
next_line(str *rest, struct line *l)
{
	str line;

	*l = (struct line){ .num = 0 };
	if (!str_line(rest, &line))
		return false;
	if (str_ends(line, S("\r")))
		line.len--;
	while (l->num < 8 && str_cut(&line, '\t', &l->columns[l->num]))
		l->num++;
	return true;
}

static bool
is_kind(const struct line *l, str kind, size_t columns)
{
	return l->num == columns && str_eq(l->columns[0], kind);
}

static bool
is_publish(const struct line *l)
{
	return is_kind(l, S("publish"), 8);
}

static size_t
number(str s)
{
	size_t i, n = 0;

	for (i = 0; i < s.len; i++)
		if (char_is_digit(s.p[i]) && n < SIZE_MAX / 16)
			n = n * 10 + (size_t)(s.p[i] - '0');
	return n;
}

/* --- Reading */

static bool
is_line(const struct line *l)
{
	return is_publish(l) || ((is_kind(l, S("file"), 3) ||
	    is_kind(l, S("removed"), 2)) &&
	    site_path_is_site(l->columns[l->num - 1]));
}

static bool
check(struct published *p, struct diags *ds)
{
	str rest = p->bytes;
	struct pos pos = POS_NONE;
	struct line l;

	p->rows = 0;
	while (next_line(&rest, &l)) {
		pos.line++;
		if (!is_line(&l)) {
			diag(ds, conflict_line(p->bytes) != 0 ?
			    DIAG_PUBLISHED_MERGED : DIAG_PUBLISHED_LINE, pos,
			    p->path);
			return false;
		}
		if (!is_publish(&l) || number(l.columns[3]) < p->rows)
			continue;
		p->rows = number(l.columns[3]);
		p->chain = l.columns[4];
		p->destination = l.columns[2];
	}
	return true;
}

bool
published_read(struct published *p, struct arena *a, str content,
    struct diags *ds)
{
	char *name;

	*p = (struct published){ .path = str_join(a, content,
	    S("/.published")) };
	name = str_c(a, p->path);
	if (!file_read(a, name, LIMIT, &p->bytes) && errno != ENOENT)
		die_errno(DIAG_READ, name);
	return check(p, ds);
}

size_t
published_rows(const struct published *p, str destination)
{
	str rest = p->bytes;
	struct line l;
	size_t rows = 0;

	while (next_line(&rest, &l))
		if (is_publish(&l) && str_eq(l.columns[2], destination) &&
		    number(l.columns[3]) > rows)
			rows = number(l.columns[3]);
	return rows;
}

struct map
published_chains(const struct published *p, struct arena *a)
{
	struct map chains = map_make(a);
	str rest = p->bytes, *destination;
	struct line l;

	while (next_line(&rest, &l))
		if (is_publish(&l) && number(l.columns[3]) != 0) {
			destination = arena_new_of(a, str);
			*destination = l.columns[2];
			map_slot(&chains, l.columns[4])->value = destination;
		}
	return chains;
}

size_t
published_known(const struct published *p, struct arena *a,
    const struct reg *reg, str *destination)
{
	struct map chains = published_chains(p, a);
	const struct map_slot *slot;
	size_t rows;

	for (rows = reg->num; rows != 0; rows--) {
		slot = map_find(&chains, reg->rows[rows - 1].chain);
		if (slot != NULL) {
			*destination = *(str *)slot->value;
			break;
		}
	}
	return rows;
}

struct published_sent *
published_sent(const struct published *p, struct arena *a, size_t *num)
{
	struct published_sent *sent = arena_array(a, struct published_sent,
	    str_count(p->bytes, '\n') + 1);
	struct map places = map_make(a);
	struct map_slot *slot;
	str rest = p->bytes;
	struct line l;

	for (*num = 0; next_line(&rest, &l);) {
		if (!is_publish(&l))
			continue;
		slot = map_slot(&places, l.columns[2]);
		if (slot->number == 0) {
			slot->number = ++*num;
			sent[*num - 1].destination = l.columns[2];
		}
		if (number(l.columns[3]) > sent[slot->number - 1].rows)
			sent[slot->number - 1].rows = number(l.columns[3]);
	}
	return sent;
}

static int
cmp_file(const void *a, const void *b)
{
	const struct published_file *x = a, *y = b;

	return str_cmp(x->path, y->path);
}

/* Maps every path that the entries of the destination name to the digest that
 * was sent last, or to NULL where the file was removed. */
static struct map
map_files(const struct published *p, struct arena *a, str destination)
{
	struct map files = map_make(a);
	str rest = p->bytes, *digest;
	struct line l;
	bool ours = false;

	while (next_line(&rest, &l)) {
		if (is_publish(&l))
			ours = str_eq(l.columns[2], destination);
		if (!ours || (!is_kind(&l, S("file"), 3) &&
		    !is_kind(&l, S("removed"), 2)))
			continue;
		digest = NULL;
		if (l.num == 3) {
			digest = arena_new_of(a, str);
			*digest = l.columns[1];
		}
		map_slot(&files, l.columns[l.num - 1])->value = digest;
	}
	return files;
}

struct published_file *
published_files(const struct published *p, struct arena *a, str destination,
    bool ever, size_t *num)
{
	struct map files = map_files(p, a, destination);
	struct published_file *list = arena_array(a, struct published_file,
	    files.num + 1);
	const str *digest;
	size_t i;

	*num = 0;
	for (i = 0; i < files.cap; i++) {
		digest = files.slots[i].value;
		if (digest != NULL || (ever && files.slots[i].key.len != 0))
			list[(*num)++] = (struct published_file){
			    files.slots[i].key, digest != NULL ? *digest :
			    S("") };
	}
	qsort(list, *num, sizeof(*list), cmp_file);
	return list;
}

/* --- Writing */

static void
put_column(struct sink *k, str s)
{
	sink_char(k, '\t');
	sink_put(k, s);
}

static void
put_number(struct sink *k, size_t n)
{
	sink_char(k, '\t');
	sink_uint(k, n);
}

static void
put_entry(struct sink *k, struct arena *a, const struct published_entry *e)
{
	size_t i;

	sink_puts(k, "publish");
	put_column(k, date_iso(a, e->day));
	put_column(k, e->destination);
	put_number(k, e->rows);
	put_column(k, e->chain);
	put_number(k, e->added);
	put_number(k, e->changed);
	put_number(k, e->removed);
	for (i = 0; i < e->num_files; i++) {
		sink_puts(k, "\nfile");
		put_column(k, e->files[i].digest);
		put_column(k, e->files[i].path);
	}
	for (i = 0; i < e->num_removed_paths; i++) {
		sink_puts(k, "\nremoved");
		put_column(k, e->removed_paths[i]);
	}
	sink_char(k, '\n');
}

void
published_write(const struct published *p, struct arena *a)
{
	char *name = str_c(a, p->path);

	if (!file_write(str_c(a, str_join(a, p->path, S(".new"))), name,
	    p->bytes))
		die_errno(DIAG_WRITE, name);
}

void
published_add(struct published *p, struct arena *a,
    const struct published_entry *e)
{
	struct sink k = { 0 };

	sink_put(&k, p->bytes);
	if (p->bytes.len != 0 && !str_ends(p->bytes, S("\n")))
		sink_char(&k, '\n');
	put_entry(&k, a, e);
	p->bytes = str_copy(a, sink_str(&k));
	published_write(p, a);
	if (e->rows >= p->rows) {
		p->rows = e->rows;
		p->chain = e->chain;
		p->destination = e->destination;
	}
	sink_free(&k);
}

/* --- Two files */

/* Removes the next entry from *rest: its line and those of its files. */
static bool
take_entry(str *rest, str *entry)
{
	size_t at = str_search(str_from(*rest, 1), S("\npublish\t"));

	*entry = str_upto(*rest, at + 2);
	*rest = str_from(*rest, at + 2);
	return entry->len != 0;
}

/* Puts the entries of the text, each once. */
static void
put_entries(struct sink *k, struct map *known, str text)
{
	str entry;

	while (take_entry(&text, &entry))
		if (map_slot(known, entry)->number++ == 0)
			sink_put(k, entry);
}

bool
published_join(struct published *p, struct arena *a)
{
	struct map known = map_make(a);
	struct sink k = { 0 };
	str before = p->bytes, text = form_letters(a, before);

	if (!check(p, NULL)) {
		put_entries(&k, &known, conflict_side(a, text, false));
		if (conflict_line(text) != 0)
			put_entries(&k, &known, conflict_side(a, text, true));
		p->bytes = sink_take(&k, a);
	}
	return check(p, NULL) && !str_eq(before, p->bytes);
}

/* Writes the line with other ROWS and CHAIN. */
static void
put_lowered(struct sink *k, struct arena *a, struct line *l, size_t rows,
    str chain)
{
	size_t i;

	l->columns[3] = str_uint(a, rows);
	l->columns[4] = rows != 0 ? chain : S("–");
	sink_puts(k, "publish");
	for (i = 1; i < l->num; i++)
		put_column(k, l->columns[i]);
}

void
published_cut(struct published *p, struct arena *a, size_t rows, str chain)
{
	struct sink k = { 0 };
	str rest = p->bytes, line, own;
	struct line l;

	while (str_line(&rest, &line)) {
		own = line;
		if (next_line(&own, &l) && is_publish(&l) &&
		    number(l.columns[3]) > rows)
			put_lowered(&k, a, &l, rows, chain);
		else
			sink_put(&k, line);
		sink_char(&k, '\n');
	}
	p->bytes = sink_take(&k, a);
	check(p, NULL);
}
