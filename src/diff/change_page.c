/* SPDX-License-Identifier: ISC */
#include "diff/change_page.h"

/* The look of the file: that of templates/matbu.css for the same classes, and
 * what a page needs around them. It loads nothing. */
static const char style[] =
    ":root{color-scheme:light dark;--ink:#182226;--paper:#fff;--soft:#4d5b60;"
    "--line:#c9d4d5;--link:#0b5966;--ins:#dff3e4;--del:#fbe3e1}\n"
    "@media(prefers-color-scheme:dark){:root{--ink:#dde5e6;--paper:#11191c;"
    "--soft:#a3b1b5;--line:#35454a;--link:#86d0d8;--ins:#143d24;"
    "--del:#4d1f1c}}\n"
    "body{max-width:48rem;margin:0 auto;padding:1.5rem 1.125rem;"
    "background:var(--paper);color:var(--ink);"
    "font:1.0625rem/1.65 system-ui,sans-serif;overflow-wrap:anywhere}\n"
    "h1,h2,h3,h4,h5,h6{line-height:1.25}\n"
    "a{color:var(--link)}\n"
    "ins{background:var(--ins);text-decoration:underline}\n"
    "del{background:var(--del);text-decoration:line-through}\n"
    ".unseen{position:absolute;width:1px;height:1px;overflow:hidden;"
    "clip-path:inset(50%);white-space:nowrap}\n"
    ".diff-act{font-weight:700}\n"
    ".diff-reasons,.diff-place,.diff-gone,.names{color:var(--soft)}\n"
    ".diff-item{padding-left:1.5rem}\n"
    ".diff-code{font-family:monospace}\n"
    "img{display:inline-block;max-width:min(100%,22rem);height:auto;"
    "vertical-align:top;border:1px solid var(--line)}\n"
    ".table{overflow-x:auto}\n"
    "table{border-collapse:collapse}\n"
    "th,td{padding:.4em .75em;border:1px solid var(--line);text-align:left;"
    "vertical-align:top;overflow-wrap:normal}\n";

static void
put_head(struct sink *k, enum lang lang, str title)
{
	sink_puts(k, "<!DOCTYPE html>\n<html lang=\"");
	sink_put(k, lang_tag(lang));
	sink_puts(k, "\">\n<head>\n<meta charset=\"utf-8\">\n"
	    "<meta name=\"viewport\" "
	    "content=\"width=device-width, initial-scale=1\">\n"
	    "<meta http-equiv=\"Content-Security-Policy\" "
	    "content=\"default-src 'none'; style-src 'unsafe-inline'; "
	    "img-src data:\">\n<title>");
	sink_xml(k, title);
	sink_puts(k, "</title>\n<style>\n");
	sink_puts(k, style);
	sink_puts(k, "</style>\n</head>\n<body>\n<main>\n<h1>");
	sink_xml(k, title);
	sink_puts(k, "</h1>\n");
}

static void
put_name(struct sink *k, str label, str name)
{
	sink_puts(k, "<p class=\"names\">");
	sink_xml(k, label);
	sink_puts(k, ": ");
	sink_xml(k, name);
	sink_puts(k, "</p>\n");
}

void
change_page_put(const struct change_html *o, const struct changes *c,
    str title, str old, str new, struct sink *k)
{
	put_head(k, o->lang, title);
	put_name(k, lang_word(o->lang, WORD_DIFF_FROM), old);
	put_name(k, lang_word(o->lang, WORD_DIFF_TO), new);
	change_html_put(o, c, k);
	sink_puts(k, "\n</main>\n</body>\n</html>\n");
}
