/* SPDX-License-Identifier: ISC
 *
 * mem: the one door to the heap. Everything here may be called from any thread.
 *
 * No function returns NULL: a batch tool that cannot get memory says so and
 * leaves with status 3, before it has touched a file it would damage. What
 * libraries ask malloc() for is had or ends the program in the same way.
 */
#ifndef BASE_MEM_H
#define BASE_MEM_H

#include <stddef.h>

/* size [byte], zeroed; mem_free() it. */
void	*mem_alloc(size_t size);
/* size [byte], not zeroed; mem_free() it. */
void	*mem_raw(size_t size);
/* The same for much that is filled from end to end: the kernel is asked for
 * all of it at once, and not page by page. */
void	*mem_room(size_t size);
/* As calloc(3); overflow of the product ends the program. */
void	*mem_calloc(size_t num, size_t size);
/* As realloc(3); new bytes are not zeroed. */
void	*mem_realloc(void *p, size_t size);
char	*mem_strdup(const char *s);
/* mem_free(NULL) does nothing. */
void	 mem_free(void *p);

/* At the beginning of the program. In a build with -DFAIL_ALLOC: lets the
 * n-th allocation from now fail, as that environment variable asks. */
void	 mem_start(void);
/* At the beginning of a thread. */
void	 mem_start_thread(void);

#endif
