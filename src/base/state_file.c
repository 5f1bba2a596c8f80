/* SPDX-License-Identifier: ISC */
#include "base/state_file.h"

#include <errno.h>

#include "base/arena.h"
#include "base/die.h"
#include "base/durable.h"
#include "base/file.h"
#include "base/path.h"

enum { LIMIT = 64 << 20 };		/* [byte] */

void
state_file_open(struct state_file *f, struct arena *a, str content, str name)
{
	*f = (struct state_file){ .path = path_join(a, content, name) };
	if (!file_read(a, str_c(a, f->path), LIMIT, &f->rest)) {
		if (errno != ENOENT)
			die_errno(DIAG_READ, str_c(a, f->path));
		f->rest = S("");
	}
	if (f->rest.len > LIMIT) {
		errno = EFBIG;
		die_errno(DIAG_READ, str_c(a, f->path));
	}
	if (str_starts(f->rest, S("\xEF\xBB\xBF")))
		f->rest = str_from(f->rest, 3);
	f->max_lines = str_count(f->rest, '\n') + 1;
}

bool
state_file_next(struct state_file *f)
{
	str line;
	size_t i;

	while (str_line(&f->rest, &line)) {
		f->pos = (struct pos){ f->pos.line + 1, 1 };
		line = str_rtrim(line);
		if (line.len == 0 || line.p[0] == '#')
			continue;
		f->num = 0;
		while (f->num + 1 < STATE_FILE_COLUMNS &&
		    str_cut(&line, '\t', &f->columns[f->num]))
			f->num++;
		if (line.len != 0)
			f->columns[f->num++] = line;
		for (i = 0; i < f->num; i++)
			f->columns[i] = str_trim(f->columns[i]);
		return true;
	}
	return false;
}

void
state_file_write(struct arena *a, str path, str bytes)
{
	if (!durable_write(a, path, bytes))
		die_errno(DIAG_WRITE, str_c(a, path));
}
