/* SPDX-License-Identifier: ISC */
#include "publish/by_hand.h"

#include "base/arena.h"
#include "base/phrase.h"
#include "base/sink.h"
#include "model/site_path.h"
#include "publish/summary.h"

/* Whether the step brings a block that is to be pasted. */
static bool
is_pasted(const struct mirror_step *s)
{
	return (s->act == MIRROR_ADD || s->act == MIRROR_CHANGE) &&
	    str_ends(s->file.path, S(SITE_PATH_FRAGMENT));
}

/* The address of the page that the block shows. */
static str
address_of(const struct by_hand *b, str fragment)
{
	return str_join(b->arena, b->url, S("/"), str_upto(fragment,
	    fragment.len - S(SITE_PATH_FRAGMENT).len), S(".html"));
}

/* “PATH” or, of what is to be pasted, “PATH⇥ADDRESS”. */
static void
write_list(const struct by_hand *b, struct remote *r, bool pasted,
    enum phrase name)
{
	size_t i, num;
	const struct mirror_step *steps = mirror_steps(b->mirror, &num);
	struct sink k = { 0 };

	for (i = 0; i < num; i++) {
		if (pasted ? !is_pasted(&steps[i]) :
		    steps[i].act != MIRROR_REMOVE)
			continue;
		sink_put(&k, steps[i].file.path);
		if (pasted) {
			sink_char(&k, '\t');
			sink_put(&k, address_of(b, steps[i].file.path));
		}
		sink_char(&k, '\n');
	}
	if (k.len != 0)
		remote_write(r, phrase_text(name), sink_str(&k));
	sink_free(&k);
}

void
by_hand_write(const struct by_hand *b, struct remote *r)
{
	write_list(b, r, /*pasted*/true, PHRASE_PASTE_FILE);
	write_list(b, r, /*pasted*/false, PHRASE_DELETE_FILE);
}

void
by_hand_print(const struct by_hand *b)
{
	size_t i, num;
	const struct mirror_step *steps = mirror_steps(b->mirror, &num);

	for (i = 0; i < num; i++)
		if (is_pasted(&steps[i]))
			phrase_print(PHRASE_STEP_PASTE, steps[i].file.path,
			    address_of(b, steps[i].file.path));
		else
			summary_step(&steps[i]);
}
