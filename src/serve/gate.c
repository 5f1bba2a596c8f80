/* SPDX-License-Identifier: ISC */
#include "serve/gate.h"

#include <stdio.h>

#include "base/arena.h"
#include "base/path.h"
#include "model/site_path.h"

/*
 * Whom a server on this machine answers
 * -------------------------------------
 * Any page that is open in the browser can send requests to 127.0.0.1, and a
 * name of its own site can be made to lead there (DNS rebinding): then the
 * browser takes our answers for that site's. So each request passes these
 * gates, in this order; the first that is closed gives the status.
 *
 *   421  Host is another name than 127.0.0.1:PORT or localhost:PORT: the
 *        request came by a name that only leads here
 *   400  a body, or a header that we read twice: nothing of ours sends that
 *   403  Origin is another than http://HOST, or Sec-Fetch-Site says that the
 *        page of another site, or port, began the request
 *   405  a method other than GET and HEAD: nothing here changes anything
 *   404  the path does not begin with the token, which is new at each start
 *        and stands in no page; or it is no path of a site. The path is not
 *        decoded: no file of ours has a letter that an address must encode.
 *        So “..” has no form that passes (model/site_path.h)
 */

/* Files of the program for the frame around pages: below this name, which no
 * path of a site has (an underscore is no name of a folder). */
static const str own = { "_/", 2 };
static const str own_files[] = { { "serve.js", 8 }, { "serve.css", 9 } };

static bool
is_host(const struct gate *g, str host)
{
	char local[32], number[32];

	snprintf(local, sizeof(local), "localhost:%u", g->port);
	snprintf(number, sizeof(number), "127.0.0.1:%u", g->port);
	return str_eq(host, str_of(local)) || str_eq(host, str_of(number));
}

/* The origin is that of the page which we sent ourselves. */
static bool
is_own_page(const struct gate_request *r)
{
	if (r->origin.p != NULL && (!str_starts(r->origin, S("http://")) ||
	    !str_eq(str_from(r->origin, S("http://").len), r->host)))
		return false;
	/* “none”: typed, or opened by another program. */
	return r->site.p == NULL || str_eq(r->site, S("same-origin")) ||
	    str_eq(r->site, S("none"));
}

static bool
is_reading(str method)
{
	return str_eq(method, S("GET")) || str_eq(method, S("HEAD"));
}

/* Compares all bytes, whatever the first ones are: the time says nothing. */
static bool
is_token(const struct gate *g, str s)
{
	unsigned char differs = 0;
	size_t i;

	if (s.len != GATE_TOKEN)
		return false;
	for (i = 0; i < s.len; i++)
		differs |= (unsigned char)(s.p[i] ^ g->token[i]);
	return differs == 0;
}

static struct gate_answer
refuse(unsigned status)
{
	return (struct gate_answer){ .status = status, .kind = GATE_REFUSAL };
}

static struct gate_answer
give(enum gate_kind kind, str path)
{
	return (struct gate_answer){ 200, kind, path };
}

/* The answer to what follows “_/”. */
static struct gate_answer
own_file(str name)
{
	size_t i;

	if (str_eq(name, S("events")))
		return give(GATE_EVENTS, S(""));
	for (i = 0; i < sizeof(own_files) / sizeof(own_files[0]); i++)
		if (str_eq(name, own_files[i]))
			return give(GATE_OWN, own_files[i]);
	return refuse(404);
}

static struct gate_answer
site_file(struct arena *a, str path)
{
	if (str_ends(path, S("/")))
		path = path_join(a, str_upto(path, path.len - 1),
		    S("index.html"));
	return site_path_is_site(path) ? give(GATE_FILE, path) : refuse(404);
}

struct gate_answer
gate_decide(const struct gate *g, struct arena *a,
    const struct gate_request *r)
{
	str path = r->path;

	if (!is_host(g, r->host))
		return refuse(421);
	if (r->odd)
		return refuse(400);
	if (!is_own_page(r))
		return refuse(403);
	if (!is_reading(r->method))
		return refuse(405);
	if (!str_starts(path, S("/")) ||
	    !is_token(g, str_upto(str_from(path, 1), str_find(str_from(path, 1),
	    '/'))))
		return refuse(404);
	path = str_from(path, 1 + GATE_TOKEN);
	if (!str_starts(path, S("/")))
		return refuse(404);
	path = str_from(path, 1);
	if (path.len == 0)
		return give(GATE_FRAME, S(""));
	return str_starts(path, own) ? own_file(str_from(path, own.len)) :
	    site_file(a, path);
}

const char *
gate_type(str path)
{
	static const struct {
		const char	*ending;
		const char	*type;
	} types[] = {
		{ ".html", "text/html; charset=utf-8" },
		{ ".css", "text/css; charset=utf-8" },
		{ ".js", "text/javascript; charset=utf-8" },
		{ ".json", "application/json; charset=utf-8" },
		{ ".xml", "application/xml; charset=utf-8" },
		{ ".tsv", "text/tab-separated-values; charset=utf-8" },
		{ ".txt", "text/plain; charset=utf-8" },
		{ ".csv", "text/csv; charset=utf-8" },
		{ ".svg", "image/svg+xml" },
		{ ".png", "image/png" },
		{ ".jpg", "image/jpeg" },
		{ ".jpeg", "image/jpeg" },
		{ ".pdf", "application/pdf" },
	};
	size_t i;

	for (i = 0; i < sizeof(types) / sizeof(types[0]); i++)
		if (str_ends(path, str_of(types[i].ending)))
			return types[i].type;
	return "application/octet-stream";
}
