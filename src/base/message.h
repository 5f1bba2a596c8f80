/* SPDX-License-Identifier: ISC
 *
 * message: the table of all messages, a row of messages.def each, in each
 * language; and the language of the messages that end the program.
 */
#ifndef BASE_MESSAGE_H
#define BASE_MESSAGE_H

#include <stdbool.h>

#include "base/lang.h"

enum severity {
	SEVERITY_NONE, SEVERITY_ERROR, SEVERITY_WARNING, SEVERITY_WORLD
};

enum diag {
#define X(id, name, severity, tr, tr_fix, en, en_fix) DIAG_##id,
#include "base/messages.def"
#undef X
	DIAG_COUNT
};

/* The maximum number of values in a message: {1} {2} {3}. */
enum { DIAG_VALUES = 3 };

/* The language of messages that end the program; at first Turkish. */
void		 message_speak(enum lang);
enum lang	 message_language(void);

/* The id at the end of the printed line. */
const char	*message_name(enum diag);
enum severity	 message_severity(enum diag);
/* The severity where the fault is in a released text; NONE: not reported. */
enum severity	 message_released(enum diag);
/* Whether a draft with this fault, a warning, cannot be released. */
bool		 message_stops_release(enum diag);
/* What is wrong, and how to fix it (may be empty). */
const char	*message_text(enum diag, enum lang);
const char	*message_fix(enum diag, enum lang);

#endif
