/* SPDX-License-Identifier: ISC */
#include "links/page_text.h"

#include <libxml/HTMLparser.h>

#include "base/arena.h"
#include "base/compose.h"
#include "base/diags.h"
#include "base/die.h"
#include "base/sink.h"
#include "base/turkish.h"
#include "links/encoding.h"

/* A page with scripts whose text has fewer letters is one that its scripts
 * would write: “please enable JavaScript”. */
enum { FEW_LETTERS = 200 };

/* A page of which more than one letter in so many cannot be read is in another
 * encoding than it says. */
enum { LETTERS_A_FAULT = 50 };

/* The parser's work grows with the square of this: a page that nests deeper is
 * no page. */
enum { DEPTH_LIMIT = 500 };

/* --- From HTML to its text */

struct extractor {
	struct sink	words;
	struct sink	title;
	size_t		skipped;	/* open elements without text */
	size_t		titles;		/* open ones */
	size_t		depth;
	bool		has_script;
	bool		too_deep;
};

static bool
is_one_of(const char *const names[], const xmlChar *name)
{
	size_t i;

	for (i = 0; names[i] != NULL; i++)
		if (str_eq(str_of(names[i]), str_of((const char *)name)))
			return true;
	return false;
}

static bool
is_skipped(const xmlChar *name)
{
	static const char *const names[] = { "script", "style", "noscript",
	    "template", NULL };

	return is_one_of(names, name);
}

/* Whether readers see no space at its ends. */
static bool
is_inline(const xmlChar *name)
{
	static const char *const names[] = { "a", "abbr", "acronym", "b",
	    "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em",
	    "font", "i", "ins", "kbd", "label", "mark", "q", "s", "samp",
	    "small", "span", "strike", "strong", "sub", "sup", "time", "tt",
	    "u", "var", "wbr", NULL };

	return is_one_of(names, name);
}

static struct sink *
sink_of(struct extractor *x)
{
	return x->titles != 0 ? &x->title : &x->words;
}

static struct extractor *
extractor_of(void *context)
{
	return ((htmlParserCtxt *)context)->_private;
}

static void
start_element(void *context, const xmlChar *name, const xmlChar **attrs)
{
	struct extractor *x = extractor_of(context);

	(void)attrs;
	x->skipped += is_skipped(name);
	x->has_script |= is_one_of((const char *const[]){ "script", NULL },
	    name);
	x->titles += is_one_of((const char *const[]){ "title", NULL }, name);
	if (!is_inline(name))
		sink_char(sink_of(x), ' ');
	if (++x->depth > DEPTH_LIMIT) {
		x->too_deep = true;
		xmlStopParser(context);
	}
}

static void
end_element(void *context, const xmlChar *name)
{
	struct extractor *x = extractor_of(context);

	x->depth -= x->depth != 0;
	if (x->skipped != 0 && is_skipped(name))
		x->skipped--;
	if (!is_inline(name))
		sink_char(sink_of(x), ' ');
	if (x->titles != 0 && is_one_of((const char *const[]){ "title", NULL },
	    name))
		x->titles--;
}

static void
take_text(void *context, const xmlChar *text, int len)
{
	struct extractor *x = extractor_of(context);

	if (x->skipped == 0)
		sink_put(sink_of(x), (str){ (const char *)text, (size_t)len });
}

/* Foreign pages have faults; only our memory counts. */
static void
handle_error(void *context, xmlError *e)
{
	(void)context;
	if (e->code == XML_ERR_NO_MEMORY)
		die_system(DIAG_MEMORY, "", "");
}

/* Extracts the text; bytes are UTF-8 without NUL. */
static void
extract(struct extractor *x, str bytes)
{
	htmlParserCtxt *ctxt = htmlNewParserCtxt();
	htmlSAXHandler sax = { .startElement = start_element,
	    .endElement = end_element, .characters = take_text,
	    .cdataBlock = take_text, .ignorableWhitespace = take_text,
	    .initialized = XML_SAX2_MAGIC,
	    .serror = (xmlStructuredErrorFunc)handle_error };

	if (ctxt == NULL)
		die_system(DIAG_MEMORY, "", "");
	*ctxt->sax = sax;
	ctxt->_private = x;
	htmlCtxtReadMemory(ctxt, bytes.p, (int)bytes.len, NULL, "UTF-8",
	    HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
	    HTML_PARSE_NONET);
	htmlFreeParserCtxt(ctxt);
}

/* --- What counts as equal */

/* The character that stands for it, or 0 where nothing does. */
static uint32_t
folded(uint32_t c)
{
	if (c == 0xAD || (c >= 0x200B && c <= 0x200F) || c == 0x2060 ||
	    c == 0xFEFF || c == 0x307)
		return 0;
	if (c <= ' ' || (c >= 0x7F && c <= 0xA0) || c == 0x1680 ||
	    (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 ||
	    c == 0x202F || c == 0x205F || c == 0x3000)
		return ' ';
	if (c == 0x2018 || c == 0x2019 || c == 0x2032 || c == 0x60 ||
	    c == 0xB4 || c == 0x201B)
		return '\'';
	if ((c >= 0x201C && c <= 0x201F) || c == 0xAB || c == 0xBB ||
	    c == 0x2033)
		return '"';
	if ((c >= 0x2010 && c <= 0x2015) || c == 0x2212)
		return '-';
	c = turkish_lower(c);
	return c == 0x131 ? 'i' : c;
}

str
page_text_fold(struct arena *a, str s)
{
	struct sink k = { 0 };
	size_t i, len;
	uint32_t c;

	s = compose(a, s);
	for (i = 0; i < s.len; i += len) {
		c = folded(str_rune(str_from(s, i), &len));
		if (c == ' ' && (k.len == 0 || k.p[k.len - 1] == ' '))
			continue;
		if (c != 0)
			sink_rune(&k, c);
	}
	/* What stood between a letter and its mark may be gone. */
	return compose(a, str_trim(sink_take(&k, a)));
}

/* --- Pages */

static size_t
count_letters(str s)
{
	size_t i, num = 0;

	for (i = 0; i < s.len; i++)
		num += char_is_letter(s.p[i]) && (s.p[i] & 0xC0) != 0x80;
	return num;
}

/* Whether the letters are those that its author wrote. */
static bool
is_legible(str words, size_t letters)
{
	static const str fault = S("\xEF\xBF\xBD");
	size_t num = 0;
	str rest = words;

	while ((rest = str_from(rest, str_search(rest, fault))).len != 0) {
		rest = str_from(rest, fault.len);
		num++;
	}
	return num * LETTERS_A_FAULT <= letters;
}

static struct page_text
text_of_html(struct arena *a, str bytes)
{
	struct extractor x = { 0 };
	struct page_text text;
	size_t letters;

	extract(&x, bytes);
	letters = count_letters(sink_str(&x.words));
	text.readable = !x.too_deep && letters != 0 &&
	    (!x.has_script || letters >= FEW_LETTERS) &&
	    is_legible(sink_str(&x.words), letters);
	sink_char(&x.title, '\n');
	sink_put(&x.title, sink_str(&x.words));
	text.words = page_text_fold(a, sink_str(&x.title));
	sink_free(&x.words);
	sink_free(&x.title);
	return text;
}

static bool
is_html(str bytes, str type)
{
	if (type.len != 0)
		return str_starts(type, S("text/html")) ||
		    str_starts(type, S("application/xhtml+xml"));
	return str_starts(str_trim(str_upto(bytes, 256)), S("<"));
}

struct page_text
page_text_read(struct arena *a, str bytes, str type)
{
	struct sink k = { 0 };
	struct page_text text = { S(""), false };

	if (!encoding_read(bytes, type, &k) || k.len == 0)
		;
	else if (is_html(bytes, type))
		text = text_of_html(a, sink_str(&k));
	else if (type.len == 0 || str_starts(type, S("text/"))) {
		text.words = page_text_fold(a, sink_str(&k));
		text.readable = count_letters(text.words) != 0 &&
		    is_legible(text.words, count_letters(text.words));
	}
	sink_free(&k);
	return text;
}

static bool
is_digit_at(str s, size_t i)
{
	return i < s.len && char_is_digit(s.p[i]);
}

/* Whether the phrase, found at i, is no part of a longer number. */
static bool
is_whole(str words, str phrase, size_t i)
{
	bool before = i > 0 && is_digit_at(words, i - 1);
	bool after = is_digit_at(words, i + phrase.len);

	return !(before && is_digit_at(phrase, 0)) &&
	    !(after && is_digit_at(phrase, phrase.len - 1));
}

bool
page_text_says(struct arena *a, const struct page_text *text, str phrase)
{
	str rest = text->words;
	size_t at;

	phrase = page_text_fold(a, phrase);
	if (phrase.len == 0)
		return false;
	while ((at = str_search(rest, phrase)) < rest.len) {
		if (is_whole(text->words, phrase, at +
		    (size_t)(rest.p - text->words.p)))
			return true;
		rest = str_from(rest, at + 1);
	}
	return false;
}
