/* SPDX-License-Identifier: ISC */
#include "publish/theirs.h"

#include "base/backup.h"
#include "base/die.h"
#include "base/durable.h"
#include "base/file.h"
#include "build/options.h"
#include "publish/compare.h"
#include "register/join.h"

/* Keeps the damaged register, which may have rows that only it has. */
static void
keep_copy(const struct theirs *t, str bytes, str path)
{
	str name = str_join(t->arena, str_of(t->options->content), S("/"));
	str copy;

	if (t->options->dry_run)
		return;
	copy = backup_name(t->arena, str_join(t->arena, name,
	    S("register-from-site.tsv")), bytes);
	if (file_kind(str_c(t->arena, copy)) == FILE_NONE &&
	    !durable_write(t->arena, copy, bytes))
		die_errno(DIAG_WRITE, str_c(t->arena, copy));
	diag(t->diags, DIAG_PUBLISH_REPLACED, POS_NONE, path, copy);
}

/* Reports the first of their rows that is missing from ours at any place. The
 * order may differ: rows that were joined are chained again. */
static bool
has_all(const struct theirs *t, const struct reg *theirs)
{
	struct join j;
	size_t i, n = 0;
	struct pos pos = POS_NONE;

	while (n < theirs->num && n < t->ours->num &&
	    str_eq(theirs->rows[n].line, t->ours->rows[n].line))
		n++;
	join_begin(&j, t->arena, t->ours->rows, t->ours->num, n, 0);
	for (i = n; i < theirs->num; i++)
		if (!join_has(&j, &theirs->rows[i])) {
			pos.line = (unsigned)i + 2;
			diag(t->diags, DIAG_PUBLISH_ROW_UNKNOWN, pos, theirs->path,
			    compare_describe(t->arena, &theirs->rows[i]),
			    t->destination);
			return false;
		}
	return true;
}

/* Whether the file is the beginning of ours: it was cut off. */
static bool
is_cut(const struct theirs *t, str bytes)
{
	return bytes.len != 0 && str_starts(t->ours->bytes, bytes);
}

void
theirs_check(const struct theirs *t, str bytes, str path)
{
	size_t faults = diags_errors(t->diags);
	struct reg theirs;
	enum register_damage damage = register_read_other(&theirs, t->arena,
	    bytes, path);
	struct pos pos = { (unsigned)theirs.num + 2, 1 };

	if (t->options->ours)
		has_all(t, &theirs);
	else if (damage < DAMAGE_HISTORIES)
		compare_registers(t->arena, t->ours, &theirs, t->destination,
		    t->diags);
	else if (!is_cut(t, bytes))
		diag(t->diags, DIAG_PUBLISH_DAMAGED, pos, path, t->destination);
	if (damage != DAMAGE_NONE && diags_errors(t->diags) == faults)
		keep_copy(t, bytes, path);
}
