/* SPDX-License-Identifier: ISC
 *
 * html_record_facts: what a page says about the record in its folder.
 */
#ifndef HTML_RECORD_FACTS_H
#define HTML_RECORD_FACTS_H

#include <stddef.h>

struct html_record_facts {
	unsigned	sheets;		/* 0: unknown */
	size_t		size;		/* [byte]; 0: there is no record */
};

#endif
