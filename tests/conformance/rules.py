#!/usr/bin/env python3
# SPDX-License-Identifier: ISC
"""rules.py UA.md < RULES: UA.md names every rule that veraPDF knows (run.sh
--rules), and no other. Exit status 1 where it does not."""

import re
import sys

PROFILES = {"## PDF/UA-1": "ua1", "## PDF/A-3a": "3a"}


def expand(cell):
    """The rules of a cell: “5-1, 5-3..5-5” is 5-1, 5-3, 5-4, 5-5."""
    for part in cell.split(","):
        first, _, last = part.strip().partition("..")
        if not re.fullmatch(r"[\d.]+-\d+", first):
            sys.exit(f"rules.py: not a rule: {part}")
        clause, number = first.rsplit("-", 1)
        end = last.rsplit("-", 1)[1] if last else number
        if last and last.rsplit("-", 1)[0] != clause:
            sys.exit(f"rules.py: not one clause: {part}")
        for n in range(int(number), int(end) + 1):
            yield f"{clause}-{n}"


def named(path):
    profile, rules = None, set()
    for line in open(path, encoding="utf-8"):
        if line.startswith("## "):
            profile = PROFILES.get(line.strip())
        elif profile and re.match(r"\| \d", line):
            rules.update(f"{profile} {r}" for r in
                         expand(line.split("|")[1]))
    return rules


def main():
    known = set(sys.stdin.read().splitlines())
    here = named(sys.argv[1])
    for rule in sorted(known - here):
        print(f"FAIL UA.md does not name {rule}")
    for rule in sorted(here - known):
        print(f"FAIL UA.md names {rule}, which veraPDF does not know")
    if known != here:
        sys.exit(1)
    print(f"ok UA.md names all {len(known)} rules")


if __name__ == "__main__":
    main()
