"""Holds a JSON file against a JSON Schema, as far as ours goes.

    schema.py SCHEMA FILE    says what is wrong first, or how many documents
                             there are
"""
import json
import re
import sys

TYPES = {'object': dict, 'array': list, 'string': str, 'integer': int}
KNOWN = {'$schema', '$ref', '$defs', 'title', 'description', 'type', 'enum',
         'const', 'required', 'additionalProperties', 'properties', 'items',
         'pattern', 'minLength', 'minimum'}


def check(root, rule, value, where):
    if '$ref' in rule:
        for step in rule['$ref'].split('/')[1:]:
            root_step = root if step == '$defs' else found
            found = root_step[step]
        rule = found
    unknown = set(rule) - KNOWN
    assert not unknown, f'the schema uses {unknown}'
    kind = TYPES.get(rule.get('type'), object)
    assert isinstance(value, kind), f'{where}: no {rule.get("type")}'
    assert value in rule.get('enum', [value]), f'{where}: {value}'
    assert value == rule.get('const', value), f'{where}: {value}'
    if isinstance(value, str):
        assert len(value) >= rule.get('minLength', 0), f'{where}: empty'
        assert re.search(rule.get('pattern', ''), value), f'{where}: {value}'
    if isinstance(value, int):
        assert value >= rule.get('minimum', value), f'{where}: {value}'
    if isinstance(value, list):
        for i, item in enumerate(value):
            check(root, rule.get('items', {}), item, f'{where}/{i}')
    if isinstance(value, dict):
        missing = set(rule.get('required', [])) - set(value)
        assert not missing, f'{where}: without {missing}'
        for name, item in value.items():
            assert name in rule['properties'], f'{where}: {name} is unknown'
            check(root, rule['properties'][name], item, f'{where}/{name}')


with open(sys.argv[1], encoding='utf-8') as file:
    schema = json.load(file)
with open(sys.argv[2], encoding='utf-8') as file:
    data = json.load(file)
try:
    check(schema, schema, data, '')
except AssertionError as fault:
    sys.exit(f'{sys.argv[2]}: {fault}')
print(len(data['documents']))
