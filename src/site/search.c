/* SPDX-License-Identifier: ISC */
#include "site/search.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/mem.h"
#include "base/path.h"
#include "html/status.h"
#include "model/dom.h"
#include "site/script.h"
#include "site/terms.h"

/* [byte] What a result shows of a document without a summary. */
enum { SUMMARY = 200 };

struct worker_terms {
	struct arena	*arena;
	struct terms	 terms;
	uint32_t	*joined;	/* term -> number of the word, from 0 */
};

struct search {
	const struct collection	*c;
	const struct html_lists	*lists;
	const struct html_list	*works;
	struct map		 numbers;	/* work -> its number, from 1 */
	str			*summaries;
	struct worker_terms	*workers;
	size_t			 num_workers;
	size_t			 num_shards;
	/* After search_join(): the words, where the postings of each begin,
	 * and those: the document's number and, in two bits, the weight. */
	str			*words;
	size_t			 num_words;
	size_t			*starts;
	uint32_t		*postings;
	size_t			*shards;	/* the first word of each */
};

/* --- Gathering */

/* About 24 KB for each shard. */
static size_t
count_shards(size_t documents)
{
	return documents <= 1000 ? documents / 25 + 1 :
	    41 + (documents - 1000) / 38;
}

struct search *
search_open(struct arena *a, const struct collection *c,
    const struct html_lists *lists, size_t workers)
{
	struct search *s = arena_new_of(a, struct search);
	size_t i;

	*s = (struct search){ .c = c, .lists = lists,
	    .works = &lists->folders[0], .numbers = map_make(a),
	    .num_workers = workers };
	map_reserve(&s->numbers, s->works->num);
	for (i = 0; i < s->works->num; i++)
		map_slot(&s->numbers, s->works->works[i]->ident->work)->number =
		    i + 1;
	s->summaries = arena_array(a, str, s->works->num);
	s->num_shards = count_shards(s->works->num);
	s->shards = arena_array(a, size_t, s->num_shards + 1);
	s->workers = arena_array(a, struct worker_terms, workers);
	for (i = 0; i < workers; i++) {
		s->workers[i].arena = arena_new();
		terms_open(&s->workers[i].terms, s->workers[i].arena);
	}
	return s;
}

void
search_close(struct search *s)
{
	size_t i;

	for (i = 0; i < s->num_workers; i++) {
		terms_close(&s->workers[i].terms);
		mem_free(s->workers[i].joined);
		arena_free(s->workers[i].arena);
	}
	mem_free(s->words);
	mem_free(s->starts);
	mem_free(s->postings);
}

/* The summary, else how the first paragraph begins. */
static str
summary_of(struct arena *a, const struct card *card, const struct doc *doc)
{
	const node *n;

	if (card->summary.len != 0)
		return card->summary;
	for (n = doc->root; n != NULL; n = dom_walk(doc->root, n))
		if (dom_kind(n) == KIND_PARAGRAPH)
			return str_copy(a, str_shorten(doc->arena,
			    str_trim(dom_words(doc->arena, n)), SUMMARY));
	return S("");
}

static void
add_text(struct terms *t, uint32_t number, const struct doc *doc)
{
	const node *n;

	for (n = doc->root; n != NULL; n = dom_walk(doc->root, n)) {
		if (dom_kind(n) == KIND_TEXT)
			terms_add(t, number, WEIGHT_TEXT, dom_text(n));
		else if (dom_kind(n) == KIND_HEADING)
			terms_add(t, number, WEIGHT_HEADING,
			    dom_words(doc->arena, n));
	}
}

void
search_add(struct search *s, size_t worker, const struct card *card,
    const struct doc *doc)
{
	struct worker_terms *w = &s->workers[worker];
	const struct map_slot *slot = map_find(&s->numbers, card->ident->work);
	uint32_t n;
	size_t i;

	if (slot == NULL || s->works->works[slot->number - 1] != card ||
	    card->status.erased)
		return;
	n = (uint32_t)slot->number - 1;
	s->summaries[n] = summary_of(w->arena, card, doc);
	terms_add(&w->terms, n, WEIGHT_TITLE, card->title);
	terms_add(&w->terms, n, WEIGHT_TITLE, card->ident->edition);
	terms_add(&w->terms, n, WEIGHT_TITLE, collection_number(s->c,
	    card->declared, card->ident->subject).text);
	for (i = 0; i < doc->front_matter.keywords.num; i++)
		terms_add(&w->terms, n, WEIGHT_KEYWORD,
		    doc->front_matter.keywords.items[i]);
	terms_add(&w->terms, n, WEIGHT_HEADING, card->summary);
	add_text(&w->terms, n, doc);
}

/* --- Joining what the threads have */

static int
cmp_word(const void *a, const void *b)
{
	const str *x = a, *y = b;

	return str_cmp(*x, *y);
}

/* All words, sorted, each once. */
static void
join_words(struct search *s)
{
	size_t i, j, num = 0;
	const struct map *m;

	for (i = 0; i < s->num_workers; i++)
		num += s->workers[i].terms.numbers.num;
	s->words = mem_calloc(num + 1, sizeof(str));
	for (num = i = 0; i < s->num_workers; i++) {
		m = &s->workers[i].terms.numbers;
		for (j = 0; j < m->cap; j++)
			if (m->slots[j].number != 0)
				s->words[num++] = m->slots[j].key;
	}
	qsort(s->words, num, sizeof(str), cmp_word);
	for (i = 0; i < num; i++)
		if (i == 0 || !str_eq(s->words[i],
		    s->words[s->num_words - 1]))
			s->words[s->num_words++] = s->words[i];
}

/* The number of each of the worker's terms among all words. */
static void
number_terms(struct search *s, struct worker_terms *w)
{
	const struct map *m = &w->terms.numbers;
	const str *word;
	size_t i;

	w->joined = mem_calloc(m->num + 1, sizeof(uint32_t));
	for (i = 0; i < m->cap; i++) {
		if (m->slots[i].number == 0)
			continue;
		word = bsearch(&m->slots[i].key, s->words, s->num_words,
		    sizeof(str), cmp_word);
		w->joined[m->slots[i].number] = (uint32_t)(word - s->words);
	}
}

static size_t
word_of(const struct worker_terms *w, posting p)
{
	return w->joined[p >> 32];
}

static int
cmp_posting(const void *a, const void *b)
{
	uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;

	return (x > y) - (x < y);
}

static void
join_postings(struct search *s)
{
	size_t i, j, num = 0, *starts;
	const struct worker_terms *w;

	starts = s->starts = mem_calloc(s->num_words + 2, sizeof(size_t));
	for (w = s->workers; w != s->workers + s->num_workers; w++)
		for (num += w->terms.num, j = 0; j < w->terms.num; j++)
			starts[word_of(w, w->terms.postings[j]) + 2]++;
	for (i = 2; i < s->num_words + 2; i++)
		starts[i] += starts[i - 1];
	s->postings = mem_calloc(num + 1, sizeof(uint32_t));
	for (w = s->workers; w != s->workers + s->num_workers; w++)
		for (j = 0; j < w->terms.num; j++)
			s->postings[starts[word_of(w, w->terms.postings[j]) +
			    1]++] = (uint32_t)w->terms.postings[j];
	for (i = 0; i < s->num_words; i++)
		qsort(s->postings + starts[i], starts[i + 1] - starts[i],
		    sizeof(uint32_t), cmp_posting);
}

/* About as many bytes for each shard; some may have no word. */
static void
cut_shards(struct search *s)
{
	size_t i, shard = 1, done = 0, total = s->num_words * 8 +
	    2 * s->starts[s->num_words];

	for (i = 0; i < s->num_words; i++) {
		while (shard < s->num_shards &&
		    done >= total / s->num_shards * shard)
			s->shards[shard++] = i;
		done += 8 + 2 * (s->starts[i + 1] - s->starts[i]);
	}
	while (shard <= s->num_shards)
		s->shards[shard++] = s->num_words;
}

void
search_join(struct search *s)
{
	size_t i;

	join_words(s);
	for (i = 0; i < s->num_workers; i++)
		number_terms(s, &s->workers[i]);
	join_postings(s);
	cut_shards(s);
}

/* --- Files */

static size_t
count_blocks(const struct search *s)
{
	return (s->works->num + SEARCH_BLOCK - 1) / SEARCH_BLOCK;
}

size_t
search_num_files(const struct search *s)
{
	return 2 + s->num_shards + count_blocks(s);
}

static str
name_of(const struct search *s, struct arena *a, size_t i)
{
	if (i < 2)
		return i == 0 ? S("dizin") : S("sozluk");
	i -= 2;
	return i < s->num_shards ? str_join(a, S("t"), str_uint(a, i)) :
	    str_join(a, S("d"), str_uint(a, i - s->num_shards));
}

str
search_file(const struct search *s, struct arena *a, size_t i)
{
	return str_join(a, S("ara/"), name_of(s, a, i), S(".js"));
}

static void
put_weight(const struct search *s, size_t word, uint32_t weight,
    struct sink *k)
{
	size_t i;
	uint32_t number, before = 0;
	bool first = true;

	for (i = s->starts[word]; i < s->starts[word + 1]; i++) {
		if ((s->postings[i] & 3) != weight)
			continue;
		number = s->postings[i] >> 2;
		if (!first)
			sink_char(k, ',');
		script_base36(k, number - before);
		before = number;
		first = false;
	}
}

static void
put_shard(const struct search *s, size_t shard, struct sink *k)
{
	size_t i;
	uint32_t weight;

	sink_char(k, '"');
	for (i = s->shards[shard]; i < s->shards[shard + 1]; i++) {
		sink_put(k, s->words[i]);
		for (weight = WEIGHTS; weight-- != 0;) {
			sink_char(k, weight == WEIGHTS - 1 ? ' ' : '|');
			put_weight(s, i, weight, k);
		}
		sink_puts(k, "\\n");
	}
	sink_char(k, '"');
}

static void
put_names(const struct search *s, struct sink *k)
{
	const struct folder_card *f = s->c->folders;
	const struct html_list *u = s->lists->units;
	size_t i;

	script_string(k, S(""));
	sink_puts(k, ":\"\"");
	for (i = 0; i < s->c->num_folders; i++)
		if (f[i].depth == 1 && s->lists->folders[i].num != 0)
			script_pair(k, f[i].path, f[i].title);
	sink_puts(k, "},\"units\":{\"\":\"\"");
	for (i = 0; i < s->lists->num_units; i++)
		script_pair(k, path_last(str_upto(u[i].path, u[i].path.len -
		    5)), u[i].title);
}

static void
put_directory(const struct search *s, struct sink *k)
{
	size_t i;

	sink_puts(k, "{\"documents\":");
	sink_uint(k, s->works->num);
	sink_puts(k, ",\"block\":");
	sink_uint(k, SEARCH_BLOCK);
	sink_puts(k, ",\"first\":[");
	for (i = 0; i < s->num_shards; i++) {
		if (i != 0)
			sink_char(k, ',');
		script_string(k, s->shards[i] < s->num_words ?
		    s->words[s->shards[i]] : S("\xEF\xBF\xBF"));
	}
	sink_puts(k, "],\"classes\":{");
	put_names(s, k);
	sink_puts(k, "}}");
}

static bool
is_important(const struct search *s, size_t word)
{
	size_t i;

	for (i = s->starts[word]; i < s->starts[word + 1]; i++)
		if ((s->postings[i] & 3) >= WEIGHT_KEYWORD)
			return true;
	return false;
}

static void
put_dictionary(const struct search *s, struct sink *k)
{
	size_t i;

	sink_char(k, '"');
	for (i = 0; i < s->num_words; i++)
		if (is_important(s, i)) {
			sink_put(k, s->words[i]);
			sink_char(k, ' ');
		}
	sink_char(k, '"');
}

static void
put_document(const struct search *s, size_t number, struct sink *k)
{
	const struct card *card = s->works->works[number];
	struct arena *a = arena_new();
	str fields[] = { card->title, card->ident->work,
	    date_dotted(a, card->ident->date),
	    html_status_short(card, s->c->lang), s->summaries[number],
	    card->lang != s->c->lang ? lang_tag(card->lang) : S(""),
	    card->status.state == STATE_WITHDRAWN ? S("1") : S("") };
	size_t i;

	sink_char(k, '[');
	for (i = 0; i < sizeof(fields) / sizeof(fields[0]); i++) {
		if (i != 0)
			sink_char(k, ',');
		script_string(k, fields[i]);
	}
	sink_char(k, ']');
	arena_free(a);
}

static void
put_block(const struct search *s, size_t block, struct sink *k)
{
	size_t i, end = (block + 1) * SEARCH_BLOCK;

	if (end > s->works->num)
		end = s->works->num;
	for (i = block * SEARCH_BLOCK; i < end; i++) {
		sink_char(k, i == block * SEARCH_BLOCK ? '[' : ',');
		put_document(s, i, k);
	}
	sink_char(k, ']');
}

void
search_put(const struct search *s, size_t i, struct sink *k)
{
	struct arena *a = arena_new();

	sink_puts(k, "matbuAra(");
	script_string(k, name_of(s, a, i));
	arena_free(a);
	sink_char(k, ',');
	if (i == 0)
		put_directory(s, k);
	else if (i == 1)
		put_dictionary(s, k);
	else if (i < 2 + s->num_shards)
		put_shard(s, i - 2, k);
	else
		put_block(s, i - 2 - s->num_shards, k);
	sink_puts(k, ");\n");
}
