/* SPDX-License-Identifier: ISC */
#include "form/update.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/digest.h"
#include "form/pdf_value.h"
#include "pdf/token.h"

struct update_place {
	size_t	number;
	size_t	at;			/* [byte] of the file */
};

enum { ID_SIZE = 16 };			/* [byte] */

/* Finds the number behind the last “startxref”. */
static bool
find_table(str record, size_t *at)
{
	str word = S("startxref"), s = S("");
	struct json number = { .kind = JSON_OTHER };
	size_t i;

	for (i = record.len; i-- > 0 && record.len - i < 64;)
		if (str_starts(str_from(record, i), word)) {
			s = str_trim(str_from(record, i + word.len));
			break;
		}
	number.text = str_upto(s, str_find(s, '\n'));
	return pdf_value_number(&number, at) && *at < record.len;
}

bool
update_start(struct update *u, struct arena *a, struct sink *out,
    const struct foreign_pdf *pdf, str record)
{
	*u = (struct update){ .arena = a, .pdf = pdf, .record = record,
	    .out = out };
	sink_put(out, record);
	if (!str_ends(record, S("\n")))
		sink_char(out, '\n');
	return find_table(record, &u->previous) && json_is(json_get(
	    pdf->trailer, S("/Type")), S("/XRef")) &&
	    pdf_value_number(json_get(pdf->trailer, S("/Size")), &u->next);
}

static void
begin(struct update *u, size_t number)
{
	struct update_place *old = u->places;

	if (u->num == u->cap) {
		u->cap = u->cap != 0 ? 2 * u->cap : 64;
		u->places = arena_array(u->arena, struct update_place,
		    u->cap);
		if (u->num != 0)
			memcpy(u->places, old, u->num * sizeof(*old));
	}
	u->places[u->num++] = (struct update_place){ number, u->out->len };
	sink_uint(u->out, number);
	sink_puts(u->out, " 0 obj\n");
}

void
update_replace(struct update *u, str object)
{
	struct json number = { .kind = JSON_OTHER,
	    .text = str_upto(object, str_find(object, ' ')) };
	size_t n;

	pdf_value_number(&number, &n);
	begin(u, n);
}

size_t
update_add(struct update *u)
{
	begin(u, u->next);
	return u->next++;
}

void
update_close(struct update *u)
{
	sink_puts(u->out, "\nendobj\n");
}

/* --- The table (7.5.8) */

static int
compare(const void *a, const void *b)
{
	const struct update_place *p = a, *q = b;

	return (p->number > q->number) - (p->number < q->number);
}

static size_t
length_of_run(const struct update *u, size_t i)
{
	size_t n = 1;

	while (i + n < u->num && u->places[i + n].number ==
	    u->places[i].number + n)
		n++;
	return n;
}

static void
put_index(struct update *u)
{
	size_t i, n;

	sink_puts(u->out, "/Index[");
	for (i = 0; i < u->num; i += n) {
		n = length_of_run(u, i);
		pdf_token_int(u->out, (long long)u->places[i].number);
		pdf_token_int(u->out, (long long)n);
	}
	sink_char(u->out, ']');
}

/* The first part stays that of the record (14.4). */
static void
put_id(struct update *u)
{
	const struct json *id = json_get(u->pdf->trailer, S("/ID"));
	struct digest d = digest_of(sink_str(u->out));

	if (id == NULL || id->first == NULL)
		return;
	sink_puts(u->out, "/ID[");
	pdf_value_write(u->out, u->arena, id->first);
	pdf_token_hex(u->out, (str){ (const char *)d.bytes, ID_SIZE });
	sink_char(u->out, ']');
}

static void
put_entries(struct update *u)
{
	size_t i;
	int shift;

	for (i = 0; i < u->num; i++) {
		sink_char(u->out, 1);
		for (shift = 24; shift >= 0; shift -= 8)
			sink_char(u->out, (char)(u->places[i].at >> shift));
		sink_char(u->out, 0);
	}
}

static void
put_trailer(struct update *u)
{
	static const char *const keys[] = { "/Root", "/Info" };
	const struct json *v;
	size_t i;

	for (i = 0; i < 2; i++) {
		v = json_get(u->pdf->trailer, str_of(keys[i]));
		if (v == NULL)
			continue;
		sink_puts(u->out, keys[i]);
		pdf_value_write(u->out, u->arena, v);
	}
	put_id(u);
}

void
update_finish(struct update *u)
{
	size_t at = u->out->len;

	update_add(u);
	qsort(u->places, u->num, sizeof(*u->places), compare);
	sink_puts(u->out, "<</Type/XRef/W[1 4 1]");
	pdf_token_put_int(u->out, "Size", (long long)u->next);
	pdf_token_put_int(u->out, "Prev", (long long)u->previous);
	put_index(u);
	put_trailer(u);
	pdf_token_put_int(u->out, "Length", 6 * (long long)u->num);
	sink_puts(u->out, ">>\nstream\n");
	put_entries(u);
	sink_puts(u->out, "\nendstream");
	update_close(u);
	sink_puts(u->out, "startxref\n");
	sink_uint(u->out, at);
	sink_puts(u->out, "\n%%EOF\n");
}
