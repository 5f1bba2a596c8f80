/* SPDX-License-Identifier: ISC
 *
 * arena: regions of memory that are freed in one call. An arena lives as long
 * as a run, a document or a function call. Only one thread at a time may use
 * it.
 */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <stddef.h>

struct arena;

struct arena	*arena_new(void);
/* arena_free(NULL) does nothing. */
void		 arena_free(struct arena *);
/* Frees everything in it, but keeps its newest chunk for the next use, unless
 * that is larger than usual. */
void		 arena_reset(struct arena *);
/* arena_rewind() frees what was allocated after arena_state(). */
struct arena_state { void *chunk; size_t used; };
struct arena_state arena_state(const struct arena *);
void	 arena_rewind(struct arena *, struct arena_state);
/* size [byte], zeroed, aligned for pointers and doubles. Cannot fail. */
void	*arena_alloc(struct arena *, size_t size);
/* num * size [byte], zeroed; overflow of the product ends the program. */
void	*arena_calloc(struct arena *, size_t num, size_t size);
/* As arena_alloc() and arena_calloc(), not zeroed: for large memory that is
 * written before it is read. */
void	*arena_raw(struct arena *, size_t size);
void	*arena_raw_array(struct arena *, size_t num, size_t size);
/* Neither zeroed nor aligned: for text. */
char	*arena_bytes(struct arena *, size_t size);

#define arena_new_of(a, type)		((type *)arena_alloc((a), sizeof(type)))
#define arena_array(a, type, num) \
	((type *)arena_calloc((a), (num), sizeof(type)))
#define arena_room(a, type, num) \
	((type *)arena_raw_array((a), (num), sizeof(type)))

#endif
