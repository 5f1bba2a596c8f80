/* SPDX-License-Identifier: ISC */
#include "test.h"

#include <stdlib.h>

#include "base/address.h"

static void
test_at(void)
{
	/* The address that begins where “http” first stands. */
	static const struct {
		const char	*text;
		const char	*address;
	} rows[] = {
		{ "https://ornek.edu.tr", "https://ornek.edu.tr" },
		{ "http://ornek.edu.tr/", "http://ornek.edu.tr/" },
		{ "bkz. https://ornek.edu.tr.", "https://ornek.edu.tr" },
		{ "https://ornek.edu.tr...", "https://ornek.edu.tr" },
		{ "https://ornek.edu.tr, ve", "https://ornek.edu.tr" },
		{ "https://a.tr/?q=1&b=2#c;", "https://a.tr/?q=1&b=2#c" },
		{ "(https://a.tr)", "https://a.tr" },
		{ "(https://a.tr/(b))", "https://a.tr/(b)" },
		{ "https://a.tr/(b)", "https://a.tr/(b)" },
		{ "https://a.tr/(b", "https://a.tr/(b" },
		{ "(https://a.tr).", "https://a.tr" },
		{ "“https://a.tr”", "https://a.tr" },
		{ "«https://a.tr»", "https://a.tr" },
		{ "\"https://a.tr\"", "https://a.tr" },
		{ "https://a.tr’ye", "https://a.tr" },
		{ "https://a.tr'ye", "https://a.tr" },
		{ "https://a.tr/b-c_d~e%20f", "https://a.tr/b-c_d~e%20f" },
		{ "https://a.tr–b", "https://a.tr" },
		{ "https://a.tr\u00a0b", "https://a.tr" },
		{ "https://a.tr…", "https://a.tr" },
		{ "[https://a.tr]", "https://a.tr" },
		{ "https://türkçe.tr/ığüş", "https://türkçe.tr/ığüş" },
		{ "https://şehir.tr", "https://şehir.tr" },
		{ "xhttps://a.tr", "" },
		{ "1https://a.tr", "" },
		{ "-https://a.tr", "https://a.tr" },
		{ "https://", "" },
		{ "https:// a", "" },
		{ "https:///a", "" },
		{ "http:/a.tr", "" },
		{ "httpsa.tr", "" },
		{ "http", "" },
	};
	size_t i;
	str s;

	for (i = 0; i < LENGTH(rows); i++) {
		s = str_of(rows[i].text);
		check_str(address_at(s, str_search(s, S("http"))),
		    str_of(rows[i].address), "address_at “%s”", rows[i].text);
	}
}

/* Where “www.” first stands, and where “@” does. */
static void
test_others(void)
{
	static const struct {
		const char	*text;
		const char	*www;
		const char	*mail;
	} rows[] = {
		{ "bkz. www.a.edu.tr.", "www.a.edu.tr", "" },
		{ "(www.a.tr/b)", "www.a.tr/b", "" },
		{ "www.a.tr’den", "www.a.tr", "" },
		{ "www.a.tr'den", "www.a.tr", "" },
		{ "www.tr, www. tr", "", "" },
		{ "xwww.a.tr", "", "" },
		{ "çwww.a.tr", "", "" },
		{ "http://www.a.tr", "", "" },
		{ "\\\\www.a.tr", "", "" },
		{ "www..a.tr", "", "" },
		{ "a@b.tr", "", "a@b.tr" },
		{ "(a.b-c_d+e@b.edu.tr).", "", "a.b-c_d+e@b.edu.tr" },
		{ "a@b.tr’ye, a@b.tr'ye", "", "a@b.tr" },
		{ "-a@b.tr-", "", "a@b.tr" },
		{ "posta:a@b.tr: yazın", "", "a@b.tr" },
		{ "git@b.com:a/b", "", "" },
		{ "root@10.1.2.3", "", "" },
		{ "ça@b.tr", "", "" },
		{ "a@b", "", "" },
		{ "a@b.c", "", "" },
		{ "a@b..tr", "", "" },
		{ "a@b.tr@c.tr", "", "" },
		{ "@b.tr", "", "" },
		{ "ssh://a@b.tr/c", "", "" },
	};
	size_t i;
	str s;

	for (i = 0; i < LENGTH(rows); i++) {
		s = str_of(rows[i].text);
		check_str(address_www_at(s, str_search(s, S("www."))),
		    str_of(rows[i].www), "address_www_at “%s”", rows[i].text);
		if (str_find(s, '@') != s.len)
			check_str(address_mail_at(s, 0, str_find(s, '@')),
			    str_of(rows[i].mail), "address_mail_at “%s”",
			    rows[i].text);
	}
}

/* Longer than any address is none, and nothing is read beyond the end. */
static void
test_long(void)
{
	size_t len = 10000;
	char *p = malloc(len);

	memset(p, 'a', len);
	memcpy(p, "https://", 8);
	check(address_at((str){ p, len }, 0).len == 0, "address_at too long");
	check(address_at((str){ p, 1000 }, 0).len == 1000,
	    "address_at of 1000 bytes");
	check(address_at((str){ p + len - 1, 1 }, 0).len == 0,
	    "address_at of one byte");
	free(p);
}

int
main(void)
{
	test_at();
	test_others();
	test_long();
	return 0;
}
