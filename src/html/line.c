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

static void
put_address(struct html *h, const char *scheme, str address)
{
	struct sink href = { 0 };

	sink_puts(&href, scheme);
	sink_put(&href, address);
	html_open(h, ELEM_A);
	html_attr_url(h, "href", sink_str(&href));
	html_text(h, address);
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
html_line(str text, struct sink *k)
{
	struct html h = html_begin(k);
	size_t i, done = 0;
	str web, mail;

	for (i = 0; i < text.len; i++) {
		web = address_at(text, i);
		mail = web.len == 0 ? mail_at(text, i) : S("");
		if (web.len + mail.len == 0)
			continue;
		html_text(&h, (str){ text.p + done, i - done });
		if (web.len != 0)
			put_address(&h, "", web);
		else
			put_address(&h, "mailto:", mail);
		done = i + web.len + mail.len;
		i = done - 1;
	}
	html_text(&h, str_from(text, done));
	html_end(&h);
}
