/* SPDX-License-Identifier: ISC */
#include "publish/summary.h"

#include "base/phrase.h"
#include "build/options.h"

void
summary_step(const struct mirror_step *s)
{
	static const enum phrase phrases[] = { [MIRROR_ADD] = PHRASE_STEP_ADD,
	    [MIRROR_CHANGE] = PHRASE_STEP_CHANGE,
	    [MIRROR_REMOVE] = PHRASE_STEP_REMOVE };

	if (s->act >= MIRROR_ADD)
		phrase_print(phrases[s->act], s->file.path);
}

void
summary_steps(const struct mirror *m)
{
	size_t i, num;
	const struct mirror_step *steps = mirror_steps(m, &num);

	for (i = 0; i < num; i++)
		summary_step(&steps[i]);
}

void
summary_print(const struct options *o, const struct mirror *m, size_t rows,
    bool some)
{
	struct mirror_count c = mirror_counted(m);
	enum phrase phrase = o->dry_run ? PHRASE_PUBLISH_SHOWN :
	    o->changed != NULL ? PHRASE_PUBLISH_FOLDER : PHRASE_PUBLISHED;

	if (o->quiet)
		return;
	if (!some && o->changed != NULL)
		phrase_print(PHRASE_PUBLISH_NOTHING, S(""));
	else
		phrase_print(phrase, PHRASE_UINT(c.files),
		    PHRASE_UINT(c.acts[MIRROR_ADD]),
		    PHRASE_UINT(c.acts[MIRROR_CHANGE]),
		    PHRASE_UINT(c.acts[MIRROR_REMOVE]), o->changed != NULL ?
		    str_of(o->changed) : PHRASE_UINT(rows));
}
