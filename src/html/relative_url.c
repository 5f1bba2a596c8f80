/* SPDX-License-Identifier: ISC */
#include "html/relative_url.h"

#include "base/arena.h"

str
html_relative_url_to_root(struct arena *a, str folder)
{
	str url = S("");
	size_t i;

	for (i = 0; i < folder.len; i++)
		if (i == 0 || folder.p[i] == '/')
			url = str_join(a, url, S("../"));
	return url;
}

/* The URL from one folder to a path: “../” for each folder to leave, then the
 * rest of the path. Both are paths of the collection. */
static str
relative_url(struct arena *a, str from, str to)
{
	size_t i, common = 0;
	str url = S("");

	for (i = 0; i < from.len && i < to.len && from.p[i] == to.p[i]; i++)
		if (from.p[i] == '/')
			common = i + 1;
	if (i == from.len && i < to.len && to.p[i] == '/')
		common = i + 1;
	for (i = common; i < from.len + 1 && from.len != 0; i++)
		if (i == from.len || from.p[i] == '/')
			url = str_join(a, S("../"), url);
	return str_join(a, url, str_from(to, common));
}

str
html_relative_url_of_link(const struct doc *doc, const struct item *i)
{
	struct arena *a = doc->arena;
	str to;

	switch (i->link.target) {
	case TARGET_WORK:
		to = str_join(a, relative_url(a, doc->folder,
		    i->link.path), S(".html"));
		break;
	case TARGET_FOLDER:
		to = relative_url(a, doc->folder, i->link.path.len == 0 ?
		    S("index.html") : str_join(a, i->link.path,
		    S("/index.html")));
		break;
	default:
		return i->link.href;
	}
	return i->link.anchor.len == 0 ? to : str_join3(a, to, S("#"),
	    i->link.anchor);
}
