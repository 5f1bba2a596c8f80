/* SPDX-License-Identifier: ISC */
#include "build.h"

#include "base/arena.h"
#include "base/file.h"
#include "check_pass.h"
#include "html/html_press.h"
#include "option.h"
#include "press_pass.h"

int
build_check(const struct options *o, struct build_result *result)
{
	struct run r;

	run_open(&r, o);
	check_pass(&r);
	result->documents = r.tree.num_editions;
	return run_close(&r);
}

/* Neither may lie in the other: the output would be read as content. */
static void
check_out(const struct run *r)
{
	str slash = S("/");
	str content = str_join(r->arena, file_absolute(r->arena,
	    r->options->content), slash);
	str out = str_join(r->arena, file_absolute(r->arena, r->options->out),
	    slash);

	if (str_starts(content, out) || str_starts(out, content))
		diag_die(DIAG_OUT_INSIDE, r->options->out, "");
}

int
build_site(const struct options *o, struct build_result *result)
{
	struct run r;

	run_open(&r, o);
	check_out(&r);
	r.html = html_press_open(r.arena, o->templates, r.diags);
	check_pass(&r);
	if (diags_errors(r.diags) == 0) {
		press_pass(&r);
		result->documents = r.tree.num_editions;
		result->count = store_counted(r.store);
	}
	return run_close(&r);
}
