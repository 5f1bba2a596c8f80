/* SPDX-License-Identifier: ISC
 *
 * press_entry: reads the register's column press, which says what made a
 * record:
 *
 *   matbu 1.1 c12eb8036b4ceebf dialect 1 cmark 0.30.2 harfbuzz 6.0.0 …
 *
 * The program's version; a digest of style sheet, faces, patterns and settings;
 * the dialect of the source; the libraries that the bytes depend on, each with
 * its version. The first entries of version 1.1 end after the digest. An entry
 * of another form is of a record that matbu did not make.
 */
#ifndef REGISTER_PRESS_ENTRY_H
#define REGISTER_PRESS_ENTRY_H

#include "base/str.h"

struct arena;

enum press_entry_match {
	PRESS_ENTRY_SAME,
	PRESS_ENTRY_UNKNOWN,	/* the same, but the libraries are not named */
	PRESS_ENTRY_LIBRARIES,	/* the same but for the libraries */
	PRESS_ENTRY_OTHER
};

/* Returns whether matbu made the record. */
bool	press_entry_is_ours(str press);
/* Returns the dialect of the edition's source; 1 where none is named. */
unsigned press_entry_dialect(str press);
/* Returns whether a renderer with the entry today gives the bytes of the
 * other entry. The dialect does not count: it is that of the row. */
enum press_entry_match press_entry_compare(str press, str today);
/* Returns the libraries whose versions differ, “harfbuzz 6.0.0 → 10.2.0”. In
 * arena. */
str	press_entry_libraries(struct arena *, str press, str today);

#endif
