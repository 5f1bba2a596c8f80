/* SPDX-License-Identifier: ISC
 *
 * proof: pictures are looked at from end to end, by tasks, while their
 * documents and others are read and set.
 */
#ifndef BUILD_CHECK_IMAGES_H
#define BUILD_CHECK_IMAGES_H

#include "build/run.h"

struct proofs	*proof_open(struct run *);
void		 proof_close(struct proofs *);
/* The pictures that the document uses, and its logo: faults are told to
 * doc->diags. From any worker. */
void		 proof_add(struct run *, size_t worker, const struct doc *);
/* Returns when all that were added have been looked at. */
void		 proof_wait(struct run *, size_t worker);

#endif
