/* SPDX-License-Identifier: ISC */
#include "source/front_matter.h"

#include "base/nearest.h"
#include "source/scan.h"
#include "source/source_text.h"

/* The maximum size [byte]: libyaml takes quadratic time for nested values. */
enum { SIZE_LIMIT = 16 << 10 };

/* The syntax of a value. */
enum value_type { TEXT, LIST, LABELS, ORDER, LANGUAGE, REVIEW, ADDRESS,
	OFFSET, ANSWER };

/* The kinds of file in which a key may stand. */
enum { IN_DOCUMENT = 1, IN_FOLDER = 2, IN_SITE = 4 };

static const struct key {
	str		names[LANG_COUNT];
	enum value_type	type;
	int		files;		/* IN_… */
	size_t		offset;		/* in struct front_matter */
} keys[] = {
#define KEY(en, tr, type, files, member) \
	{ { { tr, sizeof(tr) - 1 }, { en, sizeof(en) - 1 } }, type, files, \
	    offsetof(struct front_matter, member) }
	KEY("title", "başlık", TEXT, IN_DOCUMENT | IN_FOLDER | IN_SITE, title),
	KEY("prepared-by", "hazırlayan", TEXT, IN_DOCUMENT, prepared_by),
	KEY("approved-by", "onaylayan", TEXT, IN_DOCUMENT, approved_by),
	KEY("review", "gözden-geçirme", REVIEW, IN_DOCUMENT, review_months),
	KEY("summary", "özet", TEXT, IN_DOCUMENT, summary),
	KEY("keywords", "anahtar-kelimeler", LIST, IN_DOCUMENT, keywords),
	KEY("change", "değişiklik", TEXT, IN_DOCUMENT, change),
	KEY("numbered", "numaralı", ANSWER, IN_DOCUMENT, numbered),
	KEY("contents", "içindekiler", ANSWER, IN_DOCUMENT, contents),
	KEY("lang", "dil", LANGUAGE, IN_DOCUMENT | IN_SITE, lang),
	KEY("contact", "iletişim", TEXT, IN_FOLDER | IN_SITE, contact),
	KEY("url", "adres", ADDRESS, IN_SITE, url),
	KEY("utc-offset", "saat-dilimi", OFFSET, IN_SITE, utc_offset),
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
	int		 file;		/* IN_…: the kind of this one */
	bool		 seen[KEYS];
};

/* Finds the row of that name; reports an unknown name. */
static bool
read_row_name(struct reader *r, str key, str name, enum header_row *row,
    struct pos pos)
{
	str nearest;

	if (header_row_read(name, row, &nearest))
		return true;
	doc_diag(r->doc, DIAG_FRONT_CONTROL, pos, key, name, nearest);
	return false;
}

/* Reads one line of text. */
static bool
read_text(struct reader *r, str name, struct sourced *to)
{
	struct place place = { r->doc->path, scan_text_pos(r->scan) };

	if (!scan_text(r->scan, name, &to->text))
		return false;
	to->place = place;
	return true;
}

/* Reads a map from rows of the header table to their labels. */
static void
read_labels(struct reader *r, str key, struct header_rows *rows)
{
	enum header_row row;
	struct sourced label;
	struct pos pos;
	str name;

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
		if (read_text(r, name, &label) &&
		    read_row_name(r, key, name, &row, pos))
			rows->labels[row] = label;
	}
	scan_next(r->scan);
}

static void
read_order(struct reader *r, str key, struct header_rows *rows)
{
	struct pos pos = scan_pos(r->scan);
	struct strings names = { 0 };
	enum header_row row;
	size_t i;

	scan_list(r->scan, key, &names);
	for (i = 0; i < names.num; i++)
		if (read_row_name(r, key, names.items[i], &row, pos) &&
		    rows->num < HEADER_ROW_COUNT)
			rows->order[rows->num++] = row;
}

static void
read_language(struct reader *r, str name, struct front_matter *f)
{
	struct pos pos = scan_pos(r->scan);
	str s;

	if (!scan_text(r->scan, name, &s))
		return;
	f->has_lang = lang_read(s, &f->lang);
	if (!f->has_lang)
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
read_review(struct reader *r, str name, struct front_matter *f)
{
	struct pos pos = scan_pos(r->scan);
	str s;

	if (!scan_text(r->scan, name, &s) ||
	    read_months(s, &f->review_months))
		return;
	f->review_months = 0;
	if (!date_read(s, &f->review_date)) {
		f->review_date = (struct date){ 0, 0, 0 };
		doc_diag(r->doc, DIAG_FRONT_REVIEW, pos, s);
	}
}

static void
read_address(struct reader *r, str name, struct front_matter *f)
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
	f->url = s;
}

/* Removes up to two digits from *s. */
static bool
take_number(str *s, int *n)
{
	size_t i;

	*n = 0;
	for (i = 0; i < s->len && i < 2 && char_is_digit(s->p[i]); i++)
		*n = *n * 10 + (s->p[i] - '0');
	*s = str_from(*s, i);
	return i != 0;
}

/* “+3”, “-5”, “+05:30”; from -12:00 to +14:00 there are places. */
static bool
read_minutes(str s, int *minutes)
{
	bool west = str_starts(s, S("-"));
	int hours, rest = 0;

	if (west || str_starts(s, S("+")))
		s = str_from(s, 1);
	if (!take_number(&s, &hours))
		return false;
	if (str_starts(s, S(":"))) {
		s = str_from(s, 1);
		if (s.len != 2 || !take_number(&s, &rest) || rest > 59)
			return false;
	}
	*minutes = (west ? -1 : 1) * (60 * hours + rest);
	return s.len == 0 && *minutes >= -12 * 60 && *minutes <= 14 * 60;
}

static void
read_offset(struct reader *r, str name, struct front_matter *f)
{
	struct pos pos = scan_pos(r->scan);
	str s;

	if (!scan_text(r->scan, name, &s))
		return;
	f->has_utc_offset = read_minutes(s, &f->utc_offset);
	if (!f->has_utc_offset)
		doc_diag(r->doc, DIAG_FRONT_OFFSET, pos, s);
}

static void
read_answer(struct reader *r, str name, enum answer *to)
{
	struct pos pos = scan_pos(r->scan);
	str s;

	if (!scan_text(r->scan, name, &s))
		return;
	if (str_eq(s, S("evet")) || str_eq(s, S("yes")) ||
	    str_eq(s, S("true")))
		*to = ANSWER_YES;
	else if (str_eq(s, S("hayır")) || str_eq(s, S("no")) ||
	    str_eq(s, S("false")))
		*to = ANSWER_NO;
	else
		doc_diag(r->doc, DIAG_FRONT_ANSWER, pos, name, s);
}

/* Reads the value of a key; name is the key as the author wrote it. */
static void
read_value(struct reader *r, const struct key *key, str name)
{
	struct front_matter *f = &r->doc->front_matter;
	void *member = (char *)f + key->offset;

	switch (key->type) {
	case TEXT:
		read_text(r, name, member);
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
		read_language(r, name, f);
		break;
	case REVIEW:
		read_review(r, name, f);
		break;
	case ADDRESS:
		read_address(r, name, f);
		break;
	case ANSWER:
		read_answer(r, name, member);
		break;
	case OFFSET:
		read_offset(r, name, f);
		break;
	}
}

/* An example of a file in which a key may stand. */
static str
example_file(int files)
{
	if (files & IN_DOCUMENT)
		return S("imapsmtp_20190115_1.md");
	return files & IN_FOLDER ? S("frm/bim/index.md") :
	    S("content/index.md");
}

/* Reports a name that no key has, and proposes the nearest allowed one. */
static void
report_unknown_key(struct reader *r, str name, struct pos pos)
{
	struct nearest near = nearest_to(name);
	enum lang lang;
	size_t i;

	for (i = 0; i < KEYS; i++) {
		if ((keys[i].files & r->file) == 0)
			continue;
		for (lang = 0; lang < LANG_COUNT; lang++)
			nearest_offer(&near, keys[i].names[lang]);
	}
	doc_diag(r->doc, DIAG_FRONT_KEY, pos, name, nearest_best(&near));
}

static bool
is_name_of(const struct key *key, str name)
{
	enum lang lang;

	for (lang = 0; lang < LANG_COUNT; lang++)
		if (str_eq(key->names[lang], name))
			return true;
	return false;
}

/* Finds the key of that name. Reports an unknown or misplaced one; then
 * NULL. */
static const struct key *
find_key(struct reader *r, str name, struct pos pos)
{
	size_t i;

	for (i = 0; i < KEYS; i++) {
		if (!is_name_of(&keys[i], name))
			continue;
		if ((keys[i].files & r->file) != 0)
			return &keys[i];
		doc_diag(r->doc, DIAG_FRONT_PLACE, pos, name,
		    example_file(keys[i].files));
		return NULL;
	}
	report_unknown_key(r, name, pos);
	return NULL;
}

/* Reads the value of the current key. */
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
read_yaml(struct doc *doc, str yaml, unsigned lines_before, int file)
{
	struct reader r = { .doc = doc, .file = file,
	    .scan = scan_open(doc, yaml, lines_before) };
	str name;

	if (scan_map(r.scan))
		while (scan_key(r.scan, &name))
			read_pair(&r, name);
	scan_close(r.scan);
}

/* Counts the lines of front matter without a closing fence: up to an empty
 * line or a heading, so that the checks cover the text below it. */
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

/* Returns the number of lines of front matter, including empty lines above
 * it. *yaml is the text between its fences (p is NULL if the closing fence is
 * missing); *lines_before is the number of lines before *yaml. */
static unsigned
find_fences(str text, str *yaml, unsigned *lines_before)
{
	str rest = text, line = S(""), start;
	unsigned lines = 0;

	*yaml = (str){ NULL, 0 };
	while (str_line(&rest, &line) && str_trim(line).len == 0)
		lines++;
	if (!str_eq(str_rtrim(line), S("---")))
		return 0;
	*lines_before = ++lines;
	start = rest;
	while (str_line(&rest, &line)) {
		lines++;
		line = str_rtrim(line);
		if (str_eq(line, S("---")) || str_eq(line, S("..."))) {
			*yaml = str_upto(start, (size_t)(line.p - start.p));
			return lines;
		}
	}
	return *lines_before - 1 + unclosed_lines(start);
}

unsigned
front_matter_lines(str text)
{
	unsigned lines_before;
	str yaml;

	return find_fences(text, &yaml, &lines_before);
}

unsigned
front_matter_read(struct doc *doc, enum front_matter_kind kind)
{
	static const int files[] = { IN_DOCUMENT, IN_FOLDER, IN_SITE };
	unsigned lines_before, lines;
	struct pos start = { 1, 1 };
	str yaml;

	lines = find_fences(doc->text, &yaml, &lines_before);
	if (lines == 0)
		return 0;
	start.line = lines_before;
	if (yaml.p == NULL)
		doc_diag(doc, DIAG_FRONT_OPEN, start, S(""));
	else if (yaml.len <= SIZE_LIMIT)
		read_yaml(doc, source_text_composed(doc, yaml), lines_before,
		    files[kind]);
	else
		doc_diag(doc, DIAG_FRONT_SIZE, start, S(""));
	return lines;
}

str
front_matter_change(enum lang lang)
{
	size_t i = 0;

	while (keys[i].offset != offsetof(struct front_matter, change))
		i++;
	return keys[i].names[lang];
}
