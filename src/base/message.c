/* SPDX-License-Identifier: ISC */
#include "base/message.h"

/* The severities of messages.def: of a draft, and of a released text; whether
 * the fault stops the release of a draft, although it is no error in it. */
#define ERROR		SEVERITY_ERROR, SEVERITY_NONE, false
#define WARNING		SEVERITY_WARNING, SEVERITY_NONE, false
#define ERROR_STAYS	SEVERITY_ERROR, SEVERITY_ERROR, false
#define ERROR_WARNS	SEVERITY_ERROR, SEVERITY_WARNING, false
#define WARNING_STAYS	SEVERITY_WARNING, SEVERITY_WARNING, false
#define WARNING_STOPS_RELEASE	SEVERITY_WARNING, SEVERITY_NONE, true
#define WORLD		SEVERITY_WORLD, SEVERITY_WORLD, false

static const struct row {
	const char	*name;
	enum severity	 severity;
	enum severity	 released;
	bool		 stops_release;
	const char	*text[LANG_COUNT];
	const char	*fix[LANG_COUNT];
} rows[] = {
#define X(id, name, severity, tr, tr_fix, en, en_fix) \
	{ name, severity, { tr, en }, { tr_fix, en_fix } },
#include "base/messages.def"
#undef X
};

/* The language of the process: one for all threads, as a locale would be. */
static enum lang language = LANG_TR;

void
message_speak(enum lang lang)
{
	language = lang;
}

enum lang
message_language(void)
{
	return language;
}

const char *
message_name(enum diag id)
{
	return rows[id].name;
}

enum severity
message_severity(enum diag id)
{
	return rows[id].severity;
}

enum severity
message_released(enum diag id)
{
	return rows[id].released;
}

bool
message_stops_release(enum diag id)
{
	return rows[id].stops_release;
}

const char *
message_text(enum diag id, enum lang lang)
{
	return rows[id].text[lang];
}

const char *
message_fix(enum diag id, enum lang lang)
{
	return rows[id].fix[lang];
}
