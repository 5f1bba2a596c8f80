/* SPDX-License-Identifier: ISC
 *
 * remote: the destination of a publish or pull: a folder (also on a mounted
 * share); “user@host:path”, which rsync and ssh access; or a store,
 * “rclone:remote:path”, which rclone accesses and which has no lock
 * (publish/remote_rclone.h). The functions are the same for all. On failure a
 * function releases the lock and ends the program.
 *
 * No symbolic link below the destination is followed; the destination itself
 * may be one. Files and folders get the access of the destination
 * (base/access.h), whatever the umask is.
 *
 * DEST/.matbu-lock/ contains the files in transfer. The folder exists during a
 * publish: creating it takes the lock.
 */
#ifndef PUBLISH_REMOTE_H
#define PUBLISH_REMOTE_H

#include "base/file.h"
#include "publish/remote_types.h"

struct arena;
struct remote;
struct sink;
struct strings;

/* Opens a destination; its strings and the result are in the arena. The
 * destination may be absent, but its parent folder must exist. remote_facts()
 * uses at most jobs threads. A string that cannot be a destination ends the
 * program. One remote may be open at a time. */
struct remote	*remote_open(struct arena *, const char *destination,
		    size_t jobs);
/* Whether the string can be a destination: no URL, no control character; after
 * “rclone:” the name of a remote (“web”, “:local”) and “:”, and nothing that
 * rclone takes for an option or a setting (“:s3,secret_access_key=…”), which
 * .published would contain. */
bool		 remote_is_destination(str);
/* Releases the lock and removes temporary local files. */
void		 remote_close(struct remote *);
/* Returns the path of a local destination, in the arena; NULL for ssh and for a
 * store. */
const char	*remote_local_folder(struct remote *);
/* Returns the path of the local folder that is written, in the arena, or NULL:
 * as remote_local_folder(), and of “rclone::local:path”. */
const char	*remote_written_folder(struct remote *);
/* Whether it is a store. */
bool		 remote_is_store(const struct remote *);
/* Returns the name of a file for messages, in the arena:
 * “/srv/www/frm/x.html”, “user@host:www/frm/x.html”. */
str		 remote_name(struct remote *, str path);

/* Looks for the destination. While it is absent, later calls treat it as
 * empty and do not access it. */
enum remote_state	 remote_find(struct remote *);
/* Takes the lock for owner, and creates an absent destination. False where
 * another program has it: then *holder is the owner that it wrote. */
bool			 remote_lock(struct remote *, str owner, str *holder);
/* Removes the lock of another program. */
void			 remote_break_lock(struct remote *);

/* The access that files of the destination get. */
const struct access	*remote_access(struct remote *);

/* Looks at folders of the destination, parents first. Appends a line to found
 * for each folder that is a link or has a link above it, “l FOLDER”, and for
 * each file beside an index.html of ours that a web server may take for an
 * index (by the beginning of its name), “i FILE”. repair: gives the folders the
 * access of the destination. The caller checks the lines, because the other
 * machine is not trusted. */
void	 remote_look(struct remote *, const struct remote_look *, size_t num,
	    bool repair, struct sink *found);
/* Reads a file of the destination into the arena; false where there is
 * none. */
bool	 remote_read(struct remote *, str path, str *bytes);
/* Of a store: adds the paths of the files that stand in a folder now, and that
 * a destination may have. */
void	 remote_list(struct remote *, str folder, struct strings *);
/* Fills facts[i] for paths[i]. Over ssh, times are whole seconds; a store has
 * none, and its facts are those of remote_find(). */
void	 remote_facts(struct remote *, const str *paths, size_t num,
		    struct file_facts *);
/* Compares local files with existing files of the destination: same[i] is
 * whether the bytes of files[i] are equal. */
void	 remote_compare(struct remote *, const struct remote_file *, size_t num,
		    bool *same);
/* Sends files with their times, each whole or not at all; for a store see
 * publish/remote_rclone.h. A folder receives them in the given order; rsync and
 * rclone choose their own. */
void	 remote_put(struct remote *, const struct remote_file *, size_t num,
		    enum remote_mode);
/* Writes bytes to a file of the destination, replacing an existing one. */
void	 remote_write(struct remote *, str path, str bytes);
/* Removes files, and the folders that become empty. */
void	 remote_remove(struct remote *, const str *paths, size_t num);
/* Copies files into a local folder, with their times. Skips files that do
 * not exist. */
void	 remote_fetch(struct remote *, const str *paths, size_t num,
		    str folder);

#endif
