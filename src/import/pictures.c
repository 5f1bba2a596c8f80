/* SPDX-License-Identifier: ISC */
#include "import/pictures.h"

#include "base/arena.h"
#include "base/path.h"
#include "base/sink.h"
#include "image/metadata.h"
#include "image/probe.h"

enum { WIDEST = 170 };			/* [mm], of a sheet's text */

/* Whether a picture can be shown, perhaps turned, which the check reports. */
static bool
is_good(str bytes)
{
	unsigned width, height;
	enum image_fault fault = image_probe(bytes, &width, &height);

	return fault == IMAGE_FINE || fault == IMAGE_TURNED;
}

void
pictures_bytes(struct parts *parts, const struct picture *p, struct sink *to)
{
	struct sink bytes = { 0 };

	parts_picture(parts, p->part, &bytes);
	if (image_metadata_find(sink_str(&bytes)) == 0 ||
	    !image_metadata_clean(sink_str(&bytes), to) ||
	    !is_good(sink_str(to))) {
		sink_reset(to);
		sink_put(to, sink_str(&bytes));
	}
	sink_free(&bytes);
}

static struct picture *
take(struct reading *r, str part)
{
	struct picture *p = arena_new_of(r->arena, struct picture);
	struct sink bytes = { 0 };

	p->part = part;
	parts_picture(r->parts, part, &bytes);
	if (is_good(sink_str(&bytes)))
		p->name = str_join(r->arena, S("sekil-"), str_uint(r->arena,
		    ++r->num_pictures), str_starts(sink_str(&bytes),
		    S("\x89PNG")) ? S(".png") : S(".jpg"));
	sink_free(&bytes);
	return p;
}

static void
put_instead(struct reading *r, struct runs *to, str part)
{
	str text = str_join(r->arena, S("["), phrase_text(PHRASE_PICTURE_GONE),
	    S(": "), path_last(part), S("]"));

	reading_lose(r, PHRASE_LOSS_PICTURE, path_last(part));
	losses_added(&r->losses, text);
	blocks_text(r->arena, to, text, 0, S(""));
}

void
pictures_add(struct reading *r, struct runs *to, str id, str alt,
    unsigned width)
{
	str part = parts_target(r->parts, r->part, "image", id);
	struct map_slot *slot;
	struct picture *p;
	struct run *run;

	if (r->without_pictures) {
		losses_add(&r->losses, PHRASE_LOSS_LOGO, path_last(part),
		    phrase_text(PHRASE_HEADER));
		return;
	}
	if (part.len == 0) {
		put_instead(r, to, id);
		return;
	}
	slot = map_slot(&r->pictures, part);
	if (slot->value == NULL)
		slot->value = take(r, part);
	p = slot->value;
	if (p->name.len == 0) {
		put_instead(r, to, part);
		return;
	}
	if (str_trim(alt).len == 0)
		reading_lose(r, PHRASE_LOSS_ALT, p->name);
	run = blocks_run(r->arena, to, RUN_PICTURE);
	run->picture = arena_new_of(r->arena, struct picture);
	*run->picture = *p;
	run->picture->alt = str_trim(alt);
	run->picture->width = width < WIDEST ? width : WIDEST;
}
