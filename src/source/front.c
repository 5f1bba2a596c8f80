/* SPDX-License-Identifier: ISC */
#include "front.h"

#include <string.h>
#include <yaml.h>

#include "../base/arena.h"
#include "../base/die.h"
#include "../base/nearest.h"

/* [byte]; libyaml takes quadratic time for what is nested. */
enum { FRONT_LIMIT = 16 << 10 };

/* How a value reads. */
enum shape { TEXT, LIST, LABELS, ORDER, LANGUAGE, REVIEW, ADDRESS };

/* Where a key may stand. */
enum { IN_DOCUMENT = 1, IN_FOLDER = 2, IN_SITE = 4 };

static const struct key {
	str		name;
	str		turkish;
	enum shape	shape;
	int		places;
	size_t		at;		/* offset in struct head */
} keys[] = {
#define KEY(name, turkish, shape, places, member) \
	{ { name, sizeof(name) - 1 }, { turkish, sizeof(turkish) - 1 }, shape, \
	    places, offsetof(struct head, member) }
	KEY("prepared-by", "hazırlayan", TEXT, IN_DOCUMENT, prepared_by),
	KEY("approved-by", "onaylayan", TEXT, IN_DOCUMENT, approved_by),
	KEY("review", "gözden-geçirme", REVIEW, IN_DOCUMENT, review_months),
	KEY("summary", "özet", TEXT, IN_DOCUMENT, summary),
	KEY("keywords", "anahtar-kelimeler", LIST, IN_DOCUMENT, keywords),
	KEY("change", "değişiklik", TEXT, IN_DOCUMENT, change),
	KEY("lang", "dil", LANGUAGE, IN_DOCUMENT | IN_SITE, lang),
	KEY("contact", "iletişim", TEXT, IN_FOLDER | IN_SITE, contact),
	KEY("url", "adres", ADDRESS, IN_SITE, url),
	KEY("logo", "logo", TEXT, IN_SITE, logo),
	KEY("logo-alt", "logo-metni", TEXT, IN_SITE, logo_alt),
	KEY("labels", "etiketler", LABELS, IN_SITE, controls),
	KEY("order", "sıra", ORDER, IN_SITE, controls),
#undef KEY
};

enum { KEYS = sizeof(keys) / sizeof(keys[0]) };

struct reader {
	struct doc	*doc;
	yaml_parser_t	 parser;
	yaml_event_t	 event;		/* the one that is looked at */
	str		 yaml;
	unsigned	 line;		/* of the source, before the YAML */
	int		 place;
	bool		 seen[KEYS];
	bool		 failed;
	unsigned	 told;		/* the line of the last fault */
};

/* libyaml counts lines from 0 and columns in characters. */
static struct pos
place_of(const struct reader *r, yaml_mark_t mark)
{
	struct pos pos = { r->line + (unsigned)mark.line + 1, 1 };
	str rest = r->yaml, line = S("");
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
char_at(const struct reader *r, yaml_mark_t mark)
{
	size_t i, len;
	str s = r->yaml;

	for (i = 0; i < mark.index && s.len != 0; i++) {
		str_rune(s, &len);
		s = str_from(s, len);
	}
	if (s.len != 0)
		str_rune(s, &len);
	return str_upto(s, s.len != 0 ? len : 0);
}

/* A line of the source that is front matter. */
static str
line_at(const struct reader *r, unsigned line)
{
	str rest = r->yaml, s = S("");

	for (; line > r->line && str_line(&rest, &s); line--)
		;
	return s;
}

/* “: ” where YAML wants none: a second one in a line; else this line is
 * indented, or the one before it lacks its own. Moves the place there. */
static enum diag
colon_complaint(const struct reader *r, struct pos *pos)
{
	str line = line_at(r, pos->line);
	size_t indent = 0;

	if (str_search(line, S(": ")) + 1 < pos->col)
		return DIAG_FRONT_COLON;
	while (indent < line.len && line.p[indent] == ' ')
		indent++;
	pos->col = (unsigned)indent + 1;
	if (indent == 0)
		do
			pos->line--;
		while (pos->line > r->line + 1 &&
		    str_trim(line_at(r, pos->line)).len == 0);
	return DIAG_FRONT_MAP;
}

/* A value that goes on after its quotes or brackets are closed; moves the
 * place to the value. */
static enum diag
key_complaint(const struct reader *r, struct pos *pos)
{
	str line = line_at(r, pos->line);
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
says(const char *text, const char *part)
{
	return text != NULL && strstr(text, part) != NULL;
}

/* libyaml's complaints, in words for people who do not know YAML. Where its
 * mark is not yet at the fault, the place is moved. */
static enum diag
complaint(const struct reader *r, struct pos *pos)
{
	const yaml_parser_t *p = &r->parser;

	if (says(p->problem, "mapping values are not allowed"))
		return colon_complaint(r, pos);
	if (says(p->problem, "cannot start any token"))
		return str_eq(char_at(r, p->problem_mark), S("\t")) ?
		    DIAG_FRONT_TAB : DIAG_FRONT_START;
	if (says(p->problem, "did not find expected key"))
		return key_complaint(r, pos);
	*pos = place_of(r, p->context_mark);
	if (says(p->context, "scanning an a"))	/* anchor, alias */
		return DIAG_FRONT_ALIAS;
	if (says(p->problem, "unexpected end of stream"))
		return DIAG_FRONT_QUOTE;
	if (says(p->context, "a flow "))
		return DIAG_FRONT_BRACKET;
	if (says(p->problem, "could not find expected ':'"))
		return DIAG_FRONT_MAP;
	*pos = place_of(r, p->problem_mark);
	return DIAG_FRONT_YAML;
}

/* One fault a line: the reader stumbles over what has been told. */
static void
complain(struct reader *r)
{
	struct pos pos = place_of(r, r->parser.problem_mark);
	enum diag id = complaint(r, &pos);
	str rest = str_from(line_at(r, pos.line), pos.col - 1);
	size_t len = 0;

	if (r->parser.error == YAML_MEMORY_ERROR)
		die_system(DIAG_MEMORY, "", "");
	if (rest.len != 0)
		str_rune(rest, &len);
	if (pos.line != r->told)
		doc_diag(r->doc, id, pos, str_upto(rest, len));
	r->failed = true;
}

/* “*x”, “&x”; and “!x”, which libyaml would pass over, too. */
static bool
has_alias(const yaml_event_t *e)
{
	return e->type == YAML_ALIAS_EVENT || (e->type == YAML_SCALAR_EVENT &&
	    (e->data.scalar.anchor != NULL || e->data.scalar.tag != NULL));
}

/* Steps to the next event; false at a fault. */
static bool
next(struct reader *r)
{
	if (r->failed)
		return false;
	yaml_event_delete(&r->event);
	if (!yaml_parser_parse(&r->parser, &r->event))
		complain(r);
	else if (has_alias(&r->event)) {
		doc_diag(r->doc, DIAG_FRONT_ALIAS,
		    place_of(r, r->event.start_mark), S(""));
		r->failed = true;
	}
	return !r->failed;
}

static bool
at(const struct reader *r, yaml_event_type_t type)
{
	return !r->failed && r->event.type == type;
}

static str
scalar(const struct reader *r)
{
	return (str){ (const char *)r->event.data.scalar.value,
	    r->event.data.scalar.length };
}

/* Passes over one value, however deep; the event after it is looked at. */
static void
skip_value(struct reader *r)
{
	int depth = 0;

	do {
		if (at(r, YAML_SEQUENCE_START_EVENT) ||
		    at(r, YAML_MAPPING_START_EVENT))
			depth++;
		else if (at(r, YAML_SEQUENCE_END_EVENT) ||
		    at(r, YAML_MAPPING_END_EVENT))
			depth--;
	} while (next(r) && depth > 0);
}

static void
fault(struct reader *r, enum diag id, str value)
{
	struct pos pos = place_of(r, r->event.start_mark);

	if (r->failed)
		return;
	doc_diag(r->doc, id, pos, value);
	r->told = pos.line;
}

/* “[…]” or “{…}” where text is meant: an author's bracket, not a list. */
static bool
is_flow(const yaml_event_t *e)
{
	return (e->type == YAML_SEQUENCE_START_EVENT &&
	    e->data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE) ||
	    (e->type == YAML_MAPPING_START_EVENT &&
	    e->data.mapping_start.style == YAML_FLOW_MAPPING_STYLE);
}

/* One line of text: a value that spans lines or is empty is a slip. */
static bool
read_text(struct reader *r, str name, str *text)
{
	str s = at(r, YAML_SCALAR_EVENT) ? str_trim(scalar(r)) : S("");

	if (s.len == 0 || str_find(s, '\n') != s.len) {
		if (!r->failed && is_flow(&r->event))
			fault(r, DIAG_FRONT_START, char_at(r,
			    r->event.start_mark));
		else
			fault(r, DIAG_FRONT_TEXT, name);
		skip_value(r);
		return false;
	}
	*text = str_copy(r->doc->arena, s);
	next(r);
	return true;
}

static void
append(struct arena *a, struct strings *list, str s)
{
	str *items;

	/* Doubles at each power of two. */
	if ((list->num & (list->num - 1)) == 0) {
		items = arena_array(a, str, list->num != 0 ? list->num * 2 : 1);
		if (list->num != 0)
			memcpy(items, list->items, list->num * sizeof(*items));
		list->items = items;
	}
	list->items[list->num++] = s;
}

/* “a, b” or [a, b]. */
static void
read_list(struct reader *r, str name, struct strings *list)
{
	str s, part;

	if (at(r, YAML_SCALAR_EVENT)) {
		if (!read_text(r, name, &s))
			return;
		while (str_cut(&s, ',', &part))
			if (str_trim(part).len != 0)
				append(r->doc->arena, list, str_trim(part));
		return;
	}
	if (!at(r, YAML_SEQUENCE_START_EVENT)) {
		fault(r, DIAG_FRONT_LIST, name);
		skip_value(r);
		return;
	}
	next(r);
	while (at(r, YAML_SCALAR_EVENT))
		if (read_text(r, name, &s))
			append(r->doc->arena, list, s);
	if (!at(r, YAML_SEQUENCE_END_EVENT)) {
		fault(r, DIAG_FRONT_LIST, name);
		while (!r->failed && !at(r, YAML_SEQUENCE_END_EVENT))
			skip_value(r);
	}
	next(r);
}

/* The row that name stands for; a name that is none is told. */
static bool
read_control(struct reader *r, str key, str name, enum control *control,
    struct pos pos)
{
	str nearest;

	if (control_read(name, control, &nearest))
		return true;
	doc_diag(r->doc, DIAG_FRONT_CONTROL, pos, key, name, nearest);
	return false;
}

/* A map from rows of the header table to their labels. */
static void
read_labels(struct reader *r, str key, struct controls *controls)
{
	enum control control;
	struct pos pos;
	str name, text;

	if (!at(r, YAML_MAPPING_START_EVENT)) {
		fault(r, DIAG_FRONT_LABELS, key);
		skip_value(r);
		return;
	}
	next(r);
	while (!r->failed && !at(r, YAML_MAPPING_END_EVENT)) {
		pos = place_of(r, r->event.start_mark);
		if (!read_text(r, key, &name)) {
			skip_value(r);
			continue;
		}
		if (read_text(r, name, &text) &&
		    read_control(r, key, name, &control, pos))
			controls->labels[control] = text;
	}
	next(r);
}

static void
read_order(struct reader *r, str key, struct controls *controls)
{
	struct pos pos = place_of(r, r->event.start_mark);
	struct strings names = { 0 };
	enum control control;
	size_t i;

	read_list(r, key, &names);
	for (i = 0; i < names.num; i++)
		if (read_control(r, key, names.items[i], &control, pos) &&
		    controls->num < CONTROL_COUNT)
			controls->order[controls->num++] = control;
}

static void
read_language(struct reader *r, str name, struct head *head)
{
	struct pos pos = place_of(r, r->event.start_mark);
	str s;

	if (!read_text(r, name, &s))
		return;
	head->has_lang = lang_read(s, &head->lang);
	if (!head->has_lang)
		doc_diag(r->doc, DIAG_FRONT_LANG, pos, s);
}

/* “12 months”, “12 ay”, “1 month”: at most 99 years. */
static bool
read_months(str s, unsigned *months)
{
	unsigned n = 0;
	size_t i;

	for (i = 0; i < s.len && char_is_digit(s.p[i]) && n < 1200; i++)
		n = n * 10 + (unsigned)(s.p[i] - '0');
	s = str_trim(str_from(s, i));
	*months = n;
	return n != 0 && n < 1200 && (str_eq(s, S("months")) ||
	    str_eq(s, S("month")) || str_eq(s, S("ay")));
}

static void
read_review(struct reader *r, str name, struct head *head)
{
	struct pos pos = place_of(r, r->event.start_mark);
	str s;

	if (!read_text(r, name, &s) || read_months(s, &head->review_months))
		return;
	head->review_months = 0;
	if (!date_read(s, &head->review_date)) {
		head->review_date = (struct date){ 0, 0, 0 };
		doc_diag(r->doc, DIAG_FRONT_REVIEW, pos, s);
	}
}

static void
read_address(struct reader *r, str name, struct head *head)
{
	struct pos pos = place_of(r, r->event.start_mark);
	str s;

	if (!read_text(r, name, &s))
		return;
	if (!str_starts(s, S("https://")) && !str_starts(s, S("http://"))) {
		doc_diag(r->doc, DIAG_FRONT_URL, pos, s);
		return;
	}
	while (str_ends(s, S("/")))
		s.len--;
	head->url = s;
}

/* name is the key as the author wrote it. */
static void
read_value(struct reader *r, const struct key *key, str name)
{
	struct head *head = &r->doc->head;
	void *member = (char *)head + key->at;

	if (member == &head->logo)
		head->logo_pos = place_of(r, r->event.start_mark);
	switch (key->shape) {
	case TEXT:
		read_text(r, name, member);
		break;
	case LIST:
		read_list(r, name, member);
		break;
	case LABELS:
		read_labels(r, name, member);
		break;
	case ORDER:
		read_order(r, name, member);
		break;
	case LANGUAGE:
		read_language(r, name, head);
		break;
	case REVIEW:
		read_review(r, name, head);
		break;
	case ADDRESS:
		read_address(r, name, head);
		break;
	}
}

/* A file that a key is for, as an example. */
static str
place_name(int places)
{
	if (places & IN_DOCUMENT)
		return S("imapsmtp_20190115_1.md");
	return places & IN_FOLDER ? S("frm/bim/index.md") :
	    S("content/index.md");
}

/* No key has the name: the nearest that may stand here is offered. */
static void
tell_key(struct reader *r, str name, struct pos pos)
{
	struct nearest near = nearest_to(name);
	size_t i;

	for (i = 0; i < KEYS; i++) {
		if ((keys[i].places & r->place) == 0)
			continue;
		nearest_offer(&near, keys[i].name);
		nearest_offer(&near, keys[i].turkish);
	}
	doc_diag(r->doc, DIAG_FRONT_KEY, pos, name, nearest_best(&near));
}

/* The row of the key, or NULL: then that was told. */
static const struct key *
find_key(struct reader *r, str name, struct pos pos)
{
	size_t i;

	for (i = 0; i < KEYS; i++) {
		if (!str_eq(keys[i].name, name) &&
		    !str_eq(keys[i].turkish, name))
			continue;
		if ((keys[i].places & r->place) != 0)
			return &keys[i];
		doc_diag(r->doc, DIAG_FRONT_PLACE, pos, name,
		    place_name(keys[i].places));
		return NULL;
	}
	tell_key(r, name, pos);
	return NULL;
}

static void
read_pair(struct reader *r)
{
	struct pos pos = place_of(r, r->event.start_mark);
	const struct key *key;
	str name;

	if (!at(r, YAML_SCALAR_EVENT)) {
		fault(r, DIAG_FRONT_MAP, S(""));
		skip_value(r);
		skip_value(r);
		return;
	}
	name = str_copy(r->doc->arena, scalar(r));
	key = find_key(r, name, pos);
	if (key != NULL && r->seen[key - keys]) {
		doc_diag(r->doc, DIAG_FRONT_TWICE, pos, name);
		key = NULL;
	}
	if (!next(r))
		return;
	if (key == NULL) {
		skip_value(r);
		return;
	}
	r->seen[key - keys] = true;
	read_value(r, key, name);
}

static void
read_map(struct reader *r)
{
	/* Stream start, document start. */
	if (!next(r) || !next(r) || at(r, YAML_STREAM_END_EVENT) || !next(r))
		return;
	if (!at(r, YAML_MAPPING_START_EVENT)) {
		if (!at(r, YAML_SCALAR_EVENT) || scalar(r).len != 0)
			fault(r, DIAG_FRONT_MAP, S(""));
		return;
	}
	next(r);
	while (!r->failed && !at(r, YAML_MAPPING_END_EVENT))
		read_pair(r);
}

static void
read_yaml(struct doc *doc, str yaml, int place)
{
	struct reader r = { .doc = doc, .yaml = yaml, .line = 1,
	    .place = place };

	if (!yaml_parser_initialize(&r.parser))
		die_system(DIAG_MEMORY, "", "");
	yaml_parser_set_encoding(&r.parser, YAML_UTF8_ENCODING);
	yaml_parser_set_input_string(&r.parser,
	    (const unsigned char *)(yaml.p != NULL ? yaml.p : ""), yaml.len);
	read_map(&r);
	yaml_event_delete(&r.event);
	yaml_parser_delete(&r.parser);
}

/* Front matter without an end goes as far as its lines look like it, so
 * that what follows is checked all the same. */
static unsigned
unclosed_lines(str rest)
{
	unsigned lines = 1;
	str line;

	while (str_line(&rest, &line) && str_trim(line).len != 0 &&
	    line.p[0] != '#')
		lines++;
	return lines;
}

/* The lines that front matter takes; *yaml is what stands between its
 * fences, without a p where it never ends. */
static unsigned
measure(str text, str *yaml)
{
	str rest = text, line, start;
	unsigned lines = 1;

	*yaml = (str){ NULL, 0 };
	if (!str_line(&rest, &line) || !str_eq(str_rtrim(line), S("---")))
		return 0;
	start = rest;
	while (str_line(&rest, &line)) {
		lines++;
		line = str_rtrim(line);
		if (str_eq(line, S("---")) || str_eq(line, S("..."))) {
			*yaml = str_upto(start, (size_t)(line.p - start.p));
			return lines;
		}
	}
	return unclosed_lines(start);
}

unsigned
front_lines(str text)
{
	str yaml;

	return measure(text, &yaml);
}

unsigned
front_read(struct doc *doc, enum front front)
{
	static const int places[] = { IN_DOCUMENT, IN_FOLDER, IN_SITE };
	struct pos start = { 1, 1 };
	str yaml;
	unsigned lines = measure(doc->text, &yaml);

	if (lines == 0)
		return 0;
	if (yaml.p == NULL)
		doc_diag(doc, DIAG_FRONT_OPEN, start, S(""));
	else if (yaml.len <= FRONT_LIMIT)
		read_yaml(doc, yaml, places[front]);
	else
		doc_diag(doc, DIAG_FRONT_SIZE, start, S(""));
	return lines;
}
