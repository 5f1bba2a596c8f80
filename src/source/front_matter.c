/* SPDX-License-Identifier: ISC */
#include "source/front_matter.h"

#include "base/arena.h"
#include "base/nearest.h"
#include "model/front_value.h"
#include "model/row_name.h"
#include "source/earlier_editions.h"
#include "source/fences.h"
#include "source/reliances.h"
#include "source/row_settings.h"
#include "source/scan.h"
#include "source/setting.h"
#include "source/source_text.h"
#include "source/unit_settings.h"

/* The maximum size [byte]: libyaml takes quadratic time for nested values. */
enum { SIZE_LIMIT = 16 << 10 };

/* The syntax of a value. */
enum value_type { TEXT, LIST, LABELS, ORDER, ROWS, LANGUAGE, REVIEW, ADDRESS,
	OFFSET, ANSWER, OFFICE, NEEDS, RELIANCES, EARLIER,
	UNITS };

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
	KEY("translation-of", "çevirisi", TEXT, IN_DOCUMENT, translation_of),
	KEY("numbered", "numaralı", ANSWER, IN_DOCUMENT, numbered),
	KEY("contents", "içindekiler", ANSWER, IN_DOCUMENT, contents),
	KEY("office-fields", "kurum-alanları", OFFICE, IN_DOCUMENT,
	    office_fields),
	KEY("relies-on", "dayanak", RELIANCES, IN_DOCUMENT, reliances),
	KEY("earlier-editions", "önceki-sürümler", EARLIER, IN_DOCUMENT,
	    earlier),
	KEY("lang", "dil", LANGUAGE, IN_DOCUMENT | IN_SITE, lang),
	KEY("contact", "iletişim", TEXT, IN_FOLDER | IN_SITE, contact),
	KEY("url", "adres", ADDRESS, IN_SITE, url),
	KEY("utc-offset", "saat-dilimi", OFFSET, IN_SITE, utc_offset),
	KEY("logo", "logo", TEXT, IN_SITE, logo),
	KEY("logo-alt", "logo-metni", TEXT, IN_SITE, logo_alt),
	KEY("labels", "etiketler", LABELS, IN_SITE, header_rows),
	KEY("order", "sıra", ORDER, IN_SITE, header_rows),
	KEY("rows", "satırlar", ROWS, IN_SITE, header_rows),
	KEY("units", "birimler", UNITS, IN_SITE, units),
	KEY("release-needs", "onay-kuralı", NEEDS, IN_SITE, release_needs),
};

enum { KEYS = sizeof(keys) / sizeof(keys[0]) };

struct reader {
	struct doc	*doc;
	struct scan	*scan;
	int		 file;		/* IN_…: the kind of this one */
	bool		 seen[KEYS];
};

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

static void
read_review(struct reader *r, str name, struct front_matter *f)
{
	struct pos pos = scan_pos(r->scan);
	str s;

	if (!scan_text(r->scan, name, &s) ||
	    front_value_months(s, &f->review_months))
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

static bool
is_name_of(const struct key *key, str name)
{
	enum lang lang;

	for (lang = 0; lang < LANG_COUNT; lang++)
		if (str_eq(key->names[lang], name))
			return true;
	return false;
}

static bool
is_key(str name)
{
	size_t i;

	for (i = 0; i < KEYS; i++)
		if (is_name_of(&keys[i], name))
			return true;
	return false;
}

static void
read_row_settings(struct reader *r, enum value_type type, str name)
{
	struct row_settings rows = { r->doc, r->scan, name,
	    &r->doc->front_matter.header_rows, is_key };

	if (type == LABELS)
		row_settings_labels(&rows);
	else if (type == ORDER)
		row_settings_order(&rows);
	else
		row_settings_rows(&rows);
}

/* Reads the value of a key; name is the key as the author wrote it. */
static void
read_value(struct reader *r, const struct key *key, str name)
{
	struct front_matter *f = &r->doc->front_matter;
	void *member = (char *)f + key->offset;

	switch (key->type) {
	case TEXT:	scan_sourced(r->scan, name, member); break;
	case LIST:	scan_list(r->scan, name, member); break;
	case LABELS:
	case ORDER:
	case ROWS:	read_row_settings(r, key->type, name); break;
	case LANGUAGE:	read_language(r, name, f); break;
	case REVIEW:	read_review(r, name, f); break;
	case ADDRESS:	read_address(r, name, f); break;
	case ANSWER:	scan_answer(r->scan, name, member); break;
	case OFFICE:	setting_office(r->doc, r->scan, name, member); break;
	case OFFSET:	setting_offset(r->doc, r->scan, name, f); break;
	case NEEDS:	setting_needs(r->doc, r->scan, name, f); break;
	case RELIANCES:	reliances_read(r->doc, r->scan, name); break;
	case EARLIER:	earlier_editions_read(r->doc, r->scan, name); break;
	case UNITS:	unit_settings_read(r->doc, r->scan, name, &f->units);
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

/* Reports a name that no key has, and proposes the nearest allowed one. A name
 * like none of ours is a key of another program, where the text comes from. */
static void
report_unknown_key(struct reader *r, str name, struct pos pos)
{
	const struct header_rows *h = r->doc->header_rows;
	struct nearest near = nearest_to(name);
	enum lang lang;
	str best;
	size_t i;

	for (i = 0; i < KEYS; i++) {
		if ((keys[i].files & r->file) == 0)
			continue;
		for (lang = 0; lang < LANG_COUNT; lang++)
			nearest_offer(&near, keys[i].names[lang]);
	}
	for (i = 0; h != NULL && i < h->num; i++)
		for (lang = 0; h->rows[i].declared && lang < LANG_COUNT;
		    lang++)
			nearest_offer(&near, h->rows[i].names[lang]);
	best = nearest_best(&near);
	if (r->file == IN_DOCUMENT && (best.len == 0 ||
	    str_find(name, '.') != name.len))
		doc_diag(r->doc, DIAG_FRONT_FOREIGN, pos, name);
	else
		doc_diag(r->doc, DIAG_FRONT_KEY, pos, name, best);
}

/* Reports a row that the collection has not declared, and what declares it. */
static void
report_undeclared(struct reader *r, str name, struct pos pos)
{
	static const struct header_rows none;
	const struct header_rows *h = r->doc->header_rows;
	const struct key *key = keys;

	while (key->type != ROWS)
		key++;
	if (h == NULL)
		h = &none;
	doc_diag(r->doc, DIAG_ROW_UNDECLARED, pos, name,
	    row_name_declaration(r->doc->arena, h, key->names, name),
	    key->names[row_name_lang(name)]);
}

/* Whether the document's dialect has the key. */
static bool
is_known(const struct reader *r, const struct key *key)
{
	return key->type != EARLIER || r->doc->dialect >= 2;
}

/* Finds the key of that name. Reports an unknown or misplaced one; then
 * NULL. */
static const struct key *
find_key(struct reader *r, str name, struct pos pos)
{
	size_t i;

	for (i = 0; i < KEYS; i++) {
		if (!is_name_of(&keys[i], name) || !is_known(r, &keys[i]))
			continue;
		if ((keys[i].files & r->file) != 0)
			return &keys[i];
		doc_diag(r->doc, DIAG_FRONT_PLACE, pos, name,
		    example_file(keys[i].files));
		return NULL;
	}
	if (header_row_is_usual(name))
		report_undeclared(r, name, pos);
	else
		report_unknown_key(r, name, pos);
	return NULL;
}

/* Labels and order are part of what “rows” says. */
static bool
is_said_by_rows(const struct reader *r, const struct key *key)
{
	return (key->type == LABELS || key->type == ORDER) &&
	    r->doc->header_rows != NULL && r->doc->header_rows->stated;
}

/* Reads the value of a declared row. A folder states it for all documents
 * below it, which cannot share a unique one. */
static void
read_declared(struct reader *r, str name, size_t i, struct pos pos)
{
	const struct header_rows *h = r->doc->header_rows;
	struct front_matter *f = &r->doc->front_matter;

	if (!scan_next(r->scan))
		return;
	if (f->declared == NULL)
		f->declared = arena_array(r->doc->arena, struct sourced,
		    h->num);
	if (h->rows[i].unique && r->file != IN_DOCUMENT)
		doc_diag(r->doc, DIAG_FRONT_PLACE, pos, name,
		    example_file(IN_DOCUMENT));
	else if (f->declared[i].text.len != 0)
		doc_diag(r->doc, DIAG_FRONT_TWICE, pos, name);
	else {
		scan_sourced(r->scan, name, &f->declared[i]);
		return;
	}
	scan_skip(r->scan);
}

/* Reads the value of the current key. */
static void
read_pair(struct reader *r, str name)
{
	struct pos pos = scan_pos(r->scan);
	const struct key *key;
	size_t row;

	if (r->doc->header_rows != NULL &&
	    header_row_find(r->doc->header_rows, name, &row)) {
		read_declared(r, name, row, pos);
		return;
	}
	key = find_key(r, name, pos);
	if (key != NULL && r->seen[key - keys]) {
		doc_diag(r->doc, DIAG_FRONT_TWICE, pos, name);
		key = NULL;
	}
	if (key != NULL && is_said_by_rows(r, key)) {
		doc_diag(r->doc, DIAG_ROW_SETTINGS, pos, name);
		key = NULL;
	}
	if (!scan_next(r->scan))
		return;
	if (key != NULL) {
		r->seen[key - keys] = true;
		read_value(r, key, name);
	} else
		scan_skip(r->scan);
}

static void
read_keys(struct doc *doc, str yaml, unsigned lines_before, int file)
{
	struct reader r = { .doc = doc, .file = file,
	    .scan = scan_open(doc, yaml, lines_before) };
	str name;

	if (scan_map(r.scan))
		while (scan_key(r.scan, &name))
			read_pair(&r, name);
	scan_close(r.scan);
}

/* The settings of the site may declare keys that stand above them: they are
 * read before all else. */
static void
read_rows(struct doc *doc, str yaml, unsigned lines_before)
{
	struct diags *diags = doc->diags;
	struct header_rows *rows = arena_new_of(doc->arena,
	    struct header_rows);

	doc->diags = NULL;
	doc->header_rows = NULL;
	read_keys(doc, yaml, lines_before, IN_SITE);
	*rows = doc->front_matter.header_rows;
	doc->header_rows = rows;
	doc->front_matter = (struct front_matter){ 0 };
	doc->diags = diags;
}

static void
read_yaml(struct doc *doc, str yaml, unsigned lines_before, int file)
{
	if (file == IN_SITE)
		read_rows(doc, yaml, lines_before);
	read_keys(doc, yaml, lines_before, file);
}

unsigned
front_matter_lines(str text)
{
	unsigned lines_before;
	str yaml;

	return fences_find(text, &yaml, &lines_before);
}

unsigned
front_matter_read(struct doc *doc, enum front_matter_kind kind)
{
	static const int files[] = { IN_DOCUMENT, IN_FOLDER, IN_SITE };
	unsigned lines_before, lines;
	struct pos start = { 1, 1 };
	str yaml;

	lines = fences_find(doc->text, &yaml, &lines_before);
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

static str
name_of(size_t offset, enum lang lang)
{
	size_t i = 0;

	while (keys[i].offset != offset)
		i++;
	return keys[i].names[lang];
}

str
front_matter_change(enum lang lang)
{
	return name_of(offsetof(struct front_matter, change), lang);
}

str
front_matter_units(enum lang lang)
{
	return name_of(offsetof(struct front_matter, units), lang);
}

str
front_matter_lang(enum lang lang)
{
	return name_of(offsetof(struct front_matter, lang), lang);
}
