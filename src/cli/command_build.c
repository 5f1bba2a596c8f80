/* SPDX-License-Identifier: ISC */
#include "cli/command.h"

#include <stdio.h>
#include <time.h>

#include "base/diags.h"
#include "base/die.h"
#include "base/mem.h"
#include "build/build.h"
#include "build/dump_file.h"
#include "build/options.h"

static long
milliseconds(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

static void
tell(const struct build_result *r, long spent)
{
	size_t files = r->count.written + r->count.same;

	if (message_language() == LANG_TR)
		printf("%zu sürüm, %zu dosya: %zu yazıldı, %zu aynı, "
		    "%zu silindi (%ld ms)\n", r->editions, files,
		    r->count.written, r->count.same, r->count.removed, spent);
	else
		printf("%zu editions, %zu files: %zu written, %zu the same, "
		    "%zu removed (%ld ms)\n", r->editions, files,
		    r->count.written, r->count.same, r->count.removed, spent);
}

int
command_build(const struct options *o)
{
	struct build_result result;
	long start = milliseconds();
	int status;

	if (o->dump != DUMP_NOTHING)
		return dump_file(o);
	status = build_site(o, &result);
	if (status == EXIT_DONE && !o->quiet)
		tell(&result, milliseconds() - start);
	return status;
}
