/* SPDX-License-Identifier: ISC */
#include "site/feed.h"

#include "base/arena.h"
#include "base/path.h"
#include "base/sink.h"

/* Whether the change belongs to the list: all do to the root's. */
static bool
is_of(const struct html_change *change, const struct html_list *l)
{
	str name = path_last(str_upto(l->path, l->path.len - S(".html").len));

	return l->folder.len == 0 ||
	    str_eq(path_last(change->card->ident->unit), name);
}

static void
name_one(const struct html_lists *all, struct arena *a, struct html_list *l,
    str path)
{
	size_t i;

	for (i = 0; i < all->num_changes; i++)
		if (is_of(&all->changes[i], l)) {
			l->feed = str_copy(a, path);
			return;
		}
}

/* A feed without changes would have no day on which it was updated. */
void
feed_name(struct html_lists *all, struct arena *a, const struct collection *c)
{
	struct html_list *l = all->units, *end = l + all->num_units;

	if (c->url.len == 0)
		return;
	name_one(all, a, &all->folders[0], S("feed.xml"));
	for (; l != end; l++)
		name_one(all, a, l, str_join(a, str_upto(l->path,
		    l->path.len - S(".html").len), S(".xml")));
}

static void
put_element(struct sink *k, const char *name, str text)
{
	sink_char(k, '<');
	sink_puts(k, name);
	sink_char(k, '>');
	sink_xml(k, text);
	sink_puts(k, "</");
	sink_puts(k, name);
	sink_puts(k, ">\n");
}

/* A path below the address of the site. */
static void
put_address(struct sink *k, const struct collection *c, str path)
{
	sink_xml_attr(k, c->url);
	sink_char(k, '/');
	sink_xml_attr(k, path);
}

static void
put_link(struct sink *k, const struct collection *c, const char *start,
    str path)
{
	sink_puts(k, "<link rel=\"");
	sink_puts(k, start);
	sink_puts(k, "\" href=\"");
	put_address(k, c, path);
	sink_puts(k, "\"/>\n");
}

static void
put_day(struct sink *k, struct date day)
{
	sink_puts(k, "<updated>");
	sink_uint_wide(k, (uintmax_t)day.year, 4);
	sink_char(k, '-');
	sink_uint_wide(k, (uintmax_t)day.month, 2);
	sink_char(k, '-');
	sink_uint_wide(k, (uintmax_t)day.day, 2);
	sink_puts(k, "T00:00:00Z</updated>\n");
}

/* The chain of its row makes the id of an entry unique for ever. */
static void
put_entry(struct sink *k, const struct collection *c,
    const struct html_change *change)
{
	const struct ident *ident = change->card->ident;
	struct arena *a = arena_new();

	sink_puts(k, "<entry>\n<title>");
	sink_xml(k, lang_word(c->lang, change->what));
	sink_puts(k, ": ");
	sink_xml(k, change->card->title);
	sink_puts(k, "</title>\n<id>");
	put_address(k, c, S("register.tsv#"));
	sink_xml(k, change->chain);
	sink_puts(k, "</id>\n");
	put_link(k, c, "alternate\" type=\"text/html", str_join(a,
	    ident->work, S(".html")));
	put_day(k, change->day);
	put_element(k, "summary", change->note);
	sink_puts(k, "</entry>\n");
	arena_free(a);
}

static void
put_head(struct sink *k, const struct collection *c,
    const struct html_list *l)
{
	str institution = collection_folder(c, S(""))->title;

	sink_puts(k, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
	    "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"");
	sink_put(k, lang_tag(c->lang));
	sink_puts(k, "\">\n");
	put_element(k, "title", l->title);
	put_element(k, "subtitle", lang_word(c->lang, WORD_CHANGES));
	sink_puts(k, "<author><name>");
	sink_xml(k, institution);
	sink_puts(k, "</name></author>\n<id>");
	put_address(k, c, l->feed);
	sink_puts(k, "</id>\n");
	put_link(k, c, "self\" type=\"application/atom+xml", l->feed);
	put_link(k, c, "alternate\" type=\"text/html", l->path);
}

void
feed_make(struct sink *k, const struct collection *c,
    const struct html_lists *lists, const struct html_list *l)
{
	bool dated = false;
	size_t i;

	put_head(k, c, l);
	for (i = 0; i < lists->num_changes; i++) {
		if (!is_of(&lists->changes[i], l))
			continue;
		/* The newest comes first. */
		if (!dated)
			put_day(k, lists->changes[i].day);
		dated = true;
		put_entry(k, c, &lists->changes[i]);
	}
	sink_puts(k, "</feed>\n");
}
