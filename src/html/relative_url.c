/* SPDX-License-Identifier: ISC */
#include "html/relative_url.h"

#include "base/arena.h"

str
html_relative_url_to_root(struct arena *a, str folder)
{
	str way = S("");
	size_t i;

	for (i = 0; i < folder.len; i++)
		if (i == 0 || folder.p[i] == '/')
			way = str_join(a, way, S("../"));
	return way;
}

/* “../” as often as it takes from one folder to the other's parent, then
 * the rest of the way. Both are of the collection. */
static str
way(struct arena *a, str from, str to)
{
	size_t i, common = 0;
	str way = S("");

	for (i = 0; i < from.len && i < to.len && from.p[i] == to.p[i]; i++)
		if (from.p[i] == '/')
			common = i + 1;
	if (i == from.len && i < to.len && to.p[i] == '/')
		common = i + 1;
	for (i = common; i < from.len + 1 && from.len != 0; i++)
		if (i == from.len || from.p[i] == '/')
			way = str_join(a, S("../"), way);
	return str_join(a, way, str_from(to, common));
}

str
html_relative_url_of_link(const struct doc *doc, const struct item *i)
{
	struct arena *a = doc->arena;
	str to;

	switch (i->link.target) {
	case TARGET_WORK:
		to = str_join(a, way(a, doc->folder, i->link.path),
		    S(".html"));
		break;
	case TARGET_FOLDER:
		to = way(a, doc->folder, i->link.path.len == 0 ?
		    S("index.html") : str_join(a, i->link.path,
		    S("/index.html")));
		break;
	default:
		return i->link.href;
	}
	return i->link.anchor.len == 0 ? to : str_join3(a, to, S("#"),
	    i->link.anchor);
}
