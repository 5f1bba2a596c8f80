"""A year of 300 documents: python3 year.py MATBU

Works in the current folder. Each morning matbu due mails what is due; some
days somebody reviews, warns, lifts or starts an edition. A model without matbu
says what was due: nothing due may be missed for an interval, nothing may be
sent twice within one, nothing may be sent that is not due, nothing to somebody
else."""
import datetime
import email
import email.policy
import glob
import os
import random
import re
import subprocess
import sys

MATBU = sys.argv[1]
DAY = datetime.timedelta(1)
START = datetime.date(2025, 1, 1)
INTERVAL, AHEAD, BACK, DOCUMENTS = 30, 60, 30, 300
rng = random.Random(20250101)
# Owners: a role with an address, a role without (its unit's contact), none.
ROLES = {"Sistem Birimi": "sistem@a.example", "Şebeke Şefi": "ag@a.example",
         "Yazılım": None, "": None}
UNITS = {"bim": "bim@a.example", "oidb": "genel@a.example"}
KINDS = [("overdue", "review is overdue (its day: "),
         ("due", "review is near (its day: "),
         ("warned", "has a warning ("), ("draft", "draft waits (its day: ")]


def matbu(day, *arguments):
    done = subprocess.run([MATBU, *arguments, "--date", day.isoformat(), "-q"],
                          capture_output=True, text=True)
    if done.returncode != 0 or (arguments[0] == "due" and done.stdout +
                                done.stderr):
        sys.exit(f"FAIL year: {day} {arguments[:2]}: {done.stderr[:200]}")


def write(path, text):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w") as file:
        file.write(text)


def later(day, months):
    month = day.month - 1 + months
    first = datetime.date(day.year + month // 12, month % 12 + 1, 1)
    after = (first + 31 * DAY).replace(day=1) - DAY
    return first.replace(day=min(day.day, after.day))


class Work:
    def __init__(self, number):
        unit = rng.choice(list(UNITS))
        self.path = f"frm/{unit}/konu/ad{number}"
        role = rng.choice(list(ROLES))
        self.address = ROLES[role] or UNITS[unit]
        self.months = rng.choice([0, 3, 6, 12])
        self.review = later(START, self.months) if self.months else None
        self.warned = None
        self.draft = None
        key = rng.choice(["hazırlayan", "onaylayan"])
        write(f"content/{self.path}_20250101_0.md",
              "---\n" + (f"{key}: {role.upper() if role == 'Yazılım' else role}\n"
                         if role else "") +
              (f"review: {self.months} months\n" if self.months else "") +
              f"---\n# Doküman {number}\n\nMetin.\n")

    def duties(self, day):
        if self.review:
            if self.review < day:
                yield "overdue", self.review
            elif self.review <= day + AHEAD * DAY:
                yield "due", self.review
        if self.warned:
            yield "warned", self.warned
        if self.draft and self.draft < day - BACK * DAY:
            yield "draft", self.draft

    def event(self, day):
        what = rng.choice(["review", "review", "warn", "lift", "revise"])
        if what == "review" and self.months:
            matbu(day, "review", self.path, "--note", "denendi")
            self.review = later(day, self.months)
        elif what == "warn" and not self.warned:
            matbu(day, "warn", self.path, "Bozuk")
            self.warned = day
        elif what == "lift" and self.warned:
            matbu(day, "warn", "--lift", self.path)
            self.warned = None
        elif what == "revise" and not self.draft:
            matbu(day, "revise", self.path)
            self.draft = day


def read_mails(day, works, sent):
    for name in sorted(glob.glob("mails/*")):
        with open(name, "rb") as file:
            mail = email.message_from_binary_file(file,
                                                  policy=email.policy.default)
        os.remove(name)
        to = os.path.basename(name)
        assert mail["To"].addresses[0].addr_spec == to and not mail.defects
        body = mail.get_content()
        for work, text in re.findall(
                r"^(frm/\S+)  .*\n((?:    .*\n)+)", body, re.M):
            text = " ".join(text.split())
            kind, date = next((k, text.partition(s)[2][:10]) for k, s in KINDS
                              if s in text)
            date = datetime.datetime.strptime(date, "%d.%m.%Y").date()
            assert (kind, date) in list(works[work].duties(day)), \
                f"{day}: not due: {work} {kind} {date}"
            assert works[work].address == to, f"{day}: {work} went to {to}"
            key = work, kind, date
            assert (day - sent.get(key, datetime.date.min)).days >= INTERVAL, \
                f"{day}: twice: {key}"
            sent[key] = day


def main():
    for folder, title in (("", "Kurum"), ("frm/", "Formlar"),
                          ("frm/bim/", "BİM"), ("frm/oidb/", "ÖİDB"),
                          ("frm/bim/konu/", "Konu"), ("frm/oidb/konu/", "Konu")):
        contact = {"": "genel@a.example", "frm/bim/": "BİM, bim@a.example",
                   "frm/oidb/": "Telefon 123"}.get(folder)
        write(f"content/{folder}index.md", ("---\n" + f"contact: {contact}\n" * bool(contact) +
              "lang: en\n" * (not folder) + "---\n"
              if contact else "") + f"# {title}\n")
    write("content/.mail.tsv", "# görev\tadres\n" + "".join(
        f"{role.replace('i', 'İ').upper()}\t{address}\n"
        for role, address in ROLES.items() if address))
    works = {w.path: w for w in map(Work, range(DOCUMENTS))}
    write("bin/sendmail", '#!/bin/sh\n[ "$1 $2" = "-i --" ] && [ $# = 3 ] || '
          'exit 9\ncat >"mails/$3"\n')
    os.chmod("bin/sendmail", 0o755)
    os.makedirs("mails")
    os.environ["PATH"] = os.path.abspath("bin") + ":" + os.environ["PATH"]
    matbu(START, "release", *works, "--note", "ilk", "--by", "Başkan")
    sent, due, messages = {}, 0, 0
    for n in range(1, 366):
        day = START + n * DAY
        if n % 3 == 0:
            rng.choice(list(works.values())).event(day)
        if n % 50 in (7, 8):        # the machine was off
            continue
        matbu(day, "due", "--send")
        messages += len(os.listdir("mails"))
        read_mails(day, works, sent)
        for work in works.values():
            for duty in work.duties(day):
                due += 1
                last = sent.get((work.path, *duty), datetime.date.min)
                assert (day - last).days < INTERVAL, \
                    f"{day}: missed: {work.path} {duty}"
    assert messages > 100 and due > 10000
    print("ok year")


try:
    main()
except AssertionError as fault:
    print("FAIL year:", fault)
