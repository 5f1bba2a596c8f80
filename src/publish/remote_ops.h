/* SPDX-License-Identifier: ISC
 *
 * far_end: what the two kinds of far end share; for far*.c only.
 */
#ifndef PUBLISH_REMOTE_OPS_H
#define PUBLISH_REMOTE_OPS_H

#include "base/diags.h"
#include "publish/remote.h"

#define FAR_LOCK	".matbu-lock"
#define FAR_OWNER	FAR_LOCK "/owner"

struct far_ops {
	enum far_place (*find)(struct far *);
	bool	(*lock)(struct far *, str owner, str *holder);
	void	(*unlock)(struct far *);
	bool	(*read)(struct far *, str path, str *bytes);
	void	(*look)(struct far *, const str *, size_t,
		    struct file_facts *);
	void	(*compare)(struct far *, const struct far_file *, size_t,
		    bool *);
	void	(*put)(struct far *, const struct far_file *, size_t,
		    enum far_put);
	void	(*write)(struct far *, str path, str bytes);
	void	(*remove)(struct far *, const str *, size_t);
	void	(*fetch)(struct far *, const str *, size_t, str folder);
	void	(*close)(struct far *);
};

struct far {
	const struct far_ops *ops;
	struct arena	*arena;
	str		 host;		/* “user@host”; empty: a folder */
	str		 folder;	/* without “/” at its end */
	size_t		 jobs;		/* threads that may look */
	bool		 locked;	/* by us */
	bool		 absent;	/* the folder is not there yet */
	char		*temp;		/* a folder here, once it is needed */
	bool		 shared;	/* one connection for all calls */
};

extern const struct far_ops far_folder;
extern const struct far_ops far_remote;

/* The most bytes of a file that goes through memory. */
enum { FAR_LIMIT = 256 << 20 };

/* folder/path, as a C string in arena. */
char	*far_path(struct arena *, str folder, str path);
_Noreturn void	far_fail(enum diag, const char *what);

#endif
