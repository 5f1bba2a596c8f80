#!/usr/bin/env python3
"""compare.py HOW ARGUMENT… <JSON of answers: exits with 0 where each file has what it must have.
  table TABLE.csv   file N has the cells of row N
  wanted FILE.json  NAME.pdf has exactly the fields of NAME
  verdicts NAME=VERDICT…"""
import csv
import json
import os
import re
import sys


def slug(text):
    text = text.replace('İ', 'i').replace('I', 'ı').lower()
    text = text.translate(str.maketrans('çğıöşüâîû', 'cgiosuaiu'))
    return re.sub('[^a-z0-9]+', '-', text).strip('-')


def matches(typed, found):
    """An empty cell leaves the field as it is."""
    if typed == '':
        return True
    if isinstance(found, bool):
        return found == (typed in ('evet', 'x', '1', 'yes'))
    return found.replace('\r\n', '\n') == typed.replace('\r\n', '\n') or found == slug(typed)


def main(how, *arguments):
    answers = json.load(sys.stdin)['answers']
    faults = []
    if how == 'table':
        with open(arguments[0], encoding='utf-8-sig', newline='') as file:
            rows = [row for row in csv.DictReader(file, delimiter=';') if any(row.values())]
        if len(rows) != len(answers):
            faults.append(f'{len(answers)} files, {len(rows)} rows')
        for row, answer in zip(rows, answers):
            faults += [f'{name}: {value!r} is {answer["fields"].get(name)!r}' for name, value in row.items()
                       if not matches(value, answer['fields'].get(name))]
            if answer['verdict'] != 'filled-in' or not answer['record']:
                faults.append(f'{answer["file"]}: {answer["verdict"]}')
    elif how == 'wanted':
        with open(arguments[0], encoding='utf-8') as file:
            wanted = json.load(file)
        found = {os.path.basename(answer['file'])[:-4]: answer['fields'] for answer in answers}
        faults = [f'{name}: {found.get(name)!r}' for name, fields in wanted.items() if found.get(name) != fields]
    else:
        found = {os.path.basename(answer['file']): answer['verdict'] for answer in answers}
        faults = [f'{pair}: {found.get(pair.split("=")[0])}' for pair in arguments
                  if found.get(pair.split('=')[0]) != pair.split('=')[1]]
        if len(found) != len(arguments):
            faults.append(f'{len(found)} files')
    print('\n'.join(faults))
    return len(faults) != 0


sys.exit(main(*sys.argv[1:]))
