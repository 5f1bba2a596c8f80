/* SPDX-License-Identifier: ISC */
#include "cli/completion.h"

#include <stdio.h>
#include <string.h>

#include "base/lang.h"

enum command_id {
#define C_(id, name, run, tr_after, en_after, tr, en) COMMAND_##id,
#include "cli/commands.def"
#undef C_
	COMMANDS
};

static const struct {
	const char	*name;
	const char	*help[LANG_COUNT];
} commands[] = {
#define C_(id, name, run, tr_after, en_after, tr, en) { #name, { tr, en } },
#include "cli/commands.def"
#undef C_
};

#define FOR(id)	(1ul << COMMAND_##id)
#define EVERY	(~0u)

static const struct option {
	const char	*name;
	const char	*short_name;	/* or NULL */
	const char	*value;		/* or NULL */
	const char	*help[LANG_COUNT];
	unsigned	 commands;
} options[] = {
#define O_(id, name, short_name, value, kind, member, commands, tr, en) \
	{ name, short_name, value, { tr, en }, commands },
#include "cli/options.def"
#undef O_
};

enum { OPTIONS = sizeof(options) / sizeof(options[0]) };

static bool
takes(size_t command, const struct option *o)
{
	/* COMMANDS: before a command is named. */
	return command == COMMANDS ? o->commands == EVERY :
	    (o->commands & (1u << command)) != 0;
}

/* --- Values */

/* What completes the value of an option. */
enum value { VALUE_NONE, VALUE_FOLDER, VALUE_FILE, VALUE_WORDS, VALUE_TEXT };

static enum value
value_of(const struct option *o)
{
	if (o->value == NULL)
		return VALUE_NONE;
	if (strstr(o->value, "|DIR") != NULL)
		return VALUE_FOLDER;
	if (strstr(o->value, "|FILE") != NULL ||
	    strstr(o->value, "|KEY") != NULL ||
	    strstr(o->value, "|WORK") != NULL)
		return VALUE_FILE;
	/* “html|pdf” is to be typed; “METİN|TEXT” is to be replaced. */
	return o->value[0] >= 'a' && o->value[0] <= 'z' ? VALUE_WORDS :
	    VALUE_TEXT;
}

/* “html|pdf” as words of a shell. */
static void
put_words(const char *words)
{
	for (; *words != '\0'; words++)
		putchar(*words == '|' ? ' ' : *words);
}

/* Inside '…' of a shell; the characters get a backslash before them. */
static void
put_quoted(const char *text, const char *escaped)
{
	for (; *text != '\0'; text++) {
		if (strchr(escaped, *text) != NULL)
			putchar('\\');
		if (*text == '\'')
			fputs("'\\''", stdout);
		else
			putchar(*text);
	}
}

/* --- bash */

static void
bash_names(size_t command)
{
	size_t i;

	for (i = 0; i < OPTIONS; i++)
		if (takes(command, &options[i]))
			printf(" %s", options[i].name);
}

/* A case for the options whose values are of a kind. */
static void
bash_values(enum value value, const char *reply)
{
	const char *before = "\t";
	size_t i;

	for (i = 0; i < OPTIONS; i++) {
		if (value_of(&options[i]) != value)
			continue;
		printf("%s%s", before, options[i].name);
		if (options[i].short_name != NULL)
			printf("|%s", options[i].short_name);
		before = "|";
	}
	printf(") %sreturn ;;\n", reply);
}

static void
bash_words(void)
{
	size_t i;

	for (i = 0; i < OPTIONS; i++) {
		if (value_of(&options[i]) != VALUE_WORDS)
			continue;
		printf("\t%s) words='", options[i].name);
		put_words(options[i].value);
		puts("'; COMPREPLY=($(compgen -W \"$words\" -- \"$cur\")); "
		    "return ;;");
	}
}

static void
bash(void)
{
	size_t i;

	puts("# bash completion for matbu\n_matbu()\n{\n"
	    "\tlocal cur=${COMP_WORDS[COMP_CWORD]} command= words= i\n"
	    "\tlocal IFS=$' \\t\\n'\n"
	    "\tCOMPREPLY=()\n"
	    "\tcase ${COMP_WORDS[COMP_CWORD-1]} in");
	bash_words();
	bash_values(VALUE_FOLDER, "IFS=$'\\n'; "
	    "COMPREPLY=($(compgen -d -- \"$cur\")); ");
	bash_values(VALUE_FILE, "IFS=$'\\n'; "
	    "COMPREPLY=($(compgen -f -- \"$cur\")); ");
	bash_values(VALUE_TEXT, "");
	fputs("\tesac\n\tfor ((i = 1; i < COMP_CWORD; i++)); do\n"
	    "\t\tcase ${COMP_WORDS[i]} in\n\t\t", stdout);
	for (i = 0; i < COMMANDS; i++)
		printf("%s%s", i != 0 ? "|" : "", commands[i].name);
	puts(") command=${COMP_WORDS[i]}; break ;;\n\t\tesac\n\tdone\n"
	    "\tcase $command in");
	for (i = 0; i < COMMANDS; i++) {
		printf("\t%s) words='", commands[i].name);
		bash_names(i);
		puts("' ;;");
	}
	fputs("\t*) words='", stdout);
	for (i = 0; i < COMMANDS; i++)
		printf(" %s", commands[i].name);
	bash_names(COMMANDS);
	puts("' ;;\n\tesac\n"
	    "\tif [[ $cur == -* || -z $command ]]; then\n"
	    "\t\tCOMPREPLY=($(compgen -W \"$words\" -- \"$cur\"))\n"
	    "\telse\n\t\tIFS=$'\\n'\n"
	    "\t\tCOMPREPLY=($(compgen -f -- \"$cur\"))\n\tfi\n}\n"
	    "complete -o filenames -F _matbu matbu");
}

/* --- zsh */

static void
zsh_value(const struct option *o)
{
	static const char *const actions[] = { "", ":_files -/", ":_files",
	    ":(", ":" };
	enum value value = value_of(o);

	if (value == VALUE_NONE)
		return;
	putchar(':');
	put_quoted(o->value, ":");
	fputs(actions[value], stdout);
	if (value == VALUE_WORDS) {
		put_words(o->value);
		putchar(')');
	}
}

static void
zsh_option(const struct option *o, const char *name, enum lang lang)
{
	printf(" '%s[", name);
	put_quoted(o->help[lang], "[]:\\");
	putchar(']');
	zsh_value(o);
	putchar('\'');
}

static void
zsh_options(size_t command, enum lang lang)
{
	size_t i;

	fputs("matbu_options=(", stdout);
	for (i = 0; i < OPTIONS; i++) {
		if (!takes(command, &options[i]))
			continue;
		zsh_option(&options[i], options[i].name, lang);
		if (options[i].short_name != NULL)
			zsh_option(&options[i], options[i].short_name, lang);
	}
	puts(") ;;");
}

static void
zsh_language(enum lang lang)
{
	size_t i;

	fputs("\tmatbu_commands=(", stdout);
	for (i = 0; i < COMMANDS; i++) {
		printf(" '%s:", commands[i].name);
		put_quoted(commands[i].help[lang], ":\\");
		putchar('\'');
	}
	puts(")\n\tcase $command in");
	for (i = 0; i <= COMMANDS; i++) {
		printf("\t%s) ", i < COMMANDS ? commands[i].name : "*");
		zsh_options(i, lang);
	}
	puts("\tesac");
}

static void
zsh(void)
{
	enum lang lang;
	size_t i;

	fputs("#compdef matbu\nlocal command word\n"
	    "local -a matbu_commands matbu_options\n"
	    "for word in ${words[2,CURRENT-1]}; do\n\tcase $word in\n\t",
	    stdout);
	for (i = 0; i < COMMANDS; i++)
		printf("%s%s", i != 0 ? "|" : "", commands[i].name);
	puts(") command=$word; break ;;\n\tesac\ndone\n"
	    "case ${LC_ALL:-${LC_MESSAGES:-$LANG}} in");
	for (lang = 0; lang < LANG_COUNT; lang++) {
		printf("%s%s)\n", lang_tag(lang).p, lang + 1 == LANG_COUNT ?
		    "*|*" : "*");
		zsh_language(lang);
		puts("\t;;");
	}
	puts("esac\nif [[ -z $command && $PREFIX != -* ]]; then\n"
	    "\t_describe -t commands matbu matbu_commands\nelse\n"
	    "\t_arguments -S $matbu_options '*:file:_files'\nfi");
}

/* --- fish */

static void
fish_value(const struct option *o)
{
	switch (value_of(o)) {
	case VALUE_NONE:
		break;
	case VALUE_FOLDER:
		fputs(" -x -a '(__fish_complete_directories)'", stdout);
		break;
	case VALUE_FILE:
		fputs(" -r -F", stdout);
		break;
	case VALUE_WORDS:
		fputs(" -x -a '", stdout);
		put_words(o->value);
		putchar('\'');
		break;
	case VALUE_TEXT:
		fputs(" -x", stdout);
		break;
	}
}

static void
fish_option(const struct option *o, enum lang lang)
{
	size_t i;

	fputs("\tcomplete -c matbu", stdout);
	if (o->commands != EVERY) {
		fputs(" -n '__fish_seen_subcommand_from", stdout);
		for (i = 0; i < COMMANDS; i++)
			if (takes(i, o))
				printf(" %s", commands[i].name);
		putchar('\'');
	}
	printf(" -l %s", o->name + 2);
	if (o->short_name != NULL)
		printf(" -s %s", o->short_name + 1);
	fish_value(o);
	fputs(" -d '", stdout);
	put_quoted(o->help[lang], "\\");
	puts("'");
}

static void
fish_language(enum lang lang)
{
	size_t i;

	for (i = 0; i < COMMANDS; i++) {
		printf("\tcomplete -c matbu -f -n __fish_use_subcommand -a %s "
		    "-d '", commands[i].name);
		put_quoted(commands[i].help[lang], "\\");
		puts("'");
	}
	for (i = 0; i < OPTIONS; i++)
		fish_option(&options[i], lang);
}

static void
fish(void)
{
	enum lang lang;

	puts("# fish completion for matbu\n"
	    "set -l matbu_language $LC_ALL $LC_MESSAGES $LANG C\n"
	    "switch $matbu_language[1]");
	for (lang = 0; lang < LANG_COUNT; lang++) {
		if (lang + 1 < LANG_COUNT)
			printf("case '%s*'\n", lang_tag(lang).p);
		else
			puts("case '*'");
		fish_language(lang);
	}
	puts("end");
}

bool
completion_print(const char *shell)
{
	if (strcmp(shell, "bash") == 0)
		bash();
	else if (strcmp(shell, "zsh") == 0)
		zsh();
	else if (strcmp(shell, "fish") == 0)
		fish();
	else
		return false;
	return true;
}
