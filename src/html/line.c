/* SPDX-License-Identifier: ISC */
#include "html/line.h"

#include "base/address.h"
#include "html/html.h"

static bool
is_mail_char(char c)
{
	return char_is_alnum(c) || c == '.' || c == '-' || c == '_' ||
	    c == '+' || c == '@';
}

/* The mail address that begins at byte i, or an empty str. */
static str
mail_at(str text, size_t i)
{
	str s = str_from(text, i);
	size_t len = 0, at;

	if (i > 0 && is_mail_char(text.p[i - 1]))
		return S("");
	while (len < s.len && is_mail_char(s.p[len]))
		len++;
	s.len = len;
	while (str_ends(s, S(".")))
		s.len--;
	at = str_find(s, '@');
	return at != 0 && at + 2 < s.len &&
	    str_find(str_from(s, at + 1), '.') + 1 < s.len - at - 1 ? s :
	    S("");
}

static bool
is_path_char(char c)
{
	return char_is_lower(c) || char_is_digit(c) || c == '/' || c == '-' ||
	    c == '_';
}

/* The path of a work or an edition that begins at byte i, or an empty str:
 * one that the site shows. */
static str
path_at(const struct collection *c, str text, size_t i)
{
	str s = str_from(text, i);
	const struct card *card;
	size_t len = 0;

	if (c == NULL || (i > 0 && is_path_char(text.p[i - 1])))
		return S("");
	while (len < s.len && is_path_char(s.p[len]))
		len++;
	s.len = len;
	card = collection_card(c, s);
	if (card == NULL || !(str_eq(s, card->ident->work) ?
	    collection_is_shown(c, card) : card->status.released))
		return S("");
	return s;
}

/* What to write around the text of a link for its address. */
struct found {
	str	before;
	str	text;
	str	after;
};

/* The link that begins at byte i; its text is empty where there is none. */
static struct found
find_at(const struct collection *c, str root, str text, size_t i)
{
	struct found f = { S(""), address_at(text, i), S("") };

	if (f.text.len != 0)
		return f;
	f = (struct found){ S("mailto:"), mail_at(text, i), S("") };
	if (f.text.len != 0)
		return f;
	return (struct found){ root, path_at(c, text, i), S(".html") };
}

static void
put_found(struct html *h, struct found f)
{
	struct sink href = { 0 };

	sink_put(&href, f.before);
	sink_put(&href, f.text);
	sink_put(&href, f.after);
	html_open(h, ELEM_A);
	html_attr_url(h, "href", sink_str(&href));
	html_text(h, f.text);
	html_close(h, ELEM_A);
	sink_free(&href);
}

str
html_line_mail(str text)
{
	str mail = S("");
	size_t i;

	for (i = 0; i < text.len && mail.len == 0; i++)
		mail = mail_at(text, i);
	return mail;
}

void
html_line_of(const struct collection *c, str root, str text, struct sink *k)
{
	struct html h = html_begin(k);
	struct found f;
	size_t i, done = 0;

	for (i = 0; i < text.len; i++) {
		f = find_at(c, root, text, i);
		if (f.text.len == 0)
			continue;
		html_text(&h, (str){ text.p + done, i - done });
		put_found(&h, f);
		done = i + f.text.len;
		i = done - 1;
	}
	html_text(&h, str_from(text, done));
	html_end(&h);
}

void
html_line(str text, struct sink *k)
{
	html_line_of(NULL, S(""), text, k);
}
