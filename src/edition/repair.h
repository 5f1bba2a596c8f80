/* SPDX-License-Identifier: ISC
 *
 * repair: matbu repair: brings content/register.tsv and content/.published
 * back to their form where another program saved them, and joins what git
 * put into one file.
 */
#ifndef EDITION_REPAIR_H
#define EDITION_REPAIR_H

struct options;

/* The command; takes no edition. Prints on standard output what it did and
 * returns an exit status. Writes nothing where rows are damaged, or where two
 * releases exclude each other and neither --ours nor --theirs decides. */
int	repair_files(const struct options *);

#endif
