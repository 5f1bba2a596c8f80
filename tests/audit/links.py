"""links.py FOLDER: each link that is not an address leads to a file in the
folder, from pages, and from PDFs whose pieces qpdf has unpacked (FILE.qdf)."""
import os
import re
import sys
import urllib.parse

folder, num, faults = os.path.realpath(sys.argv[1]), 0, []
for at, _, names in os.walk(folder):
    for name in names:
        path = os.path.join(at, name)
        if name.endswith(".html"):
            with open(path, encoding="utf-8") as f:
                found = re.findall(r'(?:href|src)="([^"]*)"', f.read())
        elif name.endswith(".qdf"):
            with open(path, "rb") as f:
                found = [u.decode() for u in
                         re.findall(rb"/URI \(([^)]*)\)", f.read())]
        else:
            continue
        for link in found:
            link = link.replace("&amp;", "&")
            if re.match(r"[a-z]+:", link) or link.startswith("#"):
                continue
            num += 1
            to = urllib.parse.unquote(link.split("#")[0].split("?")[0])
            target = os.path.realpath(os.path.join(at, to))
            if not target.startswith(folder + os.sep) or \
                    not os.path.isfile(target):
                faults.append(f"{os.path.relpath(path, folder)}: {link}")
print("\n".join(faults), end="")
sys.exit(bool(faults) or num == 0)
