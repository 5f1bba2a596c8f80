/* SPDX-License-Identifier: ISC
 *
 * print_sign: the drawn signs of notes and of lines that go on.
 */
#ifndef PRINT_SIGN_H
#define PRINT_SIGN_H

#include "layout/frame.h"

struct pdf;

/* Paints the sign as an artifact: the words beside it say what it means. x,
 * y: its upper left corner [pt]. */
void	print_sign_paint(struct pdf *, enum frame_sign, double x, double y,
	    double size, unsigned colour);

#endif
