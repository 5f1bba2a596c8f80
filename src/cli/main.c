/* SPDX-License-Identifier: ISC
 *
 * main: the program matbu.
 */
#include "cli/start.h"

int
main(int argc, char **argv)
{
	return start(argc, argv, NULL);
}
