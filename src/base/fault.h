/* SPDX-License-Identifier: ISC
 *
 * fault: what the system says when it cannot, in the language spoken.
 */
#ifndef BASE_FAULT_H
#define BASE_FAULT_H

/* The text of an errno; static, but for numbers that nobody expects, which
 * are strerror's, in English. */
const char	*fault_text(int number);

#endif
