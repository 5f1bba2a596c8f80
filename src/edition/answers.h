/* SPDX-License-Identifier: ISC
 *
 * answers: reads back what people filled in.
 */
#ifndef EDITION_ANSWERS_H
#define EDITION_ANSWERS_H

struct options;

/* matbu answers FILE…: prints a table of all files, or writes it to --output;
 * none is left out. Returns an exit status: EXIT_SYSTEM where one could not be
 * read. Ends the program where the place is below content or out. */
int	answers_print(const struct options *);

#endif
