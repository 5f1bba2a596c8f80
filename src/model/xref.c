/* SPDX-License-Identifier: ISC */
#include "model/xref.h"

#include <string.h>

#include "base/arena.h"
#include "base/nearest.h"
#include "base/suffix.h"
#include "base/turkish.h"
#include "model/address_check.h"
#include "model/dom.h"
#include "model/item_path.h"
#include "model/linked_file.h"
#include "model/section.h"

/* --- References */

enum word
xref_word(enum kind kind)
{
	if (kind == KIND_FIGURE)
		return WORD_FIGURE;
	return kind == KIND_TABLE ? WORD_TABLE : WORD_ANNEX;
}

/* The node of an item. */
static const node *
node_of(const struct doc *doc, const struct item *item)
{
	const node *n = doc->root;

	while (n != NULL && dom_item(n) != item)
		n = dom_walk(doc->root, n);
	return n;
}

/* The text of a reference to the item: “Şekil-1”, “Tablo-2”, “Ek-1”, or the
 * heading's text. */
static str
label_of(struct doc *doc, struct item *item)
{
	if (item->kind == KIND_HEADING && item->number == 0) {
		if (item->heading.label.p == NULL)
			item->heading.label = str_upto(section_label(
			    doc->arena, node_of(doc, item)),
			    DOC_HEADING_LIMIT);
		return item->heading.label;
	}
	return str_join3(doc->arena,
	    lang_word(doc->lang, xref_word(item->kind)), S("-"),
	    str_uint(doc->arena, item->number));
}

/* The length of the hyphen or blank between “Şekil” and its number, including
 * those that word processors put there; or 0. */
static size_t
separator(str s)
{
	static const str separators[] = { { "-", 1 }, { " ", 1 },
	    { "\xC2\xA0", 2 },		/* no-break space */
	    { "\xE2\x80\x91", 3 },	/* no-break hyphen */
	    { "\xE2\x80\x93", 3 } };	/* en dash */
	size_t i;

	for (i = 0; i < sizeof(separators) / sizeof(separators[0]); i++)
		if (str_starts(s, separators[i]))
			return separators[i].len;
	return 0;
}

bool
xref_typed(const struct doc *doc, enum kind kind, str s, size_t i,
    size_t *len, size_t *digits)
{
	str word = lang_word(doc->lang, xref_word(kind));
	str rest = str_from(s, i);
	size_t n;

	if (!str_starts(rest, word))
		return false;
	n = separator(str_from(rest, word.len));
	if (n == 0)
		return false;
	n += word.len;
	*digits = i + n;
	while (n < rest.len && char_is_digit(rest.p[n]))
		n++;
	*len = n;
	/* Four digits are a year: “Tablo 2020 yılında …”. */
	return i + n > *digits && i + n <= *digits + 3;
}

struct pos
xref_pos(const struct item *text, str label, size_t *at)
{
	str rest = str_from(text->text.source, *at);
	struct pos pos = text->pos;
	size_t found = str_search(rest, label);

	if (found == rest.len)
		return pos;
	*at += found;
	pos.col += (unsigned)*at;
	*at += label.len;
	return pos;
}

/* The ending that the author wrote after the reference: “e” of “’e”; empty
 * without an apostrophe, which is in *mark. */
static str
typed_suffix(const node *ref, str *mark)
{
	const node *next = dom_next(ref);
	str s = next != NULL && dom_kind(next) == KIND_TEXT ? dom_text(next) :
	    S("");
	size_t i, len;

	*mark = str_upto(s, str_starts(s, S("’")) ? S("’").len :
	    str_starts(s, S("'")));
	for (i = mark->len; i < s.len && turkish_is_letter(str_rune(
	    str_from(s, i), &len)); i += len)
		;
	return mark->len != 0 ? (str){ s.p + mark->len, i - mark->len } :
	    S("");
}

/* The label with the ending that the author wrote after the reference, in the
 * form that the number needs: “Şekil-6’ya”. */
static str
with_suffix(struct doc *doc, const node *ref, str label,
    const struct item *target)
{
	str mark, s = typed_suffix(ref, &mark);

	return target->number == 0 ? label : str_join3(doc->arena, label, mark,
	    suffix_after(target->number, s));
}

/* What is typed is printed; an ending that nobody says after the number is
 * reported. Other languages have none of these endings. */
static void
check_suffix(struct doc *doc, const node *ref, struct item *target)
{
	str mark, s = typed_suffix(ref, &mark), label;

	if (str_eq(suffix_after(target->number, s), s))
		return;
	label = label_of(doc, target);
	doc_diag(doc, DIAG_REF_SUFFIX, dom_item(dom_next(ref))->pos,
	    str_join3(doc->arena, label, mark, s),
	    with_suffix(doc, ref, label, target));
}

/* Corrects the number in the text of a reference, if it has one, and reports a
 * wrong one. */
static void
fix_number(struct doc *doc, const node *ref, node *text, struct item *target)
{
	str number = str_uint(doc->arena, target->number), s = dom_text(text);
	size_t i, len, digits, at = 0;
	struct pos pos;

	for (i = 0; i < s.len; i++)
		if (xref_typed(doc, target->kind, s, i, &len, &digits))
			break;
	if (i == s.len)
		return;
	if (str_eq(number, (str){ s.p + digits, i + len - digits })) {
		if (i + len == s.len && text == dom_last(ref))
			check_suffix(doc, ref, target);
		return;
	}
	pos = xref_pos(dom_item(text), (str){ s.p + i, len }, &at);
	doc_diag(doc, DIAG_REF_NUMBER, pos, (str){ s.p + i, len },
	    text == dom_last(ref) ? with_suffix(doc, ref, label_of(doc, target),
	    target) : label_of(doc, target));
	dom_set_text(text, str_join3(doc->arena, str_upto(s, digits), number,
	    str_from(s, i + len)));
}

static void
fill_reference(struct doc *doc, node *ref, struct item *target)
{
	node *n;
	str label;

	if (dom_first(ref) == NULL) {
		label = label_of(doc, target);
		doc_diag(doc, DIAG_REF_EMPTY, dom_item(ref)->pos,
		    str_join(doc->arena, S("["), label, S("](#"),
		    dom_item(ref)->id, S(")"), str_from(with_suffix(doc, ref,
		    label, target), label.len)));
		dom_add_text(doc, ref, label, dom_item(ref)->pos);
		return;
	}
	if (target->number == 0)
		return;
	for (n = ref; n != NULL; n = dom_walk(ref, n))
		if (dom_kind(n) == KIND_TEXT)
			fix_number(doc, ref, n, target);
}

static str
nearest_anchor(struct doc *doc, str id)
{
	struct nearest near = nearest_to(id);
	size_t i;

	if (doc->searches++ >= DOC_SEARCH_LIMIT)
		return nearest_best(&near);
	for (i = 0; i < doc->anchors.cap; i++)
		if (doc->anchors.slots[i].value != NULL)
			nearest_offer(&near, doc->anchors.slots[i].key);
	return nearest_best(&near);
}

/* The first id with a suffix of a base id that several elements have. */
static str
suffixed(struct doc *doc, str base, unsigned times)
{
	const struct map_slot *slot;
	unsigned i;
	str id;

	for (i = 2;; i++) {
		id = str_join3(doc->arena, base, S("-"),
		    str_uint(doc->arena, i));
		slot = map_find(&doc->anchors, id);
		if (slot != NULL ? slot->number == 0 : i > times)
			return id;
	}
}

static void
set_mentioned(struct item *target)
{
	if (target->kind == KIND_FIGURE)
		target->picture.mentioned = true;
}

static void
resolve_reference(struct doc *doc, node *ref)
{
	struct item *item = dom_item(ref);
	const struct map_slot *slot = map_find(&doc->anchors, item->id);

	if (slot == NULL || slot->value == NULL) {
		if (item_path_resolve(doc, ref))
			return;
		doc_diag(doc, DIAG_REF_TARGET, item->pos, item->id,
		    nearest_anchor(doc, item->id));
		return;
	}
	if (slot->number > 1)
		doc_diag(doc, DIAG_REF_REPEATED, item->pos, item->id,
		    suffixed(doc, item->id, (unsigned)slot->number));
	item->reference.target = slot->value;
	item->number = item->reference.target->number;
	set_mentioned(slot->value);
	fill_reference(doc, ref, slot->value);
}

/* --- Links */

/* The length of “scheme:” (RFC 3986, 3.1), or 0. */
static size_t
scheme(str s)
{
	size_t i;

	for (i = 0; i < s.len && (char_is_alnum(s.p[i]) || (i != 0 &&
	    (s.p[i] == '+' || s.p[i] == '-' || s.p[i] == '.'))); i++)
		;
	return i != 0 && i < s.len && s.p[i] == ':' ? i + 1 : 0;
}

static bool
is_allowed(struct doc *doc, str s)
{
	static const str allowed[] = { { "http:", 5 }, { "https:", 6 },
	    { "mailto:", 7 }, { "tel:", 4 } };
	char *lower = str_c(doc->arena, s);
	size_t i;

	for (i = 0; i < s.len; i++)
		if (lower[i] >= 'A' && lower[i] <= 'Z')
			lower[i] = (char)(lower[i] + ('a' - 'A'));
	for (i = 0; i < sizeof(allowed) / sizeof(allowed[0]); i++)
		if (str_eq((str){ lower, s.len }, allowed[i]))
			return true;
	return false;
}

/* Joins a relative path to the document's folder; false if it leads out of the
 * collection. */
static bool
join_path(struct doc *doc, str relative, str *path)
{
	char *to = arena_alloc(doc->arena, doc->folder.len + relative.len + 2);
	size_t len = doc->folder.len;
	str part;

	if (len != 0)
		memcpy(to, doc->folder.p, len);
	while (str_cut(&relative, '/', &part)) {
		if (part.len == 0 || str_eq(part, S(".")))
			continue;
		if (str_eq(part, S(".."))) {
			if (len == 0)
				return false;
			while (len != 0 && to[--len] != '/')
				;
			continue;
		}
		if (len != 0)
			to[len++] = '/';
		memcpy(to + len, part.p, part.len);
		len += part.len;
	}
	*path = (str){ to, len };
	return true;
}

/* The relative path from the document's folder to a path of the collection. */
static str
relative_to(const struct doc *doc, str path)
{
	str folder = doc->folder, up = S("");
	size_t slash;

	while (folder.len != 0 && !(str_starts(path, folder) &&
	    path.len > folder.len && path.p[folder.len] == '/')) {
		up = str_join(doc->arena, up, S("../"));
		slash = str_rfind(folder, '/');
		folder = str_upto(folder, slash != folder.len ? slash : 0);
	}
	return str_join(doc->arena, up, str_from(path,
	    folder.len != 0 ? folder.len + 1 : 0));
}

static str
nearest_name(struct doc *doc, str path)
{
	struct nearest near = nearest_to(path);
	size_t i;

	if (doc->searches++ >= DOC_SEARCH_LIMIT)
		return nearest_best(&near);
	for (i = 0; i < doc->names->cap; i++)
		if (doc->names->slots[i].number == NAME_WORK)
			nearest_offer(&near, doc->names->slots[i].key);
	near.best = nearest_best(&near);
	return near.best.len != 0 ? relative_to(doc, near.best) : S("");
}

static bool
is_file(str path)
{
	str last = str_from(path, str_rfind(path, '/') < path.len ?
	    str_rfind(path, '/') + 1 : 0);

	return str_find(last, '.') != last.len;
}

static void
resolve_inside(struct doc *doc, struct item *i, str relative)
{
	const struct map_slot *slot;

	if (str_find(relative, '\\') != relative.len) {
		doc_diag(doc, DIAG_ADDRESS_BACKSLASH, i->pos, i->link.href);
		return;
	}
	if (str_find(relative, '@') != relative.len) {
		doc_diag(doc, DIAG_LINK_SCHEME, i->pos, i->link.href);
		return;
	}
	if (str_starts(relative, S("/")) || str_starts(relative, S("www.")) ||
	    !join_path(doc, relative, &i->link.path)) {
		doc_diag(doc, DIAG_LINK_OUTSIDE, i->pos, i->link.href);
		return;
	}
	if (linked_file_resolve(doc, i))
		return;
	/* “parola.md” and “parola_20250110_0.md” are what other viewers of
	 * Markdown follow. */
	if (str_ends(i->link.path, S(".md")))
		i->link.path.len -= S(".md").len;
	slot = map_find(doc->names, i->link.path);
	if (slot != NULL && slot->number != NAME_NONE)
		i->link.target = slot->number == NAME_FOLDER ? TARGET_FOLDER :
		    TARGET_WORK;
	else if (is_file(i->link.path))
		doc_diag(doc, DIAG_LINK_FILE, i->pos, i->link.href);
	else
		doc_diag(doc, DIAG_LINK_TARGET, i->pos, i->link.href,
		    nearest_name(doc, i->link.path));
}

static void
resolve_link(struct doc *doc, node *n)
{
	struct item *i = dom_item(n);
	str href = i->link.href;
	size_t hash = str_find(href, '#');

	i->link.target = TARGET_NONE;
	if (href.len == 0)
		doc_diag(doc, DIAG_LINK_EMPTY, i->pos, S(""));
	else if (scheme(href) != 0 || str_starts(href, S("//"))) {
		i->link.target = TARGET_OUTSIDE;
		if (!is_allowed(doc, str_upto(href, scheme(href))))
			doc_diag(doc, DIAG_LINK_SCHEME, i->pos, href);
		else
			address_check(doc, i->pos, href, scheme(href));
	} else if (doc->names == NULL)
		i->link.target = TARGET_OUTSIDE;
	else {
		i->link.anchor = str_from(href, hash + 1);
		resolve_inside(doc, i, str_upto(href, hash));
	}
}

void
xref_resolve(struct doc *doc)
{
	node *n;

	for (n = doc->root; n != NULL; n = dom_walk(doc->root, n)) {
		if (dom_kind(n) == KIND_REFERENCE)
			resolve_reference(doc, n);
		else if (dom_kind(n) == KIND_LINK)
			resolve_link(doc, n);
	}
}

bool
xref_has_anchor(const struct card *target, str anchor)
{
	str rest = target->anchors, id;

	for (; rest.len != 0; rest = str_from(rest, id.len + 1)) {
		id = str_upto(rest, str_find(rest, ' '));
		if (str_eq(id, anchor))
			return true;
	}
	return false;
}
