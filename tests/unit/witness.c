/* SPDX-License-Identifier: ISC
 *
 * A run sees one state of each file: who changed it meanwhile is found out.
 */
#include "test.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/diags.h"
#include "base/fault.h"
#include "base/witness.h"

static char path[] = "/tmp/matbu-witness-XXXXXX";

static void
write_file(const char *text)
{
	FILE *f = fopen(path, "w");

	if (f == NULL || fputs(text, f) < 0 || fclose(f) != 0)
		exit(2);
}

/* 0, or the error of a reading. */
static int
reading(struct arena *a)
{
	str bytes;

	return witness_read(a, path, 1000, &bytes) ? 0 : errno;
}

int
main(void)
{
	struct arena *a = arena_new();
	struct diags *ds = diags_new();
	int fd = mkstemp(path);

	if (fd < 0 || close(fd) != 0)
		return 2;
	write_file("one");
	witness_begin();
	check(reading(a) == 0, "a file is read");
	check(reading(a) == 0, "it is read again");
	check(witness_error(path) == 0, "nothing is wrong with it");
	write_file("two");
	check(reading(a) == FAULT_CHANGED, "it changed");
	write_file("one");
	check(reading(a) == FAULT_CHANGED, "it stays changed");
	check(witness_error(path) == FAULT_CHANGED, "that is known");
	check(witness_report(ds, false) == 1, "and reported");
	witness_end();
	witness_begin();
	check(reading(a) == 0, "another run reads it");
	unlink(path);
	check(reading(a) == ENOENT, "it is gone");
	write_file("one");
	check(reading(a) == ENOENT, "it stays gone");
	witness_end();
	unlink(path);
	check(reading(a) == ENOENT, "outside a run it is as it is");
	diags_free(ds);
	arena_free(a);
	return 0;
}
