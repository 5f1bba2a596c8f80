/* SPDX-License-Identifier: ISC
 *
 * html_template_render: renders a page from a template. For html/ only.
 */
#ifndef HTML_TEMPLATE_RENDER_H
#define HTML_TEMPLATE_RENDER_H

#include "html/template.h"

struct sink;

/* Writes the page with the values. */
void	html_template_render(const struct html_template *,
	    const struct slot_values *, struct sink *);

#endif
