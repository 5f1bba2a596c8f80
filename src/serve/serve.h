/* SPDX-License-Identifier: ISC
 *
 * serve: matbu serve: the collection in a browser while it is written.
 */
#ifndef SERVE_SERVE_H
#define SERVE_SERVE_H

struct options;

/* Prints the address, then serves until SIGINT, SIGTERM or SIGHUP. Returns an
 * exit status; ends the program where there is no content folder, or the port
 * cannot be used. */
int	serve_run(const struct options *);

#endif
