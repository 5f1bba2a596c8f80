/* SPDX-License-Identifier: ISC */
#include "publish/site_checkpoint.h"

#include "base/die.h"
#include "build/options.h"
#include "build/origin.h"
#include "register/checkpoint.h"
#include "register/signature.h"

void
site_checkpoint_make(struct site_checkpoint *w, struct arena *a,
    const struct options *o, const struct reg *reg, struct remote *r)
{
	struct checkpoint c = checkpoint_of(a, reg, origin_of(a, o));
	str said = S("");

	*w = (struct site_checkpoint){ .remote = r, .renew = o->verify,
	    .text = checkpoint_text(a, &c) };
	if (o->sign != NULL && !o->dry_run && !signature_make(a, o->sign,
	    w->text, &w->signature, &said))
		die_system(DIAG_SIGN, o->sign, str_c(a, said));
}

/* Whether a store has only the beginning of a file of ours, all of which start
 * like this: a publish was killed while it wrote the file. */
static bool
is_cut_off(const struct site_checkpoint *w, str bytes, str start)
{
	return remote_is_store(w->remote) && (str_starts(bytes, start) ||
	    str_starts(start, bytes));
}

void
site_checkpoint_read(struct site_checkpoint *w, struct arena *a,
    const struct reg *reg, struct diags *ds)
{
	struct checkpoint c;
	str bytes;

	if (remote_read(w->remote, S(CHECKPOINT_SIGNATURE), &bytes)) {
		w->signature_there = bytes;
		if (!signature_is(bytes) && !is_cut_off(w, bytes,
		    S("-----BEGIN SSH SIGNATURE-----")))
			diag(ds, DIAG_PUBLISH_FOREIGN, POS_NONE, remote_name(
			    w->remote, S(CHECKPOINT_SIGNATURE)));
	}
	if (!remote_read(w->remote, S(CHECKPOINT_NAME), &bytes))
		bytes = S("");
	w->there = bytes;
	if (w->signature_there.len != 0 && w->signature.len == 0 &&
	    !str_eq(w->there, w->text))
		diag(ds, DIAG_PUBLISH_UNSIGNED, POS_NONE, remote_name(w->remote,
		    S(CHECKPOINT_SIGNATURE)));
	if (bytes.len == 0)
		return;
	if (!checkpoint_read(&c, bytes) && is_cut_off(w, bytes,
	    S("matbu register ")))
		return;
	if (!checkpoint_read(&c, bytes))
		diag(ds, DIAG_PUBLISH_FOREIGN, POS_NONE, remote_name(w->remote,
		    S(CHECKPOINT_NAME)));
	else if (!checkpoint_fits(&c, reg))
		diag(ds, DIAG_PUBLISH_WITNESS, POS_NONE, remote_name(w->remote,
		    S(CHECKPOINT_NAME)), str_uint(a, c.rows), c.chain);
}

bool
site_checkpoint_is_stale(const struct site_checkpoint *w)
{
	return w->renew || !str_eq(w->there, w->text) ||
	    w->signature.len != 0;
}

void
site_checkpoint_send(const struct site_checkpoint *w)
{
	const str signature = S(CHECKPOINT_SIGNATURE);
	bool changed = !str_eq(w->there, w->text);

	if (changed && w->signature_there.len != 0)
		remote_remove(w->remote, &signature, 1);
	if (changed || w->renew)
		remote_write(w->remote, S(CHECKPOINT_NAME), w->text);
	if (w->signature.len != 0)
		remote_write(w->remote, signature, w->signature);
	else if (w->renew && !changed && w->signature_there.len != 0)
		remote_write(w->remote, signature, w->signature_there);
}
