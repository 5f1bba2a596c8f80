/* SPDX-License-Identifier: ISC */
#include "publish/remote_ops.h"

#include <errno.h>

#include "base/die.h"
#include "base/fault.h"

void
remote_ops_fail(enum diag id, const char *what)
{
	if (errno == EACCES && id == DIAG_WRITE)
		die_system(DIAG_PUBLISH_DENIED, what, "");
	die_system(id, what, fault_text(errno));
}

size_t
remote_ops_roots(const struct remote_file *files, size_t num, str *roots)
{
	size_t i, j, found = 0;

	for (i = 0; i < num; i++) {
		for (j = 0; j < found; j++)
			if (str_eq(roots[j], files[i].root))
				break;
		if (j == found && found < REMOTE_ROOTS)
			roots[found++] = files[i].root;
	}
	return found;
}
