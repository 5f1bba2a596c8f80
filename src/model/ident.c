/* SPDX-License-Identifier: ISC */
#include "model/ident.h"

enum { REVISION_DIGITS = 6, NAME_LIMIT = 200 };	/* [byte] */

bool
ident_is_name(str s)
{
	size_t i;

	for (i = 0; i < s.len; i++)
		if (!char_is_lower(s.p[i]) && !char_is_digit(s.p[i]) &&
		    s.p[i] != '-')
			return false;
	return s.len != 0 && s.len <= NAME_LIMIT;
}

static bool
is_digits(str s)
{
	size_t i;

	for (i = 0; i < s.len; i++)
		if (!char_is_digit(s.p[i]))
			return false;
	return s.len != 0;
}

/* Splits s before its last separator. */
static bool
split_last(str *s, char separator, str *last)
{
	size_t at = str_rfind(*s, separator);

	if (at == s->len)
		return false;
	*last = str_from(*s, at + 1);
	*s = str_upto(*s, at);
	return true;
}

static bool
read_revision(str s, unsigned *revision)
{
	size_t i;

	if (!is_digits(s) || s.len > REVISION_DIGITS ||
	    (s.len > 1 && s.p[0] == '0'))
		return false;
	for (*revision = 0, i = 0; i < s.len; i++)
		*revision = *revision * 10 + (unsigned)(s.p[i] - '0');
	return true;
}

/* Reads from the right: revision, date, name. */
static bool
read_stem(struct ident *d, str stem, struct diags *ds, str shown)
{
	struct pos none = { 0, 0 };
	str revision, date;

	if (!split_last(&stem, '_', &revision) ||
	    !split_last(&stem, '_', &date) ||
	    !is_digits(revision) || !date_read_compact(date, &d->date) ||
	    !ident_is_name(stem)) {
		diag(ds, DIAG_NAME_FORM, none, shown);
		return false;
	}
	d->name = stem;
	if (!date_is_real(d->date))
		diag(ds, DIAG_NAME_DAY, none, shown, date);
	else if (!read_revision(revision, &d->revision))
		diag(ds, DIAG_NAME_REVISION, none, shown, revision);
	else if (str_eq(stem, S("index")))
		diag(ds, DIAG_NAME_INDEX, none, shown);
	else
		return true;
	return false;
}

/* Splits “class/unit/subject”. */
static bool
read_folders(struct ident *d, str folder)
{
	str subject, unit;

	d->subject = folder;
	if (!split_last(&folder, '/', &subject))
		return false;
	d->unit = folder;
	if (!split_last(&folder, '/', &unit))
		return false;
	d->class = folder;
	return ident_is_name(folder) && ident_is_name(unit) &&
	    ident_is_name(subject);
}

bool
ident_is_work(str s)
{
	struct ident d;
	str name;

	return split_last(&s, '/', &name) && read_folders(&d, s) &&
	    ident_is_name(name) && !str_eq(name, S("index"));
}

bool
ident_read(struct ident *d, str edition, struct diags *ds, str shown)
{
	struct pos none = { 0, 0 };
	str stem, folder = edition;

	*d = (struct ident){ .edition = edition };
	if (!split_last(&folder, '/', &stem) || !read_folders(d, folder)) {
		diag(ds, DIAG_NAME_PLACE, none, shown);
		return false;
	}
	if (!read_stem(d, stem, ds, shown))
		return false;
	d->work = str_upto(edition, folder.len + 1 + d->name.len);
	return true;
}

int
ident_cmp(const struct ident *a, const struct ident *b)
{
	int c = str_cmp(a->work, b->work);

	return c != 0 ? c : (a->revision > b->revision) -
	    (a->revision < b->revision);
}
