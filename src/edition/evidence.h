/* SPDX-License-Identifier: ISC
 *
 * evidence: makes checkpoints of the register, which users keep elsewhere, and
 * checks whether the register still has the rows up to them.
 */
#ifndef EDITION_EVIDENCE_H
#define EDITION_EVIDENCE_H

struct options;

/* matbu checkpoint: prints the checkpoint of the register. With --output, or
 * with --sign as checkpoint.txt, writes it to a file too, and its signature
 * beside it; a file that is neither is not overwritten. Returns an exit
 * status. */
int	evidence_print(const struct options *);
/* matbu verify --since FILE: reports the first row of the register that is not
 * as it was at the checkpoint, and, with --signers, a signature that does not
 * hold. A copy of the register beside the checkpoint, or the one of the last
 * build, shows which row differs; without one only the rows that may differ
 * are known. Returns an exit status. Ends the program where the file cannot be
 * read. */
int	evidence_since(const struct options *);

#endif
