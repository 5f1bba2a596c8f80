#!/bin/sh
# The table of messages, row by row: src/base/messages.def in both languages.
set -u
python3 tests/gate/messages.py src/base/messages.def
