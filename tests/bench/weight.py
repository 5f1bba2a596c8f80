#!/usr/bin/env python3
"""weight.py FILE.pdf...: the size of each file in bytes without its pictures, that is, without the streams of its images
(masks too) as they lie in the file."""
import json
import os
import subprocess
import sys


def pictures(path):
    text = subprocess.run(['qpdf', '--json=2', '--json-stream-data=none', path], capture_output=True, text=True, check=True)
    objects = json.loads(text.stdout)['qpdf'][1]
    for body in objects.values():
        form = body.get('stream', {}).get('dict', {})
        if form.get('/Subtype') == '/Image':
            length = form['/Length']
            yield length if isinstance(length, int) else objects[f'obj:{length}']['value']


for name in sys.argv[1:]:
    print(os.path.getsize(name) - sum(pictures(name)))
