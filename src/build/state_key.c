/* SPDX-License-Identifier: ISC */
#include "build/state_key.h"

#include <link.h>
#include <unistd.h>

#include "base/census.h"
#include "base/lang.h"
#include "base/path.h"
#include "base/sink.h"
#include "base/version.h"
#include "build/options.h"

/* Variables that a library reads while a build runs begin with one of these,
 * or do not change what it puts out. Of those that matbu reads, LC_ALL and its
 * like enter as the language; SOURCE_DATE_EPOCH as the day; NO_COLOR is asked
 * each time; USER and TMPDIR do not reach a build's output. The suite state
 * asks which variables a build reads. */
static const char *const prefixes[] = { "HB_", "FREETYPE_", "GRAPHITE_", "G_",
    "NETTLE_", "XML_", "LD_", "GLIBC_TUNABLES" };

static void
put_line(struct sink *k, const char *name, str value)
{
	sink_puts(k, name);
	sink_char(k, '\0');
	sink_put(k, value);
	sink_char(k, '\0');
}

/* Messages repeat the path as it was typed; where it leads decides whether one
 * folder is inside another. */
static void
put_folder(struct sink *k, struct arena *a, const char *folder)
{
	put_line(k, "folder", str_of(folder));
	put_line(k, "absolute", path_absolute(a, folder));
	put_line(k, "real", path_real(a, folder));
}

static void
put_options(struct sink *k, struct arena *a, const struct options *o)
{
	size_t i;

	put_folder(k, a, o->content);
	put_folder(k, a, o->templates);
	put_folder(k, a, o->out);
	put_line(k, "renderers", str_uint(a, o->renderers));
	put_line(k, "fragment", str_uint(a, o->fragment));
	for (i = 0; i < o->num_paths; i++)
		put_line(k, "path", str_of(o->paths[i]));
}

static void
put_environment(struct sink *k, struct arena *a)
{
	enum lang lang;
	size_t i;
	char **e;

	put_line(k, "lang", lang_of_environment(&lang) ? lang_tag(lang) :
	    S(""));
	/* Who may read which file. */
	put_line(k, "user", str_uint(a, geteuid()));
	put_line(k, "group", str_uint(a, getegid()));
	for (e = environ; *e != NULL; e++)
		for (i = 0; i < sizeof(prefixes) / sizeof(*prefixes); i++)
			if (str_starts(str_of(*e), str_of(prefixes[i])))
				put_line(k, "variable", str_of(*e));
}

/* --- The program */

struct loaded {
	struct sink	*k;
	struct timespec	*newest;
};

/* The program itself has no name here, and the kernel's page no file. */
static int
put_library(struct dl_phdr_info *info, size_t size, void *context)
{
	const struct loaded *l = context;

	(void)size;
	put_line(l->k, "library", str_of(info->dlpi_name));
	if (strchr(info->dlpi_name, '/') != NULL)
		census_path(l->k, info->dlpi_name, l->newest);
	return 0;
}

/* False where the system does not tell which program this is. */
static bool
put_program(struct sink *k, struct timespec *newest)
{
	struct loaded l = { k, newest };

	put_line(k, "program", S(VERSION_NAME));
	dl_iterate_phdr(put_library, &l);
	return census_target(k, "/proc/self/exe", newest);
}

str
state_key_make(struct arena *a, const struct options *o,
    struct timespec *newest)
{
	struct sink k = { 0 };
	str hex;

	put_options(&k, a, o);
	put_environment(&k, a);
	if (!put_program(&k, newest)) {
		sink_free(&k);
		return S("");
	}
	hex = digest_hex(a, digest_of(sink_str(&k)));
	sink_free(&k);
	return hex;
}
