/* SPDX-License-Identifier: ISC
 *
 * ask: what the answer of a server says about an address. Only a clear answer
 * counts as a failure: servers also refuse programs, limit their number, are
 * slow, and make pages by scripts.
 */
#ifndef LINKS_ASK_H
#define LINKS_ASK_H

#include "links/curl.h"
#include "links/page_text.h"

enum ask_result { ASK_ANSWERS, ASK_FAILS, ASK_UNSURE };

struct ask_answer {
	enum ask_result	 result;
	enum link_reason reason;	/* where it does not answer */
	unsigned	 status;	/* of HTTP; 0: no answer at all */
	str		 final;		/* where redirects led, or empty */
	struct page_text text;		/* of a whole page */
	bool		 cut;		/* there is, or may be, more text */
};

/* Asks for the header alone, then, where that was no answer or the request
 * wants it, for the page. In arena. From any thread. */
struct ask_answer ask(struct arena *, const struct curl_request *,
		    void (*wait)(void *), void *context);
/* Whether the page says the phrase. ASK_FAILS: it answers, is whole, has a text
 * of its own, and does not; ASK_UNSURE: sets *reason. */
enum ask_result	ask_says(struct arena *, const struct ask_answer *,
		    str phrase, enum link_reason *reason);

#endif
