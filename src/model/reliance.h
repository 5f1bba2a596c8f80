/* SPDX-License-Identifier: ISC
 *
 * reliance: a page outside on which a text relies, and what the page must say.
 */
#ifndef MODEL_RELIANCE_H
#define MODEL_RELIANCE_H

#include "base/diags.h"

/* The maximum length of a phrase [byte]. */
enum { RELIANCE_PHRASE_LIMIT = 300 };

struct reliance {
	str		address;	/* begins with http:// or https:// */
	str		phrase;		/* one line with a letter or digit */
	struct pos	pos;		/* of the phrase */
	struct reliance	*next;		/* or NULL */
};

/* Whether it is an address of a page on the web. */
bool	reliance_is_address(str);
/* Whether a page can be searched for the phrase. */
bool	reliance_is_phrase(str);

#endif
