#!/bin/sh
# Names from outside and symbolic links: whatever a register, a listing, a
# template, out/.matbu, a destination or another machine says, and whatever
# links stand in content/, out/ and a destination, before a run or put there
# during it, nothing outside changes.
set -u
root=$PWD
export root
. tests/suite.sh
. tests/publish/site.sh
. tests/publish/sshd.sh
. tests/publish/links.sh
cd "$scratch" || exit 2
unset LC_ALL
LC_MESSAGES=en_GB.UTF-8
export LC_MESSAGES

first && press && "$MATBU" publish -q site
cp -R content content0 && cp -R out out0 && cp -a site site0
make_victim

# --- Names

hostile_rows
hostile_listing
hostile_files

# --- Links that stand there

links_in_content
links_in_out
links_at site site
links_by_parts
other_names

# --- Links that are put there meanwhile

races site site 30

# --- Another machine

if start_sshd; then
	links_at site "$host:$scratch/site"
	races site "$host:$scratch/site" 3
	hostile_rsync
else
	echo "skip ssh: no sshd or rsync"
fi
