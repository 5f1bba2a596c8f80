/* SPDX-License-Identifier: ISC */
#include "publish/summary.h"

#include <stdio.h>

#include "base/message.h"
#include "base/shown.h"
#include "build/options.h"

void
summary_steps(const struct mirror *m)
{
	static const char *const words[LANG_COUNT][3] = {
	    { "yeni    ", "değişen ", "silinen " },
	    { "new     ", "changed ", "removed " } };
	size_t i, num;
	const struct mirror_step *steps = mirror_steps(m, &num);

	for (i = 0; i < num; i++)
		if (steps[i].act >= MIRROR_ADD)
			printf("%s%s\n", words[message_language()]
			    [steps[i].act - MIRROR_ADD],
			    SHOWN(steps[i].file.path));
}

/* Prints where the files are now. */
static void
print_destination(const struct options *o, size_t rows)
{
	bool turkish = message_language() == LANG_TR;

	if (o->dry_run)
		printf(turkish ? "(yalnız gösterildi)\n" : "(shown only)\n");
	else if (o->changed != NULL)
		printf(turkish ? "%s klasöründe; siteye yükleyin\n" :
		    "in the folder %s; upload them to the site\n",
		    SHOWN(str_of(o->changed)));
	else
		printf(turkish ? "defterin %zu satırı yayında\n" :
		    "%zu rows of the register are out\n", rows);
}

void
summary_print(const struct options *o, const struct mirror *m, size_t rows,
    bool some)
{
	struct mirror_count c = mirror_counted(m);
	bool turkish = message_language() == LANG_TR;

	if (o->quiet)
		return;
	if (!some && o->changed != NULL) {
		printf(turkish ? "yeni bir şey yok; son klasör yüklenmeden "
		    "kaybolduysa --anew ile her şeyi yeniden alın\n" :
		    "nothing new; where the last folder was lost before it "
		    "was uploaded, --anew gives everything again\n");
		return;
	}
	printf(turkish ? "%zu dosya: %zu yeni, %zu değişen, %zu silinen; " :
	    "%zu files: %zu new, %zu changed, %zu removed; ", c.files,
	    c.acts[MIRROR_ADD], c.acts[MIRROR_CHANGE], c.acts[MIRROR_REMOVE]);
	print_destination(o, rows);
}
