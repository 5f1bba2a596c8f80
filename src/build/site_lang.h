/* SPDX-License-Identifier: ISC
 *
 * site_lang: the language of a collection, for commands that say something
 * without reading all of it.
 */
#ifndef BUILD_SITE_LANG_H
#define BUILD_SITE_LANG_H

struct options;

/* Where the environment names no language, matbu speaks that which
 * content/index.md names. */
void	site_lang_speak(const struct options *);

#endif
