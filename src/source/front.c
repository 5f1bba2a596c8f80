/* SPDX-License-Identifier: ISC */
#include "source/front.h"

#include "base/nearest.h"
#include "source/scan.h"

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
	KEY("labels", "etiketler", LABELS, IN_SITE, header_rows),
	KEY("order", "sıra", ORDER, IN_SITE, header_rows),
#undef KEY
};

enum { KEYS = sizeof(keys) / sizeof(keys[0]) };

struct reader {
	struct doc	*doc;
	struct scan	*scan;
	int		 place;
	bool		 seen[KEYS];
};

/* The row that name stands for; a name that is none is told. */
static bool
read_control(struct reader *r, str key, str name, enum header_row *control,
    struct pos pos)
{
	str nearest;

	if (header_row_read(name, control, &nearest))
		return true;
	doc_diag(r->doc, DIAG_FRONT_CONTROL, pos, key, name, nearest);
	return false;
}

/* A map from rows of the header table to their labels. */
static void
read_labels(struct reader *r, str key, struct header_rows *header_rows)
{
	enum header_row control;
	struct pos pos;
	str name, text;

	if (!scan_enter(r->scan)) {
		scan_fault(r->scan, DIAG_FRONT_LABELS, key);
		scan_skip(r->scan);
		return;
	}
	while (scan_more(r->scan)) {
		pos = scan_pos(r->scan);
		if (!scan_text(r->scan, key, &name)) {
			scan_skip(r->scan);
			continue;
		}
		if (scan_text(r->scan, name, &text) &&
		    read_control(r, key, name, &control, pos))
			header_rows->labels[control] = text;
	}
	scan_next(r->scan);
}

static void
read_order(struct reader *r, str key, struct header_rows *header_rows)
{
	struct pos pos = scan_pos(r->scan);
	struct strings names = { 0 };
	enum header_row control;
	size_t i;

	scan_list(r->scan, key, &names);
	for (i = 0; i < names.num; i++)
		if (read_control(r, key, names.items[i], &control, pos) &&
		    header_rows->num < HEADER_ROW_COUNT)
			header_rows->order[header_rows->num++] = control;
}

static void
read_language(struct reader *r, str name, struct head *head)
{
	struct pos pos = scan_pos(r->scan);
	str s;

	if (!scan_text(r->scan, name, &s))
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
	struct pos pos = scan_pos(r->scan);
	str s;

	if (!scan_text(r->scan, name, &s) || read_months(s, &head->review_months))
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
	struct pos pos = scan_pos(r->scan);
	str s;

	if (!scan_text(r->scan, name, &s))
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
		head->logo_pos = scan_pos(r->scan);
	switch (key->shape) {
	case TEXT:
		scan_text(r->scan, name, member);
		break;
	case LIST:
		scan_list(r->scan, name, member);
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

/* The key that is looked at, and its value. */
static void
read_pair(struct reader *r, str name)
{
	struct pos pos = scan_pos(r->scan);
	const struct key *key = find_key(r, name, pos);

	if (key != NULL && r->seen[key - keys]) {
		doc_diag(r->doc, DIAG_FRONT_TWICE, pos, name);
		key = NULL;
	}
	if (!scan_next(r->scan))
		return;
	if (key == NULL) {
		scan_skip(r->scan);
		return;
	}
	r->seen[key - keys] = true;
	read_value(r, key, name);
}

static void
read_yaml(struct doc *doc, str yaml, unsigned before, int place)
{
	struct reader r = { .doc = doc, .scan = scan_open(doc, yaml, before),
	    .place = place };
	str name;

	if (scan_map(r.scan))
		while (scan_key(r.scan, &name))
			read_pair(&r, name);
	scan_close(r.scan);
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

/* The lines that front matter takes, empty ones above it too; *yaml is what
 * stands between its fences, without a p where it never ends, and begins
 * behind so many lines: *before. */
static unsigned
measure(str text, str *yaml, unsigned *before)
{
	str rest = text, line = S(""), start;
	unsigned lines = 0;

	*yaml = (str){ NULL, 0 };
	while (str_line(&rest, &line) && str_trim(line).len == 0)
		lines++;
	if (!str_eq(str_rtrim(line), S("---")))
		return 0;
	*before = ++lines;
	start = rest;
	while (str_line(&rest, &line)) {
		lines++;
		line = str_rtrim(line);
		if (str_eq(line, S("---")) || str_eq(line, S("..."))) {
			*yaml = str_upto(start, (size_t)(line.p - start.p));
			return lines;
		}
	}
	return *before - 1 + unclosed_lines(start);
}

unsigned
front_lines(str text)
{
	unsigned before;
	str yaml;

	return measure(text, &yaml, &before);
}

unsigned
front_read(struct doc *doc, enum front front)
{
	static const int places[] = { IN_DOCUMENT, IN_FOLDER, IN_SITE };
	unsigned before, lines;
	struct pos start = { 1, 1 };
	str yaml;

	lines = measure(doc->text, &yaml, &before);

	if (lines == 0)
		return 0;
	start.line = before;
	if (yaml.p == NULL)
		doc_diag(doc, DIAG_FRONT_OPEN, start, S(""));
	else if (yaml.len <= FRONT_LIMIT)
		read_yaml(doc, yaml, before, places[front]);
	else
		doc_diag(doc, DIAG_FRONT_SIZE, start, S(""));
	return lines;
}
