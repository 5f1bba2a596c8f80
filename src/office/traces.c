/* SPDX-License-Identifier: ISC */
#include "office/traces.h"

#include "base/arena.h"
#include "base/sink.h"
#include "office/part.h"
#include "office/zip.h"

enum { NESTED_LIMIT = 32 << 20 };	/* [byte] */

void
traces_read_xml(struct traces *t, str name, str bytes)
{
	struct part *p = part_open(t, name);

	part_take(p, bytes);
	part_close(p);
}

/* --- Files */

/* The name in lower case: Office Open XML ignores case (ISO 29500-2). */
static str
lower(struct arena *a, str name)
{
	char *to = arena_bytes(a, name.len + 1);
	size_t i;

	for (i = 0; i < name.len; i++)
		to[i] = name.p[i] >= 'A' && name.p[i] <= 'Z' ?
		    (char)(name.p[i] + ('a' - 'A')) : name.p[i];
	return (str){ to, name.len };
}

static bool
has(str s, const char *part)
{
	return str_search(s, str_of(part)) != s.len;
}

/* Programs to be run by the office program. LibreOffice keeps lists of its
 * macros, which may be empty, beside them. */
static bool
is_macro(str name)
{
	if (has(name, "vbaproject.bin") || has(name, "activex/") ||
	    has(name, "macrosheets/"))
		return true;
	if (str_starts(name, S("scripts/")))
		return !str_ends(name, S("/"));
	return str_starts(name, S("basic/")) && str_ends(name, S(".xml")) &&
	    !str_ends(name, S("script-lc.xml")) &&
	    !str_ends(name, S("script-lb.xml"));
}

/* XML that may have traces: not the cells of a sheet, which are many. */
static bool
is_telling(str name)
{
	if (str_starts(name, S("basic/")) || str_starts(name, S("dialogs/")) ||
	    has(name, "worksheets/sheet") || has(name, "/sharedstrings.xml") ||
	    has(name, "/theme/"))
		return has(name, "_rels/");
	return str_ends(name, S(".xml")) || str_ends(name, S(".rels")) ||
	    str_ends(name, S(".psmdcp"));
}

static bool
is_nested(str name)
{
	static const char *const suffixes[] = { ".docx", ".xlsx", ".pptx",
		".docm", ".xlsm", ".pptm", ".odt", ".ods", ".odp" };
	size_t i;

	for (i = 0; i < sizeof(suffixes) / sizeof(*suffixes); i++)
		if (str_ends(name, str_of(suffixes[i])))
			return true;
	return false;
}

static bool
keep(void *context, str piece)
{
	struct sink *s = context;

	sink_put(s, piece);
	return s->len <= NESTED_LIMIT;
}

static void	read_zip(struct traces *, str bytes, str within);

static void
read_nested(struct traces *t, struct zip *z, str name)
{
	struct sink s = { 0 };

	zip_read(z, keep, &s);
	if (s.len > NESTED_LIMIT)
		t->fault = TRACES_LARGE;
	else if (zip_fault(z) == ZIP_FINE)
		read_zip(t, sink_str(&s), name);
	sink_free(&s);
}

/* A part that stands in the file, or in a file within it. */
static void
read_part(struct traces *t, struct zip *z, struct arena *a, str name,
    str within)
{
	str plain = lower(a, name), shown = within.len != 0 ?
	    str_join(a, within, S(": "), name) : name;
	struct part *p;

	if (is_macro(plain))
		trace_add(t, TRACE_MACRO, S(""), shown, shown);
	if (is_nested(plain) && within.len == 0)
		read_nested(t, z, name);
	if (!is_telling(plain))
		return;
	t->has_xml = true;
	p = part_open(t, shown);
	zip_read(z, part_take, p);
	part_close(p);
}

/* Whether a part of a zip file stands at the beginning (APPNOTE 4.3.7): its
 * bytes can be read, also where the list of parts is cut off. */
static bool
has_part(str bytes)
{
	size_t len = bytes.len < 30 ? 0 : (unsigned char)bytes.p[26] |
	    (size_t)(unsigned char)bytes.p[27] << 8;

	return str_starts(bytes, S("PK\3\4")) && len != 0 &&
	    len <= bytes.len - 30;
}

/* What is no zip file: an old file of Microsoft Office, or one with a password;
 * both are compound files, and the latter has a part of this name (in UTF-16).
 * Other bytes are no office file, and can have no properties. */
static enum traces_fault
other_fault(str bytes)
{
	const str name = S("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e");

	if (!str_starts(bytes, S("\xD0\xCF\x11\xE0")))
		return has_part(bytes) ? TRACES_BROKEN : TRACES_OTHER;
	return str_search(bytes, name) != bytes.len ? TRACES_PASSWORD :
	    TRACES_BROKEN;
}

static enum traces_fault
fault_of(const struct zip *z)
{
	static const enum traces_fault faults[] = { [ZIP_FINE] = TRACES_FINE,
		[ZIP_BROKEN] = TRACES_BROKEN, [ZIP_PASSWORD] = TRACES_PASSWORD,
		[ZIP_LARGE] = TRACES_LARGE };

	return faults[zip_fault(z)];
}

/* Where a part is not well-formed, a later one may say that all are encrypted.
 * A part that was not read to its end is not well-formed either: then the fault
 * of the zip file is the reason. */
static void
read_zip(struct traces *t, str bytes, str within)
{
	struct zip *z = zip_open(bytes, &t->size);
	struct arena *a;
	str name;

	if (z == NULL) {
		t->fault = other_fault(bytes);
		return;
	}
	a = arena_new();
	while (t->fault <= TRACES_BROKEN && zip_next(z, a, &name)) {
		read_part(t, z, a, name, within);
		arena_reset(a);
	}
	arena_free(a);
	if (zip_fault(z) != ZIP_FINE)
		t->fault = fault_of(z);
	else if (!t->has_xml && t->fault == TRACES_FINE)
		t->fault = TRACES_OTHER;
	zip_close(z);
}

void
traces_read(struct traces *t, str bytes)
{
	read_zip(t, bytes, S(""));
}
