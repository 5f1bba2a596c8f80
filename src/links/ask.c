/* SPDX-License-Identifier: ISC */
#include "links/ask.h"

/* 4xx: most say what the server thinks of this program. 503, 504 and those from
 * 520 on come from gateways that are busy, slow or guarded. */
static bool
is_failure(unsigned status)
{
	return status == 404 || status == 410 ||
	    (status >= 500 && status < 520 && status != 503 && status != 504);
}

static bool
is_good(unsigned status)
{
	return status >= 200 && status < 300;
}

static struct ask_answer
judge(const struct curl_answer *c)
{
	struct ask_answer answer = { ASK_UNSURE, c->reason, c->status,
	    c->final, { S(""), false }, c->cut };

	/* What came is an answer, whether it has an end or not. A loop ends
	 * for browsers, which keep cookies. */
	if (is_good(c->status))
		answer.result = ASK_ANSWERS;
	else if (c->status != 0 && c->reason != LINK_LOOP) {
		answer.reason = LINK_STATUS;
		if (is_failure(c->status))
			answer.result = ASK_FAILS;
	} else if (c->reason == LINK_NAME || c->reason == LINK_CONNECT)
		answer.result = ASK_FAILS;
	else if (c->reason == LINK_STATUS)
		answer.reason = LINK_BROKEN;
	return answer;
}

/* Nobody is there who could answer otherwise. */
static bool
is_nobody(const struct curl_answer *c)
{
	return c->status == 0 && (c->reason == LINK_NAME ||
	    c->reason == LINK_CONNECT);
}

struct ask_answer
ask(struct arena *a, const struct curl_request *r, void (*wait)(void *),
    void *context)
{
	struct curl_request page = *r;
	struct curl_answer c;
	struct ask_answer answer;

	if (!r->whole) {
		c = curl_ask(a, r);
		if (is_good(c.status) || is_nobody(&c))
			return judge(&c);
		wait(context);
	}
	page.whole = true;
	c = curl_ask(a, &page);
	answer = judge(&c);
	if (r->whole && answer.result == ASK_ANSWERS)
		answer.text = page_text_read(a, c.body, c.type);
	return answer;
}

enum ask_result
ask_says(struct arena *a, const struct ask_answer *answer, str phrase,
    enum link_reason *reason)
{
	*reason = answer->reason;
	if (answer->result != ASK_ANSWERS)
		return ASK_UNSURE;
	if (page_text_says(a, &answer->text, phrase))
		return ASK_ANSWERS;
	*reason = answer->cut ? LINK_CUT : !answer->text.readable ?
	    LINK_TEXT : LINK_SAYS;
	return *reason == LINK_SAYS ? ASK_FAILS : ASK_UNSURE;
}
