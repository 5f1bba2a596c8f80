/* SPDX-License-Identifier: ISC */
#include "diff/change_json.h"

#include "base/cell.h"
#include "diff/entry.h"

static const char *const acts[] = {
	[CHANGE_NONE] = "same", [CHANGE_ADDED] = "added",
	[CHANGE_REMOVED] = "removed", [CHANGE_EDITED] = "changed",
	[CHANGE_SPLIT] = "split", [CHANGE_JOINED] = "joined",
	[CHANGE_MOVED] = "moved", [CHANGE_MOVED_EDITED] = "moved-changed",
	[CHANGE_REWRITTEN] = "rewritten",
	[CHANGE_COLUMN_ADDED] = "column-added",
	[CHANGE_COLUMN_REMOVED] = "column-removed", [CHANGE_GONE] = "gone"
};

static const char *const reasons[] = { "step", "setting", "address", "number",
	"date", "warning", "field", "picture" };

static void
put_member(struct sink *k, const char *name, str value)
{
	cell_json(k, str_of(name));
	sink_puts(k, ": ");
	cell_json(k, value);
	sink_puts(k, ", ");
}

static void
put_entry(struct sink *k, const struct changes *c, const struct change *e,
    enum lang lang)
{
	struct entry x = entry_make(c, e, lang);
	const struct change_line *l = &c->lines[e->line];
	unsigned i, num = 0;

	sink_puts(k, "{ \"must\": ");
	sink_puts(k, e->reasons != 0 ? "true, " : "false, ");
	put_member(k, "act", str_of(acts[e->act]));
	sink_puts(k, "\"reasons\": [");
	for (i = 0; e->reasons >> i != 0; i++)
		if ((e->reasons >> i & 1) != 0) {
			sink_puts(k, num++ != 0 ? ", " : "");
			cell_json(k, str_of(reasons[i]));
		}
	sink_puts(k, "], ");
	put_member(k, "place", x.place);
	put_member(k, "detail", x.detail);
	put_member(k, "id", l->new != FLAT_NONE ? c->new->blocks[l->new].id :
	    c->old->blocks[l->old].id);
	sink_puts(k, "\"line\": ");
	sink_uint(k, e->line);
	sink_puts(k, ", \"lines\": ");
	sink_uint(k, e->num_lines);
	sink_puts(k, " }");
}

static void
put_block(struct sink *k, const char *name, size_t i)
{
	cell_json(k, str_of(name));
	sink_puts(k, ": ");
	if (i == FLAT_NONE)
		sink_puts(k, "null");
	else
		sink_uint(k, i);
	sink_puts(k, ", ");
}

static void
put_run(struct sink *k, const struct changes *c, const struct script_run *r)
{
	static const char *const names[] = { "same", "removed", "added" };
	const struct flat *f = r->act == SCRIPT_REMOVED ? c->old : c->new;

	sink_puts(k, "{ ");
	cell_json(k, str_of(names[r->act]));
	sink_puts(k, ": ");
	cell_json(k, flat_text(c->arena, f, r->span));
	sink_puts(k, " }");
}

static void
put_line(struct sink *k, const struct changes *c, const struct change_line *l)
{
	size_t i, j;

	sink_puts(k, "{ ");
	put_member(k, "act", str_of(acts[l->act]));
	put_block(k, "old", l->old);
	put_block(k, "new", l->new);
	sink_puts(k, "\"parts\": [");
	for (i = 0; i < l->num_parts; i++) {
		sink_puts(k, i != 0 ? ", [" : "[");
		for (j = 0; j < l->parts[i].script.num; j++) {
			sink_puts(k, j != 0 ? ", " : "");
			put_run(k, c, &l->parts[i].script.runs[j]);
		}
		sink_char(k, ']');
	}
	sink_puts(k, "] }");
}

void
change_json_put(const struct changes *c, enum lang lang, str old, str new,
    struct sink *k)
{
	size_t i;

	sink_puts(k, "{ ");
	put_member(k, "old", old);
	put_member(k, "new", new);
	sink_puts(k, "\"rewritten\": ");
	sink_puts(k, c->rewritten ? "true" : "false");
	sink_puts(k, ", \"changes\": [");
	for (i = 0; i < c->num_entries; i++) {
		sink_puts(k, i != 0 ? ",\n" : "\n");
		put_entry(k, c, &c->entries[i], lang);
	}
	sink_puts(k, "\n], \"lines\": [");
	for (i = 0; i < c->num_lines; i++) {
		sink_puts(k, i != 0 ? ",\n" : "\n");
		put_line(k, c, &c->lines[i]);
	}
	sink_puts(k, "\n] }\n");
}
