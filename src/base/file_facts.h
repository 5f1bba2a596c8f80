/* SPDX-License-Identifier: ISC
 *
 * file_facts: the facts of many files, read on several threads.
 */
#ifndef BASE_FILE_FACTS_H
#define BASE_FILE_FACTS_H

#include "base/file.h"

struct file_query {
	str		root;
	str		path;		/* root/path */
	struct file_facts facts;	/* filled in */
};

/* As file_facts() for each, on at most jobs threads. */
void	file_facts_all(struct file_query *, size_t num, size_t jobs);

#endif
