#!/usr/bin/env python3
"""Holds every row of messages.def against what a message must be, and every
row of phrases.def and words.def against what all texts must be."""
import re
import sys

# Ends of a run that nobody can repair by following a sentence.
NO_FIX = {"read", "write"}
SEVERITIES = {"ERROR", "ERROR_STAYS", "ERROR_WARNS", "WARNING",
              "WARNING_STAYS", "WARNING_STOPS_RELEASE", "WORLD"}

# Text inside “…” may be code, and so may what follows “örnek:”; a shell takes
# straight quotes alone.
QUOTED = re.compile(r"“[^”]*”|\(örnek:.*\)|!\[.*\)|yazın: .*|yapın: .*"
                    r'|matbu .*"…"')


def rows(path):
    source = open(path, encoding="utf-8").read()
    source = re.sub(r"/\*.*?\*/", "", source, flags=re.S)
    string = r'"((?:[^"\\]|\\.)*)"'
    row = re.compile(r"X\((\w+), *" + string + r", *(\w+),\s*" +
                     r",\s*".join([string] * 4) + r"\)")
    rest = row.sub("", source).strip()
    found = [m.groups() for m in row.finditer(source)]
    unescape = lambda s: s.replace('\\"', '"').replace("\\\\", "\\")
    return [r[:3] + tuple(map(unescape, r[3:])) for r in found], rest


def values(*texts):
    return set(re.findall(r"\{\d\}", " ".join(texts)))


def faults(name, id, severity, tr, tr_fix, en, en_fix):
    if id != name.lower().replace("_", "-"):
        yield "the id is not the name"
    if severity not in SEVERITIES:
        yield "unknown severity " + severity
    if not tr or not en:
        yield "a text is empty"
    if id not in NO_FIX and (not tr_fix or not en_fix):
        yield "a fix is empty"
    if values(tr, tr_fix) != values(en, en_fix):
        yield "the languages differ in their values"
    if not values(tr, tr_fix) <= {"{1}", "{2}", "{3}"}:
        yield "unknown value"
    for text in (tr, tr_fix, en, en_fix):
        if re.search(r"\}[’'”]?[’'\w]*\w", text) and \
           re.search(r"\}[”)]*[’'\w]", text.replace("}-", "} ")):
            yield "something is attached to a value: " + text
        if text != text.strip() or text.endswith("."):
            yield "blank or full stop at an end: " + text
        if re.search(r"[\x00-\x1f]|  (?! )", text.replace("   ", "")):
            yield "control character or double blank: " + text
    for text in (tr, tr_fix):
        if re.search(r"[\"']", QUOTED.sub("", text)):
            yield "straight quote: " + text
    for text in (tr, tr_fix, en, en_fix):
        if text.count("“") != text.count("”"):
            yield "quotes do not pair: " + text
        if text.count("(") != text.count(")"):
            yield "parentheses do not pair: " + text


def check_texts(path):
    """Rows of two texts: each is there, with the same values in both."""
    source = re.sub(r"/\*.*?\*/", "", open(path, encoding="utf-8").read(),
                    flags=re.S)
    row = re.compile(r'X\((\w+),(?: *"[\w-]+",)?'
                     r'\s*"((?:[^"\\]|\\.)*)",\s*"((?:[^"\\]|\\.)*)"\)')
    rest = row.sub("", source).strip()
    if rest:
        print("FAIL texts: not a row: " + rest.splitlines()[0])
    for name, tr, en in row.findall(source):
        name = "text-" + name.lower()
        if not tr or not en:
            print(f"FAIL {name}: a text is empty")
        elif values(tr) != values(en):
            print(f"FAIL {name}: the languages differ in their values")
        elif not values(tr) <= {"{%d}" % n for n in range(1, 7)}:
            print(f"FAIL {name}: unknown value")
        elif re.search(r"\}[’'\w]", tr + " " + en):
            print(f"FAIL {name}: something is attached to a value")
        else:
            print("ok " + name)


def main():
    table, rest = rows(sys.argv[1])
    if rest:
        print("FAIL table: not a row: " + rest.splitlines()[0])
    seen = set()
    for row in table:
        reasons = list(faults(*row))
        if row[1] in seen:
            reasons.append("the id is there twice")
        seen.add(row[1])
        print("FAIL " + row[1] + ": " + "; ".join(reasons) if reasons
              else "ok " + row[1])
    for path in sys.argv[2:]:
        check_texts(path)


main()
