/* SPDX-License-Identifier: ISC
 *
 * fuzz_gate: any request to the preview, its parts a line each. What is given
 * is given only to a page of our own, for a path that cannot lead out.
 */
#include <stdlib.h>

#include "base/arena.h"
#include "model/site_path.h"
#include "serve/gate.h"

int	LLVMFuzzerTestOneInput(const unsigned char *, size_t);

static const struct gate gate = { 40000, "0123456789abcdef0123456789abcdef" };

static void
demand(bool good)
{
	if (!good)
		abort();
}

/* The next line; absent where it is “-”, as a header that was not sent. */
static str
next(str *rest)
{
	str line = { NULL, 0 };

	return str_line(rest, &line) && !str_eq(line, S("-")) ? line :
	    (str){ NULL, 0 };
}

static bool
is_ours(str host)
{
	return str_eq(host, S("127.0.0.1:40000")) ||
	    str_eq(host, S("localhost:40000"));
}

/* What must be true of a request that gets something. */
static void
demand_ours(const struct gate_request *r)
{
	demand(is_ours(r->host) && !r->odd);
	demand(str_eq(r->method, S("GET")) || str_eq(r->method, S("HEAD")));
	demand(r->origin.p == NULL || is_ours(str_from(r->origin, 7)));
	demand(r->site.p == NULL || str_eq(r->site, S("none")) ||
	    str_eq(r->site, S("same-origin")));
	demand(str_starts(r->path,
	    S("/0123456789abcdef0123456789abcdef/")));
}

static void
demand_path(const struct gate_answer *answer)
{
	if (answer->kind == GATE_OWN)
		demand(str_eq(answer->path, S("serve.js")) ||
		    str_eq(answer->path, S("serve.css")));
	if (answer->kind != GATE_FILE)
		return;
	demand(site_path_is_site(answer->path));
	demand(!str_starts(answer->path, S("/")) &&
	    !str_starts(answer->path, S(".")));
	demand(str_search(answer->path, S("/.")) == answer->path.len);
	demand(gate_type(answer->path) != NULL);
}

int
LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
	struct arena *a = arena_new();
	str rest = { (const char *)data, size };
	struct gate_request r = { 0 };
	struct gate_answer answer;

	r.method = next(&rest);
	r.path = next(&rest);
	r.host = next(&rest);
	r.origin = next(&rest);
	r.site = next(&rest);
	r.odd = str_eq(next(&rest), S("odd"));
	answer = gate_decide(&gate, a, &r);
	if (answer.kind == GATE_REFUSAL) {
		demand(answer.status >= 400 && answer.status < 500);
	} else {
		demand(answer.status == 200);
		demand_ours(&r);
		demand_path(&answer);
	}
	arena_free(a);
	return 0;
}
