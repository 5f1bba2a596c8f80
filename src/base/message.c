/* SPDX-License-Identifier: ISC */
#include "base/message.h"

static const struct row {
	const char	*name;
	enum severity	 severity;
	const char	*text[LANG_COUNT];
	const char	*fix[LANG_COUNT];
} rows[] = {
#define X(id, name, severity, tr, tr_fix, en, en_fix) \
	{ name, SEVERITY_##severity, { tr, en }, { tr_fix, en_fix } },
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
