#!/usr/bin/env python3
"""Reads a site from its first page on, link by link, over and over, until
the file STOP is there and 100 requests are made, or 3,000 are.
Prints what a reader must never see: reader.py URL STOP"""
import os
import re
import sys
import time
import urllib.error
import urllib.request
from urllib.parse import urljoin, urldefrag

site, stop = sys.argv[1:]
requests = 0
end = time.monotonic() + 600        # the rest failed long ago


def read(url):
    global requests
    requests += 1
    with urllib.request.urlopen(url, timeout=10) as answer:
        return answer.read(), int(answer.headers["Content-Length"])


def walk():
    todo, seen = [(site, "–")], {site}
    while todo and not over():
        url, source = todo.pop(0)
        try:
            bytes_, length = read(url)
        except urllib.error.HTTPError as e:
            print(f"{e.code} {url} from {source}")
            continue
        if len(bytes_) != length:
            print(f"cut off {url}")
        if not url.endswith((".html", "/")):
            continue
        if not bytes_.rstrip().endswith(b"</html>"):
            print(f"half a page {url}")
        for link in re.findall(r'(?:href|src)="([^"]+)"', bytes_.decode()):
            link = urldefrag(urljoin(url, link))[0]
            if link.startswith(site) and link not in seen:
                seen.add(link)
                todo.append((link, url))


def over():
    return requests >= (100 if os.path.exists(stop) else 3000) or \
        time.monotonic() > end


while not over():
    walk()
print(f"{requests} requests", file=sys.stderr)
