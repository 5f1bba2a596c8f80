# SPDX-License-Identifier: ISC
"""Prints a tree (--dump model) in one line, as cases.tsv has it.
usage: tree.py FILE"""
import re
import sys
import xml.etree.ElementTree as ET


def words(node):
    if node.tag == 'text':
        return node.text or ''
    if node.tag in ('soft-break', 'hard-break'):
        return ' '
    return ''.join(words(child) for child in node)


def marker(lst, index, entry):
    if entry.get('label'):
        return entry.get('label')
    if lst.get('ordered'):
        return '%d.' % (int(lst.get('start')) + index)
    return '-'


def shown(node):
    inside = ' '.join(shown(child) for child in node)
    if node.tag in ('document', 'entry'):
        return inside
    if node.tag == 'list':
        return '[%s]' % ' | '.join('%s %s' % (marker(node, i, e), shown(e))
                                   for i, e in enumerate(node))
    if node.tag == 'quote':
        return '>{%s}' % inside
    if node.tag == 'note':
        return '>{“[!%s]” %s}' % (node.get('type').upper(), inside)
    if node.tag == 'footnotes':
        return inside
    if node.tag == 'footnote':
        return '^%s{%s}' % (node.get('id'), inside)
    if node.tag == 'figure':
        return '“%s”' % node.get('alt')
    if node.tag == 'rule':
        return '---'
    if node.tag == 'table':
        return 'T{%s}' % ' / '.join(' | '.join(words(c) for c in row)
                                    for row in node)
    prefix = {'heading': 'H', 'code': 'CODE'}.get(node.tag, '')
    return '%s“%s”' % (prefix, words(node).strip())


print(re.sub(r'\s+', ' ', shown(ET.parse(sys.argv[1]).getroot())))
