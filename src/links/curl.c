/* SPDX-License-Identifier: ISC */
#include "links/curl.h"

#include "base/arena.h"
#include "base/program.h"
#include "base/sink.h"

/* Exit statuses of curl. */
enum { CURL_NAME = 6, CURL_CONNECT = 7, CURL_TIME = 28, CURL_TLS = 35,
       CURL_TLS_ISSUER = 60, CURL_LOOP = 47 };

enum { ARGUMENTS = 32 };

static const struct program_limits limits = { .seconds = 10,
    .memory = 1 << 30, .output = CURL_BODY_LIMIT + (1 << 19) };

bool
curl_is_there(void)
{
	const char *const argv[] = { "curl", "-q", "--version", NULL };

	return program_run(argv, S(""), NULL, NULL) == 0;
}

/* The address as a program takes it: without the place on the page, with the
 * bytes of letters beyond ASCII encoded after the host, whose letters curl
 * encodes. */
static const char *
plain_address(struct arena *a, str address)
{
	static const char digits[] = "0123456789ABCDEF";
	size_t i, host = str_find(str_from(address, 8), '/') + 8;
	struct sink k = { 0 };
	unsigned char c;

	address = str_upto(address, str_find(address, '#'));
	for (i = 0; i < address.len; i++) {
		c = (unsigned char)address.p[i];
		if (i < host || c < 0x80) {
			sink_char(&k, (char)c);
			continue;
		}
		sink_char(&k, '%');
		sink_char(&k, digits[c >> 4]);
		sink_char(&k, digits[c & 15]);
	}
	return str_c(a, sink_take(&k, a));
}

/* env: curl needs a locale of UTF-8 for names of hosts beyond ASCII. -i, -I:
 * the headers stand before the page, so they are known too where it has no end.
 */
static int
run(struct arena *a, const struct curl_request *r, struct sink *output,
    struct sink *said)
{
	const char *argv[ARGUMENTS] = { "env", "LC_ALL=C.UTF-8", "curl", "-q",
	    "--proto", "=http,https", "--proto-redir", "=http,https", "-sL",
	    "--max-redirs", "5", "--connect-timeout", "10", "--max-filesize",
	    "2097152", "--compressed", "--globoff",
	    "--suppress-connect-headers", "-A", "Mozilla/5.0 (compatible; matbu)", "-H",
	    "Accept: text/html,application/xhtml+xml,*/*;q=0.8", "-w",
	    "%{stderr}%{num_redirects} %{url_effective}" };
	size_t n = 0;

	while (argv[n] != NULL)
		n++;
	argv[n++] = "-H";
	argv[n++] = str_c(a, str_join(a, S("Accept-Language: "), r->language,
	    S(", *;q=0.5")));
	argv[n++] = "--max-time";
	argv[n++] = r->whole ? "20" : "10";
	argv[n++] = r->whole ? "-i" : "-I";
	argv[n++] = "--url";
	argv[n++] = plain_address(a, r->address);
	return program_run_within(argv, S(""), output, said, &limits);
}

static enum link_reason
reason_of(int status)
{
	static const struct {
		int		 status;
		enum link_reason reason;
	} reasons[] = { { 0, LINK_STATUS }, { CURL_NAME, LINK_NAME },
	    { CURL_CONNECT, LINK_CONNECT }, { CURL_TIME, LINK_TIME },
	    { CURL_TLS, LINK_TLS }, { CURL_TLS_ISSUER, LINK_TLS },
	    { CURL_LOOP, LINK_LOOP } };
	size_t i;

	for (i = 0; i < sizeof(reasons) / sizeof(reasons[0]); i++)
		if (reasons[i].status == status)
			return reasons[i].reason;
	return LINK_BROKEN;
}

static str
small(struct arena *a, str s)
{
	char *to = arena_bytes(a, s.len);
	size_t i;

	for (i = 0; i < s.len; i++)
		to[i] = (char)(s.p[i] >= 'A' && s.p[i] <= 'Z' ?
		    s.p[i] | 0x20 : s.p[i]);
	return (str){ to, s.len };
}

/* “HTTP/1.1 200 OK”, “HTTP/2 200” */
static unsigned
status_of(str line)
{
	str digits = str_from(line, str_find(line, ' ') + 1);
	unsigned i, status = 0;

	for (i = 0; i < 3 && i < digits.len && char_is_digit(digits.p[i]); i++)
		status = status * 10 + (unsigned)(digits.p[i] - '0');
	return i == 3 ? status : 0;
}

/* Takes one header from *rest. */
static void
take_header(struct arena *a, str *rest, struct curl_answer *answer)
{
	str line = S(""), name;

	str_line(rest, &line);
	answer->status = status_of(line);
	answer->type = S("");
	while (str_line(rest, &line) && str_trim(line).len != 0)
		if (str_cut(&line, ':', &name) && str_eq(small(a, name),
		    S("content-type")))
			answer->type = small(a, str_trim(line));
}

/* A redirect has a header, without a page, before that of the next answer. */
static void
take_output(struct arena *a, str rest, struct curl_answer *answer)
{
	while (str_starts(rest, S("HTTP/"))) {
		take_header(a, &rest, answer);
		if (answer->status >= 200 && answer->status < 300)
			break;
		if (answer->status >= 400)
			break;
	}
	answer->cut |= rest.len > CURL_BODY_LIMIT;
	answer->body = str_copy(a, str_upto(rest, CURL_BODY_LIMIT));
}

static void
take_said(struct arena *a, str said, struct curl_answer *answer)
{
	str number;

	if (str_cut(&said, ' ', &number) && !str_eq(number, S("0")))
		answer->final = str_copy(a, str_trim(said));
}

struct curl_answer
curl_ask(struct arena *a, const struct curl_request *r)
{
	struct sink output = { 0 }, said = { 0 };
	struct curl_answer answer = { .type = S(""), .final = S("") };
	int status = run(a, r, &output, &said);

	answer.reason = reason_of(status);
	answer.cut = status != 0;
	take_output(a, sink_str(&output), &answer);
	if (status == 0)
		take_said(a, sink_str(&said), &answer);
	sink_free(&output);
	sink_free(&said);
	return answer;
}
