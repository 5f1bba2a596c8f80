/* SPDX-License-Identifier: ISC
 *
 * read_region: reads <letterhead>, <header> and <footer> of the style sheet.
 * For style_sheet.
 */
#ifndef STYLE_READ_REGION_H
#define STYLE_READ_REGION_H

#include "style/reader.h"

void	 read_region(struct reader *, const node *, struct style_region *);

#endif
