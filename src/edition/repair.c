/* SPDX-License-Identifier: ISC */
#include "edition/repair.h"

#include "base/backup.h"
#include "base/die.h"
#include "base/durable.h"
#include "base/file.h"
#include "base/phrase.h"
#include "build/collect.h"
#include "edition/transaction.h"
#include "register/merge.h"

struct repair {
	struct transaction	 t;
	struct published	 published;
	bool			 joined;	/* the file .published */
	size_t			 added;		/* rows chained again */
};

/* Keeps the register as it was, and reports each row that is dropped. */
static void
report_dropped(struct repair *r, const struct merge *m)
{
	struct arena *a = r->t.ws.in.arena;
	const struct reg *reg = &r->t.ws.in.reg;
	str backup = backup_name(a, reg->path, reg->bytes);
	size_t i;

	if (m->num_dropped == 0)
		return;
	if (file_kind(str_c(a, backup)) == FILE_NONE &&
	    !durable_write(a, backup, reg->bytes))
		die_errno(DIAG_WRITE, str_c(a, backup));
	for (i = 0; i < m->num_dropped; i++)
		diag(r->t.ws.in.diags, DIAG_REPAIR_DROPPED, POS_NONE, reg->path,
		    str_join(a, str_of(row_event_word(m->dropped[i].event)),
		    S(" "), m->dropped[i].edition), backup);
}

static enum merge_side
side_of(const struct options *o)
{
	if (o->ours && o->theirs)
		die_usage(DIAG_SIDES_BOTH, "", "");
	return o->ours ? MERGE_OURS : o->theirs ? MERGE_THEIRS : MERGE_NO_SIDE;
}

/* Makes one register of the branches. The entries of .published are lowered
 * first: an interrupted run leaves branches that a second run merges. */
static bool
merge(struct repair *r, const struct history *h)
{
	struct input *in = &r->t.ws.in;
	struct merge m;
	struct reg merged;

	diags_keep(in->diags, transaction_keep_nothing, NULL);
	if (!merge_branches(&m, in->arena, h, &r->published,
	    side_of(&r->t.options), in->reg.path, in->diags) ||
	    !register_parse(&merged, in->arena, m.text, in->reg.path,
	    in->diags))
		return false;
	report_dropped(r, &m);
	if (m.published) {
		published_cut(&r->published, in->arena, m.common, m.chain);
		published_write(&r->published, in->arena);
	}
	register_replace(&in->reg, in->arena, m.text);
	r->added = m.added;
	return true;
}

static bool
repair_register(struct repair *r)
{
	struct input *in = &r->t.ws.in;
	struct history h;

	if (register_damage(in->arena, in->reg.bytes, &h) == DAMAGE_HISTORIES)
		return merge(r, &h);
	if (!register_repair(&in->reg, in->arena))
		return false;
	diags_keep(in->diags, transaction_keep_nothing, NULL);
	return true;
}

static void
print_result(const struct repair *r, str before)
{
	const struct reg *reg = &r->t.ws.in.reg;

	if (r->t.options.quiet)
		return;
	if (r->joined)
		phrase_print(PHRASE_JOINED, r->published.path);
	if (r->added != 0)
		phrase_print(PHRASE_MERGED, PHRASE_UINT(reg->num),
		    PHRASE_UINT(r->added));
	else if (!str_eq(before, reg->bytes))
		phrase_print(PHRASE_REPAIRED, PHRASE_UINT(reg->num));
	else if (reg->valid)
		phrase_print(PHRASE_SOUND, PHRASE_UINT(reg->num));
}

/* A register from which rows were removed may be in its own form: no form
 * restores them, so the rows are compared with what was published. */
int
repair_files(const struct options *o)
{
	struct repair r = { .added = 0 };
	struct input *in = &r.t.ws.in;
	bool valid = transaction_open(&r.t, o, "repair", o->paths, 0);
	str before = in->reg.bytes;

	published_read(&r.published, in->arena, in->tree.root, NULL);
	r.joined = published_join(&r.published, in->arena);
	if (valid)
		diags_keep(in->diags, transaction_keep_nothing, NULL);
	else if (!repair_register(&r))
		return transaction_close(&r.t);
	if (r.joined)
		published_write(&r.published, in->arena);
	collect_check_published(in);
	print_result(&r, before);
	return transaction_close(&r.t);
}
