/* SPDX-License-Identifier: ISC
 *
 * check_declared: rows of the header table that are declared unique: no two
 * works have the same value. The document number is that of all editions.
 */
#ifndef BUILD_CHECK_DECLARED_H
#define BUILD_CHECK_DECLARED_H

#include "build/input.h"

/* Reports the editions whose values belong to another work, or whose number
 * differs from that of the edition before. Every
 * card must be made. */
void	check_declared(struct input *);

#endif
