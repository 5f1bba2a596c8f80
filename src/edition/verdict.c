/* SPDX-License-Identifier: ISC */
#include "edition/verdict.h"

#include <errno.h>
#include <stdio.h>

#include "base/arena.h"
#include "base/die.h"
#include "base/fault.h"
#include "base/file.h"
#include "base/shown.h"
#include "build/options.h"
#include "register/appended.h"

enum { FILE_LIMIT = 256 << 20 };	/* [byte] */

static const struct pos nowhere;

/* In the order of enum appended_verdict, from APPENDED_PAGE on. */
static const char *const changes[][LANG_COUNT] = {
	{ "bir sayfanın içeriği", "the content of a sheet" },
	{ "sayfaya sonradan konan bir şey", "something put on a sheet" },
	{ "bir form alanı", "a field of the form" },
	{ "dokümanın genel ayarları", "the settings of the document" },
	{ "bir nesne", "an object" },
};

static void
print_count(size_t num, const char *turkish, const char *one,
    const char *many)
{
	if (num == 0)
		return;
	if (message_language() == LANG_TR)
		printf("; eklenmiş %s: %zu", turkish, num);
	else
		printf("; %zu %s appended", num, num == 1 ? one : many);
}

static void
print_intact(str path, const struct record_prefix *p,
    const struct appended *found, str state)
{
	bool turkish = message_language() == LANG_TR;
	size_t signatures = found->signatures + found->stamps;

	printf(turkish ? "%s: sağlam: %.*s (%.*s)" :
	    "%s: intact: %.*s (%.*s)", SHOWN(path),
	    STR_FMT(p->row->edition), STR_FMT(state));
	if (found->is_filled_in)
		printf(turkish ? "; alanları doldurulmuş" : "; filled in");
	print_count(found->signatures, "imza", "signature", "signatures");
	print_count(found->stamps, "zaman damgası", "time stamp",
	    "time stamps");
	if (signatures != 0)
		printf(turkish ? " (imzaların geçerliliği denetlenmedi)" :
		    " (whether valid was not checked)");
	else if (p->appended.len != 0 && !found->is_filled_in)
		printf(turkish ? "; sonuna zararsız bir ek yapılmış" :
		    "; with a harmless update appended");
	printf("\n");
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
		diag(ws->in.diags, DIAG_VERIFY_PROGRAM, nowhere, path,
		    p->row->edition, state);
		break;
	case APPENDED_UNREAD:
		diag(ws->in.diags, DIAG_VERIFY_UNREAD, nowhere, path,
		    p->row->edition, state);
		break;
	default:
		what = str_of(changes[found.verdict - APPENDED_PAGE]
		    [message_language()]);
		diag(ws->in.diags, DIAG_VERIFY_SHOWS, nowhere, path,
		    p->row->edition, state, str_join3(ws->in.arena, what,
		    S(", "), found.object));
	}
}

/* --- Taking the record out */

static void
extract(struct input *in)
{
	const struct options *o = in->options;
	struct record_prefix p;
	str bytes, path = str_of(o->paths[0]);

	register_read(&in->reg, in->arena, in->tree.root, in->diags);
	if (!in->reg.exists)
		diag(in->diags, DIAG_VERIFY_NOTHING, nowhere, in->reg.path);
	if (file_kind(o->output) != FILE_NONE)
		diag(in->diags, DIAG_EXTRACT_WAY, nowhere, str_of(o->output));
	if (!file_read(in->arena, o->paths[0], FILE_LIMIT, &bytes))
		die_system(DIAG_READ, o->paths[0], fault_text(errno));
	if (diags_errors(in->diags) != 0)
		return;
	if (!record_prefix_find(&p, in->arena, &in->reg, bytes))
		diag(in->diags, DIAG_VERIFY_UNKNOWN, nowhere, path);
	else if (!file_create(o->output, p.record))
		die_system(DIAG_WRITE, o->output, fault_text(errno));
	else if (!o->quiet)
		printf(message_language() == LANG_TR ?
		    "%s: %.*s nüshasının kendisi\n" :
		    "%s: the record of %.*s alone\n",
		    SHOWN(str_of(o->output)), STR_FMT(p.row->edition));
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
