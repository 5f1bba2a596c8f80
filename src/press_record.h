/* SPDX-License-Identifier: ISC
 *
 * press_record: the record of an edition, as release makes it once.
 */
#ifndef PRESS_RECORD_H
#define PRESS_RECORD_H

#include "run.h"

/* The bytes of the record; note is what the register will say of it. The
 * edition has passed the gate. In the run's arena. */
str	press_record(struct run *, size_t edition, str note);
/* What made it, for the register: a version and a digest of its looks. */
str	press_record_name(struct run *);

#endif
