/* SPDX-License-Identifier: ISC
 *
 * paginate: puts strips on sheets. A sheet is filled from above by groups of
 * strips that belong together. A footnote stands at the bottom of the sheet
 * that refers to it; what does not fit there stands at the bottom of the next
 * sheets. A figure that does not fit waits for the next sheet while text of its
 * section, or else of the next one, moves up. Lengths are [pt].
 */
#ifndef LAYOUT_PAGINATE_H
#define LAYOUT_PAGINATE_H

#include "layout/job.h"
#include "layout/sheet.h"

/* first_top: y where text begins on the first sheet. Changes the order of
 * job->body where text passes a figure, and the size of figures. The sheets are
 * in the job's arena. */
struct sheet_list paginate(struct layout_job *, double first_top);

#endif
