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
#include "style/font_file.h"
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
	struct font_files	 files;
	str			 face_paths[READER_FACES];
	struct reader_family	 families[READER_FAMILIES];
	size_t			 num_families;
	const struct face	*fallbacks[FONT_CHAIN_FACES];
	size_t			 num_fallbacks;
	struct font_chain	*chains[READER_CHAINS];
	size_t			 num_chains;
};

/* An element that is allowed as a child, and the function that reads it. */
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

/* An attribute that is allowed, and the field that gets its value. */
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

/* Read a value. Return false where the text does not have that form. */
bool	 reader_number(str *, double *);
bool	 reader_length(str, double *);
bool	 reader_colour(str, unsigned *);

/* The attribute, or NULL. In arena. */
const struct dom_attr *reader_attr(struct reader *, const node *,
	    const char *name);
/* Returns the row of the attribute. Where there is none, reports that and
 * returns NULL. */
const struct reader_property *reader_property(struct reader *,
	    const struct reader_property *, const struct dom_attr *);
/* Sets *index to that of the attribute's value among the words, which end with
 * NULL. Where the value is none of them, reports that and returns false. */
bool	 reader_keyword(struct reader *, const struct dom_attr *,
	    const char *const *words, unsigned *index);
/* The same for names of a kind: the report offers the nearest name. */
bool	 reader_name(struct reader *, const struct dom_attr *,
	    const char *const *names, str kind, unsigned *index);
/* Reads the lengths and colours of the element into the fields of a struct, and
 * reports attributes that are not in the table. The caller reads attributes of
 * other types. */
void	 reader_fields(struct reader *, const node *,
	    const struct reader_property *, void *to);
/* Calls the read function of the table for each child; reports a child that is
 * not in it. */
void	 reader_children(struct reader *, const node *,
	    const struct reader_element *);
/* Returns whether the node has no content: white space or a comment. */
bool	 reader_is_blank(const node *);
/* Reports that this element is not allowed here. The caller has offered the
 * allowed names to near. */
void	 reader_report_element(struct reader *, const node *,
	    const struct nearest *near);

#endif
