#!/bin/sh
# SPDX-License-Identifier: ISC
#
# run.sh [--refuse] FILE...: veraPDF's verdict on each file (Conform.java).
# Needs “mvn -q -B package” in this folder to have run once.
set -eu
here=$(dirname "$0")
exec java -Xshare:auto -XX:TieredStopAtLevel=1 \
    -cp "$here/target/classes:$here/target/lib/*" Conform "$@"
