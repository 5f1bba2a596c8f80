/* SPDX-License-Identifier: ISC
 *
 * field_names: a form of Word may ask for “Adı Soyadı” twice; a field of ours
 * has a name of its own.
 */
#ifndef IMPORT_FIELD_NAMES_H
#define IMPORT_FIELD_NAMES_H

#include "base/sink.h"

/* Gives fields of the Markdown whose name another has one with a number:
 * “[ ____ ](adi-soyadi-2)”. */
void	field_names_put(struct sink *markdown);

#endif
