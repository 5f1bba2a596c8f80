/* SPDX-License-Identifier: ISC
 *
 * xml: reads XML that anybody may have written, piece by piece, without a tree
 * and without entities: a document type is a fault. Beside model/dom.c the only
 * file that uses libxml2.
 */
#ifndef OFFICE_XML_H
#define OFFICE_XML_H

#include "base/str.h"

struct xml;

/* An element; borrowed. Its attributes are those of libxml2. */
struct xml_element {
	str		space;		/* the name of its namespace */
	str		name;		/* without prefix */
	bool		has_prefix;
	const unsigned char **attrs;
	int		num;
};

struct xml_events {
	void	(*open)(void *context, const struct xml_element *);
	void	(*close)(void *context);
	void	(*text)(void *context, str);
};

/* The value of an attribute, whatever its prefix; empty where there is none. */
str		 xml_attr(const struct xml_element *, str name);
/* The i-th attribute, of num: its name without prefix, and its value. */
void		 xml_attr_at(const struct xml_element *, int i, str *name,
		    str *value);

/* The events are borrowed. xml_close() it. */
struct xml	*xml_open(const struct xml_events *, void *context);
/* Reads the next piece. False where it is not well-formed. */
bool		 xml_take(struct xml *, str piece);
/* Whether the document was whole. Frees it. */
bool		 xml_close(struct xml *);

#endif
