/* SPDX-License-Identifier: ISC */
#include "edition/verdict.h"

#include "base/arena.h"
#include "base/die.h"
#include "base/file.h"
#include "base/phrase.h"
#include "base/sink.h"
#include "build/options.h"
#include "register/appended.h"

enum { FILE_LIMIT = 256 << 20 };	/* [byte] */

/* In the order of enum appended_verdict, from APPENDED_PAGE on. */
static const enum phrase changes[] = { PHRASE_CHANGED_PAGE,
    PHRASE_CHANGED_ANNOTATION, PHRASE_CHANGED_FIELD, PHRASE_CHANGED_SETTINGS,
    PHRASE_CHANGED_OBJECT };

static void
put_count(struct sink *k, size_t num, enum phrase one, enum phrase many)
{
	if (num != 0)
		phrase_put(k, phrase_text(num == 1 ? one : many),
		    (str[]){ PHRASE_UINT(num) });
}

static void
print_intact(str path, const struct record_prefix *p,
    const struct appended *found, str state)
{
	struct sink more = { 0 };

	if (found->is_filled_in)
		sink_put(&more, phrase_text(PHRASE_FILLED_IN));
	put_count(&more, found->signatures, PHRASE_SIGNATURE,
	    PHRASE_SIGNATURES);
	put_count(&more, found->stamps, PHRASE_STAMP, PHRASE_STAMPS);
	if (found->signatures + found->stamps != 0)
		sink_put(&more, phrase_text(PHRASE_NOT_VALIDATED));
	else if (p->appended.len != 0 && !found->is_filled_in)
		sink_put(&more, phrase_text(PHRASE_APPENDED));
	phrase_print(PHRASE_INTACT, path, p->row->edition, state,
	    sink_str(&more));
	sink_free(&more);
}

void
verdict_tell(struct workspace *ws, str path, const struct record_prefix *p,
    str state)
{
	struct appended found = appended_judge(ws->in.arena, p);
	str what;

	switch (found.verdict) {
	case APPENDED_FINE:
		print_intact(path, p, &found, state);
		break;
	case APPENDED_NO_PROGRAM:
		diag(ws->in.diags, DIAG_VERIFY_PROGRAM, POS_NONE, path,
		    p->row->edition, state);
		break;
	case APPENDED_UNREAD:
		diag(ws->in.diags, DIAG_VERIFY_UNREAD, POS_NONE, path,
		    p->row->edition, state);
		break;
	default:
		what = phrase_text(changes[found.verdict - APPENDED_PAGE]);
		diag(ws->in.diags, DIAG_VERIFY_SHOWS, POS_NONE, path,
		    p->row->edition, state, str_join(ws->in.arena, what,
		    S(", "), found.object));
	}
}

/* --- Taking the record out */

static void
extract(struct input *in)
{
	const struct options *o = in->options;
	struct record_prefix p;
	struct map records;
	str bytes, path = str_of(o->paths[0]);

	register_read(&in->reg, in->arena, in->tree.root, in->diags);
	if (!in->reg.exists)
		diag(in->diags, DIAG_VERIFY_NOTHING, POS_NONE, in->reg.path);
	if (file_kind(o->output) != FILE_NONE)
		diag(in->diags, DIAG_EXTRACT_EXISTS, POS_NONE, str_of(o->output));
	if (!file_read(in->arena, o->paths[0], FILE_LIMIT, &bytes))
		die_errno(DIAG_READ, o->paths[0]);
	if (diags_errors(in->diags) != 0)
		return;
	records = record_prefix_map(in->arena, &in->reg);
	if (!record_prefix_find(&p, in->arena, &records, bytes))
		diag(in->diags, DIAG_VERIFY_UNKNOWN, POS_NONE, path);
	else if (!file_create(o->output, p.record))
		die_errno(DIAG_WRITE, o->output);
	else if (!o->quiet)
		phrase_print(PHRASE_EXTRACTED, str_of(o->output),
		    p.row->edition);
}

int
verdict_extract(const struct options *o)
{
	struct input in = { .options = o, .arena = arena_new(),
	    .diags = diags_new(),
	    .tree = { .root = file_bare(str_of(o->content)) } };
	int status;

	if (o->num_paths != 1 || o->output == NULL)
		die_usage(DIAG_EXTRACT_WHAT, "", "");
	extract(&in);
	status = diags_errors(in.diags) != 0 ? EXIT_CONTENT : EXIT_DONE;
	diags_print(in.diags, stderr, message_language(), false);
	diags_free(in.diags);
	arena_free(in.arena);
	return status;
}
