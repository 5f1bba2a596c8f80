/* SPDX-License-Identifier: ISC
 *
 * release: an edition becomes one that nobody may change: its record is made
 * and stored beside its source, and a row is added to the register. The record
 * is written first, so that an interrupted run can be repeated.
 */
#ifndef EDITION_RELEASE_H
#define EDITION_RELEASE_H

struct options;

/* matbu release: releases the editions of the command line; with --import it
 * enters all that the PATHs contain, with the PDF that stands beside them if
 * there is one. Prints what it did on standard output; returns an exit status.
 * A fault of any edition leaves all of them as they are. */
int	release_editions(const struct options *);

#endif
