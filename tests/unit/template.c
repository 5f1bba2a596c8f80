/* SPDX-License-Identifier: ISC */
#include "test.h"

#include <stdlib.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/sink.h"
#include "html/template.h"
#include "html/template_render.h"

enum { MOST = 140 };

static void
put_template(const char *path, unsigned slots)
{
	FILE *file = fopen(path, "w");
	unsigned i;

	fputs("<p>", file);
	for (i = 0; i < slots; i++)
		fputs("<i data-slot-title=\"lang\"/>", file);
	fputs("</p>\n", file);
	fclose(file);
}

/* The list of segments grows by doubling, also for the last one. */
static void
test_sizes(struct arena *a, const char *folder, const char *path)
{
	struct slot_values v = { .root = S("") };
	const struct html_template *t;
	struct sink k = { 0 };
	unsigned slots;
	size_t wrong = 0;

	v.slots[SLOT_LANG] = S("tr");
	for (slots = 0; slots < MOST; slots++) {
		put_template(path, slots);
		t = html_template_read(a, folder, "page.html", NULL);
		html_template_render(t, &v, &k);
		wrong += k.len != strlen("<p></p>\n") +
		    slots * strlen("<i title=\"tr\"></i>");
		sink_reset(&k);
	}
	check(wrong == 0, "templates of 0 to %d slots", MOST - 1);
	sink_free(&k);
}

int
main(void)
{
	struct arena *a = arena_new();
	char folder[] = "/tmp/matbu-template-XXXXXX", path[64];

	if (!check(mkdtemp(folder) != NULL, "folder"))
		return 1;
	snprintf(path, sizeof(path), "%s/page.html", folder);
	test_sizes(a, folder, path);
	unlink(path);
	rmdir(folder);
	arena_free(a);
	return 0;
}
