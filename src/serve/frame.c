/* SPDX-License-Identifier: ISC */
#include "serve/frame.h"

#include "base/cell.h"
#include "base/message.h"
#include "base/phrase.h"
#include "base/sink.h"

enum { FAULTS_SHOWN = 200 };

/* Puts name="…" with a phrase. */
static void
put_attribute(struct sink *k, const char *name, enum phrase phrase)
{
	sink_char(k, ' ');
	sink_puts(k, name);
	sink_puts(k, "=\"");
	sink_xml_attr(k, phrase_text(phrase));
	sink_char(k, '"');
}

static void
put_head(struct sink *k)
{
	sink_puts(k, "<!DOCTYPE html>\n<html lang=\"");
	sink_put(k, lang_tag(message_language()));
	sink_puts(k, "\">\n<head>\n<meta charset=\"utf-8\">\n"
	    "<meta name=\"viewport\" content=\"width=device-width, "
	    "initial-scale=1\">\n"
	    "<meta name=\"color-scheme\" content=\"light dark\">\n<title>");
	sink_xml(k, phrase_text(PHRASE_SERVE_TITLE));
	sink_puts(k, "</title>\n"
	    "<link rel=\"stylesheet\" href=\"_/serve.css\">\n<script src=\"_/serve.js\" defer></script>\n</head>\n");
}

static void
put_bar(struct sink *k)
{
	sink_puts(k, "<header>\n<h1>");
	sink_xml(k, phrase_text(PHRASE_SERVE_TITLE));
	sink_puts(k, "</h1>\n<p id=\"state\" role=\"status\"");
	put_attribute(k, "data-busy", PHRASE_SERVE_BUSY);
	put_attribute(k, "data-good", PHRASE_SERVE_GOOD);
	put_attribute(k, "data-failed", PHRASE_SERVE_FAILED);
	put_attribute(k, "data-ended", PHRASE_SERVE_ENDED);
	sink_puts(k, "></p>\n<nav><a href=\"index.html\">");
	sink_xml(k, phrase_text(PHRASE_SERVE_HOME));
	sink_puts(k, "</a> <a href=\"taslak.html\" hidden>");
	sink_xml(k, lang_word(message_language(), WORD_DRAFTS));
	sink_puts(k, "</a></nav>\n<button type=\"button\" id=\"toggle\" "
	    "aria-pressed=\"true\">");
	sink_xml(k, phrase_text(PHRASE_SERVE_RECORD));
	sink_puts(k, "</button>\n</header>\n");
}

static void
put_panes(struct sink *k)
{
	sink_puts(k, "<main>\n<div id=\"page\" class=\"pane\"");
	put_attribute(k, "data-title", PHRASE_SERVE_PAGE);
	sink_puts(k, "></div>\n<div id=\"record\" class=\"pane\"");
	put_attribute(k, "data-title", PHRASE_SERVE_RECORD);
	sink_puts(k, "><p>");
	sink_xml(k, phrase_text(PHRASE_SERVE_NO_RECORD));
	sink_puts(k, "</p></div>\n<details id=\"faults\" hidden><summary");
	put_attribute(k, "data-errors", PHRASE_SERVE_ERRORS);
	put_attribute(k, "data-warnings", PHRASE_SERVE_WARNINGS);
	sink_puts(k, "></summary><ul></ul></details>\n</main>\n");
	sink_puts(k, "<noscript><p><a href=\"index.html\">");
	sink_xml(k, phrase_text(PHRASE_SERVE_SCRIPT));
	sink_puts(k, "</a></p></noscript>\n");
}

void
frame_put(struct sink *k)
{
	put_head(k);
	sink_puts(k, "<body>\n");
	put_bar(k);
	put_panes(k);
	sink_puts(k, "</body>\n</html>\n");
}

/* Whether the line is “path:3:1: error: …”. */
static bool
is_error(str line)
{
	str word = phrase_text(PHRASE_ERROR);
	size_t at = str_search(line, S(": "));
	str rest = at != line.len ? str_from(line, at + 2) : S("");

	return str_starts(rest, word) && str_starts(str_from(rest, word.len),
	    S(": "));
}

/* Adds the lines that are errors, or those that are not, to the *shown. Returns
 * how many they are. */
static size_t
put_faults(struct sink *k, str said, bool errors, size_t *shown)
{
	size_t num = 0;
	str line;

	while (str_line(&said, &line)) {
		if (is_error(line) != errors)
			continue;
		num++;
		if (*shown >= FAULTS_SHOWN)
			continue;
		sink_puts(k, *shown != 0 ? "," : "");
		cell_json(k, line);
		++*shown;
	}
	return num;
}

/* What stops the build comes first: a thousand warnings do not hide it. */
void
frame_event(struct sink *k, const struct builder_state *s)
{
	size_t num, shown = 0;

	sink_puts(k, "{\"build\":");
	sink_uint(k, s->number);
	sink_puts(k, s->early ? ",\"early\":true" : ",\"early\":false");
	sink_puts(k, ",\"others\":");
	sink_uint(k, s->others);
	sink_puts(k, s->busy ? ",\"busy\":true" : ",\"busy\":false");
	sink_puts(k, s->failed ? ",\"failed\":true" : ",\"failed\":false");
	sink_puts(k, ",\"saved\":");
	cell_json(k, s->saved);
	sink_puts(k, ",\"faults\":[");
	num = put_faults(k, s->said, true, &shown);
	num += put_faults(k, s->said, false, &shown);
	sink_puts(k, "],\"total\":");
	sink_uint(k, num);
	sink_char(k, '}');
}
