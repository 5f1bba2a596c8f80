/* SPDX-License-Identifier: ISC */
#include "option.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/diag.h"
#include "base/file.h"
#include "base/mem.h"
#include "base/thread.h"
#include "command/command.h"

#ifndef MATBU_VERSION
#define MATBU_VERSION "0"
#endif
#ifndef MATBU_SHARE
#define MATBU_SHARE "/usr/local/share/matbu"
#endif

enum { JOBS_MAX = 256 };

static const struct {
	const char	*name;
	command		 run;
	const char	*help[LANG_COUNT];
} commands[] = {
	{ "build", command_build, {
	    "content klasöründen out klasörünü yapar; PATH verilirse yalnız onları",
	    "makes out from content; only PATHs where given" } },
	{ "check", command_check, {
	    "bütün kuralları dener, hiçbir şey yazmaz",
	    "tries every rule, writes nothing" } },
};

static bool	read_path(const char **, const char *);
static bool	read_jobs(struct options *, const char *);
static bool	read_dump(struct options *, const char *);

enum option { CONTENT, TEMPLATES, OUT, JOBS, PRESS, DUMP, QUIET, HELP, VERSION };

static const struct row {
	const char	*name;
	const char	*brief;
	const char	*value;		/* NULL: takes none */
	const char	*help[LANG_COUNT];
} rows[] = {
	[CONTENT] = { "--content", NULL, "DIR", {
	    "kaynakların klasörü (content)",
	    "the folder of the sources (content)" } },
	[TEMPLATES] = { "--templates", NULL, "DIR", {
	    "şablonların klasörü (templates)",
	    "the folder of the templates (templates)" } },
	[OUT] = { "--out", NULL, "DIR", {
	    "çıktının klasörü (out)", "the folder of the output (out)" } },
	[JOBS] = { "--jobs", "-j", "N", {
	    "iş parçacığı sayısı (işlemci sayısı kadar)",
	    "number of threads (as many as processors)" } },
	[PRESS] = { "--press", NULL, "html|pdf", {
	    "yalnız sayfaları ya da yalnız PDF nüshalarını yapar",
	    "makes the pages alone or the PDF records alone" } },
	[DUMP] = { "--dump", NULL, "model|html|frames|tags", {
	    "bir dosyanın ağacını, HTML parçasını, kâğıt düzenini ya da PDF etiketlerini yazdırır",
	    "prints the tree, HTML fragment, sheet layout or PDF tags of one file" } },
	[QUIET] = { "--quiet", "-q", NULL, {
	    "son satırdaki özeti yazmaz", "leaves the closing line out" } },
	[HELP] = { "--help", "-h", NULL, {
	    "bu yardımı yazdırır", "prints this help" } },
	[VERSION] = { "--version", "-V", NULL, {
	    "sürüm numarasını yazdırır", "prints the version" } },
};

enum { ROWS = sizeof(rows) / sizeof(rows[0]),
	COMMANDS = sizeof(commands) / sizeof(commands[0]) };

/* --- Help */

static void
help_row(const struct row *r, const char *text)
{
	int len = printf("  %s%s%s%s%s", r->brief != NULL ? r->brief : "",
	    r->brief != NULL ? ", " : "", r->name,
	    r->value != NULL ? " " : "", r->value != NULL ? r->value : "");

	printf("%*s %s\n", len < 36 ? 36 - len : 0, "", text);
}

static _Noreturn void
help(void)
{
	enum lang lang = diag_language();
	size_t i;

	puts(lang == LANG_TR ?
	    "kullanım: matbu KOMUT [SEÇENEK]… [PATH]…\n\n"
	    "Markdown’dan kontrollü doküman sayfaları yapar.\n\nKomutlar:" :
	    "usage: matbu COMMAND [OPTION]… [PATH]…\n\n"
	    "Makes pages of controlled documents from Markdown.\n\nCommands:");
	for (i = 0; i < COMMANDS; i++)
		printf("  %-34s %s\n", commands[i].name,
		    commands[i].help[lang]);
	puts(lang == LANG_TR ? "\nSeçenekler:" : "\nOptions:");
	for (i = 0; i < ROWS; i++)
		help_row(&rows[i], rows[i].help[lang]);
	exit(EXIT_DONE);
}

static _Noreturn void
version(void)
{
	puts("matbu " MATBU_VERSION);
	exit(EXIT_DONE);
}

/* --- Values */

static bool
read_path(const char **path, const char *value)
{
	*path = value;
	return *value != '\0';
}

static bool
read_jobs(struct options *o, const char *value)
{
	char *end;
	long n = strtol(value, &end, 10);

	if (*value == '\0' || *end != '\0' || n < 1 || n > JOBS_MAX)
		return false;
	o->jobs = (size_t)n;
	return true;
}

static bool
read_dump(struct options *o, const char *value)
{
	if (strcmp(value, "model") == 0)
		o->dump = DUMP_MODEL;
	else if (strcmp(value, "html") == 0)
		o->dump = DUMP_HTML;
	else if (strcmp(value, "frames") == 0)
		o->dump = DUMP_FRAMES;
	else if (strcmp(value, "tags") == 0)
		o->dump = DUMP_TAGS;
	else
		return false;
	return true;
}

static bool
read_press(struct options *o, const char *value)
{
	if (strcmp(value, "html") == 0)
		o->presses = PRESS_HTML;
	else if (strcmp(value, "pdf") == 0)
		o->presses = PRESS_PDF;
	else
		return false;
	return true;
}

static bool
take(struct options *o, enum option option, const char *value)
{
	switch (option) {
	case CONTENT:
		return read_path(&o->content, value);
	case TEMPLATES:
		return read_path(&o->templates, value);
	case OUT:
		return read_path(&o->out, value);
	case JOBS:
		return read_jobs(o, value);
	case PRESS:
		return read_press(o, value);
	case DUMP:
		return read_dump(o, value);
	case QUIET:
		o->quiet = true;
		return true;
	case HELP:
		help();
	case VERSION:
		version();
	}
	return false;
}

/* --- Reading */

/* The row that the argument names, and the value that “=” joins to it. */
static size_t
find_row(const char *argument, const char **value)
{
	size_t i, len = strcspn(argument, "=");

	*value = NULL;
	for (i = 0; i < ROWS; i++) {
		if (rows[i].brief != NULL &&
		    strcmp(rows[i].brief, argument) == 0)
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

/* Reads the option at argv[i]; returns the index of its last argument. */
static int
read_option(struct options *o, int argc, char **argv, int i)
{
	const char *name = argv[i], *value;
	size_t row = find_row(name, &value);

	if (row == ROWS)
		diag_usage(DIAG_OPTION_UNKNOWN, name, "");
	if (rows[row].value == NULL && value != NULL)
		diag_usage(DIAG_OPTION_VALUE, name, "");
	if (rows[row].value != NULL && value == NULL && i + 1 < argc)
		value = argv[++i];
	if (rows[row].value != NULL && value == NULL)
		diag_usage(DIAG_OPTION_VALUE, name, "");
	if (!take(o, (enum option)row, value != NULL ? value : ""))
		diag_usage(DIAG_OPTION_VALUE, name, "");
	return i;
}

static command
find_command(const char *name)
{
	size_t i;

	for (i = 0; i < COMMANDS; i++)
		if (strcmp(commands[i].name, name) == 0)
			return commands[i].run;
	diag_usage(DIAG_COMMAND_UNKNOWN, name, "");
}

command
option_read(struct options *o, int argc, char **argv)
{
	command run = NULL;
	bool literal = false;
	int i;

	*o = (struct options){ .content = "content", .out = "out",
	    .templates = file_kind("templates") == FILE_FOLDER ? "templates" :
	    MATBU_SHARE "/templates", .jobs = thread_processors(),
	    .presses = PRESS_HTML | PRESS_PDF };
	o->paths = argv;
	for (i = 1; i < argc; i++) {
		if (!literal && strcmp(argv[i], "--") == 0)
			literal = true;
		else if (!literal && argv[i][0] == '-' && argv[i][1] != '\0')
			i = read_option(o, argc, argv, i);
		else if (run == NULL)
			run = find_command(argv[i]);
		else
			o->paths[o->num_paths++] = argv[i];
	}
	if (run == NULL)
		diag_usage(DIAG_COMMAND_MISSING, "", "");
	return run;
}
