/* SPDX-License-Identifier: ISC
 *
 * frame: what the browser shows around the site: a page with the page of a
 * document and its record side by side, and the events that renew both. Its
 * look and behaviour are templates/serve.css and serve.js.
 */
#ifndef SERVE_FRAME_H
#define SERVE_FRAME_H

#include "serve/builder.h"

struct sink;

/* Puts the page, in the language of the process. */
void	frame_put(struct sink *);
/* Puts the state as an event: JSON in one line. */
void	frame_event(struct sink *, const struct builder_state *);

#endif
