/* SPDX-License-Identifier: ISC */
#include "source/scan.h"

#include <string.h>
#include <yaml.h>

#include "base/arena.h"
#include "base/die.h"
#include "model/front_value.h"

struct scan {
	struct doc	*doc;
	yaml_parser_t	 parser;
	yaml_event_t	 event;		/* the current one */
	str		 yaml;
	unsigned	 lines_before;	/* lines of the source before yaml */
	bool		 failed;
	unsigned	 reported_line;	/* of the last fault */
};

/* --- Positions */

/* libyaml counts lines from 0 and columns in characters. */
static struct pos
pos_at(const struct scan *s, yaml_mark_t mark)
{
	struct pos pos = { s->lines_before + (unsigned)mark.line + 1, 1 };
	str rest = s->yaml, line = S("");
	size_t i, len;

	for (i = 0; i <= mark.line && str_line(&rest, &line); i++)
		;
	for (i = 0; i < mark.column && line.len != 0; i++) {
		str_rune(line, &len);
		line = str_from(line, len);
		pos.col += (unsigned)len;
	}
	return pos;
}

static str
char_at(const struct scan *s, yaml_mark_t mark)
{
	size_t i, len;
	str rest = s->yaml;

	for (i = 0; i < mark.index && rest.len != 0; i++) {
		str_rune(rest, &len);
		rest = str_from(rest, len);
	}
	if (rest.len != 0)
		str_rune(rest, &len);
	return str_upto(rest, rest.len != 0 ? len : 0);
}

/* The text between the quotes of a value of one line. */
static str
between(const struct scan *s, yaml_mark_t start, yaml_mark_t end)
{
	str from = char_at(s, start), to = char_at(s, end);
	const char *last = to.len != 0 ? to.p : s->yaml.p + s->yaml.len;

	return (str){ from.p + 1, (size_t)(last - from.p) - 2 };
}

/* The text of a line of the source, if it is front matter. */
static str
line_at(const struct scan *s, unsigned line)
{
	str rest = s->yaml, found = S("");

	for (; line > s->lines_before && str_line(&rest, &found); line--)
		;
	return found;
}

/* --- Faults, in words for people who do not know YAML */

/* “: ” where YAML allows none: the second one of a line; else this line is
 * indented, or the line before it has no “: ”. Moves pos there. */
static enum diag
colon_fault(const struct scan *s, struct pos *pos)
{
	str line = line_at(s, pos->line);
	size_t indent = str_span(line, ' ');

	if (str_search(line, S(": ")) + 1 < pos->col)
		return DIAG_FRONT_COLON;
	pos->col = (unsigned)indent + 1;
	if (indent == 0)
		do
			pos->line--;
		while (pos->line > s->lines_before + 1 &&
		    str_trim(line_at(s, pos->line)).len == 0);
	return DIAG_FRONT_MAP;
}

/* A value that continues after its closing quote or bracket. Moves pos to the
 * value. */
static enum diag
value_fault(const struct scan *s, struct pos *pos)
{
	str line = line_at(s, pos->line);
	size_t at = str_search(line, S(": "));

	while (at < line.len && (line.p[at] == ':' || line.p[at] == ' '))
		at++;
	if (at == line.len)
		return DIAG_FRONT_MAP;
	pos->col = (unsigned)at + 1;
	return line.p[at] == '"' || line.p[at] == '\'' ? DIAG_FRONT_QUOTED :
	    DIAG_FRONT_START;
}

static bool
has_part(const char *text, const char *part)
{
	return text != NULL && strstr(text, part) != NULL;
}

/* The message for libyaml's error. Moves pos if libyaml's mark is not at the
 * fault. */
static enum diag
fault_of(const struct scan *s, struct pos *pos)
{
	const yaml_parser_t *p = &s->parser;

	if (has_part(p->problem, "mapping values are not allowed"))
		return colon_fault(s, pos);
	if (has_part(p->problem, "cannot start any token"))
		return str_eq(char_at(s, p->problem_mark), S("\t")) ?
		    DIAG_FRONT_TAB : DIAG_FRONT_START;
	if (has_part(p->problem, "did not find expected key"))
		return value_fault(s, pos);
	*pos = pos_at(s, p->context_mark);
	if (has_part(p->context, "scanning an a"))	/* anchor, alias */
		return DIAG_FRONT_ALIAS;
	if (has_part(p->problem, "unexpected end of stream"))
		return DIAG_FRONT_QUOTE;
	if (has_part(p->context, "a flow "))
		return DIAG_FRONT_BRACKET;
	if (has_part(p->problem, "could not find expected ':'"))
		return DIAG_FRONT_MAP;
	*pos = pos_at(s, p->problem_mark);
	return DIAG_FRONT_YAML;
}

/* Reports libyaml's error, but one fault a line: the first one causes more. */
static void
report_error(struct scan *s)
{
	struct pos pos = pos_at(s, s->parser.problem_mark);
	enum diag id = fault_of(s, &pos);
	str rest = str_from(line_at(s, pos.line), pos.col - 1);
	size_t len = 0;

	if (s->parser.error == YAML_MEMORY_ERROR)
		die_system(DIAG_MEMORY, "", "");
	if (rest.len != 0)
		str_rune(rest, &len);
	if (pos.line != s->reported_line)
		doc_diag(s->doc, id, pos, str_upto(rest, len));
	s->failed = true;
}

/* “*x”, “&x”; also “!x”, which libyaml would ignore. */
static bool
has_alias(const yaml_event_t *e)
{
	return e->type == YAML_ALIAS_EVENT || (e->type == YAML_SCALAR_EVENT &&
	    (e->data.scalar.anchor != NULL || e->data.scalar.tag != NULL));
}

/* --- Steps */

bool
scan_next(struct scan *s)
{
	if (s->failed)
		return false;
	yaml_event_delete(&s->event);
	if (!yaml_parser_parse(&s->parser, &s->event))
		report_error(s);
	else if (has_alias(&s->event)) {
		doc_diag(s->doc, DIAG_FRONT_ALIAS,
		    pos_at(s, s->event.start_mark), S(""));
		s->failed = true;
	}
	return !s->failed;
}

static bool
is_at(const struct scan *s, yaml_event_type_t type)
{
	return !s->failed && s->event.type == type;
}

static str
scalar(const struct scan *s)
{
	return (str){ (const char *)s->event.data.scalar.value,
	    s->event.data.scalar.length };
}

struct pos
scan_pos(const struct scan *s)
{
	return pos_at(s, s->event.start_mark);
}

struct pos
scan_text_pos(const struct scan *s)
{
	struct pos pos = scan_pos(s);

	if (is_at(s, YAML_SCALAR_EVENT) && !s->failed &&
	    (s->event.data.scalar.style == YAML_SINGLE_QUOTED_SCALAR_STYLE ||
	    s->event.data.scalar.style == YAML_DOUBLE_QUOTED_SCALAR_STYLE))
		pos.col++;
	return pos;
}

void
scan_skip(struct scan *s)
{
	int depth = 0;

	do {
		if (is_at(s, YAML_SEQUENCE_START_EVENT) ||
		    is_at(s, YAML_MAPPING_START_EVENT))
			depth++;
		else if (is_at(s, YAML_SEQUENCE_END_EVENT) ||
		    is_at(s, YAML_MAPPING_END_EVENT))
			depth--;
	} while (scan_next(s) && depth > 0);
}

void
scan_fault(struct scan *s, enum diag id, str value)
{
	struct pos pos = scan_pos(s);

	if (s->failed)
		return;
	doc_diag(s->doc, id, pos, value);
	s->reported_line = pos.line;
}

struct scan *
scan_open(struct doc *doc, str yaml, unsigned lines)
{
	struct scan *s = arena_new_of(doc->arena, struct scan);

	s->doc = doc;
	s->yaml = yaml;
	s->lines_before = lines;
	if (!yaml_parser_initialize(&s->parser))
		die_system(DIAG_MEMORY, "", "");
	yaml_parser_set_encoding(&s->parser, YAML_UTF8_ENCODING);
	yaml_parser_set_input_string(&s->parser,
	    (const unsigned char *)(yaml.p != NULL ? yaml.p : ""), yaml.len);
	return s;
}

void
scan_close(struct scan *s)
{
	yaml_event_delete(&s->event);
	yaml_parser_delete(&s->parser);
}

/* --- Maps */

/* At the end of the map, or of an empty text: reports any text after it. */
static void
check_end(struct scan *s)
{
	if (scan_next(s) && scan_next(s) && !is_at(s, YAML_STREAM_END_EVENT))
		scan_fault(s, DIAG_FRONT_MAP, S(""));
}

bool
scan_map(struct scan *s)
{
	/* Skips the start of the stream and that of the document. */
	if (!scan_next(s) || !scan_next(s) || is_at(s, YAML_STREAM_END_EVENT) ||
	    !scan_next(s))
		return false;
	if (scan_enter(s))
		return true;
	if (is_at(s, YAML_SCALAR_EVENT) && scalar(s).len == 0)
		check_end(s);
	else
		scan_fault(s, DIAG_FRONT_MAP, S(""));
	return false;
}

bool
scan_enter(struct scan *s)
{
	if (!is_at(s, YAML_MAPPING_START_EVENT))
		return false;
	scan_next(s);
	return true;
}

bool
scan_enter_list(struct scan *s)
{
	if (!is_at(s, YAML_SEQUENCE_START_EVENT))
		return false;
	scan_next(s);
	return true;
}

bool
scan_more(const struct scan *s)
{
	return !s->failed && !is_at(s, YAML_MAPPING_END_EVENT) &&
	    !is_at(s, YAML_SEQUENCE_END_EVENT);
}

bool
scan_key(struct scan *s, str *name)
{
	for (; scan_more(s); scan_skip(s)) {
		if (is_at(s, YAML_SCALAR_EVENT)) {
			*name = str_copy(s->doc->arena, scalar(s));
			return true;
		}
		scan_fault(s, DIAG_FRONT_MAP, S(""));
		scan_skip(s);
	}
	check_end(s);
	return false;
}

/* --- Values */

/* “[…]” or “{…}” in place of a text: the author means a bracket, no list. */
static bool
is_flow(const yaml_event_t *e)
{
	return (e->type == YAML_SEQUENCE_START_EVENT &&
	    e->data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE) ||
	    (e->type == YAML_MAPPING_START_EVENT &&
	    e->data.mapping_start.style == YAML_FLOW_MAPPING_STYLE);
}

/* Whether the current value is in double quotes and has a backslash before
 * anything but a quote or a backslash: YAML makes a control character of “\a”
 * in "D:\arşiv". *raw: what is between the quotes. */
static bool
has_escape(const struct scan *s, str *raw)
{
	const yaml_event_t *e = &s->event;
	size_t i;

	if (!is_at(s, YAML_SCALAR_EVENT) ||
	    e->data.scalar.style != YAML_DOUBLE_QUOTED_SCALAR_STYLE)
		return false;
	*raw = between(s, e->start_mark, e->end_mark);
	for (i = 0; i + 1 < raw->len; i++) {
		if (raw->p[i] != '\\')
			continue;
		if (raw->p[++i] != '\\' && raw->p[i] != '"')
			return true;
	}
	return false;
}

bool
scan_is_empty(const struct scan *s)
{
	return is_at(s, YAML_SCALAR_EVENT) && scalar(s).len == 0 &&
	    s->event.data.scalar.style == YAML_PLAIN_SCALAR_STYLE;
}

bool
scan_text(struct scan *s, str name, str *text)
{
	str value = is_at(s, YAML_SCALAR_EVENT) ? str_trim(scalar(s)) : S("");
	str raw;

	if (value.len == 0 || str_find(value, '\n') != value.len) {
		if (!s->failed && is_flow(&s->event))
			scan_fault(s, DIAG_FRONT_START, char_at(s,
			    s->event.start_mark));
		else
			scan_fault(s, DIAG_FRONT_TEXT, name);
		scan_skip(s);
		return false;
	}
	if (has_escape(s, &raw)) {
		scan_fault(s, DIAG_FRONT_ESCAPE, raw);
		scan_skip(s);
		return false;
	}
	*text = str_copy(s->doc->arena, value);
	scan_next(s);
	return true;
}

bool
scan_sourced(struct scan *s, str name, struct sourced *to)
{
	struct place place = { s->doc->path, scan_text_pos(s) };

	if (!scan_text(s, name, &to->text))
		return false;
	to->place = place;
	return true;
}

void
scan_list(struct scan *s, str name, struct strings *list)
{
	str value, part;

	if (is_at(s, YAML_SCALAR_EVENT)) {
		if (!scan_text(s, name, &value))
			return;
		while (str_cut(&value, ',', &part))
			if (str_trim(part).len != 0)
				strings_add(list, s->doc->arena,
				    str_trim(part));
		return;
	}
	if (!is_at(s, YAML_SEQUENCE_START_EVENT)) {
		scan_fault(s, DIAG_FRONT_LIST, name);
		scan_skip(s);
		return;
	}
	scan_next(s);
	while (is_at(s, YAML_SCALAR_EVENT))
		if (scan_text(s, name, &value))
			strings_add(list, s->doc->arena, value);
	if (!is_at(s, YAML_SEQUENCE_END_EVENT)) {
		scan_fault(s, DIAG_FRONT_LIST, name);
		while (!s->failed && !is_at(s, YAML_SEQUENCE_END_EVENT))
			scan_skip(s);
	}
	scan_next(s);
}

void
scan_answer(struct scan *s, str name, enum answer *answer)
{
	struct pos pos = scan_pos(s);
	str word;

	if (!scan_text(s, name, &word))
		return;
	if (!front_value_answer(word, answer))
		doc_diag(s->doc, DIAG_FRONT_ANSWER, pos, name, word);
}

const char *
scan_library(void)
{
	return yaml_get_version_string();
}
