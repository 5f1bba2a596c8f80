/* SPDX-License-Identifier: ISC
 *
 * verify: whether a PDF is a record of this collection, and whether everything
 * that was released is unchanged. Writes no file.
 */
#ifndef EDITION_VERIFY_H
#define EDITION_VERIFY_H

struct options;

/* matbu verify FILE…: looks up each file, or the record that it begins with, in
 * the register by its digest. Prints the edition, its state and what was
 * appended, or reports what the file is instead. Returns an exit status,
 * EXIT_SYSTEM where one of the files cannot be read; the others still get their
 * verdicts. */
int	verify_files(const struct options *);
/* matbu verify --all: checks the register, sources, pictures and records, and
 * renders every record again that today's renderer made: the bytes must be
 * the same. Returns an exit status. */
int	verify_all(const struct options *);

#endif
