/* SPDX-License-Identifier: ISC
 *
 * curl: asks the server of an address, by the program curl: its library would
 * be one more parser of foreign bytes in this process. No file of the user's
 * changes what curl does, it keeps no cookies, and only web addresses are
 * followed.
 */
#ifndef LINKS_CURL_H
#define LINKS_CURL_H

#include "base/str.h"

struct arena;

enum link_reason {
#define X(id, key) LINK_##id,
#include "links/reasons.def"
#undef X
	LINK_REASONS
};

enum { CURL_BODY_LIMIT = 2 << 20,	/* [byte] */
       CURL_REDIRECTS = 5 };

struct curl_request {
	str	address;	/* begins with http:// or https:// */
	str	language;	/* in which the page is wanted: “tr” */
	bool	whole;		/* the page, not its header alone */
};

struct curl_answer {
	unsigned	 status;	/* of HTTP; 0: there was no answer */
	enum link_reason reason;	/* why, where status is 0 or not the
					 * last word: LINK_STATUS if it is */
	str		 type;		/* content type in small letters */
	str		 body;		/* at most CURL_BODY_LIMIT */
	bool		 cut;		/* there was, or may be, more of it */
	str		 final;		/* where redirects led, or empty */
};

/* Whether curl is installed. */
bool	curl_is_there(void);
/* Asks once; in arena. From any thread. Takes at most 40 s. */
struct curl_answer curl_ask(struct arena *, const struct curl_request *);

#endif
