/* SPDX-License-Identifier: ISC */
#include "edition/evidence.h"

#include <stdio.h>

#include "base/arena.h"
#include "base/die.h"
#include "base/file.h"
#include "base/path.h"
#include "base/phrase.h"
#include "base/shown.h"
#include "build/collect.h"
#include "build/options.h"
#include "build/origin.h"
#include "register/checkpoint.h"
#include "register/signature.h"

enum { COPY_LIMIT = 256 << 20 };	/* [byte] */

/* --- Writing a checkpoint */

/* Whether there is no file at the path, or one that may be replaced: an empty
 * one, an old checkpoint or an old signature. */
static bool
may_write(struct arena *a, const char *path)
{
	struct checkpoint old;
	str bytes;

	if (file_kind(path) == FILE_NONE)
		return true;
	return file_kind(path) == FILE_PLAIN && file_read(a, path,
	    SIGNATURE_LIMIT, &bytes) && (bytes.len == 0 ||
	    checkpoint_read(&old, bytes) || signature_is(bytes));
}

static void
write_file(struct arena *a, const char *path, str bytes)
{
	char *temp = str_c(a, str_join(a, str_of(path), S(".new")));

	if (!file_write(temp, path, bytes))
		die_errno(DIAG_WRITE, path);
}

/* Removes an old signature first: no signature is ever beside a text that it
 * does not sign. */
static void
write_files(struct input *in, str text)
{
	const struct options *o = in->options;
	const char *path = o->output != NULL ? o->output : CHECKPOINT_NAME;
	char *beside = str_c(in->arena, str_join(in->arena, str_of(path),
	    S(".sig")));
	str signature = S(""), said = S("");

	if (!may_write(in->arena, path))
		diag(in->diags, DIAG_CHECKPOINT_EXISTS, POS_NONE, str_of(path));
	if (!may_write(in->arena, beside))
		diag(in->diags, DIAG_CHECKPOINT_EXISTS, POS_NONE, str_of(beside));
	if (diags_errors(in->diags) != 0)
		return;
	if (o->sign != NULL && !signature_make(in->arena, o->sign, text,
	    &signature, &said))
		die_system(DIAG_SIGN, o->sign, str_c(in->arena, said));
	if (file_kind(beside) != FILE_NONE && !file_remove(beside))
		die_errno(DIAG_WRITE, beside);
	write_file(in->arena, path, text);
	if (o->sign != NULL)
		write_file(in->arena, beside, signature);
}

static void
print_checkpoint(struct input *in)
{
	const struct options *o = in->options;
	struct checkpoint c;
	str text;

	register_read(&in->reg, in->arena, in->tree.root, in->diags);
	collect_check_published(in);
	if (!in->reg.exists)
		diag(in->diags, DIAG_CHECKPOINT_NONE, POS_NONE, in->reg.path);
	if (diags_errors(in->diags) != 0)
		return;
	c = checkpoint_of(in->arena, &in->reg, origin_of(in->arena, o));
	text = checkpoint_text(in->arena, &c);
	if (o->sign != NULL || o->output != NULL)
		write_files(in, text);
	if (diags_errors(in->diags) == 0 && !shown_write(text))
		die_errno(DIAG_WRITE, "stdout");
}

static int
run(const struct options *o, void (*command)(struct input *))
{
	struct input in = { .options = o, .arena = arena_new(),
	    .diags = diags_new(),
	    .tree = { .root = file_bare(str_of(o->content)) } };
	int status;

	command(&in);
	status = diags_errors(in.diags) != 0 ? EXIT_CONTENT : EXIT_DONE;
	diags_print(in.diags, stderr, message_language(), false);
	diags_free(in.diags);
	arena_free(in.arena);
	return status;
}

int
evidence_print(const struct options *o)
{
	if (o->num_paths != 0)
		die_usage(DIAG_CHECKPOINT_USE, o->paths[0], "");
	return run(o, print_checkpoint);
}

/* --- Comparing with one */

/* Reads a register that the checkpoint fits. */
static bool
read_copy(struct arena *a, const struct checkpoint *c, str path,
    struct reg *copy)
{
	char *name = str_c(a, path);
	str bytes;

	if (file_kind(name) != FILE_PLAIN ||
	    !file_read(a, name, COPY_LIMIT, &bytes))
		return false;
	register_parse(copy, a, bytes, path, NULL);
	return checkpoint_fits(c, copy);
}

/* A copy need not be trusted: the checkpoint contains every row before it. */
static bool
find_copy(const struct input *in, const struct checkpoint *c,
    struct reg *copy)
{
	str since = str_of(in->options->since);
	str folder = str_upto(since, since.len - path_last(since).len);

	return read_copy(in->arena, c, str_join(in->arena, folder,
	    S("register.tsv")), copy) ||
	    read_copy(in->arena, c, str_join(in->arena,
	    str_of(in->options->out), S("/register.tsv")), copy);
}

/* Where rows were only moved or doubled, the repaired register is the copy. */
static bool
find_moved(const struct input *in, const struct checkpoint *c,
    struct reg *copy)
{
	return register_read_other(copy, in->arena, in->reg.bytes,
	    in->reg.path) != DAMAGE_NONE && checkpoint_fits(c, copy);
}

static struct pos
place_of_row(size_t row)
{
	return (struct pos){ (unsigned)row + 1, 1 };
}

/* A register whose own chain is broken has been reported, with the row: where
 * no copy shows an earlier one, that is the first. */
static void
report_row(struct input *in, const struct checkpoint *c)
{
	const struct reg *reg = &in->reg;
	struct reg copy;
	const struct row *row;
	bool moved = find_moved(in, c, &copy);
	size_t first = 0;

	if (moved || find_copy(in, c, &copy))
		first = checkpoint_first_other(reg, &copy);
	if (first != 0 && first <= c->rows) {
		row = &copy.rows[first - 1];
		diag(in->diags, moved ? DIAG_SINCE_MOVED : DIAG_SINCE_ROW,
		    place_of_row(first), reg->path, str_join(in->arena,
		    str_of(row_event_word(row->event)), S(" "), row->edition),
		    str_uint(in->arena, c->rows), copy.path);
	} else if (reg->valid && reg->num < c->rows)
		diag(in->diags, DIAG_SINCE_CUT, place_of_row(reg->num + 1),
		    reg->path, str_uint(in->arena, c->rows));
	else if (reg->valid)
		diag(in->diags, DIAG_SINCE_OTHER, place_of_row(c->rows),
		    reg->path, str_uint(in->arena, c->rows), c->chain);
}

/* Returns who signed the checkpoint, or an empty text. */
static str
check_signature(struct input *in, str bytes)
{
	const struct options *o = in->options;
	char *file = str_c(in->arena, str_join(in->arena, str_of(o->since),
	    S(".sig")));
	struct file_facts facts = file_facts(file);
	str who = S("");

	if (o->signers == NULL)
		return who;
	if (facts.kind != FILE_PLAIN || facts.size > SIGNATURE_LIMIT)
		diag(in->diags, DIAG_SINCE_UNSIGNED, POS_NONE,
		    str_of(o->since), str_of(file));
	else if (!signature_check(in->arena, file, o->signers, bytes, &who))
		diag(in->diags, DIAG_SINCE_SIGNATURE, POS_NONE,
		    str_of(o->since), who);
	return who;
}

static void
print_result(const struct input *in, const struct checkpoint *c, str who)
{
	phrase_print(in->options->signers != NULL ? PHRASE_SINCE_SIGNED :
	    PHRASE_SINCE, str_of(in->options->since), PHRASE_UINT(c->rows),
	    PHRASE_UINT(in->reg.num - c->rows), who);
}

static void
compare(struct input *in)
{
	const char *since = in->options->since;
	struct checkpoint c;
	str bytes, who;

	if (!file_read(in->arena, since, CHECKPOINT_LIMIT, &bytes))
		die_errno(DIAG_READ, since);
	if (!checkpoint_read_copy(&c, in->arena, bytes)) {
		diag(in->diags, DIAG_CHECKPOINT_FORM, POS_NONE, str_of(since));
		return;
	}
	who = check_signature(in, bytes);
	register_read(&in->reg, in->arena, in->tree.root, in->diags);
	if (!in->reg.exists)
		diag(in->diags, DIAG_VERIFY_NOTHING, POS_NONE, in->reg.path);
	else if (!checkpoint_fits(&c, &in->reg))
		report_row(in, &c);
	if (diags_errors(in->diags) == 0)
		print_result(in, &c, who);
}

int
evidence_since(const struct options *o)
{
	return run(o, compare);
}
