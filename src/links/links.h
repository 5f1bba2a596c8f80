/* SPDX-License-Identifier: ISC
 *
 * links: whether the pages outside still answer, and say what texts rely on:
 * matbu check --links. No build asks.
 */
#ifndef LINKS_LINKS_H
#define LINKS_LINKS_H

struct options;

/* Asks all addresses, notes what fails in content/.links.tsv, and reports what
 * has failed for long. Returns an exit status. Ends the program where curl is
 * missing, the disk fails, or another command keeps the lock of content/. */
int	links_check(const struct options *);

#endif
