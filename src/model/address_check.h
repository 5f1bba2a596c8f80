/* SPDX-License-Identifier: ISC
 *
 * address_check: what no browser can make of the address of an outside page: a
 * lone “%”, a second “#”, no host. For xref.
 */
#ifndef MODEL_ADDRESS_CHECK_H
#define MODEL_ADDRESS_CHECK_H

#include "model/doc.h"

/* Reports the faults of an address at the position; the first scheme bytes of
 * it are its scheme with “:”, or none. */
void	address_check(struct doc *, struct pos, str href, size_t scheme);

#endif
