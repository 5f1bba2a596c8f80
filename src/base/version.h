/* SPDX-License-Identifier: ISC
 *
 * version: what the program calls itself. The Makefile names it; a record
 * says which version has set it, so a press that sets other bytes has a new
 * one.
 */
#ifndef BASE_VERSION_H
#define BASE_VERSION_H

#ifndef MATBU_VERSION
#define MATBU_VERSION "0"
#endif
#define VERSION_NAME "matbu " MATBU_VERSION

#endif
