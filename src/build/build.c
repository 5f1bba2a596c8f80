/* SPDX-License-Identifier: ISC */
#include "build/build.h"

#include "base/arena.h"
#include "base/die.h"
#include "base/file.h"
#include "base/path.h"
#include "build/check_contact.h"
#include "build/check_erased.h"
#include "build/check_pass.h"
#include "build/options.h"
#include "build/records.h"
#include "build/render_pass.h"
#include "build/state.h"
#include "build/store_list.h"
#include "html/html.h"
#include "html/renderer.h"

/* Reviews that are overdue are errors here alone: the site is made all the
 * same, and its pages say so. */
static void
check_reviews(struct input *in)
{
	struct date soon = date_add_days(in->day, REVIEW_SOON);
	const struct card *card;
	size_t i;

	for (i = 0; i < in->collection.num_cards; i++) {
		card = &in->collection.cards[i];
		if (!date_is_set(card->status.review) ||
		    date_cmp(card->status.review, soon) > 0 ||
		    !limit_has_edition(&in->limit, card->ident))
			continue;
		diag(in->diags, card->status.overdue ? DIAG_REVIEW_OVERDUE :
		    DIAG_REVIEW_DUE, POS_NONE, path_file(in->arena,
		    in->tree.root, card->ident->edition, S(".md")), date_dotted(
		    in->arena, card->status.review), card->ident->work);
	}
}

int
build_check(const struct options *o, struct build_result *result)
{
	struct workspace ws;

	workspace_open(&ws, o);
	ws.records = records_open(&ws.in, ws.pool);
	check_pass_begin(&ws);
	check_contact(&ws.in);
	render_pass_check(&ws);
	check_pass_end(&ws);
	check_reviews(&ws.in);
	check_erased(&ws.in);
	result->editions = input_num_editions(&ws.in);
	return workspace_close(&ws);
}

/* Neither folder may lie in the other: the output would be read as content. */
static void
check_out(const struct input *in)
{
	if (path_nests(in->arena, in->options->content, in->options->out))
		die_usage(DIAG_OUT_INSIDE, in->options->out, "");
	store_list_check(in->arena, file_bare(str_of(in->options->out)),
	    in->diags);
}

/* Puts the address of a page in out/, for a browser on this machine. */
static void
put_address(struct arena *a, const struct options *o, struct sink *to,
    str page)
{
	str part, path = path_join(a, path_absolute(a, o->out), page);

	sink_puts(to, "file://");
	while (str_cut(&path, '/', &part))
		if (part.len != 0) {
			sink_char(to, '/');
			html_uri_value(to, part);
		}
}

/* state, which may be NULL, is written at the end. */
static int
build_all(const struct options *o, struct build_result *result,
    struct state *state)
{
	struct workspace ws;
	struct input *in = &ws.in;

	workspace_open(&ws, o);
	ws.renders = true;
	ws.state = state;
	check_out(in);
	if (o->fragment && (o->renderers & RENDER_HTML) == 0)
		die_usage(DIAG_FRAGMENT_PRESS, "--fragment", "--press pdf");
	if ((o->renderers & RENDER_HTML) != 0)
		ws.html = html_renderer_open(in->arena, o->templates,
		    o->fragment, in->diags);
	ws.records = records_open(in, ws.pool);
	check_pass_begin(&ws);
	check_contact(in);
	result->count = render_pass(&ws);
	result->without_url = ws.html != NULL && in->limit.paths.num == 0 &&
	    in->collection.url.len == 0;
	if (check_pass_end(&ws))
		result->editions = input_num_editions(in);
	result->address = (struct sink){ 0 };
	if (ws.html != NULL)
		put_address(in->arena, o, &result->address,
		    result->count.pages != 0 ? result->count.page :
		    S("index.html"));
	return workspace_close(&ws);
}

int
build_site(const struct options *o, struct build_result *result)
{
	return build_all(o, result, NULL);
}

/* What the build that made all this would say now. */
static int
say_again(const struct options *o, struct build_result *result,
    const struct state_text *t)
{
	struct arena *a = arena_new();
	struct diags *ds = diags_new();
	size_t i;

	message_speak(t->lang);
	for (i = 0; i < t->num_warnings; i++)
		diags_warn(ds, &t->warnings[i]);
	workspace_say(ds);
	*result = (struct build_result){ .editions = t->editions,
	    .count = { .same = t->files }, .without_url = t->without_url };
	put_address(a, o, &result->address, S("index.html"));
	diags_free(ds);
	arena_free(a);
	return EXIT_DONE;
}

int
build_again(const struct options *o, struct build_result *result)
{
	struct state *state = state_open(o);
	const struct state_text *same = state_same(state);
	int status = same != NULL ? say_again(o, result, same) :
	    build_all(o, result, state);

	state_close(state);
	return status;
}
