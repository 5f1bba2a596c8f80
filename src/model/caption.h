/* SPDX-License-Identifier: ISC
 *
 * caption: captions that authors have typed as a paragraph, “**Tablo 2: …**”,
 * above or below a table or figure, or below the picture in its paragraph. For
 * check.
 */
#ifndef MODEL_CAPTION_H
#define MODEL_CAPTION_H

#include "model/doc.h"

/* Reports the caption that begins with this inline of a paragraph, and how it
 * is written; false if there is none. */
bool	caption_report(struct doc *, const struct _xmlNode *first);
/* Whether a text begins such a caption. */
bool	caption_is_typed(const struct _xmlNode *text);

#endif
