/* SPDX-License-Identifier: ISC */
/*
 * bare FROM TO: the lower bound of a build. Every Markdown file of folder FROM is read, parsed and rendered by cmark,
 * and written into folder TO with a fixed head and foot; nothing else is done, in one process and one thread.
 */
#include <cmark.h>
#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

static const char head[] = "<!DOCTYPE html>\n<html lang=\"tr\"><head><meta charset=\"utf-8\"><title>-</title></head><body>\n";
static const char foot[] = "</body></html>\n";

static void fail(const char *path)
{
	perror(path);
	exit(1);
}

static char *read_file(const char *path, size_t *len)
{
	struct stat about;
	int f = open(path, O_RDONLY);
	if (f < 0 || fstat(f, &about) != 0)
		fail(path);
	*len = (size_t)about.st_size;
	char *bytes = malloc(*len + 1);
	if (bytes == NULL || read(f, bytes, *len) != about.st_size)
		fail(path);
	close(f);
	return bytes;
}

static void write_page(const char *path, char *body)
{
	struct iovec parts[] = {{(char *)head, sizeof head - 1}, {body, strlen(body)}, {(char *)foot, sizeof foot - 1}};
	int f = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0644);
	if (f < 0 || writev(f, parts, 3) < 0 || close(f) != 0)
		fail(path);
}

static void press(const char *from, const char *to, const char *name, size_t stem)
{
	char path[4096];
	size_t len;
	snprintf(path, sizeof path, "%s/%s", from, name);
	char *source = read_file(path, &len);
	char *body = cmark_markdown_to_html(source, len, CMARK_OPT_UNSAFE);
	snprintf(path, sizeof path, "%s/%.*s.html", to, (int)stem, name);
	write_page(path, body);
	free(body);
	free(source);
}

int main(int argc, char **argv)
{
	if (argc != 3) {
		fputs("usage: bare FROM TO\n", stderr);
		return 2;
	}
	DIR *folder = opendir(argv[1]);
	if (folder == NULL)
		fail(argv[1]);
	for (struct dirent *entry; (entry = readdir(folder)) != NULL;) {
		size_t len = strlen(entry->d_name);
		if (len > 3 && strcmp(entry->d_name + len - 3, ".md") == 0)
			press(argv[1], argv[2], entry->d_name, len - 3);
	}
	closedir(folder);
	return 0;
}
