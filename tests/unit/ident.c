/* SPDX-License-Identifier: ISC */
#include "test.h"

#include "model/ident.h"

static void
test_read(void)
{
	static const struct {
		const char	*path;
		bool		 sound;
	} rows[] = {
		{ "frm/bim/e-posta/imapsmtp_20190115_1", true },
		{ "a/b/c/d_20240229_0", true },
		{ "a/b/c/d-1_20240101_12", true },
		{ "a/b/c/-_20240101_1", true },
		{ "a/b/c/1_20240101_1", true },
		{ "a/b/c/d_20240101_999999", true },
		{ "a/b/c/d_20230229_0", false },
		{ "a/b/c/d_20240101_01", false },
		{ "a/b/c/d_20240101_00", false },
		{ "a/b/c/d_20240101_", false },
		{ "a/b/c/d_20240101_-1", false },
		{ "a/b/c/d_20240101_x", false },
		{ "a/b/c/d_20240101_1000000", false },
		{ "a/b/c/d_20240101_99999999999999999999", false },
		{ "a/b/c/d_2024010_1", false },
		{ "a/b/c/d_202401011_1", false },
		{ "a/b/c/d_20240101", false },
		{ "a/b/c/d", false },
		{ "a/b/c/_20240101_1", false },
		{ "a/b/c/D_20240101_1", false },
		{ "a/b/c/ç_20240101_1", false },
		{ "a/b/c/d e_20240101_1", false },
		{ "a/b/c/d_e_20240101_1", false },
		{ "a/b/c/d.e_20240101_1", false },
		{ "a/b/c/index_20240101_1", false },
		{ "a/b/c/index-2_20240101_1", true },
		{ "d_20240101_1", false },
		{ "", false },
	};
	struct ident d;
	size_t i;

	for (i = 0; i < LENGTH(rows); i++)
		check(ident_read(&d, str_of(rows[i].path), NULL, S("")) ==
		    rows[i].sound, "ident_read “%s”", rows[i].path);
}

static void
test_parts(void)
{
	struct ident d;

	check(ident_read(&d, S("frm/bim/e-posta/imapsmtp_20190115_12"), NULL,
	    S("")), "ident_read");
	check_str(d.edition, S("frm/bim/e-posta/imapsmtp_20190115_12"),
	    "edition");
	check_str(d.work, S("frm/bim/e-posta/imapsmtp"), "work");
	check_str(d.subject, S("frm/bim/e-posta"), "subject");
	check_str(d.unit, S("frm/bim"), "unit");
	check_str(d.class, S("frm"), "class");
	check_str(d.name, S("imapsmtp"), "name");
	check(d.date.year == 2019 && d.date.month == 1 && d.date.day == 15,
	    "date");
	check(d.revision == 12, "revision");
}

static void
test_names(void)
{
	check(ident_is_name(S("e-posta")), "ident_is_name e-posta");
	check(ident_is_name(S("1")), "ident_is_name 1");
	check(!ident_is_name(S("")), "ident_is_name empty");
	check(!ident_is_name(S("E")), "ident_is_name E");
	check(!ident_is_name(S("a_b")), "ident_is_name a_b");
	check(!ident_is_name(S("ı")), "ident_is_name ı");
	check(!ident_is_name(S("a b")), "ident_is_name with a blank");
	check(!ident_is_name(S(".")), "ident_is_name of a dot");
}

static void
test_cmp(void)
{
	/* In order; revisions as numbers. */
	static const char *const rows[] = { "a/b/c/d_20240101_2",
	    "a/b/c/d_20230101_10", "a/b/c/e_20200101_0", "a/c/a/a_20200101_0" };
	struct ident x, y;
	size_t i;

	for (i = 1; i < LENGTH(rows); i++) {
		ident_read(&x, str_of(rows[i - 1]), NULL, S(""));
		ident_read(&y, str_of(rows[i]), NULL, S(""));
		check(ident_cmp(&x, &y) < 0 && ident_cmp(&y, &x) > 0 &&
		    ident_cmp(&x, &x) == 0, "ident_cmp %s", rows[i]);
	}
}

int
main(void)
{
	test_read();
	test_parts();
	test_names();
	test_cmp();
	return 0;
}
