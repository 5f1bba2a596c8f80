/* SPDX-License-Identifier: ISC */
#include "layout/link_uri.h"

#include "base/arena.h"

/* The address of a page of the collection: whole where the site is known,
 * else as in the source. */
static str
page_address(const struct layout_job *j, const struct item *i)
{
	str suffix = i->link.target == TARGET_FOLDER ? S("/index.html") :
	    S(".html"), s;

	if (j->context->site.len == 0) {
		s = str_upto(i->link.href, str_find(i->link.href, '#'));
		if (s.len != 0 && s.p[s.len - 1] == '/')
			s.len--;
	} else {
		s = str_join3(j->arena, j->context->site, S("/"),
		    i->link.path);
	}
	s = str_join(j->arena, s, suffix);
	return i->link.anchor.len == 0 ? s :
	    str_join3(j->arena, s, S("#"), i->link.anchor);
}

str
link_uri(const struct layout_job *j, const struct item *i)
{
	if (i->link.target == TARGET_FILE)
		return j->context->site.len == 0 ? i->link.href : str_join3(
		    j->arena, j->context->site, S("/"), i->link.path);
	return i->link.target == TARGET_OUTSIDE ? i->link.href :
	    page_address(j, i);
}
