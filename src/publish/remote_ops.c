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
