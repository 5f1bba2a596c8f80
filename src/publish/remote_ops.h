/* SPDX-License-Identifier: ISC
 *
 * far_end: what the two kinds of far end share; for far*.c only.
 */
#ifndef PUBLISH_REMOTE_OPS_H
#define PUBLISH_REMOTE_OPS_H

#include "base/diags.h"
#include "publish/remote.h"

#define REMOTE_LOCK	".matbu-lock"
#define REMOTE_OWNER	REMOTE_LOCK "/owner"

struct remote_ops {
	enum remote_state (*find)(struct remote *);
	bool	(*lock)(struct remote *, str owner, str *holder);
	void	(*unlock)(struct remote *);
	bool	(*read)(struct remote *, str path, str *bytes);
	void	(*look)(struct remote *, const str *, size_t,
		    struct file_facts *);
	void	(*compare)(struct remote *, const struct remote_file *, size_t,
		    bool *);
	void	(*put)(struct remote *, const struct remote_file *, size_t,
		    enum remote_mode);
	void	(*write)(struct remote *, str path, str bytes);
	void	(*remove)(struct remote *, const str *, size_t);
	void	(*fetch)(struct remote *, const str *, size_t, str folder);
	void	(*close)(struct remote *);
};

struct remote {
	const struct remote_ops *ops;
	struct arena	*arena;
	str		 host;		/* “user@host”; empty: a folder */
	str		 folder;	/* without “/” at its end */
	size_t		 jobs;		/* threads that may look */
	bool		 locked;	/* by us */
	bool		 absent;	/* the folder is not there yet */
	char		*temp;		/* a folder here, once it is needed */
	bool		 shared;	/* one connection for all calls */
};

extern const struct remote_ops remote_folder;
extern const struct remote_ops remote_ssh;

/* The most bytes of a file that goes through memory. */
enum { REMOTE_LIMIT = 256 << 20 };

/* folder/path, as a C string in arena. */
char		*remote_path(struct arena *, str folder, str path);
_Noreturn void	remote_fail(enum diag, const char *what);

#endif
