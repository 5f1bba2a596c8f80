/* SPDX-License-Identifier: ISC */
#include "base/backup.h"

#include "base/file.h"
#include "base/path.h"

str
backup_name(struct arena *a, str path, str bytes)
{
	size_t at = path.len - path_last(path).len, n = 2;
	str first = str_join(a, str_upto(path, at), S("."), str_from(path, at),
	    S(".old")), name = first;

	for (; file_compare(str_c(a, name), bytes) == FILE_DIFFERENT; n++)
		name = str_join(a, first, S("-"), str_uint(a, n));
	return name;
}
