/* SPDX-License-Identifier: ISC */
#include "edition/init.h"

#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/die.h"
#include "base/durable.h"
#include "base/file.h"
#include "base/folder.h"
#include "base/path.h"
#include "base/phrase.h"
#include "base/program.h"
#include "base/sink.h"
#include "base/turkish.h"
#include "build/options.h"
#include "build/placeholder.h"
#include "model/ident.h"
#include "model/portable.h"
#include "register/register.h"
#include "source/front_matter.h"

struct init {
	const struct options	*options;
	struct arena		*arena;
	str			 folder;
	str			 institution;
	str			 unit;		/* its title */
	str			 name;		/* its folders: “bim” */
};

static const struct {
	const char	*path;
	const char	*text[LANG_COUNT];
} files[] = {
#define F_(path, tr, en) { path, { tr, en } },
#include "edition/init_files.def"
#undef F_
};

/* --- The questions */

/* Prints the question and reads a line; the proposal where that is empty. */
static str
ask(struct init *n, enum phrase question, str proposal)
{
	struct sink k = { 0 };
	char line[512];
	str answer;

	phrase_put(&k, phrase_text(question), &proposal);
	sink_puts(&k, ": ");
	fwrite(k.p, 1, k.len, stdout);
	fflush(stdout);
	sink_free(&k);
	if (fgets(line, sizeof(line), stdin) == NULL)
		die_usage(DIAG_INIT_ANSWER, "", "");
	answer = str_trim(str_of(line));
	return answer.len != 0 ? str_copy(n->arena, answer) : proposal;
}

static str
ask_title(struct init *n, enum phrase question, str proposal)
{
	str title = ask(n, question, proposal);

	while (!register_is_line(str_c(n->arena, title))) {
		die_tell(DIAG_OPTION_TEXT, str_c(n->arena, title), "");
		title = ask(n, question, proposal);
	}
	return title;
}

/* “Bilgi İşlem Daire Başkanlığı” → “bidb”; a title of one word is the name. */
static str
short_name(struct init *n, str title)
{
	str slug = turkish_slug(n->arena, title);
	char *to = arena_alloc(n->arena, slug.len + 1);
	size_t i, len = 0;

	for (i = 0; i < slug.len; i++)
		if (i == 0 || slug.p[i - 1] == '-')
			to[len++] = slug.p[i];
	return len > 1 ? (str){ to, len } : slug;
}

static bool
is_unit_name(str name)
{
	return ident_is_name(name) && portable_device(name).len == 0;
}

static str
ask_name(struct init *n, str proposal)
{
	str name;

	if (!is_unit_name(proposal))
		proposal = phrase_text(PHRASE_INIT_UNIT);
	name = ask(n, PHRASE_INIT_ASK_NAME, proposal);
	while (!is_unit_name(name)) {
		die_tell(DIAG_INIT_NAME, str_c(n->arena, name), "");
		name = ask(n, PHRASE_INIT_ASK_NAME, proposal);
	}
	return name;
}

static void
ask_all(struct init *n)
{
	enum lang lang = message_language();
	str site = n->options->title != NULL ? str_of(n->options->title) :
	    placeholder_title(n->arena, lang, 0, S(""));

	n->institution = site;
	n->name = phrase_text(PHRASE_INIT_UNIT);
	n->unit = placeholder_title(n->arena, lang, 2, n->name);
	if (n->options->yes)
		return;
	if (n->options->title == NULL)
		n->institution = ask_title(n, PHRASE_INIT_ASK_SITE, site);
	n->unit = ask_title(n, PHRASE_INIT_ASK_UNIT, S(""));
	n->name = ask_name(n, short_name(n, n->unit));
}

/* --- The files */

static void
put_file(struct init *n, str path, str text)
{
	str whole = path_join(n->arena, n->folder, path);
	char *name = str_c(n->arena, whole);

	if (file_kind(name) != FILE_NONE) {
		phrase_print(PHRASE_INIT_KEPT, whole);
		return;
	}
	if (!folder_make_all(name) || !durable_write(n->arena, whole, text))
		die_errno(DIAG_WRITE, name);
	if (!n->options->quiet)
		phrase_print(PHRASE_WRITTEN, whole);
}

/* A title as text of Markdown. */
static void
put_title(struct sink *k, str title)
{
	size_t i;

	sink_puts(k, "# ");
	for (i = 0; i < title.len; i++) {
		if (strchr("\\`*_[]<>&#~$^|{}!@:", title.p[i]) != NULL)
			sink_char(k, '\\');
		sink_char(k, title.p[i]);
	}
	sink_char(k, '\n');
}

/* A value of YAML, in quotation marks. */
static void
put_quoted(struct sink *k, str value)
{
	size_t i;

	sink_char(k, '"');
	for (i = 0; i < value.len; i++) {
		if (value.p[i] == '"' || value.p[i] == '\\')
			sink_char(k, '\\');
		sink_char(k, value.p[i]);
	}
	sink_puts(k, "\"\n");
}

/* The settings of the site. */
static void
put_site(struct init *n)
{
	enum lang lang = message_language();
	struct sink k = { 0 };

	sink_puts(&k, "---\n");
	sink_put(&k, front_matter_lang(lang));
	sink_puts(&k, ": ");
	sink_put(&k, lang_tag(lang));
	sink_char(&k, '\n');
	sink_put(&k, front_matter_units(lang));
	sink_puts(&k, ":\n  ");
	sink_put(&k, n->name);
	sink_puts(&k, ": ");
	put_quoted(&k, n->unit);
	sink_put(&k, phrase_text(PHRASE_INIT_SETTINGS));
	sink_puts(&k, "---\n");
	put_title(&k, n->institution);
	put_file(n, S("content/index.md"), sink_str(&k));
	sink_free(&k);
}

static void
put_files(struct init *n)
{
	struct sink k = { 0 };
	size_t i;

	put_site(n);
	put_title(&k, phrase_text(PHRASE_INIT_FORMS));
	put_file(n, S("content/frm/index.md"), sink_str(&k));
	sink_free(&k);
	for (i = 0; i < sizeof(files) / sizeof(files[0]); i++)
		put_file(n, str_of(files[i].path),
		    str_of(files[i].text[message_language()]));
}

/* --- git */

/* Begins a history, unless the folder is in one. Without git the collection
 * works as well, and a message says so. */
static void
begin_history(struct init *n)
{
	const char *folder = str_c(n->arena, n->folder);
	const char *const look[] = { "git", "-C", folder, "rev-parse",
	    "--is-inside-work-tree", NULL };
	const char *const begin[] = { "git", "init", "-q", "-b", "main",
	    folder, NULL };
	int status = program_run(look, S(""), NULL, NULL);

	if (status != EXIT_DONE && status != PROGRAM_FAILED)
		status = program_run(begin, S(""), NULL, NULL);
	if (status != EXIT_DONE)
		phrase_print(PHRASE_INIT_NO_GIT, S(""));
}

/* --- The command */

int
init_collection(const struct options *o)
{
	struct init n = { .options = o, .arena = arena_new() };
	char *content;

	if (o->num_paths != 1 || *o->paths[0] == '\0' || *o->paths[0] == '-')
		die_usage(DIAG_INIT_FOLDER, o->num_paths > 1 ? o->paths[1] :
		    "–", "");
	n.folder = file_bare(str_of(o->paths[0]));
	content = path_name(n.arena, n.folder, S("content"));
	if (file_kind(content) != FILE_NONE)
		die_usage(DIAG_INIT_THERE, content, "");
	ask_all(&n);
	put_files(&n);
	begin_history(&n);
	if (!o->quiet)
		phrase_print(PHRASE_INIT_NEXT, n.folder, n.name);
	arena_free(n.arena);
	return EXIT_DONE;
}
