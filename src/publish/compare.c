/* SPDX-License-Identifier: ISC */
#include "publish/compare.h"

#include "base/phrase.h"
#include "base/sink.h"

/* The digits of a digest in a message. */
enum { DIGITS_SHOWN = 12 };

str
compare_describe(struct arena *a, const struct row *row)
{
	return str_join(a, str_of(row_event_word(row->event)), S(" "),
	    row->edition);
}

/* Writes a column of a row where it differs from that of the other row. */
static void
put_column(struct sink *k, enum phrase name, str value, str other)
{
	if (str_eq(value, other))
		return;
	sink_puts(k, ", ");
	sink_put(k, phrase_text(name));
	sink_puts(k, ": ");
	sink_put(k, value);
}

/* Lists the columns of row that differ from other; shortens digests. */
static str
describe_difference(struct arena *a, const struct row *row,
    const struct row *other)
{
	struct sink k = { 0 };

	sink_put(&k, compare_describe(a, row));
	if (str_eq(compare_describe(a, row), compare_describe(a, other))) {
		put_column(&k, PHRASE_COLUMN_DATE, date_dotted(a, row->date),
		    date_dotted(a, other->date));
		put_column(&k, PHRASE_COLUMN_BY, row->by, other->by);
		put_column(&k, PHRASE_COLUMN_NOTE, row->note, other->note);
		put_column(&k, PHRASE_COLUMN_SOURCE, str_upto(row->source,
		    DIGITS_SHOWN), str_upto(other->source, DIGITS_SHOWN));
		put_column(&k, PHRASE_COLUMN_RECORD, str_upto(row->record,
		    DIGITS_SHOWN), str_upto(other->record, DIGITS_SHOWN));
		put_column(&k, PHRASE_COLUMN_PRESS, row->press, other->press);
	}
	return sink_take(&k, a);
}

void
compare_registers(struct arena *a, const struct reg *ours,
    const struct reg *theirs, str destination, struct diags *ds)
{
	struct pos pos = POS_NONE;
	size_t i;

	for (i = 0; i < theirs->num && i < ours->num; i++)
		if (!str_eq(theirs->rows[i].line, ours->rows[i].line))
			break;
	pos.line = (unsigned)i + 2;
	if (i == theirs->num)
		return;
	if (i == ours->num)
		diag(ds, DIAG_PUBLISH_BEHIND, pos, theirs->path,
		    compare_describe(a, &theirs->rows[i]), destination);
	else
		diag(ds, DIAG_PUBLISH_ROW, pos, theirs->path,
		    describe_difference(a, &theirs->rows[i], &ours->rows[i]),
		    describe_difference(a, &ours->rows[i], &theirs->rows[i]),
		    destination);
}
