/* SPDX-License-Identifier: ISC
 *
 * similar: pairs blocks that have many words in common. Part of match.
 */
#ifndef DIFF_SIMILAR_H
#define DIFF_SIMILAR_H

#include "diff/script.h"

struct match {
	size_t	partner;		/* the first block of the other side, or
					 * FLAT_NONE */
	size_t	head;			/* the first block of this side that has
					 * the same partner: itself, except
					 * where a block was split or joined */
	bool	moved;			/* not in the order of the others */
};

struct matches {
	struct match	*old;		/* of each block */
	struct match	*new;
};

struct similar {
	struct script_sides	*sides;
	struct matches		*m;
	/* The hashes of the words of each block, sorted: those of the block's
	 * span. */
	uint64_t		*old_words, *new_words;
};

/* Of the pairs (old[i], new[i]), sorted by old, keeps the longest sequence in
 * which new increases, too. Returns its length. */
size_t	similar_increasing(struct arena *, size_t *old, size_t *new,
	    size_t num);
/* Sorts the words. */
void	similar_open(struct similar *);
/* Pairs old blocks from i up to i_end with new ones from j up to j_end, in
 * their order. */
void	similar_gap(struct similar *, size_t i, size_t i_end, size_t j,
	    size_t j_end);
/* Pairs blocks without a partner that are equal or very similar, wherever they
 * stand, as moved. */
void	similar_moved(struct similar *);
/* Returns whether the span of f together with the next block has clearly more
 * words in common with the block of g than the span alone. */
bool	similar_gains(const struct similar *, const struct flat *f,
	    struct flat_span, struct flat_span next, const struct flat *g,
	    struct flat_span other);

#endif
