#!/bin/sh
# SPDX-License-Identifier: ISC
#
# run.sh FILE...: veraPDF's verdict on each file; run.sh --rules: what it
# looks at (Conform.java).
# Needs “make setup-test” to have run once.
set -eu
made=$(dirname "$0")/../../build/conformance
exec java -Xshare:auto -XX:TieredStopAtLevel=1 \
    -cp "$made/classes:$made/lib/*" Conform "$@"
