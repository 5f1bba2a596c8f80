/* SPDX-License-Identifier: ISC
 *
 * stream: server-sent events (HTML, 9.2) for the pages that listen. Only the
 * last event counts: a page that was away gets it when it comes back.
 */
#ifndef SERVE_STREAM_H
#define SERVE_STREAM_H

#include "base/str.h"

struct MHD_Connection;
struct MHD_Response;
struct streams;

struct streams	*stream_open(void);
/* After the last connection has ended. */
void		 stream_close(struct streams *);
/* The answer that makes the connection a stream; NULL: there are 12 already. */
struct MHD_Response *stream_answer(struct streams *, struct MHD_Connection *);
/* Sends the text, which has no line end, to each stream, now or later. */
void		 stream_tell(struct streams *, str event);
/* Lets those write that have something to say. */
void		 stream_wake(struct streams *);
/* Ends all of them. */
void		 stream_end(struct streams *);

#endif
