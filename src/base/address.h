/* SPDX-License-Identifier: ISC
 *
 * address: bare http and https addresses in running text.
 */
#ifndef BASE_ADDRESS_H
#define BASE_ADDRESS_H

#include "base/str.h"

/* The address that begins at byte i of the text, without punctuation of the
 * sentence; empty where none begins there. An apostrophe ends it, because a
 * Turkish suffix follows (https://ktun.edu.tr’ye). */
str	address_at(str text, size_t i);
/* The same of an address without http that begins with “www.”. */
str	address_www_at(str text, size_t i);
/* The e-mail address whose “@” is byte i of the text, from byte from on; or
 * empty. */
str	address_mail_at(str text, size_t from, size_t i);

#endif
