/* SPDX-License-Identifier: ISC
 *
 * script: values as JSON, which is JavaScript, too.
 */
#ifndef SITE_SCRIPT_H
#define SITE_SCRIPT_H

#include "base/sink.h"

/* A string in quotes; text is UTF-8. */
void	script_string(struct sink *, str);
/* ,"key":"value" */
void	script_pair(struct sink *, str key, str value);
/* A number in base 36: 0-9 a-z. */
void	script_base36(struct sink *, uint32_t);

#endif
