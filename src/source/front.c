/* SPDX-License-Identifier: ISC */
#include "front.h"

#include <string.h>
#include <yaml.h>

#include "../base/arena.h"
#include "../base/nearest.h"

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

/* libyaml's complaints, in words for people who do not know YAML. */
static enum diag
complaint(const struct reader *r, str problem)
{
	if (str_search(problem, S("mapping values are not allowed")) <
	    problem.len)
		return DIAG_FRONT_COLON;
	if (str_search(problem, S("cannot start any token")) < problem.len)
		return str_eq(char_at(r, r->parser.problem_mark), S("\t")) ?
		    DIAG_FRONT_TAB : DIAG_FRONT_START;
	if (str_search(problem, S("unexpected end of stream")) < problem.len)
		return DIAG_FRONT_QUOTE;
	if (str_search(problem, S("did not find expected ',' or")) <
	    problem.len || str_search(problem,
	    S("did not find expected node content")) < problem.len)
		return DIAG_FRONT_BRACKET;
	return DIAG_FRONT_YAML;
}

static void
complain(struct reader *r)
{
	const yaml_parser_t *p = &r->parser;
	str problem = str_of(p->problem);
	enum diag id = complaint(r, problem);
	yaml_mark_t mark = id == DIAG_FRONT_QUOTE ? p->context_mark :
	    p->problem_mark;

	if (p->error == YAML_MEMORY_ERROR)
		diag_die(DIAG_MEMORY, "", "");
	doc_diag(r->doc, id, place_of(r, mark),
	    id == DIAG_FRONT_START ? char_at(r, mark) : problem);
	r->failed = true;
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
	else if (r->event.type == YAML_ALIAS_EVENT) {
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
	doc_diag(r->doc, id, place_of(r, r->event.start_mark), value);
}

/* One line of text: a value that spans lines or is empty is a slip. */
static bool
read_text(struct reader *r, str name, str *text)
{
	str s = at(r, YAML_SCALAR_EVENT) ? str_trim(scalar(r)) : S("");

	if (s.len == 0 || str_find(s, '\n') != s.len) {
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

static void
read_value(struct reader *r, const struct key *key)
{
	struct head *head = &r->doc->head;
	void *member = (char *)head + key->at;

	switch (key->shape) {
	case TEXT:
		read_text(r, key->name, member);
		break;
	case LIST:
		read_list(r, key->name, member);
		break;
	case LABELS:
		read_labels(r, key->name, member);
		break;
	case ORDER:
		read_order(r, key->name, member);
		break;
	case LANGUAGE:
		read_language(r, key->name, head);
		break;
	case REVIEW:
		read_review(r, key->name, head);
		break;
	case ADDRESS:
		read_address(r, key->name, head);
		break;
	}
}

/* The row of the key, or NULL: then the nearest name was offered. */
static const struct key *
find_key(struct reader *r, str name, struct pos pos)
{
	struct nearest near = nearest_to(name);
	size_t i;

	for (i = 0; i < KEYS; i++) {
		if ((keys[i].places & r->place) == 0)
			continue;
		if (str_eq(keys[i].name, name) || str_eq(keys[i].turkish, name))
			return &keys[i];
		nearest_offer(&near, keys[i].name);
		nearest_offer(&near, keys[i].turkish);
	}
	doc_diag(r->doc, DIAG_FRONT_KEY, pos, name, nearest_best(&near));
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
	read_value(r, key);
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
		diag_die(DIAG_MEMORY, "", "");
	yaml_parser_set_encoding(&r.parser, YAML_UTF8_ENCODING);
	yaml_parser_set_input_string(&r.parser,
	    (const unsigned char *)(yaml.p != NULL ? yaml.p : ""), yaml.len);
	read_map(&r);
	yaml_event_delete(&r.event);
	yaml_parser_delete(&r.parser);
}

unsigned
front_read(struct doc *doc, enum front front)
{
	static const int places[] = { IN_DOCUMENT, IN_FOLDER, IN_SITE };
	struct pos start = { 1, 1 };
	str rest = doc->text, line, yaml;
	unsigned lines = 1;

	if (!str_line(&rest, &line) || !str_eq(str_rtrim(line), S("---")))
		return 0;
	yaml = rest;
	while (str_line(&rest, &line)) {
		lines++;
		line = str_rtrim(line);
		if (str_eq(line, S("---")) || str_eq(line, S("..."))) {
			yaml.len = (size_t)(line.p - yaml.p);
			read_yaml(doc, yaml, places[front]);
			return lines;
		}
	}
	doc_diag(doc, DIAG_FRONT_OPEN, start, S(""));
	return lines;
}
