/* SPDX-License-Identifier: ISC
 *
 * mem: the only file that uses the heap. All functions but mem_start() may be
 * called from any thread.
 *
 * No function returns NULL: where memory runs out, the function passed to
 * mem_start() ends the program. An allocation inside a library succeeds or
 * ends the program in the same way.
 */
#ifndef BASE_MEM_H
#define BASE_MEM_H

#include <stddef.h>

/* size [byte], zeroed; mem_free() it. */
void	*mem_alloc(size_t size);
/* size [byte], not zeroed; mem_free() it. */
void	*mem_raw(size_t size);
/* As calloc(3); overflow of the product ends the program. */
void	*mem_calloc(size_t num, size_t size);
/* As realloc(3); new bytes are not zeroed. */
void	*mem_realloc(void *p, size_t size);
char	*mem_strdup(const char *s);
/* mem_free(NULL) does nothing. */
void	 mem_free(void *p);
/* Returns the memory pages that lie wholly inside a part of a block to the
 * kernel. The part, of which nobody may read a byte any more, is still freed
 * with its block. */
void	 mem_forget(const void *p, size_t len);

/* Called at the beginning of the program. fail() is called when memory runs
 * out and never returns; before mem_start() the program aborts instead. In a
 * build with -DFAIL_ALLOC: lets the n-th allocation from now fail, where n is
 * the value of the environment variable FAIL_ALLOC. */
void	 mem_start(void (*fail)(void));
/* Called at the beginning of a thread. */
void	 mem_start_thread(void);

#endif
