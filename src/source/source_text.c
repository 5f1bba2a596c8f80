/* SPDX-License-Identifier: ISC */
#include "source/source_text.h"

#include <errno.h>

#include "base/arena.h"
#include "base/compose.h"
#include "base/conflict.h"
#include "base/fault.h"
#include "base/pointer.h"
#include "base/witness.h"

/* The maximum number of open brackets in a paragraph: cmark searches all of
 * them at each “]”. */
enum { OPEN_LIMIT = 1000 };

static bool
is_utf16(str s)
{
	return str_starts(s, S("\xFF\xFE")) || str_starts(s, S("\xFE\xFF")) ||
	    (s.len >= 4 && s.p[0] != '\0' && s.p[1] == '\0' && s.p[2] != '\0' &&
	    s.p[3] == '\0');
}

/* CRLF and lone CR become LF. */
static str
unify_line_ends(struct arena *a, str s)
{
	char *to;
	size_t i, n = 0;

	if (str_find(s, '\r') == s.len)
		return s;
	to = arena_alloc(a, s.len + 1);
	for (i = 0; i < s.len; i++) {
		if (s.p[i] != '\r')
			to[n++] = s.p[i];
		else if (i + 1 == s.len || s.p[i + 1] != '\n')
			to[n++] = '\n';
	}
	return (str){ to, n };
}

/* C0 except tab and LF, DEL, C1, and what XML 1.0 forbids. */
static bool
is_control(uint32_t c)
{
	return (c < ' ' && c != '\t' && c != '\n') ||
	    (c >= 0x7F && c < 0xA0) || c == 0xFFFE || c == 0xFFFF;
}

static str
rune_name(struct arena *a, uint32_t c)
{
	static const char hex[] = "0123456789ABCDEF";
	char name[] = "U+0000";
	int i;

	for (i = 5; i >= 2; i--, c >>= 4)
		name[i] = hex[c & 15];
	return str_copy(a, (str){ name, sizeof(name) - 1 });
}

/* Invisible characters come with text from the web; after one, “#” or “](” is
 * not the Markdown that it seems to be. */
static bool
is_invisible(uint32_t c)
{
	return c == 0x200B || c == 0x2060 || c == 0xFEFF || c == 0x2028 ||
	    c == 0x2029 || (c >= 0x202A && c <= 0x202E) ||
	    (c >= 0x2066 && c <= 0x2069);
}

/* Reports the first such character of each line: the author finds the others
 * there. */
static void
report_each(struct doc *doc, str s, enum diag id, bool (*is)(uint32_t))
{
	struct pos pos = { 0, 1 };
	uint32_t c = 0;
	size_t i, len;
	str line;

	while (str_line(&s, &line)) {
		pos.line++;
		for (i = 0; i < line.len; i += len) {
			c = str_rune(str_from(line, i), &len);
			if (is(c))
				break;
		}
		pos.col = (unsigned)i + 1;
		if (i < line.len)
			doc_diag(doc, id, pos, rune_name(doc->arena, c));
	}
}

static bool
has_no_control(struct doc *doc, str s)
{
	size_t i, len;

	for (i = 0; (i = str_find_odd(s, i)) < s.len; i += len)
		if (is_control(str_rune(str_from(s, i), &len))) {
			report_each(doc, s, DIAG_TEXT_CONTROL, is_control);
			return false;
		}
	return true;
}

/* Decodes only characters with the first byte of an invisible one: quotes and
 * dashes have it, too. */
static bool
has_invisible(str s)
{
	size_t i, len;

	if (str_search(s, S("\xEF\xBB\xBF")) != s.len)
		return true;
	for (i = 0; (i += str_find(str_from(s, i), '\xE2')) < s.len; i += len)
		if (is_invisible(str_rune(str_from(s, i), &len)))
			return true;
	return false;
}

/* Adds the brackets that a line leaves open to open; *col is the column where
 * there are too many. */
static size_t
count_open(str line, size_t open, unsigned *col)
{
	size_t i;

	for (i = 0; i < line.len && open <= OPEN_LIMIT; i++) {
		if (line.p[i] == '\\')
			i++;
		else if (line.p[i] == '[')
			open++;
		else if (line.p[i] == ']' && open != 0)
			open--;
	}
	*col = (unsigned)i;
	return open;
}

static bool
is_fence(str line)
{
	line = str_trim(line);
	return str_starts(line, S("~~~")) || (str_starts(line, S("```")) &&
	    str_rfind(line, '`') == str_search(line, S("```")) + 2) ||
	    str_starts(line, S("````"));
}

static bool
has_few_open_brackets(struct doc *doc, str rest)
{
	struct pos pos = { 0, 1 };
	bool code = false;
	size_t open = 0;
	str line;

	if (str_count(rest, '[') <= OPEN_LIMIT)
		return true;
	while (str_line(&rest, &line)) {
		pos.line++;
		if (is_fence(line))
			code = !code;
		if (code || str_trim(line).len == 0) {
			open = 0;
			continue;
		}
		open = count_open(line, open, &pos.col);
		if (open > OPEN_LIMIT) {
			doc_diag(doc, DIAG_TEXT_BRACKETS, pos, S(""));
			return false;
		}
	}
	return true;
}

/* Released texts that show such lines stay as they are. */
static void
report_conflict(struct doc *doc)
{
	struct pos pos = { conflict_line(doc->text), 1 };

	if (pos.line != 0)
		doc_diag(doc, DIAG_TEXT_CONFLICT, pos, S(""));
}

bool
source_text_clean(struct doc *doc, str bytes)
{
	struct pos none = { 0, 0 }, start = { 1, 1 };
	size_t fault;

	if (bytes.len > SOURCE_TEXT_LIMIT) {
		doc_diag(doc, DIAG_TEXT_SIZE, none, S(""));
		return false;
	}
	if (bytes.len != 0 && pointer_diag(bytes) != DIAG_COUNT) {
		doc_diag(doc, pointer_diag(bytes), none, doc->path);
		return false;
	}
	if (is_utf16(bytes)) {
		doc_diag(doc, DIAG_TEXT_UTF16, diags_pos(start, bytes, 0),
		    S(""));
		return false;
	}
	if (str_starts(bytes, S("\xEF\xBB\xBF")))
		bytes = str_from(bytes, 3);
	fault = str_utf8_fault(bytes);
	if (fault != bytes.len) {
		doc_diag(doc, DIAG_TEXT_ENCODING, diags_pos(start, bytes,
		    fault), S(""));
		return false;
	}
	doc->text = unify_line_ends(doc->arena, bytes);
	report_conflict(doc);
	if (has_invisible(doc->text))
		report_each(doc, doc->text, DIAG_TEXT_INVISIBLE, is_invisible);
	return has_no_control(doc, doc->text) &&
	    has_few_open_brackets(doc, doc->text);
}

str
source_text_composed(struct doc *doc, str s)
{
	return doc->dialect >= 2 ? compose(doc->arena, s) : s;
}

bool
source_text_read(struct doc *doc)
{
	struct pos none = { 0, 0 };
	str bytes;

	if (witness_read(doc->arena, str_c(doc->arena, doc->path),
	    SOURCE_TEXT_LIMIT, &bytes))
		return source_text_clean(doc, bytes);
	doc_diag(doc, DIAG_FILE_READ, none, str_of(fault_text(errno)));
	return false;
}
