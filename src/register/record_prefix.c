/* SPDX-License-Identifier: ISC */
#include "register/record_prefix.h"

#include "register/pdf_token.h"

/*
 * The prefix rule
 * ---------------
 * PDF lets a program add to a file without changing its bytes: it appends an
 * update, that is, new objects, a table that says where they are, and an end,
 * “startxref PLACE %%EOF” (ISO 32000-1, 7.5.6). Signing does this. So a signed
 * record begins with the record, and its digest is found in two steps.
 *
 * record_prefix_find() takes as possible ends of the record each of the first
 * RECORD_PREFIX_ENDS “%%EOF”, alone and with the CR, LF or both that follow it,
 * and the end of the file. One pass over the file computes all digests. The
 * longest beginning whose digest a release has is the record. This proves that
 * the file contains the record, not that a reader shows it: an update can
 * replace any object.
 *
 * record_prefix_is_chained() then makes sure that every reader finds the same
 * objects. A reader starts at the last startxref and goes from table to table
 * by /Prev. The file is accepted only where this way is the only one:
 *
 *   - the file and the record end with startxref, PLACE, “%%EOF” and at most
 *     one line end: a reader has no reason to search for another end
 *   - white space precedes each table, which is “xref … trailer” or an object
 *     “N G obj”; its dictionary has no XRefStm and no key written with “#”; the
 *     parts of a table increase, so that no object is in two of them
 *   - each /Prev is less than its own place, so the way ends; at most
 *     RECORD_PREFIX_ENDS tables lie after the record
 *   - the first table before the end of the record is the one that the record
 *     itself names
 *   - after the record there are as many “%%EOF” as tables: no update is
 *     skipped, and none is hidden
 *
 * What the updates may do, appended.c decides, object by object. No part of
 * this looks at whether a signature is valid.
 */

/* A line end may follow “%%EOF”; and the whole file is one more end. */
enum { ENDS = 3 * RECORD_PREFIX_ENDS + 1 };
enum { ENTRY = 20 };			/* of a table [byte] */

/* --- The record in the file */

static size_t
find_ends(str file, size_t *ends)
{
	size_t num = 0, lines, at = 0;

	for (lines = 0; lines < RECORD_PREFIX_ENDS; lines++) {
		at += str_search(str_from(file, at), S("%%EOF"));
		if (at == file.len)
			break;
		at += 5;
		ends[num++] = at;
		if (at < file.len && file.p[at] == '\r')
			ends[num++] = ++at;
		if (at < file.len && file.p[at] == '\n')
			ends[num++] = ++at;
	}
	if (num == 0 || ends[num - 1] != file.len)
		ends[num++] = file.len;
	return num;
}

struct map
record_prefix_map(struct arena *a, const struct reg *reg)
{
	struct map records = map_make(a);
	size_t i, num = 0;

	for (i = 0; i < reg->num; i++)
		num += reg->rows[i].event == EVENT_RELEASE;
	map_reserve(&records, num);
	for (i = 0; i < reg->num; i++)
		if (reg->rows[i].event == EVENT_RELEASE)
			map_slot(&records, reg->rows[i].record)->value =
			    &reg->rows[i];
	return records;
}

bool
record_prefix_find(struct record_prefix *p, struct arena *a,
    const struct map *records, str file)
{
	struct digest digests[ENDS];
	const struct map_slot *slot;
	size_t ends[ENDS], i, num = find_ends(file, ends);

	*p = (struct record_prefix){ .row = NULL };
	digest_of_prefixes(file, ends, num, digests);
	for (i = num; i-- > 0 && p->row == NULL;) {
		slot = map_find(records, digest_hex(a, digests[i]));
		if (slot == NULL)
			continue;
		p->row = slot->value;
		p->record = str_upto(file, ends[i]);
		p->appended = str_from(file, ends[i]);
	}
	return p->row != NULL;
}

/* --- The chain of updates */

/* Reads the last “startxref”, and returns whether only “%%EOF” and a line end
 * follow it. */
static bool
read_end(str part, size_t *place)
{
	str word = S("startxref"), s = S("");
	size_t i = part.len;

	while (i-- > 0 && part.len - i < 64)
		if (str_starts(str_from(part, i), word)) {
			s = str_from(part, i + word.len);
			break;
		}
	pdf_token_skip_space(&s);
	if (!pdf_token_take_number(&s, place))
		return false;
	pdf_token_skip_space(&s);
	return pdf_token_take(&s, S("%%EOF")) && (s.len == 0 ||
	    str_eq(s, S("\n")) || str_eq(s, S("\r")) ||
	    str_eq(s, S("\r\n")));
}

/* Takes the two numbers of a part of a table. An object must not stand in two
 * parts (7.5.4, 7.5.8.2): readers differ in which one they believe. */
static bool
take_part(str *s, size_t *next, size_t *num)
{
	size_t first;

	if (!pdf_token_take_number(s, &first))
		return false;
	pdf_token_skip_space(s);
	if (!pdf_token_take_number(s, num) || first < *next)
		return false;
	*next = first + *num;
	pdf_token_skip_space(s);
	return true;
}

static bool
take_table(str *s)
{
	size_t next = 0, num;

	pdf_token_skip_space(s);
	while (s->len != 0 && char_is_digit(s->p[0])) {
		if (!take_part(s, &next, &num) || num > s->len / ENTRY)
			return false;
		*s = str_from(*s, num * ENTRY);
		pdf_token_skip_space(s);
	}
	return true;
}

/* The value of the key “/Index”. */
static bool
is_index(str s)
{
	size_t next = 0, num;

	pdf_token_skip_space(&s);
	if (!pdf_token_take(&s, S("[")))
		return false;
	pdf_token_skip_space(&s);
	while (!str_starts(s, S("]")))
		if (!take_part(&s, &next, &num))
			return false;
	return true;
}

/* A key of a trailer. XRefStm names a second table, which some readers use and
 * some do not; “#” hides a name. */
static bool
read_key(str key, str after, size_t *previous)
{
	if (str_find(key, '#') != key.len || str_eq(key, S("/XRefStm")))
		return false;
	if (str_eq(key, S("/Index")))
		return is_index(after);
	if (!str_eq(key, S("/Prev")))
		return true;
	pdf_token_skip_space(&after);
	return pdf_token_take_number(&after, previous) && after.len != 0 &&
	    !pdf_token_is_regular(after.p[0]);
}

/* Reads a dictionary at the start of s; keys and values of the inner ones are
 * skipped. */
static bool
read_trailer(str s, size_t *previous)
{
	bool at_key = true;
	size_t depth = 0;
	str token;

	if (!str_starts(s, S("<<")))
		return false;
	do {
		pdf_token_skip_space(&s);
		token = str_upto(s, pdf_token_length(s));
		s = str_from(s, token.len);
		if (token.len == 0 || depth > 64)
			return false;
		depth += pdf_token_opens(token);
		depth -= pdf_token_closes(token);
		if (depth != 1 || (pdf_token_opens(token) && at_key))
			continue;
		if (at_key && token.p[0] == '/' &&
		    !read_key(token, s, previous))
			return false;
		/* “12 0 R” ends in two words that are no keys. */
		at_key = !at_key || token.p[0] != '/';
	} while (depth != 0);
	return true;
}

/* Reads the update whose table is at the place, after white space; *previous is
 * the place of the table before it. */
static bool
read_update(str file, size_t place, size_t *previous)
{
	str s = str_from(file, place);
	size_t number;

	*previous = 0;
	if (place == 0 || place > file.len || !char_is_space(file.p[place - 1]))
		return false;
	if (pdf_token_take(&s, S("xref"))) {
		if (!take_table(&s) || !pdf_token_take(&s, S("trailer")))
			return false;
	} else if (!pdf_token_take_number(&s, &number) ||
	    !pdf_token_take(&s, S(" ")) ||
	    !pdf_token_take_number(&s, &number) ||
	    !pdf_token_take(&s, S(" obj")))
		return false;
	pdf_token_skip_space(&s);
	return read_trailer(s, previous) && *previous < place;
}

static size_t
count_ends(str s)
{
	size_t num = 0, at;

	for (; (at = str_search(s, S("%%EOF"))) != s.len; num++)
		s = str_from(s, at + 5);
	return num;
}

bool
record_prefix_is_chained(const struct record_prefix *p)
{
	str file = { p->record.p, p->record.len + p->appended.len };
	size_t place, own, updates = 0;

	if (!read_end(file, &place) || !read_end(p->record, &own))
		return false;
	while (place >= p->record.len && updates < RECORD_PREFIX_ENDS) {
		if (!read_update(file, place, &place))
			return false;
		updates++;
	}
	return place == own && updates != 0 &&
	    count_ends(p->appended) == updates;
}
