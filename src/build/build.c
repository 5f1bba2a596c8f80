/* SPDX-License-Identifier: ISC */
#include "build/build.h"

#include "base/arena.h"
#include "base/die.h"
#include "base/file.h"
#include "build/check_pass.h"
#include "build/options.h"
#include "build/record_renderer.h"
#include "build/render_pass.h"
#include "html/renderer.h"

/* Reviews that are overdue are errors here alone: the site is made all the
 * same, and its pages tell. */
static void
check_reviews(struct workspace *r)
{
	struct date soon = date_add_days(r->day, REVIEW_SOON);
	struct pos none = { 0, 0 };
	const struct card *card;
	size_t i;

	for (i = 0; i < r->collection.num_cards; i++) {
		card = &r->collection.cards[i];
		if (!date_is_set(card->status.review) ||
		    date_cmp(card->status.review, soon) > 0 ||
		    !limit_has_edition(&r->limit, card->ident))
			continue;
		diag(r->diags, card->status.overdue ? DIAG_REVIEW_OVERDUE :
		    DIAG_REVIEW_DUE, none, str_join3(r->arena, r->tree.root,
		    S("/"), str_join(r->arena, card->ident->edition,
		    S(".md"))), date_dotted(r->arena, card->status.review),
		    card->ident->work);
	}
}

int
build_check(const struct options *o, struct build_result *result)
{
	struct workspace r;

	workspace_open(&r, o);
	r.pdf = record_renderer_open(&r);
	check_pass(&r);
	check_reviews(&r);
	result->editions = workspace_editions(&r);
	return workspace_close(&r);
}

/* Neither may lie in the other: the output would be read as content. */
static void
check_out(const struct workspace *r)
{
	if (file_nests(r->arena, r->options->content, r->options->out))
		die_usage(DIAG_OUT_INSIDE, r->options->out, "");
}

int
build_site(const struct options *o, struct build_result *result)
{
	struct workspace r;

	workspace_open(&r, o);
	r.renderers = true;
	check_out(&r);
	if ((o->renderers & RENDER_HTML) != 0)
		r.html = html_renderer_open(r.arena, o->templates, r.diags);
	r.pdf = record_renderer_open(&r);
	check_pass_begin(&r);
	/* An error may be of a picture, and not have been weighed yet. */
	if (diags_errors(r.diags) == 0 || check_pass_end(&r, 0))
		render_pass(&r);
	if (check_pass_end(&r, 0)) {
		result->editions = workspace_editions(&r);
		result->count = store_counted(r.store);
	}
	return workspace_close(&r);
}
