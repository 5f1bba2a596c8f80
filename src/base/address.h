/* SPDX-License-Identifier: ISC
 *
 * address: bare http and https addresses in running text.
 */
#ifndef BASE_ADDRESS_H
#define BASE_ADDRESS_H

#include "base/str.h"

/* The address that begins at byte i of the text, without the punctuation
 * that belongs to the sentence; empty where none begins. An apostrophe ends
 * it: what follows is a Turkish suffix (https://ktun.edu.tr’ye). */
str	address_at(str text, size_t i);

#endif
