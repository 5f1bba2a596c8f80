/* SPDX-License-Identifier: ISC
 *
 * check_contact: whether readers of a controlled collection can find a contact.
 */
#ifndef BUILD_CHECK_CONTACT_H
#define BUILD_CHECK_CONTACT_H

#include "build/input.h"

/* Reports a controlled collection in which no folder has a contact. After all
 * index.md are read. */
void	check_contact(struct input *);

#endif
