#!/bin/sh
# SPDX-License-Identifier: ISC
#
# run.sh FILE...: veraPDF's verdict on each file; run.sh --rules: what it
# looks at (Conform.java).
# Needs “mvn -q -B package” in this folder to have run once.
set -eu
here=$(dirname "$0")
exec java -Xshare:auto -XX:TieredStopAtLevel=1 \
    -cp "$here/target/classes:$here/target/lib/*" Conform "$@"
