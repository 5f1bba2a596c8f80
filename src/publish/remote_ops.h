/* SPDX-License-Identifier: ISC
 *
 * remote_ops: the interface that the kinds of remote implement. For
 * remote*.c only.
 */
#ifndef PUBLISH_REMOTE_OPS_H
#define PUBLISH_REMOTE_OPS_H

#include "base/file.h"
#include "base/message.h"
#include "publish/remote_types.h"

/* Where ssh puts the files of a call before it moves them into place. */
#define REMOTE_STAGE	REMOTE_LOCK "/in"
/* The file that names the holder of the lock. */
#define REMOTE_OWNER	REMOTE_LOCK "/owner"

/* The largest file that goes through memory [byte]. */
enum { REMOTE_LIMIT = 256 << 20 };
/* The most local folders that files come from: out, content, the temporary
 * folder. */
enum { REMOTE_ROOTS = 4 };

struct remote;
struct sink;
struct store;
struct strings;

/* remote.h states what each function does. */
struct remote_ops {
	enum remote_state (*find)(struct remote *);
	bool	(*lock)(struct remote *, str owner, str *holder);
	void	(*unlock)(struct remote *);
	bool	(*read)(struct remote *, str path, str *bytes);
	void	(*facts)(struct remote *, const str *, size_t,
		    struct file_facts *);
	void	(*look)(struct remote *, const struct remote_look *, size_t,
		    bool repair, struct sink *found);
	void	(*compare)(struct remote *, const struct remote_file *, size_t,
		    bool *);
	void	(*put)(struct remote *, const struct remote_file *, size_t,
		    enum remote_mode);
	void	(*write)(struct remote *, str path, str bytes);
	void	(*remove)(struct remote *, const str *, size_t);
	void	(*fetch)(struct remote *, const str *, size_t, str folder);
	/* Only of a store, else NULL. */
	void	(*list)(struct remote *, str folder, struct strings *);
	void	(*close)(struct remote *);
};

struct remote {
	const struct remote_ops *ops;
	struct arena	*arena;
	str		 host;		/* “user@host”, “rclone:web”; empty:
					 * a folder */
	str		 folder;	/* without “/” at its end */
	size_t		 jobs;		/* maximum of threads for facts() */
	bool		 locked;	/* by this program */
	bool		 absent;	/* the folder does not exist yet */
	struct access	 access;	/* of what is in it */
	char		*temp;		/* a local folder, made at first use */
	bool		 shared;	/* one connection for all calls */
	bool		 denied;	/* the last call lacked a permission */
	struct store	*store;		/* of remote_rclone.c, or NULL */
};

/* Lists the local folders that hold the files, each once; returns their
 * number. */
size_t		remote_ops_roots(const struct remote_file *, size_t num,
		    str *roots);

/* Ends the program with the message, what, and the text of errno; a missing
 * permission has its own message. */
_Noreturn void	remote_ops_fail(enum diag, const char *what);

#endif
