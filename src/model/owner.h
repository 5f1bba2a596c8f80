/* SPDX-License-Identifier: ISC
 *
 * owner: who must act on a document: the role that prepares it; where none is
 * named the one that checks it, else the one that approves it, else the contact
 * of the nearest folder.
 */
#ifndef MODEL_OWNER_H
#define MODEL_OWNER_H

#include "model/collection.h"

/* The owner's name, borrowed from the collection; empty where a document has
 * no owner. */
str	owner_of(const struct collection *, const struct card *);

#endif
