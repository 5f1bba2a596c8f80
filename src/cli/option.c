/* SPDX-License-Identifier: ISC */
#include "cli/option.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/diags.h"
#include "base/die.h"
#include "base/file.h"
#include "base/folder.h"
#include "base/mem.h"
#include "base/nearest.h"
#include "base/phrase.h"
#include "base/pool.h"
#include "base/share.h"
#include "base/sink.h"
#include "base/version.h"
#include "cli/command.h"
#include "duty/due.h"
#include "edition/answers.h"
#include "edition/difference.h"
#include "edition/events.h"
#include "edition/evidence.h"
#include "edition/fill.h"
#include "edition/init.h"
#include "edition/repair.h"
#include "edition/skeleton.h"
#include "import/import.h"
#include "publish/publish.h"
#include "publish/pull.h"
#include "register/register.h"

enum { JOBS_MAX = 256, PORT_MIN = 1024, PORT_MAX = 65535 };

enum command_id {
#define C_(id, name, run, tr_after, en_after, tr, en) COMMAND_##id,
#include "cli/commands.def"
#undef C_
	COMMANDS
};

static const struct {
	const char	*name;
	command		 run;
	const char	*after[LANG_COUNT];
	const char	*help[LANG_COUNT];
} commands[] = {
#define C_(id, name, run, tr_after, en_after, tr, en) \
	{ #name, run, { tr_after, en_after }, { tr, en } },
#include "cli/commands.def"
#undef C_
};

/* The kind of a value. */
enum option_kind {
	WORD, TEXT, FLAG, DAY, JOBS, PORT, RENDERERS, DUMP, HELP, VERSION
};

#define FOR(id)	(1ul << COMMAND_##id)
#define EVERY	(~0u)

enum {
#define O_(id, name, short_name, value, kind, member, commands, tr, en) \
	OPTION_##id,
#include "cli/options.def"
#undef O_
	ROWS
};

static const struct option_row {
	const char	*name;
	const char	*short_name;
	const char	*value;		/* NULL: the option has none */
	size_t		 offset;	/* in struct options */
	const char	*help[LANG_COUNT];
	enum option_kind kind;
	unsigned	 commands;
} rows[] = {
#define O_(id, name, short_name, value, kind, member, commands, tr, en) \
	{ name, short_name, value, offsetof(struct options, member), \
	    { tr, en }, kind, commands },
#include "cli/options.def"
#undef O_
};

/* --- Help */

static void
help_row(const struct option_row *r, const char *text)
{
	const char *c, *value = r->value != NULL ? r->value : "";
	const char *short_name = r->short_name != NULL ? r->short_name : "";
	int len = printf("  %s%s%s%s%s", short_name,
	    r->short_name != NULL ? ", " : "", r->name,
	    r->value != NULL ? " " : "", value);

	/* Columns count letters: the later bytes of a letter take none. */
	for (c = value; *c != '\0'; c++)
		len -= ((unsigned char)*c & 0xC0) == 0x80;
	printf("%*s %s\n", len < 36 ? 36 - len : 0, "", text);
}

static void
help_options(enum lang lang, unsigned mask)
{
	size_t i;

	phrase_print(PHRASE_OPTIONS, S(""));
	for (i = 0; i < ROWS; i++)
		if ((rows[i].commands & mask) == mask)
			help_row(&rows[i], rows[i].help[lang]);
}

static _Noreturn void
help_command(size_t command_id)
{
	enum lang lang = message_language();

	phrase_print(PHRASE_USAGE, str_of(commands[command_id].name),
	    *commands[command_id].after[lang] != '\0' ? S(" ") : S(""),
	    str_of(commands[command_id].after[lang]),
	    str_of(commands[command_id].help[lang]));
	help_options(lang, 1u << command_id);
	exit(EXIT_DONE);
}

static _Noreturn void
help(void)
{
	enum lang lang = message_language();
	size_t i;

	phrase_print(PHRASE_HELP, S(""));
	for (i = 0; i < COMMANDS; i++)
		printf("  %-34s %s\n", commands[i].name,
		    commands[i].help[lang]);
	help_options(lang, 0);
	phrase_print(PHRASE_HELP_END, S(""));
	exit(EXIT_DONE);
}

static _Noreturn void
version(void)
{
	puts(VERSION_NAME);
	exit(EXIT_DONE);
}

/* --- Values */

static bool
read_word(const char **word, const char *value)
{
	*word = value;
	return *value != '\0';
}

static bool
read_jobs(size_t *jobs, const char *value)
{
	char *end;
	long n = strtol(value, &end, 10);

	if (*value == '\0' || *end != '\0' || n < 1 || n > JOBS_MAX)
		return false;
	*jobs = (size_t)n;
	return true;
}

static bool
read_port(unsigned *port, const char *value)
{
	char *end;
	long n = strtol(value, &end, 10);

	if (*value == '\0' || *end != '\0' || n < PORT_MIN || n > PORT_MAX)
		return false;
	*port = (unsigned)n;
	return true;
}

static bool
read_dump(enum dump *dump, const char *value)
{
	if (strcmp(value, "model") == 0)
		*dump = DUMP_MODEL;
	else if (strcmp(value, "html") == 0)
		*dump = DUMP_HTML;
	else if (strcmp(value, "frames") == 0)
		*dump = DUMP_FRAMES;
	else if (strcmp(value, "tags") == 0)
		*dump = DUMP_TAGS;
	else
		return false;
	return true;
}

static bool
read_renderers(unsigned *renderers, const char *value)
{
	if (strcmp(value, "html") == 0)
		*renderers = RENDER_HTML;
	else if (strcmp(value, "pdf") == 0)
		*renderers = RENDER_PDF;
	else
		return false;
	return true;
}

static bool
read_text(const char **text, const char *value)
{
	if (!register_is_line(value))
		die_usage(DIAG_OPTION_TEXT, value, "");
	*text = value;
	return true;
}

static bool
read_value(struct options *o, const struct option_row *r, const char *value)
{
	void *member = (char *)o + r->offset;

	switch (r->kind) {
	case WORD:
		return read_word(member, value);
	case TEXT:
		return read_text(member, value);
	case FLAG:
		*(bool *)member = true;
		return true;
	case DAY:
		return date_read(str_of(value), member);
	case JOBS:
		return read_jobs(member, value);
	case PORT:
		return read_port(member, value);
	case RENDERERS:
		return read_renderers(member, value);
	case DUMP:
		return read_dump(member, value);
	case HELP:
		o->help = true;
		return true;
	case VERSION:
		version();
	}
	return false;
}

/* --- Reading */

/* “-j” names the row, and so does “-j4” where it has a value: *value is then
 * “4”, else it is left. */
static bool
is_short(const struct option_row *r, const char *argument, const char **value)
{
	if (r->short_name == NULL || strncmp(r->short_name, argument, 2) != 0)
		return false;
	if (argument[2] != '\0' && r->value == NULL)
		return false;
	if (argument[2] != '\0')
		*value = argument + 2;
	return true;
}

/* The row that the argument names, or ROWS; *value is the text after “=” or
 * after a letter, or NULL. */
static size_t
find_row(const char *argument, const char **value)
{
	size_t i, len = strcspn(argument, "=");

	*value = NULL;
	/* An old name; scripts may still use it. */
	if (strcmp(argument, "--import") == 0)
		return OPTION_EXISTING;
	for (i = 0; i < ROWS; i++) {
		if (is_short(&rows[i], argument, value))
			return i;
		if (strlen(rows[i].name) != len ||
		    strncmp(rows[i].name, argument, len) != 0)
			continue;
		if (argument[len] == '=')
			*value = argument + len + 1;
		return i;
	}
	return ROWS;
}

static _Noreturn void
unknown_option(const char *name)
{
	struct nearest near = nearest_to(str_upto(str_of(name),
	    strcspn(name, "=")));
	size_t i;

	for (i = 0; i < ROWS; i++)
		nearest_offer(&near, str_of(rows[i].name));
	/* The best name is one of the table, and so ends with NUL. */
	die_usage(DIAG_OPTION_UNKNOWN, name, nearest_best(&near).p);
}

static _Noreturn void
wrong_value(const char *name, const struct option_row *r)
{
	die_usage(DIAG_OPTION_VALUE, name, r->value != NULL ? r->value :
	    r->name);
}

/* Reads the option at argv[i]; returns the index of its last argument. */
static int
read_option(struct options *o, int argc, char **argv, int i,
    unsigned long *used)
{
	const char *name = argv[i], *value;
	size_t row = find_row(name, &value);

	if (row == ROWS)
		unknown_option(name);
	if (rows[row].value == NULL && value != NULL)
		wrong_value(name, &rows[row]);
	if (rows[row].value != NULL && value == NULL && i + 1 < argc)
		value = argv[++i];
	if (rows[row].value != NULL && value == NULL)
		wrong_value(name, &rows[row]);
	if (!read_value(o, &rows[row], value != NULL ? value : ""))
		wrong_value(name, &rows[row]);
	*used |= 1ul << row;
	return i;
}

/* The command whose name is probably meant; empty where none is near. */
static const char *
nearest_command(const char *name)
{
	struct nearest near = nearest_to(str_of(name));
	size_t i;

	for (i = 0; i < COMMANDS; i++)
		nearest_offer(&near, str_of(commands[i].name));
	/* The best name is one of the table, and so ends with NUL. */
	return nearest_best(&near).p;
}

/* “build, check, …”. The string is not freed: the program ends soon. */
static const char *
command_names(void)
{
	struct sink k = { 0 };
	size_t i;

	for (i = 0; i < COMMANDS; i++) {
		sink_puts(&k, i != 0 ? ", " : "");
		sink_puts(&k, commands[i].name);
	}
	sink_char(&k, '\0');
	return k.p;
}

static size_t
find_command(const char *name)
{
	size_t i;

	for (i = 0; i < COMMANDS; i++)
		if (strcmp(commands[i].name, name) == 0)
			return i;
	/* An old name; scripts may still use it. */
	if (strcmp(name, "mend") == 0)
		return COMMAND_REPAIR;
	die_usage(DIAG_COMMAND_UNKNOWN, name, nearest_command(name));
}

/* Reports an option that the command does not accept, instead of ignoring
 * it. */
static void
check_options(size_t command_id, unsigned long used)
{
	size_t i;

	for (i = 0; i < ROWS; i++)
		if ((used & (1ul << i)) != 0 &&
		    (rows[i].commands & (1ul << command_id)) == 0)
			die_usage(DIAG_OPTION_OTHER, rows[i].name,
			    commands[command_id].name);
}

static void
read_arguments(struct options *o, int argc, char **argv, size_t *command_id,
    unsigned long *used)
{
	bool literal = false;
	int i;

	for (i = 1; i < argc; i++) {
		if (!literal && strcmp(argv[i], "--") == 0)
			literal = true;
		else if (!literal && argv[i][0] == '-' && argv[i][1] != '\0')
			i = read_option(o, argc, argv, i, used);
		else if (*command_id == COMMANDS)
			*command_id = find_command(argv[i]);
		else
			o->paths[o->num_paths++] = argv[i];
	}
}

command
option_read(struct options *o, int argc, char **argv)
{
	size_t command_id = COMMANDS;
	unsigned long used = 0;

	*o = (struct options){ .content = "content", .out = "out",
	    .templates = folder_is_there("templates") ? "templates" :
	    share_templates(), .jobs = pool_processors(),
	    .renderers = RENDER_HTML | RENDER_PDF };
	o->paths = o->line = argv;
	read_arguments(o, argc, argv, &command_id, &used);
	if (o->help && command_id == COMMANDS)
		help();
	if (o->help)
		help_command(command_id);
	if (command_id == COMMANDS)
		die_usage(DIAG_COMMAND_MISSING, command_names(), "");
	check_options(command_id, used);
	return commands[command_id].run;
}
