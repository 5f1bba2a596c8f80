/* SPDX-License-Identifier: ISC */
#include "base/path.h"

bool
path_is_safe(str path)
{
	str part;

	if (path.len == 0 || path.p[0] == '/' || str_ends(path, S("/")) ||
	    str_find(path, '\n') != path.len)
		return false;
	while (str_cut(&path, '/', &part))
		if (part.len == 0 || str_eq(part, S(".")) ||
		    str_eq(part, S("..")))
			return false;
	return true;
}
