/* SPDX-License-Identifier: ISC
 *
 * test: the kit of the unit tests. A check prints “ok NAME” or
 * “FAIL NAME: reason”; the name is printf's.
 */
#ifndef TEST_H
#define TEST_H

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/str.h"

#define LENGTH(table)	(sizeof(table) / sizeof((table)[0]))

#define check(ok, ...)	test_check((ok), #ok, __LINE__, __VA_ARGS__)
#define check_str(got, want, ...) \
	test_check_str((got), (want), __LINE__, __VA_ARGS__)

/* A name never holds “: ” or a line's end: the suites' lines are cut there. */
static inline void
test_name(const char *verdict, const char *format, va_list args)
{
	char name[256];
	size_t i;

	vsnprintf(name, sizeof(name), format, args);
	for (i = 0; name[i] != '\0'; i++)
		if ((unsigned char)name[i] < ' ')
			name[i] = '?';
	printf("%s %s", verdict, name);
}

__attribute__((format(printf, 4, 5))) static inline bool
test_check(bool ok, const char *condition, int line, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	test_name(ok ? "ok" : "FAIL", format, args);
	va_end(args);
	if (ok)
		putchar('\n');
	else
		printf(": line %d: %s\n", line, condition);
	return ok;
}

__attribute__((format(printf, 4, 5))) static inline bool
test_check_str(str got, str want, int line, const char *format, ...)
{
	bool ok = str_eq(got, want);
	va_list args;

	va_start(args, format);
	test_name(ok ? "ok" : "FAIL", format, args);
	va_end(args);
	if (ok)
		putchar('\n');
	else
		printf(": line %d: expected “%.*s”, found “%.*s”\n", line,
		    STR_FMT(want), STR_FMT(got));
	return ok;
}

#endif
