/* SPDX-License-Identifier: ISC
 *
 * mail: a message as RFC 5322 has it, of ASCII alone: header values as encoded
 * words (RFC 2047), the text as quoted-printable (RFC 2045). Lines end in LF,
 * as sendmail takes them.
 */
#ifndef DUTY_MAIL_H
#define DUTY_MAIL_H

#include "base/sink.h"

struct mail {
	str	from;			/* an address */
	str	to;			/* an address */
	str	name;			/* the recipient's, or empty */
	str	subject;
	str	text;			/* plain text, lines end in LF */
	long long seconds;		/* since 1970, UTC */
};

/* Appends the message. Addresses are valid; name and subject are plain
 * (shown_is_plain()). */
void	mail_put(struct arena *, const struct mail *, struct sink *);

#endif
