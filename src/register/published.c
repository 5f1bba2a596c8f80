/* SPDX-License-Identifier: ISC */
#include "register/published.h"

#include <errno.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/die.h"
#include "base/fault.h"
#include "base/file.h"
#include "base/sink.h"

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

static void
check(struct published *p, struct diags *ds)
{
	str rest = p->bytes;
	struct pos pos = { 0, 0 };
	struct line l;

	while (next_line(&rest, &l)) {
		pos.line++;
		if (!is_publish(&l) && !is_kind(&l, S("file"), 3) &&
		    !is_kind(&l, S("removed"), 2)) {
			diag(ds, DIAG_PUBLISHED_LINE, pos, p->path);
			return;
		}
		if (!is_publish(&l) || number(l.columns[3]) < p->rows)
			continue;
		p->rows = number(l.columns[3]);
		p->chain = l.columns[4];
		p->destination = l.columns[2];
	}
}

bool
published_read(struct published *p, struct arena *a, str content,
    struct diags *ds)
{
	size_t faults = ds != NULL ? diags_errors(ds) : 0;
	char *name;

	*p = (struct published){ .path = str_join(a, content,
	    S("/.published")) };
	name = str_c(a, p->path);
	if (!file_read(a, name, LIMIT, &p->bytes) && errno != ENOENT)
		die_system(DIAG_READ, name, fault_text(errno));
	check(p, ds);
	return ds == NULL || diags_errors(ds) == faults;
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
published_add(struct published *p, struct arena *a,
    const struct published_entry *e)
{
	struct sink k = { 0 };
	char *name = str_c(a, p->path);

	sink_put(&k, p->bytes);
	if (p->bytes.len != 0 && !str_ends(p->bytes, S("\n")))
		sink_char(&k, '\n');
	put_entry(&k, a, e);
	if (!file_write(str_c(a, str_join(a, p->path, S(".new"))), name,
	    sink_str(&k)))
		die_system(DIAG_WRITE, name, fault_text(errno));
	p->bytes = str_copy(a, sink_str(&k));
	if (e->rows >= p->rows) {
		p->rows = e->rows;
		p->chain = e->chain;
		p->destination = e->destination;
	}
	sink_free(&k);
}
