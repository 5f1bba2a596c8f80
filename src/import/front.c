/* SPDX-License-Identifier: ISC */
#include "import/front.h"

#include <stdio.h>
#include <unistd.h>

#include "base/arena.h"
#include "import/dialect.h"
#include "import/escape.h"
#include "model/header_row.h"
#include "source/front_matter.h"
#include "source/source_text.h"

/* --- What the collection declares */

static struct header_rows
declared_rows(struct arena *a, str root)
{
	struct doc doc = { .arena = a, .path = str_join(a, root,
	    S("/index.md")) };

	if (source_text_read(&doc))
		front_matter_read(&doc, FRONT_MATTER_SITE);
	return doc.front_matter.header_rows;
}

static void
put_value(struct sink *to, str key, str value)
{
	if (value.len == 0)
		return;
	sink_put(to, key);
	sink_puts(to, ": ");
	escape_value(to, value);
	sink_char(to, '\n');
}

/* A row that only some collections have. */
static void
put_declared(struct sink *to, struct losses *losses,
    const struct header_rows *rows, enum dialect name, enum phrase label,
    str value)
{
	struct sink k = { 0 };
	size_t i;

	if (value.len == 0)
		return;
	if (header_row_find(rows, dialect_text(name), &i)) {
		put_value(to, dialect_text(name), value);
		return;
	}
	sink_put(&k, phrase_text(label));
	sink_puts(&k, ": ");
	sink_put(&k, value);
	losses_add(losses, PHRASE_LOSS_UNDECLARED, sink_str(&k),
	    phrase_text(PHRASE_HEADER));
	sink_free(&k);
}

void
front_put(struct sink *to, struct document *d, const struct head *h, str root)
{
	struct reading *r = d->reading;
	struct header_rows rows = declared_rows(r->arena, root);
	struct sink k = { 0 };

	if (d->numbered)
		sink_put(&k, dialect_text(DIALECT_NUMBERED));
	put_declared(&k, &r->losses, &rows, DIALECT_NUMBER_ROW,
	    PHRASE_HEAD_NUMBER, h->number);
	put_value(&k, dialect_text(DIALECT_PREPARED), h->prepared_by);
	put_declared(&k, &r->losses, &rows, DIALECT_CHECKED_ROW,
	    PHRASE_HEAD_CHECKED, h->checked_by);
	put_value(&k, dialect_text(DIALECT_APPROVED), h->approved_by);
	put_value(&k, dialect_text(DIALECT_CHANGE), h->change);
	if (k.len != 0) {
		sink_puts(to, "---\n");
		sink_put(to, sink_str(&k));
		sink_puts(to, "---\n");
	}
	if (date_is_set(h->published) && date_is_set(h->revised) &&
	    date_cmp(h->published, h->revised) != 0)
		losses_add(&r->losses, PHRASE_LOSS_PUBLISHED,
		    date_dotted(r->arena, h->published),
		    phrase_text(PHRASE_HEADER));
	sink_free(&k);
}

/* --- The question */

static void
show(enum phrase label, str value)
{
	if (value.len != 0)
		phrase_print(PHRASE_HEAD_VALUE, phrase_text(label), value);
}

static bool
ask(void)
{
	char line[64];

	phrase_print(PHRASE_HEAD_ASK, S(""));
	return fgets(line, sizeof(line), stdin) != NULL && (line[0] == 'e' ||
	    line[0] == 'E' || line[0] == 'y' || line[0] == 'Y');
}

bool
front_confirm(const struct head *h, str edition, bool accepted, bool *stopped)
{
	*stopped = false;
	if (!head_says(h))
		return true;
	phrase_print(PHRASE_HEAD_FOUND, S(""));
	show(PHRASE_HEAD_NUMBER, h->number);
	show(PHRASE_HEAD_EDITION, edition);
	show(PHRASE_HEAD_PREPARED, h->prepared_by);
	show(PHRASE_HEAD_CHECKED, h->checked_by);
	show(PHRASE_HEAD_APPROVED, h->approved_by);
	show(PHRASE_HEAD_CHANGE, h->change);
	if (accepted)
		return true;
	*stopped = isatty(STDIN_FILENO) == 0;
	return !*stopped && ask();
}
