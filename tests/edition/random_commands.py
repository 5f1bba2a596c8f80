#!/usr/bin/env python3
"""Random commands over one collection: random_commands.py SEED COMMANDS

No command but an erasure may change a record or lose a row of the register.
Prints nothing and ends with 0 where that holds; else the fault, with 1."""
import hashlib
import os
import pathlib
import random
import re
import shutil
import subprocess
import sys
import tempfile

WORKS = ["frm/bim/ag/vpn", "frm/bim/ag/kablosuz", "klv/oidb/kayit/ders"]
TEXTS = ["Bir cümle.\n", "- madde\n", "## Başlık\n\nMetin.\n", "[boş]()\n"]


class Collection:
    def __init__(self, root, seed):
        self.root, self.random = root, random.Random(seed)
        self.content = root / "content"
        self.register = self.content / "register.tsv"
        self.day, self.rows, self.records = 0, b"", {}
        shutil.copytree("templates", root / "templates")

    def matbu(self, *words):
        day = f"20{24 + self.day // 336:02}-{self.day // 28 % 12 + 1:02}" \
              f"-{self.day % 28 + 1:02}"
        return subprocess.run(
            [os.environ["MATBU"], *words, "--date", day], cwd=self.root,
            capture_output=True, text=True, check=False)

    def editions(self):
        return sorted(str(p.relative_to(self.content))[:-3]
                      for p in self.content.rglob("*_*.md"))

    def edition(self):
        return self.random.choice(self.editions() or WORKS)

    # What people do
    def new(self):
        self.matbu("new", self.random.choice(WORKS))
        for path in self.content.rglob("*.md"):
            text = path.read_text(encoding="utf-8")
            written = re.sub("Kurumun adı|(Sınıf|Birim|Konu)[a-zı]+ adı: .*"
                             "|Bu doküman kimin .*|(İlk|İkinci) adım.",
                             "Kısa bir metin", text)
            if written != text:
                path.write_text(written, encoding="utf-8")

    def revise(self):
        self.matbu("revise", self.random.choice(WORKS), "--note", "değişti")

    def redate(self):
        self.matbu("revise", "--redate", self.random.choice(WORKS))

    def restore(self):
        self.matbu("revise", "--restore", self.random.choice(WORKS))

    def release(self):
        self.matbu("release", self.edition(), "--note", "sürüm")

    def enter(self):
        self.matbu("release", "--import", self.edition(), "--note", "eski")

    def review(self):
        self.matbu("review", self.edition(), "--note", "denendi")

    def warn(self):
        self.matbu("warn", self.edition(), "yanlış")

    def lift(self):
        self.matbu("warn", "--lift", self.edition())

    def withdraw(self):
        if self.random.random() < 0.3:
            self.matbu("withdraw", self.edition(), "--note", "kalktı")

    def build(self):
        self.matbu("build", "--press", "html")

    def repair(self):
        self.matbu("repair")

    def edit(self):
        path = self.content / (self.edition() + ".md")
        if path.exists():
            with path.open("a", encoding="utf-8") as f:
                f.write("\n" + self.random.choice(TEXTS))

    def excel(self):
        if self.register.exists():
            self.register.write_bytes(
                self.register.read_bytes().replace(b"\n", b"\r\n"))
            self.matbu("release", self.edition())
            self.repair()

    def later(self):
        self.day += self.random.randrange(1, 40)

    def step(self):
        act = self.random.choice([
            self.new, self.revise, self.revise, self.redate, self.restore,
            self.release, self.release, self.release, self.enter, self.review,
            self.warn, self.lift, self.withdraw, self.build, self.repair,
            self.edit, self.excel, self.later])
        act()
        return act.__name__

    # What must hold
    def fault(self):
        rows = self.register.read_bytes() if self.register.exists() else b""
        if not rows.startswith(self.rows):
            return "a row was lost or changed"
        self.rows = rows
        for line in rows.decode().splitlines()[1:]:
            column = line.split("\t")
            if column[1] == "release":
                self.records.setdefault(column[2], column[5])
        for edition, digest in self.records.items():
            path = self.content / (edition + ".pdf")
            if not path.exists() or \
                    hashlib.sha256(path.read_bytes()).hexdigest() != digest:
                return "the record was changed: " + edition
        return None


def main():
    seed, commands = int(sys.argv[1]), int(sys.argv[2])
    memory = "/dev/shm"
    with tempfile.TemporaryDirectory(
            dir=memory if os.access(memory, os.W_OK) else None) as folder:
        collection = Collection(pathlib.Path(folder), seed)
        for number in range(commands):
            name = collection.step()
            fault = collection.fault()
            if fault:
                print(f"seed {seed}, command {number} ({name}): {fault}")
                sys.exit(1)
        if len(collection.rows.splitlines()) < 4:
            print(f"seed {seed}: nothing was released")
            sys.exit(1)


main()
