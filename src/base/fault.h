/* SPDX-License-Identifier: ISC
 *
 * fault: the texts of system errors, in the language of the messages.
 */
#ifndef BASE_FAULT_H
#define BASE_FAULT_H

/* The text of an errno; static. For rare numbers the text of strerror(), in
 * English. */
const char	*fault_text(int number);

#endif
