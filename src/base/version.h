/* SPDX-License-Identifier: ISC
 *
 * version: the name and version of the program. The Makefile sets the version;
 * a record names the version that made it, so a program that makes other bytes
 * must have a new one.
 */
#ifndef BASE_VERSION_H
#define BASE_VERSION_H

#ifndef MATBU_VERSION
#define MATBU_VERSION "0"
#endif
#define VERSION_NAME "matbu " MATBU_VERSION

#endif
