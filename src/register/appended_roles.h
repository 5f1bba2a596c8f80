/* SPDX-License-Identifier: ISC
 *
 * appended_roles: what the objects of a record are, and so what an update may
 * do to them. For appended.c only.
 */
#ifndef REGISTER_APPENDED_ROLES_H
#define REGISTER_APPENDED_ROLES_H

#include "register/foreign_pdf.h"

/* ROLE_EXACT, for all others, is 0, the number of a new slot of a map. */
enum appended_role { ROLE_EXACT, ROLE_CATALOGUE, ROLE_INFO, ROLE_METADATA,
	ROLE_PAGE, ROLE_ANNOTATIONS, ROLE_FORM, ROLE_FIELDS, ROLE_FIELD,
	ROLE_APPEARANCE };

/* The members are for appended_roles.c only. */
struct appended_roles {
	const struct foreign_pdf *pdf;
	struct map	 roles;		/* object -> enum appended_role */
	struct map	 uses;		/* object -> how often it is named */
};

/* Finds the roles of all objects of the PDF, which is borrowed. */
void	appended_roles_find(struct appended_roles *, struct arena *,
	    const struct foreign_pdf *);
/* The role of an object. ROLE_EXACT where it has two, or where it is a stream
 * or list that another part of the PDF also uses. */
enum appended_role appended_roles_of(const struct appended_roles *, str name);

#endif
