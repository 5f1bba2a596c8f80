/* SPDX-License-Identifier: ISC */
#include "office/part.h"

#include "base/arena.h"
#include "base/mem.h"
#include "base/sink.h"
#include "base/strings.h"
#include "office/xml.h"

/* What a part may make its reader keep: authors, the bytes of a text, the bytes
 * of a name in a place. */
enum { AUTHORS_LIMIT = 1000, TEXT_LIMIT = 4096, SHOWN = 100 };

/* What an element means. */
enum meaning {
	NAME,				/* its text is a person's name */
	NAME_ATTR,			/* an attribute is one */
	CUSTOM,				/* a property of any name */
	CHANGE, COMMENT,		/* an attribute is its author */
	CHANGE_AROUND, COMMENT_AROUND,	/* dc:creator in it is its author */
	AUTHOR, CELL_COMMENT,		/* a comment has the number of one */
	ADDRESS,			/* of a file on somebody's disk */
	PARAGRAPH, SHEETS, SHEET,	/* where something is */
	PASSWORD
};

/* An element: a part of its namespace, its name, the attribute. */
static const struct rule {
	const char	*space;
	const char	*name;
	enum meaning	 meaning;
	const char	*attr;
} rules[] = {
	{ "wordprocessingml", "p", PARAGRAPH, "" },
	{ "wordprocessingml", "ins", CHANGE, "author" },
	{ "wordprocessingml", "del", CHANGE, "author" },
	{ "wordprocessingml", "moveFrom", CHANGE, "author" },
	{ "wordprocessingml", "moveTo", CHANGE, "author" },
	{ "wordprocessingml", "cellIns", CHANGE, "author" },
	{ "wordprocessingml", "cellDel", CHANGE, "author" },
	{ "wordprocessingml", "cellMerge", CHANGE, "author" },
	{ "wordprocessingml", "rPrChange", CHANGE, "author" },
	{ "wordprocessingml", "pPrChange", CHANGE, "author" },
	{ "wordprocessingml", "sectPrChange", CHANGE, "author" },
	{ "wordprocessingml", "tblPrChange", CHANGE, "author" },
	{ "wordprocessingml", "tblPrExChange", CHANGE, "author" },
	{ "wordprocessingml", "tblGridChange", CHANGE, "author" },
	{ "wordprocessingml", "trPrChange", CHANGE, "author" },
	{ "wordprocessingml", "tcPrChange", CHANGE, "author" },
	{ "wordprocessingml", "numberingChange", CHANGE, "author" },
	{ "wordprocessingml", "moveFromRangeStart", CHANGE, "author" },
	{ "wordprocessingml", "moveToRangeStart", CHANGE, "author" },
	{ "wordprocessingml", "customXmlInsRangeStart", CHANGE, "author" },
	{ "wordprocessingml", "customXmlDelRangeStart", CHANGE, "author" },
	{ "wordprocessingml", "comment", COMMENT, "author" },
	{ "office/word/", "person", NAME_ATTR, "author" },
	{ "spreadsheetml", "author", AUTHOR, "" },
	{ "spreadsheetml", "comment", CELL_COMMENT, "authorId" },
	{ "spreadsheetml", "fileSharing", NAME_ATTR, "userName" },
	{ "spreadsheetml", "header", CHANGE, "userName" },
	{ "spreadsheetml", "userInfo", NAME_ATTR, "name" },
	{ "threadedcomments", "threadedComment", COMMENT, "" },
	{ "threadedcomments", "person", NAME_ATTR, "displayName" },
	{ "presentationml", "cm", COMMENT, "" },
	{ "presentationml", "cmAuthor", NAME_ATTR, "name" },
	{ "office/powerpoint/", "cm", COMMENT, "" },
	{ "office/powerpoint/", "author", NAME_ATTR, "name" },
	{ "/ac", "absPath", ADDRESS, "url" },
	{ "relationships", "Relationship", ADDRESS, "Target" },
	{ "core-properties", "lastModifiedBy", NAME, "" },
	{ "extended-properties", "Manager", NAME, "" },
	{ "extendedProperties", "Manager", NAME, "" },
	{ "custom-properties", "property", CUSTOM, "name" },
	{ "customProperties", "property", CUSTOM, "name" },
	{ "purl.org/dc/elements", "creator", NAME, "" },
	{ "purl.org/dc/elements", "contributor", NAME, "" },
	{ "xmlns:meta:", "initial-creator", NAME, "" },
	{ "xmlns:meta:", "printed-by", NAME, "" },
	{ "xmlns:meta:", "user-defined", CUSTOM, "name" },
	{ "xmlns:text:", "p", PARAGRAPH, "" },
	{ "xmlns:text:", "h", PARAGRAPH, "" },
	{ "xmlns:text:", "changed-region", CHANGE_AROUND, "" },
	{ "xmlns:table:", "insertion", CHANGE_AROUND, "" },
	{ "xmlns:table:", "deletion", CHANGE_AROUND, "" },
	{ "xmlns:table:", "movement", CHANGE_AROUND, "" },
	{ "xmlns:table:", "cell-content-change", CHANGE_AROUND, "" },
	{ "xmlns:office:", "spreadsheet", SHEETS, "" },
	{ "xmlns:office:", "presentation", SHEETS, "" },
	{ "xmlns:table:", "table", SHEET, "name" },
	{ "xmlns:drawing:", "page", SHEET, "name" },
	{ "xmlns:office:", "annotation", COMMENT_AROUND, "" },
	{ "xmlns:manifest:", "encryption-data", PASSWORD, "" },
	{ "xmlns:manifest:", "encrypted-key", PASSWORD, "" },
};

/* An element whose end is awaited. */
struct open {
	const struct rule *rule;	/* NULL: none is */
	size_t		 depth;
	str		 attr;		/* name of a property, in arena */
	str		 place;		/* of a change or comment, in arena */
	str		 who;
};

struct part {
	struct traces	*traces;
	struct xml	*xml;
	struct arena	*arena;
	str		 name;
	size_t		 depth;
	size_t		 paragraphs;
	bool		 has_sheets;
	char		 sheet[SHOWN];	/* the name of this one */
	size_t		 sheet_len;
	struct strings	 authors;
	struct open	 text;		/* an element whose text is collected */
	struct open	 around;	/* a change or comment */
	struct sink	 collected;
};

/* --- Values */

/* A property of any name: a value of several words, or an address, may be a
 * name; numbers, yes and no, and the marks of programs are not. */
static bool
may_be_name(str value)
{
	size_t i, letters = 0;

	for (i = 0; i < value.len; i++)
		letters += char_is_alnum(value.p[i]) &&
		    !char_is_digit(value.p[i]);
	return str_find(value, '@') != value.len ||
	    (letters > 2 && str_find(value, ' ') != value.len);
}

/* The name of the user in an address: “file:///C:\Users\ali\Normal.dotm”. */
static str
user_in(str address)
{
	static const char *const before[] = { "Users\\", "Users/", "Users%5C",
		"/home/", "/personal/" };
	size_t i, at;
	str user;

	for (i = 0; i < sizeof(before) / sizeof(*before); i++) {
		at = str_search(address, str_of(before[i]));
		if (at == address.len)
			continue;
		user = str_from(address, at + str_of(before[i]).len);
		for (at = 0; at < user.len && user.p[at] != '/' &&
		    user.p[at] != '\\' && user.p[at] != '%'; at++)
			;
		user = str_upto(user, at);
		if (!str_eq(user, S("Public")) && !str_eq(user, S("Default")))
			return user;
	}
	return S("");
}

static str
place_of(struct part *p, str in_part)
{
	return str_join(p->arena, p->name, S(" "), str_shorten(p->arena,
	    in_part, SHOWN));
}

static str
place_now(struct part *p)
{
	if (p->sheet_len != 0)
		return place_of(p, (str){ p->sheet, p->sheet_len });
	return p->paragraphs != 0 ? str_join(p->arena, p->name, S(" ¶"),
	    str_uint(p->arena, p->paragraphs)) : p->name;
}

static void
add(struct part *p, enum trace_kind kind, str who, str place)
{
	trace_add(p->traces, kind, who, p->name, place);
}

/* --- Elements */

/* An element whose prefix has no namespace (“w:ins”) counts by its name
 * alone. */
static const struct rule *
find_rule(const struct xml_element *e)
{
	bool lost = e->space.len == 0 && e->has_prefix;
	size_t i;

	for (i = 0; i < sizeof(rules) / sizeof(*rules); i++)
		if (e->name.p[0] == rules[i].name[0] &&
		    str_eq(e->name, str_of(rules[i].name)) &&
		    (lost || str_search(e->space,
		    str_of(rules[i].space)) != e->space.len))
			return &rules[i];
	return NULL;
}

/* A comment of a cell; those of a thread stand in a part of their own, and have
 * only a note about old programs here. */
static void
take_cell(struct part *p, const struct xml_element *e, str id)
{
	size_t i, n = 0;
	str who = S("");

	for (i = 0; i < id.len && char_is_digit(id.p[i]) && n < AUTHORS_LIMIT;
	    i++)
		n = n * 10 + (size_t)(id.p[i] - '0');
	if (id.len != 0 && n < p->authors.num)
		who = p->authors.items[n];
	if (!str_starts(who, S("tc=")))
		add(p, TRACE_COMMENT, who, place_of(p, xml_attr(e, S("ref"))));
}

static void
take_address(struct part *p, const struct xml_element *e, str address)
{
	str user = user_in(address);

	if (user.len != 0)
		add(p, TRACE_NAME, user, place_of(p, e->name));
}

/* Begins to collect the text of an element. */
static void
collect(struct part *p, const struct rule *rule, str attr)
{
	if (p->text.rule != NULL)
		return;
	p->text = (struct open){ .rule = rule, .depth = p->depth,
	    .attr = str_copy(p->arena, str_shorten(p->arena, attr, SHOWN)) };
	sink_reset(&p->collected);
}

/* A change or comment whose author is known. There may be a million. */
static void
take_plain(struct part *p, enum trace_kind kind, str who)
{
	struct arena_state state = arena_state(p->arena);

	add(p, kind, who, place_now(p));
	arena_rewind(p->arena, state);
}

static void
set_sheet(struct part *p, str name)
{
	name = str_upto(name, SHOWN);
	if (!p->has_sheets)
		return;
	memcpy(p->sheet, name.p, name.len);
	p->sheet_len = name.len;
}

static void
enter(struct part *p, const struct rule *rule)
{
	if (p->around.rule == NULL)
		p->around = (struct open){ .rule = rule, .depth = p->depth,
		    .place = place_now(p) };
}

static void
take_meaning(struct part *p, const struct xml_element *e,
    const struct rule *rule, str attr)
{
	switch (rule->meaning) {
	case NAME:
	case AUTHOR:
	case CUSTOM:
		collect(p, rule, attr);
		break;
	case NAME_ATTR:
		add(p, TRACE_NAME, attr, place_of(p, e->name));
		break;
	case CHANGE:
		take_plain(p, TRACE_CHANGE, attr);
		break;
	case COMMENT:
		take_plain(p, TRACE_COMMENT, attr);
		break;
	case CHANGE_AROUND:
	case COMMENT_AROUND:
		enter(p, rule);
		break;
	case CELL_COMMENT:
		take_cell(p, e, attr);
		break;
	case ADDRESS:
		take_address(p, e, attr);
		break;
	case PARAGRAPH:
		p->paragraphs++;
		break;
	case SHEETS:
		p->has_sheets = true;
		break;
	case SHEET:
		set_sheet(p, attr);
		break;
	case PASSWORD:
		p->traces->fault = TRACES_PASSWORD;
	}
}

static void
open_element(void *context, const struct xml_element *e)
{
	struct part *p = context;
	const struct rule *rule = find_rule(e);

	p->depth++;
	if (rule != NULL)
		take_meaning(p, e, rule, rule->attr[0] != '\0' ? xml_attr(e,
		    str_of(rule->attr)) : S(""));
}

static void
take_text(void *context, str text)
{
	struct part *p = context;

	if (p->text.rule != NULL && p->collected.len < TEXT_LIMIT)
		sink_put(&p->collected, str_upto(text, TEXT_LIMIT));
}

/* The text of the element is complete. */
static void
close_text(struct part *p)
{
	str value = str_trim(sink_str(&p->collected)), name = p->text.attr;
	enum meaning meaning = p->text.rule->meaning;

	if (meaning == AUTHOR && p->authors.num < AUTHORS_LIMIT)
		strings_add(&p->authors, p->arena, str_copy(p->arena, value));
	else if (meaning == NAME && p->around.rule != NULL)
		p->around.who = str_copy(p->arena, value);
	else if (meaning == NAME || (meaning == CUSTOM && may_be_name(value)))
		add(p, TRACE_NAME, value, place_of(p, meaning == CUSTOM ?
		    name : str_of(p->text.rule->name)));
	p->text.rule = NULL;
}

static void
close_element(void *context)
{
	struct part *p = context;

	if (p->text.rule != NULL && p->text.depth == p->depth)
		close_text(p);
	if (p->around.rule != NULL && p->around.depth == p->depth) {
		add(p, p->around.rule->meaning == CHANGE_AROUND ?
		    TRACE_CHANGE : TRACE_COMMENT, p->around.who,
		    p->around.place);
		p->around.rule = NULL;
	}
	p->depth--;
}

/* --- The part */

struct part *
part_open(struct traces *t, str name)
{
	static const struct xml_events events = { open_element, close_element,
		take_text };
	struct part *p = mem_alloc(sizeof(*p));

	p->traces = t;
	p->name = name;
	p->arena = arena_new();
	p->xml = xml_open(&events, p);
	return p;
}

bool
part_take(void *part, str piece)
{
	struct part *p = part;
	bool sound = xml_take(p->xml, piece);

	if (!sound && p->traces->fault == TRACES_FINE)
		p->traces->fault = TRACES_BROKEN;
	return sound;
}

void
part_close(struct part *p)
{
	if (!xml_close(p->xml) && p->traces->fault == TRACES_FINE)
		p->traces->fault = TRACES_BROKEN;
	sink_free(&p->collected);
	arena_free(p->arena);
	mem_free(p);
}
