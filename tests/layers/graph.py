"""The include graph of src/ keeps the rules of src/README.md.

Prints a line for each check. A module is X.c and X.h together; its includes
are those of both files.
"""
import collections
import pathlib
import re
import sys

SRC = pathlib.Path("src")
MOST_FOLDERS = 23
MOST_SHARE = 0.15
# The only cycle: a list item holds blocks, and a list is a block.
RECURSION = [{"layout/block", "layout/list"}]


def table():
    """The rows of the map: folder -> folders that it may include, in order."""
    rows = {}
    for line in (SRC / "README.md").read_text().splitlines():
        cells = [cell.strip() for cell in line.split("|")]
        if len(cells) > 3 and re.fullmatch(r"`[a-z]+`", cells[1]):
            rows[cells[1].strip("`")] = cells[2].replace("`", "").split()
    return rows


def includes(file):
    return re.findall(r'^#include "([^"]+)"', file.read_text(), re.M)


def files():
    return sorted(f for f in SRC.rglob("*") if f.suffix in (".c", ".h"))


def module(path):
    return re.sub(r"\.[ch]$", "", path)


def graph():
    edges = collections.defaultdict(set)
    for file in files():
        own = module(str(file.relative_to(SRC)))
        for header in includes(file):
            if header.endswith(".h") and module(header) != own:
                edges[own].add(module(header))
    return edges


def cycles(edges):
    """Groups of modules that reach each other."""
    def reach(start):
        seen, rest = set(), [start]
        while rest:
            for other in edges.get(rest.pop(), ()):
                if other not in seen:
                    seen.add(other)
                    rest.append(other)
        return seen

    reached = {one: reach(one) for one in list(edges)}
    groups = []
    for one in reached:
        group = {other for other in reached[one]
                 if one in reached.get(other, ())}
        if group and group not in groups:
            groups.append(group)
    return groups


def missing_files(document):
    """Files that a document names in backquotes and that do not exist. A name
    without a folder is in the folder of the name before it."""
    folder = ""
    # The first cell of a row of the map is a folder.
    text = re.sub(r"^\| `([a-z]+)` \|", r"`src/\1/`",
                  pathlib.Path(document).read_text(), flags=re.M)
    for name in re.findall(
            r"`([\w/.-]+(?:/|\.(?:c|h|def|md|sh|py|xml|rng|mk)))`", text):
        if "NAME" in name or "TOPIC" in name or name == "index.md":
            continue
        roots = ("", "src/", "tests/")
        if name.endswith("/"):
            folder = next((root + name for root in roots
                           if pathlib.Path(root + name).is_dir()), folder)
            continue
        places = [root + name for root in (*roots, "templates/", folder)]
        found = [place for place in places if pathlib.Path(place).is_file()]
        if not found:
            yield name
        elif "/" in name:
            folder = found[0].rpartition("/")[0] + "/"


def check(name, faults):
    faults = list(faults)
    print(f"FAIL {name}: {'; '.join(faults[:3])}" if faults else f"ok {name}")


def main():
    rows = table()
    folders = sorted({f.parts[1] for f in SRC.glob("*/*.c")})
    check("table", (f"{f} is not in the map or not in src/"
                    for f in set(rows) ^ set(folders)))
    above = []
    for folder, allowed in rows.items():
        check(f"{folder}-downwards", (f"it may include {other}, which stands "
                                      "below it" for other in allowed
                                      if other not in above))
        above.append(folder)
        used = {header.split("/")[0]
                for file in files() if file.parts[1] == folder
                for header in includes(file)} - {folder}
        check(f"{folder}-includes", (f"includes {other}/"
                                     for other in used - set(allowed)))
        check(f"{folder}-allowed", (f"never includes {other}/"
                                    for other in set(allowed) - used))

    lines = collections.Counter()
    for file in list(files()) + sorted(SRC.rglob("*.def")):
        lines[file.parts[1]] += len(file.read_text().splitlines())
    whole = sum(lines.values())
    check("share", (f"{folder} has {100 * n / whole:.1f} % of the lines"
                    for folder, n in lines.items() if n > MOST_SHARE * whole))
    check("folders", [f"{len(folders)}"] if len(folders) > MOST_FOLDERS else [])
    check("top", (f"src/{f.name} is neither a folder nor a document"
                  for f in SRC.iterdir()
                  if f.is_file() and f.suffix not in (".md", ".1")))
    for document in ("src/README.md", "src/CONTRIBUTING.md",
                     "tests/README.md"):
        check(f"{document}-files", (f"no file {name}"
                                    for name in missing_files(document)))
    check("cycles", (" ".join(sorted(group)) for group in cycles(graph())
                     if group not in RECURSION))


sys.exit(main())
