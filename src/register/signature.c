/* SPDX-License-Identifier: ISC */
#include "register/signature.h"

#include <errno.h>

#include "base/arena.h"
#include "base/fault.h"
#include "base/file.h"
#include "base/program.h"

#define FIRST	"-----BEGIN SSH SIGNATURE-----\n"

/* Runs ssh-keygen. *output is what it printed; where it fails, the last line
 * of what it said. */
static bool
run(struct arena *a, const char *const argv[], str input, str *output)
{
	struct sink printed = { 0 }, said = { 0 };
	bool done = program_run(argv, input, &printed, &said) == 0;
	str text = str_trim(sink_str(&said));

	if (done)
		text = sink_str(&printed);
	else if (text.len == 0)
		text = S("ssh-keygen");
	else
		text = str_from(text, str_rfind(text, '\n') == text.len ? 0 :
		    str_rfind(text, '\n') + 1);
	*output = str_copy(a, text);
	sink_free(&printed);
	sink_free(&said);
	return done;
}

/* ssh-keygen waits for the writer of a FIFO. */
static bool
is_readable(const char *path, str *said)
{
	if (file_is_readable(path))
		return true;
	*said = str_of(fault_text(errno));
	return false;
}

bool
signature_is(str bytes)
{
	return str_starts(bytes, S(FIRST));
}

bool
signature_make(struct arena *a, const char *key, str text, str *signature,
    str *said)
{
	const char *const argv[] = { "ssh-keygen", "-q", "-Y", "sign", "-n",
	    SIGNATURE_PURPOSE, "-f", key, NULL };

	if (!is_readable(key, said) || !run(a, argv, text, said))
		return false;
	*signature = *said;
	return signature_is(*signature);
}

bool
signature_check(struct arena *a, const char *file, const char *allowed,
    str text, str *who)
{
	const char *const find[] = { "ssh-keygen", "-Y", "find-principals",
	    "-s", file, "-f", allowed, NULL };
	const char *check[] = { "ssh-keygen", "-Y", "verify", "-n",
	    SIGNATURE_PURPOSE, "-s", file, "-f", allowed, "-I", NULL, NULL };
	str output = S(""), name;

	if (!is_readable(file, who) || !is_readable(allowed, who) ||
	    !run(a, find, S(""), who))
		return false;
	if (!str_line(who, &name) || name.len == 0)
		return false;
	check[sizeof(check) / sizeof(check[0]) - 2] = str_c(a, name);
	if (!run(a, check, text, &output)) {
		*who = output;
		return false;
	}
	*who = name;
	return true;
}
