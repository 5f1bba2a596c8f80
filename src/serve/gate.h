/* SPDX-License-Identifier: ISC
 *
 * gate: what the preview answers to a request: a pure function of what the
 * browser sent. The page of another site, which the same browser may have
 * open, must learn nothing and change nothing; gate.c explains how.
 */
#ifndef SERVE_GATE_H
#define SERVE_GATE_H

#include "base/str.h"

struct arena;

enum { GATE_TOKEN = 32 };		/* [byte] 128 bits as 0-9 a-f */

/* What a request must know: the address of this server. */
struct gate {
	unsigned	port;
	char		token[GATE_TOKEN + 1];
};

/* A header that was not sent has p == NULL. */
struct gate_request {
	str	method;
	str	path;			/* as sent, without the query */
	str	host;
	str	origin;
	str	site;			/* Sec-Fetch-Site */
	bool	odd;			/* one of these was sent twice, or the
					 * request has a body */
};

enum gate_kind {
	GATE_REFUSAL, GATE_FRAME, GATE_EVENTS, GATE_OWN, GATE_FILE
};

struct gate_answer {
	unsigned		status;	/* of HTTP: 200, or of the refusal */
	enum gate_kind	kind;
	str			path;	/* OWN: a file of the program's own
					 * templates; FILE: of the site */
};

/* Cannot fail; the path is in the arena or the request. */
struct gate_answer	gate_decide(const struct gate *, struct arena *,
		    const struct gate_request *);
/* The media type of a file, by its ending; static. */
const char	*gate_type(str path);

#endif
