/* SPDX-License-Identifier: ISC
 *
 * reader: what the files that read the style sheet share: elements and
 * properties by tables, values from text, faults with their position. Only
 * style_sheet, read_style and read_region use it.
 */
#ifndef STYLE_READER_H
#define STYLE_READER_H

#include "base/diags.h"
#include "font/shaper.h"
#include "model/dom.h"
#include "style/style.h"

struct nearest;

enum { READER_FACES = 64, READER_FAMILIES = 16,
	READER_CHAINS = READER_FAMILIES * STYLE_VARIANTS };

struct reader_family {
	str			 name;
	const struct face	*faces[STYLE_VARIANTS];
};

/* The style sheet that is being read. */
struct reader {
	struct arena		*arena;
	struct diags		*diags;
	str			 path;
	struct styles		*styles;
	size_t			 faults;
	str			 face_paths[READER_FACES];
	struct reader_family	 families[READER_FAMILIES];
	size_t			 num_families;
	const struct face	*fallbacks[FONT_CHAIN_FACES];
	size_t			 num_fallbacks;
	struct font_chain	*chains[READER_CHAINS];
	size_t			 num_chains;
};

/* An element that may stand somewhere. */
struct reader_element {
	const char	*name;			/* NULL: the table's end */
	void		(*read)(struct reader *, const node *);
};

enum reader_type {
	READER_TYPE_LENGTH, READER_TYPE_COLOUR, READER_TYPE_BACKGROUND,
	READER_TYPE_SIZE, READER_TYPE_ALIGN, READER_TYPE_FLAG,
	READER_TYPE_WEIGHT, READER_TYPE_SLOPE, READER_TYPE_FAMILY,
	READER_TYPE_NAME
};

/* What an attribute may be and where it goes. */
struct reader_property {
	const char		*name;		/* NULL: the table's end */
	enum reader_type	 type;
	size_t			 at;		/* offset of the field */
};

extern const char *const reader_weights[];	/* normal, bold */
extern const char *const reader_slopes[];	/* normal, italic */

#define reader_report(r, id, pos, ...) \
	((r)->faults++, diag((r)->diags, (id), (pos), (r)->path, __VA_ARGS__))
void	 reader_report_value(struct reader *, const struct dom_attr *,
	    str wanted);

/* Read a value; false: the text is none. */
bool	 reader_number(str *, double *);
bool	 reader_length(str, double *);
bool	 reader_colour(str, unsigned *);

/* The attribute, or NULL. In arena. */
const struct dom_attr *reader_attr(struct reader *, const node *,
	    const char *name);
/* The row of the attribute; NULL and reported where there is none. */
const struct reader_property *reader_property(struct reader *,
	    const struct reader_property *, const struct dom_attr *);
/* The index of the attribute's value among the words, which end with NULL;
 * false and reported where it is none of them. */
bool	 reader_keyword(struct reader *, const struct dom_attr *,
	    const char *const *words, unsigned *index);
/* The same for names of a kind: the report offers the nearest name. */
bool	 reader_name(struct reader *, const struct dom_attr *,
	    const char *const *names, str kind, unsigned *index);
/* Reads lengths and colours of the element into the fields of a struct;
 * other properties are only looked up. */
void	 reader_fields(struct reader *, const node *,
	    const struct reader_property *, void *to);
/* Reads each child by its row of the table. */
void	 reader_children(struct reader *, const node *,
	    const struct reader_element *);
/* Whether the node is nothing to read: white space, a comment. */
bool	 reader_is_blank(const node *);
/* Reports that no element of this name may stand here; the caller has
 * offered the candidates to near. */
void	 reader_report_element(struct reader *, const node *,
	    const struct nearest *near);

#endif
