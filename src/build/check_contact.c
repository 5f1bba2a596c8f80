/* SPDX-License-Identifier: ISC */
#include "build/check_contact.h"

#include "base/path.h"

void
check_contact(struct input *in)
{
	const struct collection *c = &in->collection;
	size_t i;

	if (!c->controlled)
		return;
	for (i = 0; i < c->num_folders; i++)
		if (c->folders[i].contact.text.len != 0)
			return;
	diag(in->diags, DIAG_CONTACT_NONE, POS_NONE, path_join(in->arena,
	    in->tree.root, S("index.md")));
}
