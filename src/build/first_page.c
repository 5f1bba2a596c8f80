/* SPDX-License-Identifier: ISC */
#include "build/first_page.h"

#include "model/site_path.h"

static int
rank_of(str path)
{
	size_t depth = str_count(path, '/');

	if (str_eq(path, S("index.html")))
		return 2;
	if (str_ends(path, S("/index.html")))
		return 1;
	return depth == 3 && !str_ends(path, S(".degisiklik.html")) &&
	    !str_ends(path, S(SITE_PATH_FRAGMENT)) ? 3 : 0;
}

bool
first_page_is_before(str path, str other)
{
	return rank_of(path) > rank_of(other);
}
