/* SPDX-License-Identifier: ISC
 *
 * verify: is a PDF a record of ours, and is all that was released as it was.
 */
#ifndef EDITION_VERIFY_H
#define EDITION_VERIFY_H

struct options;

/* matbu verify FILE…, matbu verify --all; return an exit status. */
int	verify_files(const struct options *);
int	verify_all(const struct options *);

#endif
