/* SPDX-License-Identifier: ISC */
#include "office/xml.h"

#include <libxml/parser.h>

#include "base/diags.h"
#include "base/die.h"
#include "base/mem.h"

struct xml {
	const struct xml_events	*events;
	void			*context;
	xmlParserCtxt		*parser;
	bool			 faulty;
};

/* libxml2 gives five pointers for each attribute: name, prefix, namespace,
 * begin and end of the value. */
enum { ATTR_PARTS = 5, ATTR_BEGIN = 3, ATTR_END = 4 };

static str
text_of(const xmlChar *s)
{
	return s != NULL ? str_of((const char *)s) : S("");
}

void
xml_attr_at(const struct xml_element *e, int i, str *name, str *value)
{
	const unsigned char **a = e->attrs + i * ATTR_PARTS;

	*name = text_of(a[0]);
	*value = (str){ (const char *)a[ATTR_BEGIN],
	    (size_t)(a[ATTR_END] - a[ATTR_BEGIN]) };
}

str
xml_attr(const struct xml_element *e, str name)
{
	str found, value;
	int i;

	for (i = 0; i < e->num; i++) {
		xml_attr_at(e, i, &found, &value);
		if (str_eq(found, name))
			return value;
	}
	return S("");
}

static void
open_element(void *context, const xmlChar *name, const xmlChar *prefix,
    const xmlChar *space, int num_spaces, const xmlChar **spaces, int num,
    int defaulted, const xmlChar **attrs)
{
	struct xml *x = context;
	struct xml_element e = { text_of(space), text_of(name), prefix != NULL,
	    attrs, num };

	(void)num_spaces;
	(void)spaces;
	(void)defaulted;
	x->events->open(x->context, &e);
}

static void
close_element(void *context, const xmlChar *name, const xmlChar *prefix,
    const xmlChar *space)
{
	struct xml *x = context;

	(void)name;
	(void)prefix;
	(void)space;
	x->events->close(x->context);
}

static void
take_text(void *context, const xmlChar *text, int len)
{
	struct xml *x = context;

	x->events->text(x->context, (str){ (const char *)text, (size_t)len });
}

static void
refuse_type(void *context, const xmlChar *name, const xmlChar *external,
    const xmlChar *system)
{
	struct xml *x = context;

	(void)name;
	(void)external;
	(void)system;
	x->faulty = true;
	xmlStopParser(x->parser);
}

static void
take_error(void *context, xmlError *e)
{
	struct xml *x = context;

	if (e->code == XML_ERR_NO_MEMORY)
		die_system(DIAG_MEMORY, "", "");
	/* A prefix without a namespace is no fault: its elements count. */
	x->faulty |= e->level >= XML_ERR_ERROR &&
	    e->domain != XML_FROM_NAMESPACE;
}

struct xml *
xml_open(const struct xml_events *events, void *context)
{
	static xmlSAXHandler handler = { .initialized = XML_SAX2_MAGIC,
	    .startElementNs = open_element, .endElementNs = close_element,
	    .characters = take_text, .cdataBlock = take_text,
	    .internalSubset = refuse_type,
	    .serror = (xmlStructuredErrorFunc)take_error };
	struct xml *x = mem_alloc(sizeof(*x));

	x->events = events;
	x->context = context;
	x->parser = xmlCreatePushParserCtxt(&handler, x, NULL, 0, NULL);
	if (x->parser == NULL)
		die_system(DIAG_MEMORY, "", "");
	/* There are no entities but those of XML itself, which libxml2 would
	 * leave in attributes as “&#38;”: refuse_type(). */
	xmlCtxtUseOptions(x->parser, XML_PARSE_NONET | XML_PARSE_NOENT);
	return x;
}

bool
xml_take(struct xml *x, str piece)
{
	if (!x->faulty)
		xmlParseChunk(x->parser, piece.p, (int)piece.len, 0);
	return !x->faulty;
}

bool
xml_close(struct xml *x)
{
	bool whole;

	if (!x->faulty)
		xmlParseChunk(x->parser, NULL, 0, 1);
	whole = !x->faulty;
	xmlFreeParserCtxt(x->parser);
	mem_free(x);
	return whole;
}
