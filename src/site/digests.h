/* SPDX-License-Identifier: ISC
 *
 * digests: the released records as scripts below verify/, from which
 * templates/verify.js tells whether a PDF is one of them. Each script calls
 *
 *   matbuVerify(name, [[key, edition, state, current], …])
 *
 * A release has two rows. The key of the first is the SHA-256 of its record;
 * that of the second is the SHA-256 of the last part of its identity, which is
 * the name of the file. state is the state in a word or two; current is the
 * edition or work that readers should use instead, or empty. A row is in the
 * file whose name ends in the first digits of its key, so that a reader loads
 * little of a large register. No row has a word of a document: an erasure
 * leaves nothing here.
 */
#ifndef SITE_DIGESTS_H
#define SITE_DIGESTS_H

#include "model/collection.h"
#include "register/register.h"

struct sink;
struct digests;

/* Both must outlive the result, which is in the arena. */
struct digests	*digests_make(struct arena *, const struct collection *,
		    const struct reg *);
/* How many digits of a key the name of its file has: 0, 1 or 2. */
unsigned	 digests_num_digits(const struct reg *);
size_t		 digests_num_files(const struct digests *);
/* The path of the i-th file; in the arena. */
str		 digests_file(const struct digests *, struct arena *,
		    size_t i);
/* Puts the i-th file. */
void		 digests_put(const struct digests *, size_t i, struct sink *);

#endif
