/* SPDX-License-Identifier: ISC
 *
 * build: the pipeline: content → source → model → html → store → out.
 */
#ifndef BUILD_BUILD_H
#define BUILD_BUILD_H

#include "base/sink.h"
#include "build/store.h"

struct options;

struct build_result {
	size_t			editions;	/* within the limit */
	struct store_count	count;
	bool			without_url; /* what needs it was left out */
	struct sink		address; /* of the first page that was written,
					  * else of the front page; the caller
					  * frees it; empty: no pages */
};

/* Both passes. Returns an exit status; with an error nothing is written. */
int	build_site(const struct options *, struct build_result *);
/* The same for a whole collection, pages and records; where nothing has changed
 * since the last such build (build/state.h) only prints what that one
 * printed. */
int	build_again(const struct options *, struct build_result *);
/* The check pass alone. */
int	build_check(const struct options *, struct build_result *);

#endif
