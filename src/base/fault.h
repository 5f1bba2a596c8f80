/* SPDX-License-Identifier: ISC
 *
 * fault: the texts of system errors, in the language of the messages.
 */
#ifndef BASE_FAULT_H
#define BASE_FAULT_H

/* An error that is no errno: a file changed while the program ran. */
enum { FAULT_CHANGED = -1 };

/* The text of an errno or of FAULT_CHANGED; static. For rare numbers it is the
 * text of strerror(), in English. */
const char	*fault_text(int number);

#endif
