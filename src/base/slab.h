/* SPDX-License-Identifier: ISC
 *
 * slab: memory for many small objects of about the same age: a chunk is freed
 * when the last object in it is. For libraries that free each object alone.
 */
#ifndef BASE_SLAB_H
#define BASE_SLAB_H

#include <stddef.h>

struct slab;

struct slab	*slab_new(void);
/* Frees the slab and all that was allocated in it. */
void		 slab_free(struct slab *);
/* num * size [byte], zeroed, aligned for pointers and doubles. Cannot fail:
 * where the product overflows or memory is short, the program ends. */
void		*slab_calloc(struct slab *, size_t num, size_t size);
/* Moves an object (NULL: none) to a larger or smaller place; what is new there
 * is zeroed. */
void		*slab_resize(struct slab *, void *, size_t size);
/* Frees an object; NULL does nothing. */
void		 slab_drop(struct slab *, void *);

#endif
