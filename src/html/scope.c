/* SPDX-License-Identifier: ISC */
#include "html/scope.h"

#include "base/arena.h"

/* Every class of a pasted block begins so, and templates/fragment.html knows no
 * other ones. */
static const str class_prefix = { "matbu-", 6 };

/* “a b” → “PREFIXa PREFIXb” */
static str
prefix_all(const struct html_scope *s, str prefix, str names)
{
	str name, all = S("");

	while (str_cut(&names, ' ', &name))
		all = str_join(s->arena, all, all.len != 0 ? S(" ") : S(""),
		    prefix, name);
	return all;
}

static bool
is_id(str name)
{
	return str_eq(name, S("id")) || str_eq(name, S("aria-labelledby")) ||
	    str_eq(name, S("aria-describedby"));
}

str
html_scope_attr(const struct html_scope *s, const char *name, str value)
{
	str attr = str_of(name);

	if (str_eq(attr, S("class")))
		return prefix_all(s, class_prefix, value);
	if (is_id(attr))
		return prefix_all(s, s->ids, value);
	if (str_eq(attr, S("href")) || str_eq(attr, S("src")))
		return html_scope_url(s, value);
	return value;
}

/* RFC 3986, 3.1: a scheme ends with “:” before the first “/”. */
static bool
has_scheme(str url)
{
	return str_find(url, ':') < str_find(url, '/');
}

/* “https://belge.example” of “https://belge.example/frm/” */
static str
server_of(str folder)
{
	size_t host = str_search(folder, S("://")) + 3;

	return str_upto(folder, host + str_find(str_from(folder, host), '/'));
}

str
html_scope_url(const struct html_scope *s, str url)
{
	str folder = s->folder;

	if (url.len == 0 || has_scheme(url) || str_starts(url, S("//")))
		return url;
	if (url.p[0] == '#')
		return str_join(s->arena, S("#"), s->ids, str_from(url, 1));
	if (url.p[0] == '/')
		folder = server_of(folder);
	for (; str_starts(url, S("../")); url = str_from(url, 3))
		folder.len = str_rfind(str_upto(folder, folder.len - 1),
		    '/') + 1;
	return str_join(s->arena, folder, url);
}
