/* SPDX-License-Identifier: ISC
 *
 * dump: writes the document's tree as XML, for people and for tests. Its
 * grammar is tests/model.rng.
 */
#ifndef MODEL_DUMP_H
#define MODEL_DUMP_H

#include "model/doc.h"

struct sink;

void	dump_doc(const struct doc *, struct sink *);

#endif
