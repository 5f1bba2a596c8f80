/* SPDX-License-Identifier: ISC
 *
 * The words of foreign pages, and what they say.
 */
#include "test.h"

#include <time.h>

#include "base/arena.h"
#include "base/sink.h"
#include "links/page_text.h"

static struct arena *a;

#define MANY "Yeterince uzun bir metin olsun diye burada yazanlar aynen yinelenir. "
#define LONG MANY MANY MANY MANY

static const struct {
	const char	*name;
	const char	*type;
	const char	*bytes;
	const char	*phrase;
	bool		 says;
	bool		 readable;
} pages[] = {
	{ "plain", "text/plain", "A  b\tC", "a B c", true, true },
	{ "inline", "text/html", "<p>ba<b>ğ</b>la", "bağla", true, true },
	{ "block", "text/html", "<p>bir</p><p>iki</p>", "bir iki", true, true },
	{ "block-apart", "text/html", "<td>bir<td>iki", "biriki", false, true },
	{ "entity", "text/html", "&ccedil;a&#287;r&#x131;&nbsp;&amp; a", "çağrı & a",
	    true, true },
	{ "script", "text/html", "<script>var a = '<p>parola</p>';</script>" LONG,
	    "parola", false, true },
	{ "style", "text/html", "<style>p { content: 'parola' }</style>" LONG,
	    "parola", false, true },
	{ "comment", "text/html", "<!-- parola -->" LONG, "parola", false, true },
	{ "attribute", "text/html", "<p title='parola'>" LONG, "parola", false,
	    true },
	{ "title", "text/html", "<title>Parola</title><p>metin", "parola", true,
	    true },
	{ "title-alone", "text/html", "<title>Parola</title>", "kullanıcı", false,
	    false },
	{ "scripts-write", "text/html", "<script src=a></script><p>Bekleyin", "parola",
	    false, false },
	{ "noscript", "text/html", "<noscript><p>" LONG "</noscript><script></script>",
	    "yeterince", false, false },
	{ "empty", "text/html", "", "parola", false, false },
	{ "spaces", "text/html", " <p> \n", "parola", false, false },
	{ "other", "application/pdf", "%PDF parola", "parola", false, false },
	{ "no-type", "", "<p>parola", "parola", true, true },
	{ "capitals", "text/plain", "IŞIK AÇILIR, İmap", "ışık açılır, imap", true, true },
	{ "i", "text/plain", "IMAP ile", "imap", true, true },
	{ "composed", "text/plain", "go\xCC\x88nderme s\xCC\xA7", "gönderme ş", true,
	    true },
	{ "dotted", "text/plain", "i\xCC\x87leti", "İLETİ", true, true },
	{ "quotes", "text/plain", "Konya’nın “adı” – yeni", "konya'nın \"adı\" - yeni",
	    true, true },
	{ "soft", "text/plain", "uygu\xC2\xADla\xE2\x80\x8Bma", "uygulama", true, true },
	{ "number", "text/plain", "port 4650", "port 465", false, true },
	{ "number-left", "text/plain", "1993 yılı", "993", false, true },
	{ "number-whole", "text/plain", "port 4650 ya da 465.", "465", true, true },
	{ "windows-1254", "text/html; charset=ISO-8859-9", "\xFE\xFD\xF0", "şığ", true,
	    true },
	{ "windows-1254-quote", "text/html; charset=latin5", "\x93" "a\x94", "“a”", true,
	    true },
	{ "meta", "text/html", "<meta charset=\"iso-8859-9\"><p>\xFE", "ş", true, true },
	{ "undeclared", "text/html", "<p>\xFEifre", "şifre", true, true },
	{ "mark", "text/html; charset=iso-8859-1", "\xEF\xBB\xBFşifre", "şifre", true,
	    true },
	{ "klingon", "text/html; charset=klingon", "<p>parola", "parola", false, false },
	{ "wrong", "text/html; charset=utf-8", "<p>\xFE\xFD\xFE\xFD bir", "şifre", false,
	    false },
	{ "one-wrong", "text/html; charset=utf-8", "<p>\xFE" LONG, "şifre", false, true },
};

static void
test_pages(void)
{
	struct page_text text;
	size_t i;

	for (i = 0; i < LENGTH(pages); i++) {
		text = page_text_read(a, str_of(pages[i].bytes),
		    str_of(pages[i].type));
		check(page_text_says(a, &text, str_of(pages[i].phrase)) ==
		    pages[i].says, "%s-says", pages[i].name);
		check(text.readable == pages[i].readable, "%s-readable",
		    pages[i].name);
	}
}

/* Pages of 2 MB that repeat one piece, also below many open elements, take
 * their time. */
static void
test_hostile(size_t open)
{
	static const char *const pieces[] = { "<b>", "<p>", "<a>", "</b>", "<table>",
	    "<select><option>", "<", "&", "&#1;", "<!--", "<script>", "<div\n",
	    "<a b=c ", "<title>", "<noscript>", "\x80", "<td><li>", "<form>",
	    "<font><p>", "<![CDATA[", "<?x ", "<!DOCTYPE ", "&amp", "i\xCC\x87" };
	struct sink k = { 0 };
	struct page_text text;
	clock_t start;
	size_t i, j;

	for (i = 0; i < LENGTH(pieces); i++) {
		sink_reset(&k);
		for (j = 0; j < open; j++)
			sink_puts(&k, "<div>");
		while (k.len < 2 << 20)
			sink_puts(&k, pieces[i]);
		start = clock();
		text = page_text_read(a, sink_str(&k), S("text/html"));
		page_text_says(a, &text, S("i"));
		check(clock() - start < 10 * CLOCKS_PER_SEC, "hostile-%zu-%zu %.1f s",
		    open, i, (double)(clock() - start) / CLOCKS_PER_SEC);
		arena_reset(a);
	}
	sink_free(&k);
}

int
main(void)
{
	a = arena_new();
	test_pages();
	test_hostile(0);
	test_hostile(490);
	arena_free(a);
	return 0;
}
