/* SPDX-License-Identifier: ISC
 *
 * release: freezes an edition: makes its record, stores it beside its source,
 * and adds a row to the register (release.c explains the order of writes,
 * register/released.c what is frozen). The record is written first, so that an
 * interrupted run can be repeated.
 */
#ifndef EDITION_RELEASE_H
#define EDITION_RELEASE_H

struct options;

/* matbu release: releases the editions of the command line; with --existing it
 * enters all that the PATHs contain, with the PDF beside each of them if
 * there is one. Prints what it did on standard output; returns an exit status.
 * A fault of any edition leaves all of them as they are. */
int	release_editions(const struct options *);

#endif
