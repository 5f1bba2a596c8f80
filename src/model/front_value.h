/* SPDX-License-Identifier: ISC
 *
 * front_value: what the values in front matter mean that are no plain text.
 */
#ifndef MODEL_FRONT_VALUE_H
#define MODEL_FRONT_VALUE_H

#include "model/doc.h"

/* “12 months”, “12 ay”, “1 month”: at most 99 years. */
bool	front_value_months(str, unsigned *months);
/* “+3”, “-5”, “+05:30”: how far a zone is before UTC; from -12:00 to +14:00
 * there are places. */
bool	front_value_minutes(str, int *minutes);
/* Yes or no, in any language; false if it is neither. */
bool	front_value_answer(str, enum answer *);

#endif
