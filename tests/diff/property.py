#!/usr/bin/env python3
"""Random pairs of texts through `matbu diff --format json`. For each pair:

  words   what stays and goes is the old text, what stays and comes the new
          one, word for word
  island  no single word stays between two changes of a block
  number  a change whose numbers differ is one that readers must act on
  marks   over 30 pairs of a few edits: at most 1.5 times as many words are
          marked as a longest common subsequence leaves

property.py MATBU FOLDER
"""
import json, random, re, subprocess, sys

MATBU, FOLDER = sys.argv[1:]
WORDS = ('posta sunucu adres parola hesap kullanıcı ağ güvenlik uygulama ayar '
         'ekran düğme kayıt belge birim form tarih sayfa liste kart oda bina '
         'anahtar duyuru ders sınav not şube işlem dosya yazıcı ve ile için '
         'bir bu daha sonra önce her').split()


def sentence(r):
    n = r.randint(3, 18)
    return [r.choice(WORDS) if r.random() < .9 else str(r.randint(1, 99))
            for _ in range(n)]


def block(r):
    kind = r.choice(['p', 'p', 'p', 'h', 'li', 'li', 'row'])
    if kind == 'row':
        return kind, [[r.choice(WORDS) for _ in range(r.randint(1, 3))]
                      for _ in range(3)]
    return kind, sentence(r)[:6 if kind == 'h' else None]


def words_of(b):
    return [w for c in b[1] for w in c] if b[0] == 'row' else list(b[1])


def edit(r, blocks, times):
    blocks = [(k, [list(c) for c in w] if k == 'row' else list(w))
              for k, w in blocks]
    for _ in range(times):
        i = r.randrange(len(blocks))
        k, w = blocks[i]
        what = r.random()
        if what < .55:
            cell = r.choice(w) if k == 'row' else w
            j = r.randrange(len(cell))
            if r.random() < .3 and len(cell) > 1:
                del cell[j]
            elif r.random() < .5:
                cell.insert(j, r.choice(WORDS))
            else:
                cell[j] = r.choice(WORDS + ['7', '21'])
        elif what < .7 and len(blocks) > 1:
            del blocks[i]
        elif what < .85:
            blocks.insert(i, block(r))
        elif what < .95:
            blocks.insert(r.randrange(len(blocks)), blocks.pop(i))
        elif k == 'p' and len(w) > 4:
            blocks[i:i + 1] = [(k, w[:len(w) // 2]), (k, w[len(w) // 2:])]
    return blocks


def markdown(blocks):
    out, last, words = [], None, []
    out.append('# Deneme metni\n')
    words += ['Deneme', 'metni']
    number = 0
    for k, w in blocks:
        number = number + 1 if k == last == 'li' else 1
        if k == 'row':
            if last != 'row':
                out.append('\n| a | b | c |\n|---|---|---|')
                words += ['a', 'b', 'c']
            out.append('| ' + ' | '.join(' '.join(c) for c in w) + ' |')
        elif k == 'li':
            out.append(('' if last == 'li' else '\n<!-- -->\n\n') +
                       '%d. %s' % (number, ' '.join(w)))
        else:
            out.append('\n' + ('## ' if k == 'h' else '') + ' '.join(w))
        words += words_of((k, w))
        last = k
    return '\n'.join(out) + '\n', words


def run(old, new):
    for name, text in (('old', old), ('new', new)):
        with open('%s/%s.md' % (FOLDER, name), 'w', encoding='utf-8') as f:
            f.write(text)
    said = subprocess.run([MATBU, 'diff', FOLDER + '/old.md',
                           FOLDER + '/new.md', '--format', 'json'],
                          capture_output=True, timeout=60)
    assert said.returncode == 0, said.stderr.decode()
    return json.loads(said.stdout)


def texts(d, side):
    """The words of one side, in its own order."""
    mark = 'removed' if side == 'old' else 'added'
    lines = [l for l in d['lines'] if l[side] is not None and
             l['act'] != 'gone']
    lines.sort(key=lambda l: l[side])
    return [w for l in lines for p in l['parts'] for run in p
            for k, v in run.items() if k in ('same', mark)
            for w in v.split()]


def islands(d):
    for l in d['lines']:
        for p in l['parts']:
            kinds = [(k, len(v.split())) for run in p
                     for k, v in run.items()]
            for i in range(1, len(kinds) - 1):
                if kinds[i] == ('same', 1):
                    yield l


def numbers(l, mark):
    return sorted(n for p in l['parts'] for run in p for k, v in run.items()
                  if k == mark for n in re.findall(r'\d+', v))


def lcs(a, b):
    row = [0] * (len(b) + 1)
    for x in a:
        last = 0
        for j, y in enumerate(b):
            last, row[j + 1] = row[j + 1], last + 1 if x == y else \
                max(row[j + 1], row[j])
    return row[-1]


def check(name, seed, times, marks=None):
    r = random.Random(seed)
    blocks = [block(r) for _ in range(r.randint(3, 25))]
    changed = edit(r, blocks, times)
    old, old_words = markdown(blocks)
    new, new_words = markdown(changed)
    d = run(old, new)
    for side, words in (('old', old_words), ('new', new_words)):
        if texts(d, side) != words:
            return 'seed %d: the %s words are not those of the text' % (
                seed, side)
    for l in islands(d):
        return 'seed %d: a word stays alone: %s' % (seed, l['parts'])
    must = {i for e in d['changes'] if e['must']
            for i in range(e['line'], e['line'] + e['lines'])}
    for i, l in enumerate(d['lines']):
        if l['act'] not in ('gone', 'moved') and i not in must and \
                numbers(l, 'removed') != numbers(l, 'added'):
            return 'seed %d: a number is not in the summary: %s' % (
                seed, l['parts'])
    if marks is not None:
        marked = sum(len(v.split()) for l in d['lines'] for p in l['parts']
                     for run in p for k, v in run.items() if k != 'same')
        least = len(old_words) + len(new_words) - 2 * lcs(old_words,
                                                          new_words)
        marks.append((marked, least, seed))
    return None


def main():
    for name, seeds, times in (('few', range(1000, 1060), 4),
                               ('many', range(2000, 2040), 30),
                               ('other', range(3000, 3020), 200)):
        faults = [f for f in (check(name, s, times) for s in seeds) if f]
        print('FAIL %s: %s' % (name, faults[0]) if faults else 'ok ' + name)
    marks = []
    faults = [f for f in (check('marks', s, 3, marks)
                          for s in range(4000, 4030)) if f]
    # A single word that may not stay alone costs two marks.
    over = [m for m in marks if m[0] > 1.5 * m[1] and m[0] > m[1] + 2]
    total = sum(m[0] for m in marks) / max(1, sum(m[1] for m in marks))
    if faults or total > 1.5 or over:
        print('FAIL marks: %.2f times, %s %s' % (total, over[:5], faults[:1]))
    else:
        print('ok marks')
    print('marks: %.2f times those of the LCS; %d of %d pairs above 1.5' % (
        total, len(over), len(marks)), file=sys.stderr)


main()
