/* SPDX-License-Identifier: ISC
 *
 * http: the server of the preview, on the loopback interface alone. With
 * stream the only file that uses libmicrohttpd, which reads requests and writes
 * answers in the caller's loop, without threads. What is answered, gate.h says.
 *
 * Bounds: 48 connections, 16 KiB of headers each; a request must be there 10 s
 * after its connection, an answer read 60 s later; 12 streams of events.
 */
#ifndef SERVE_HTTP_H
#define SERVE_HTTP_H

#include "serve/gate.h"

struct http;

/* What the server sends; all of it is borrowed. */
struct http_source {
	const struct gate *gate;
	str	frame;			/* the page around the pages */
	str	own;			/* the folder of the program's files */
	str	first, second;		/* folders of the site: a file of the
					 * first hides that of the second */
	str	templates;		/* of it: their styles and scripts are
					 * the site's where no build made it */
};

/* Listens on 127.0.0.1, at a port that the kernel chooses where it is 0, and
 * sets *port. Ends the program where that fails. */
int		 http_listen(unsigned *port);
/* Serves the socket, which it takes. Ends the program where that fails. */
struct http	*http_open(int listening, const struct http_source *);
/* Ends all connections. */
void		 http_close(struct http *);
/* The descriptor to wait for, and how long at most [ms]. */
int		 http_descriptor(const struct http *);
int		 http_patience(const struct http *);
/* Does what can be done without waiting. */
void		 http_run(struct http *);
/* Sends the text, which has no line end, as an event to every page that
 * listens, now or later; only the last one counts. */
void		 http_tell(struct http *, str event);

#endif
