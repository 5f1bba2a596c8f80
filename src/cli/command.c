/* SPDX-License-Identifier: ISC */
#include "cli/command.h"

#include <time.h>
#include <unistd.h>

#include "base/die.h"
#include "base/phrase.h"
#include "base/share.h"
#include "build/build.h"
#include "build/dump_file.h"
#include "build/options.h"
#include "edition/clean.h"
#include "edition/events.h"
#include "edition/evidence.h"
#include "edition/master_list.h"
#include "edition/release.h"
#include "edition/revise.h"
#include "edition/undo.h"
#include "edition/verdict.h"
#include "edition/verify.h"
#include "links/links.h"
#include "publish/audit.h"

static long
milliseconds(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

static void
print_summary(const struct build_result *r, long elapsed)
{
	size_t files = r->count.written + r->count.same;

	if (r->without_url)
		phrase_print(PHRASE_WITHOUT_URL, S(""));
	phrase_print(PHRASE_BUILT, PHRASE_UINT(r->editions), PHRASE_UINT(files),
	    PHRASE_UINT(r->count.written), PHRASE_UINT(r->count.same),
	    PHRASE_UINT(r->count.removed), PHRASE_UINT((uintmax_t)elapsed));
	if (r->count.pages != 0)
		phrase_print(PHRASE_PAGES, PHRASE_UINT(r->count.pages),
		    sink_str(&r->address));
	else if (r->address.len != 0)
		phrase_print(PHRASE_PAGES_SAME, sink_str(&r->address));
}

/* A part of the collection, or of what is made of it, is always made anew. */
static bool
is_whole(const struct options *o)
{
	return o->num_paths == 0 && !o->fragment &&
	    o->renderers == (RENDER_HTML | RENDER_PDF);
}

int
command_build(const struct options *o)
{
	struct build_result result;
	long start = milliseconds();
	int status;

	if (o->dump != DUMP_NOTHING)
		return dump_file(o);
	status = is_whole(o) ? build_again(o, &result) :
	    build_site(o, &result);
	if (status == EXIT_DONE && !o->quiet)
		print_summary(&result, milliseconds() - start);
	sink_free(&result.address);
	return status;
}

int
command_check(const struct options *o)
{
	struct options checked = *o;
	struct build_result result;
	int status = EXIT_DONE;

	if (o->links && o->clean)
		die_usage(DIAG_CHECK_WHAT, "", "");
	if (o->links)
		return links_check(o);
	if (o->clean) {
		status = clean_pictures(o);
		clean_take_folders(&checked);
	}
	if (status != EXIT_DONE)
		return status;
	status = build_check(&checked, &result);
	if (status == EXIT_DONE && !o->quiet)
		phrase_print(PHRASE_CHECKED, PHRASE_UINT(result.editions));
	return status;
}

int
command_list(const struct options *o)
{
	return o->output != NULL ? audit_write(o) : master_list(o);
}

int
command_release(const struct options *o)
{
	return o->undo ? undo_row(o) : release_editions(o);
}

int
command_revise(const struct options *o)
{
	if (o->restore)
		return revise_restore(o);
	return o->redate ? revise_redate(o) : revise_begin(o);
}

/* The server is another program: its library loads ten others, which takes
 * longer than to make a page. */
int
command_serve(const struct options *o)
{
	const char *program = share_program("matbu-serve");

	if (o->num_paths != 0)
		die_usage(DIAG_SERVE_PATH, o->paths[0], "");
	execv(program, o->line);
	die_errno(DIAG_READ, program);
}

int
command_verify(const struct options *o)
{
	if (o->all + (o->num_paths != 0) + (o->since != NULL) != 1 ||
	    (o->signers != NULL && o->since == NULL))
		die_usage(DIAG_VERIFY_WHAT, "", "");
	if (o->since != NULL)
		return evidence_since(o);
	if (o->extract || o->output != NULL)
		return verdict_extract(o);
	return o->all ? verify_all(o) : verify_files(o);
}

int
command_warn(const struct options *o)
{
	return o->lift ? events_lift(o) : events_warn(o);
}

int
command_withdraw(const struct options *o)
{
	return o->erase ? events_erase(o) : events_withdraw(o);
}
