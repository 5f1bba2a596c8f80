/* SPDX-License-Identifier: ISC
 *
 * server: the program matbu-serve, which “matbu serve” becomes: all of matbu
 * and the server of the preview.
 */
#include "cli/start.h"
#include "serve/serve.h"

int
main(int argc, char **argv)
{
	return start(argc, argv, serve_run);
}
