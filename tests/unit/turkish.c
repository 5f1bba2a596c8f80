/* SPDX-License-Identifier: ISC */
#include "test.h"

#include "base/arena.h"
#include "base/turkish.h"

static void
test_slug(struct arena *a)
{
	static const struct {
		const char	*text;
		const char	*slug;
	} rows[] = {
		{ "", "" },
		{ "Giriş", "giris" },
		{ "ç ğ ı i ö ş ü â î û", "c-g-i-i-o-s-u-a-i-u" },
		{ "Ç Ğ I İ Ö Ş Ü Â Î Û", "c-g-i-i-o-s-u-a-i-u" },
		{ "IMAP’ı etkinleştir", "imap-i-etkinlestir" },
		{ "1 – Güncelleme / değiştirme (önerilen)",
		    "1-guncelleme-degistirme-onerilen" },
		{ "--- baş ve son ---", "bas-ve-son" },
		{ "A_B__C", "a-b-c" },
		{ "a\tb\nc", "a-b-c" },
		{ "…", "" },
		{ "漢字", "" },
		{ "é à ñ ß", "" },
		{ "aéb", "a-b" },
		{ "İSTANBUL ISPARTA", "istanbul-isparta" },
		{ "x\xFF" "y", "x-y" },
		{ "Ekran Alıntısı", "ekran-alintisi" },
		/* Marks apart from their letters. */
		{ "S\u0327ekil go\u0308ru\u0308ntu\u0308su\u0308",
		    "sekil-goruntusu" },
		{ "I\u0307C\u0327 og\u0306renci hala\u0302", "ic-ogrenci-hala" },
		{ "ae\u0301b", "a-b" },
	};
	size_t i;

	for (i = 0; i < LENGTH(rows); i++)
		check_str(turkish_slug(a, str_of(rows[i].text)),
		    str_of(rows[i].slug), "turkish_slug “%s”", rows[i].text);
}

static void
test_lower(void)
{
	static const struct {
		uint32_t	c;
		uint32_t	lower;
	} rows[] = {
		{ 'A', 'a' }, { 'Z', 'z' }, { 'a', 'a' }, { '0', '0' },
		{ 'I', 0x131 }, { 0x131, 0x131 }, { 'i', 'i' },
		{ 0x130, 'i' },
		{ 0xC7, 0xE7 }, { 0x11E, 0x11F }, { 0xD6, 0xF6 },
		{ 0x15E, 0x15F }, { 0xDC, 0xFC },
		{ 0xC2, 0xE2 }, { 0xCE, 0xEE }, { 0xDB, 0xFB },
		{ 0xD7, 0xD7 },			/* × is no letter */
		{ 0xDF, 0xDF }, { 0xF7, 0xF7 },
		{ 0x141, 0x142 }, { 0x142, 0x142 },	/* Ł */
		{ 0x147, 0x148 }, { 0x148, 0x148 },	/* Ň */
		{ 0x14A, 0x14B }, { 0x160, 0x161 },	/* Ŋ Š */
		{ 0x178, 0xFF },			/* Ÿ */
		{ 0x179, 0x17A }, { 0x17D, 0x17E }, { 0x17E, 0x17E },
		{ 0x138, 0x138 }, { 0x149, 0x149 },	/* ĸ ŉ have no pair */
		{ 0x17F, 0x17F },
		{ 0x2019, 0x2019 }, { 0x10FFFF, 0x10FFFF },
	};
	size_t i;

	for (i = 0; i < LENGTH(rows); i++)
		check(turkish_lower(rows[i].c) == rows[i].lower,
		    "turkish_lower U+%04X", (unsigned)rows[i].c);
}

static void
test_cmp(void)
{
	/* In order. */
	static const char *const rows[] = { "", "10", "A", "a", "ab", "açık",
	    "adım", "cam", "Çam", "dağ", "gaz", "ğ", "hal", "ılık", "Isı",
	    "ilk", "İzin", "jel", "of", "öf", "pul", "sal", "şal", "tel",
	    "un", "ün", "van", "yıl", "zor" };
	size_t i, j;
	int c;

	for (i = 0; i < LENGTH(rows); i++)
		for (j = 0; j < LENGTH(rows); j++) {
			c = turkish_cmp(str_of(rows[i]), str_of(rows[j]));
			if ((c > 0) - (c < 0) != (i > j) - (i < j))
				check(false, "turkish_cmp “%s” “%s”", rows[i],
				    rows[j]);
		}
	check(true, "turkish_cmp of %zu words", i);
	check(turkish_cmp(S("Kahve"), S("kahve")) ==
	    -turkish_cmp(S("kahve"), S("Kahve")) &&
	    turkish_cmp(S("Kahve"), S("kahve")) != 0,
	    "turkish_cmp orders what differs in case only");
}

int
main(void)
{
	struct arena *a = arena_new();

	test_slug(a);
	test_lower();
	test_cmp();
	arena_free(a);
	return 0;
}
