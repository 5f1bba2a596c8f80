/* SPDX-License-Identifier: ISC
 *
 * Which paths may come from outside: from a listing, a destination, another
 * machine. What is no path of a collection must not be written anywhere.
 */
#include "test.h"

#include "model/site_path.h"

enum { CONTENT = 1, TEMPLATE = 2, SITE = 4 };

#define LONG	"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"

static const struct {
	const char	*path;
	int		 kinds;
} rows[] = {
	{ "index.md", CONTENT | SITE },
	{ "frm/bim/e-posta/index.md", CONTENT | SITE },
	{ "frm/bim/e-posta/parola_20240101_0.md", CONTENT | SITE },
	{ "frm/bim/e-posta/parola_20240101_0.pdf", CONTENT | SITE },
	{ "frm/bim/e-posta/parola_20240101_0/a.png", CONTENT | SITE },
	{ "logo.png", CONTENT | TEMPLATE | SITE },
	{ "index.html", SITE },
	{ "frm/index.html", SITE },
	{ "frm/bim/e-posta/parola.html", SITE },
	{ "frm/bim/e-posta/parola_20240101_0.html", SITE },
	{ "birim/bim.html", SITE },
	{ "birim/bim_harf_a.html", SITE },
	{ "birim/harf_harf_cc-2.html", SITE },
	{ "birim/harf_a.html", SITE },
	{ "harf_a.html", SITE },
	{ "frm/bim/e-posta/harf_a-2.html", SITE },
	{ "matbu.css", TEMPLATE | SITE },
	{ "fonts/noto.woff2", TEMPLATE | SITE },
	{ "register.tsv", SITE },
	{ "", 0 },
	{ "/etc/passwd", 0 },
	{ "../matbu.css", 0 },
	{ "fonts/../../matbu.css", 0 },
	{ "fonts/./a.css", 0 },
	{ "fonts//a.css", 0 },
	{ "fonts/", 0 },
	{ ".matbu", 0 },
	{ ".htaccess", 0 },
	{ "fonts/.htaccess", 0 },
	{ ".git/hooks/a", 0 },
	{ "a b.css", 0 },
	{ "a\nb.css", 0 },
	{ "a\\b.css", 0 },
	{ "a:b.css", 0 },
	{ "ş.css", 0 },
	{ "fonts/a.html", 0 },
	{ "fonts/a.md", 0 },
	{ "fonts/a.pdf", 0 },
	{ "fonts/a.tsv", 0 },
	{ "a/b/c/d/index.md", 0 },
	{ "a/b/c/d/index.html", 0 },
	{ "A/index.md", 0 },
	{ "../index.md", 0 },
	{ "a//index.md", 0 },
	{ "birim/a/b.html", 0 },
	{ "birim/B.html", 0 },
	{ "birim/B_harf_a.html", 0 },
	{ "frm/bim_harf_a.html", 0 },
	{ "frm/harf_.html", 0 },
	{ "frm/harf_a_b.html", 0 },
	{ "a/b/c/d/harf_a.html", 0 },
	{ "frm/bim/parola_20240101_0.md", 0 },
	{ "frm/bim/e-posta/parola_20240101_0/.a.png", 0 },
	{ "frm/bim/e-posta/parola_20240101_0/a.html", 0 },
	{ "frm/bim/e-posta/parola_20240101_0/a.sh", 0 },
	{ "frm/bim/e-posta/parola_20240101_0/a.jpg", CONTENT | SITE },
	{ "frm/bim/e-posta/parola_20240101_0/a.jpeg", CONTENT | SITE },
	{ "frm/bim/e-posta/parola_20240101_0/a.docx", CONTENT | SITE },
	{ "frm/bim/e-posta/parola_20240101_0/a.xlsx", CONTENT | SITE },
	{ "frm/bim/e-posta/parola_20240101_0/a.pptx", CONTENT | SITE },
	{ "frm/bim/e-posta/parola_20240101_0/a.odt", CONTENT | SITE },
	{ "frm/bim/e-posta/parola_20240101_0/a.ods", CONTENT | SITE },
	{ "frm/bim/e-posta/parola_20240101_0/a.odp", CONTENT | SITE },
	{ "frm/bim/e-posta/parola_20240101_0/a.pdf", CONTENT | SITE },
	{ "frm/bim/e-posta/parola_20240101_0/a.csv", CONTENT | SITE },
	{ "frm/bim/e-posta/parola_20240101_0/a.txt", CONTENT | SITE },
	{ "frm/bim/e-posta/parola_20240101_0/a.doc", 0 },
	{ "frm/bim/e-posta/parola_20240101_0/a.TXT", 0 },
	{ "frm/bim/e-posta/parola_20240101_0/a.b.txt", 0 },
	{ "frm/bim/e-posta/parola_20240101_0/A.txt", 0 },
	{ "frm/bim/e-posta/parola_20240101_0/a.txt.", 0 },
	{ "frm/bim/e-posta/parola_20240101_0/.txt", 0 },
	{ "frm/bim/e-posta/parola_20240101_0/txt", 0 },
	{ "frm/bim/e-posta/parola_20240101_0/b/a.png", TEMPLATE | SITE },
	{ "a/b/c/d/e/f/g/h/i.css", TEMPLATE | SITE },
	{ "a/b/c/d/e/f/g/h/i/j.css", 0 },
	{ LONG LONG LONG LONG "aaa", TEMPLATE | SITE },
	{ LONG LONG LONG LONG "aaaa", 0 },
};

int
main(void)
{
	size_t i;
	str s;

	for (i = 0; i < LENGTH(rows); i++) {
		s = str_of(rows[i].path);
		check(site_path_is_content(s) == ((rows[i].kinds & CONTENT) !=
		    0), "content “%.60s”", s.p);
		check(site_path_is_template(s) == ((rows[i].kinds & TEMPLATE)
		    != 0), "template “%.60s”", s.p);
		check(site_path_is_site(s) == ((rows[i].kinds & SITE) != 0),
		    "site “%.60s”", s.p);
	}
	return 0;
}
