/* SPDX-License-Identifier: ISC */
#include "register/packed.h"

#include "base/arena.h"
#include "register/pdf_token.h"

/* No writer of updates comes near them. */
enum { STREAM_LIMIT = 64, OBJECT_LIMIT = 10000 };

struct stream {
	size_t	*numbers;		/* of its objects, in their order */
	size_t	 num;
};

struct packed {
	struct arena	*arena;
	str		 file;
	const struct foreign_pdf *pdf;
	struct map	 streams;	/* number -> value: struct stream */
	size_t		 num;
};

/* Whether the string is one value and nothing else. */
static bool
is_one_value(str s)
{
	size_t depth = 0, values = 0;
	str token;

	for (pdf_token_skip_space(&s); s.len != 0; pdf_token_skip_space(&s)) {
		token = str_upto(s, pdf_token_length(s));
		if (token.len == 0 || (pdf_token_closes(token) && depth == 0))
			return false;
		values += depth == 0;
		depth += pdf_token_opens(token);
		depth -= pdf_token_closes(token);
		s = str_from(s, token.len);
	}
	return depth == 0 && values == 1;
}

static bool
is_known(const struct stream *stream, size_t num, size_t number)
{
	while (num-- > 0)
		if (stream->numbers[num] == number)
			return true;
	return false;
}

static bool
take_pair(str *head, size_t *number, size_t *at)
{
	pdf_token_skip_space(head);
	if (!pdf_token_take_number(head, number))
		return false;
	pdf_token_skip_space(head);
	return pdf_token_take_number(head, at);
}

/* Reads the numbers; each object ends where the next one begins. */
static bool
read_stream(struct stream *stream, str head, str body)
{
	size_t i, number, at, before = 0;

	for (i = 0; i < stream->num; i++, before = at) {
		if (!take_pair(&head, &number, &at) || at > body.len ||
		    (i != 0 && (at <= before || !is_one_value(str_upto(
		    str_from(body, before), at - before)))) ||
		    is_known(stream, i, number))
			return false;
		stream->numbers[i] = number;
	}
	pdf_token_skip_space(&head);
	return head.len == 0 && i != 0 && is_one_value(str_from(body, before));
}

static bool
number_in(const struct json *dict, const char *key, size_t *n)
{
	const struct json *v = json_get(dict, str_of(key));
	str s = v != NULL ? v->text : S("");

	return pdf_token_take_number(&s, n) && s.len == 0;
}

/* NULL where the stream is not clear. */
static const struct stream *
open_stream(struct packed *p, str number)
{
	struct stream *stream = arena_new_of(p->arena, struct stream);
	str name = str_join(p->arena, number, S(" 0 R")), bytes;
	const struct json *dict = json_get(json_get(foreign_pdf_object(p->pdf,
	    name), S("stream")), S("dict"));
	size_t first;

	if (p->num++ == STREAM_LIMIT || !number_in(dict, "/N", &stream->num) ||
	    !number_in(dict, "/First", &first) ||
	    !foreign_pdf_stream(p->arena, p->file, number, &bytes) ||
	    first > bytes.len || stream->num > OBJECT_LIMIT)
		return NULL;
	stream->numbers = arena_array(p->arena, size_t, stream->num);
	return read_stream(stream, str_upto(bytes, first), str_from(bytes,
	    first)) ? stream : NULL;
}

static bool
is_clear(struct packed *p, str name)
{
	str place = foreign_pdf_place(p->pdf, name), number;
	struct map_slot *slot;
	const struct stream *stream;
	size_t own, index;

	if (!pdf_token_take(&place, S(" compressed; stream = ")))
		return true;
	number = str_upto(place, str_find(place, ','));
	place = str_from(place, number.len);
	if (!pdf_token_take(&place, S(", index = ")) ||
	    !pdf_token_take_number(&place, &index) ||
	    !pdf_token_take_number(&name, &own))
		return false;
	slot = map_slot(&p->streams, number);
	if (slot->value == NULL)
		slot->value = (void *)(uintptr_t)open_stream(p, number);
	stream = slot->value;
	return stream != NULL && index < stream->num &&
	    stream->numbers[index] == own;
}

bool
packed_is_clear(struct arena *a, str file, const struct foreign_pdf *ours,
    const struct foreign_pdf *theirs)
{
	struct packed p = { .arena = a, .file = file, .pdf = theirs,
	    .streams = map_make(a) };
	size_t i;

	for (i = 0; i < theirs->num; i++)
		if (!foreign_pdf_same_place(ours, theirs, theirs->names[i]) &&
		    !is_clear(&p, theirs->names[i]))
			return false;
	return true;
}
