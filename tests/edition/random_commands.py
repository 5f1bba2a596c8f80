#!/usr/bin/env python3
"""Random commands of two clerks: random_commands.py SEED COMMANDS

Each has a clone of one collection and works of their own; both publish to one
site, which sometimes comes back from a backup; git merges one clone into the
other. No command but an erasure may change a record or lose a row of the
register, and at the end both clerks and the site have one register with every
row. Prints nothing and ends with 0 where that holds; else the fault, with 1."""
import hashlib
import os
import pathlib
import random
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile

sys.path.insert(0, "tests/import")
from cases import CASES

WORKS = {"a": ["frm/bim/ag/vpn", "frm/bim/ag/kablosuz", "klv/oidb/kayit/ders"],
         "b": ["frm/bim/ag/eposta", "klv/oidb/kayit/harc"]}
TEXTS = ["Bir cümle.\n", "- madde\n", "## Başlık\n\nMetin.\n", "[boş]()\n"]


DAY_IN_NOTE = re.compile(r"(\d{4}-\d\d-\d\d) \(gerçek gün\)(?:: (.*)|$)")


def meaning(line):
    """What a row says, wherever it stands: without its chain, with the day on
    which it was entered."""
    date, *columns, note, _ = line.split("\t")
    match = DAY_IN_NOTE.match(note)
    if match:
        date, note = match[1], match[2] or "–"
    # The press names the program, not the row.
    return (date, *columns[:-1], note)


def rows_of(register):
    text = register.read_text(encoding="utf-8") if register.exists() else ""
    return {meaning(line) for line in text.splitlines()[1:]}


class Clock:
    def __init__(self):
        self.day = 0

    def today(self):
        return f"20{20 + self.day // 336:02}-{self.day // 28 % 12 + 1:02}" \
               f"-{self.day % 28 + 1:02}"


class Clerk:
    def __init__(self, root, name, choices, clock):
        self.root, self.random, self.clock = root / name, choices, clock
        self.name, self.works = name, WORKS[name]
        self.site, self.backup = root / "site", root / "backup"
        self.content = self.root / "content"
        self.register = self.content / "register.tsv"
        self.rows, self.records, self.other = set(), {}, None

    def matbu(self, *words):
        return subprocess.run(
            [os.environ["MATBU"], *words, "--date", self.clock.today()],
            cwd=self.root, capture_output=True, text=True, check=False)

    def git(self, *words):
        return subprocess.run(
            ["git", "-c", "user.name=" + self.name, "-c", "user.email=x@y.z",
             "-c", "gc.auto=0", *words], cwd=self.root, capture_output=True,
            text=True, check=False)

    def editions(self):
        return sorted(str(p.relative_to(self.content))[:-3]
                      for p in self.content.rglob("*_*.md")
                      if str(p.relative_to(self.content)).startswith(
                          tuple(work + "_" for work in self.works)))

    def edition(self):
        return self.random.choice(self.editions() or self.works)

    # What people do
    def new(self):
        self.matbu("new", self.random.choice(self.works))
        for path in self.content.rglob("*.md"):
            text = path.read_text(encoding="utf-8")
            written = re.sub("Kurumun adı|(Sınıf|Birim|Konu)[a-zı]+ adı: .*"
                             "|Bu doküman kimin .*|(İlk|İkinci) adım.",
                             "Kısa bir metin", text)
            if written != text:
                path.write_text(written, encoding="utf-8")

    def bring(self):
        """A Word file becomes the draft of a work; most are there already."""
        path = self.root / "aktar.docx"
        with zipfile.ZipFile(path, "w") as file:
            for name, data in CASES["basliklar"].items():
                file.writestr(name, data)
        self.matbu("import", path, self.random.choice(self.works), "--yes")
        path.unlink()

    def revise(self):
        self.matbu("revise", self.random.choice(self.works), "--note", "değişti")

    def redate(self):
        self.matbu("revise", "--redate", self.random.choice(self.works))

    def restore(self):
        self.matbu("revise", "--restore", self.random.choice(self.works))

    def release(self):
        self.matbu("release", self.edition(), "--note", "sürüm")

    def enter(self):
        self.matbu("release", "--existing", self.edition(), "--note", "eski")

    def review(self):
        self.matbu("review", self.edition(), "--note", "denendi")

    def warn(self):
        self.matbu("warn", self.edition(), "yanlış")

    def lift(self):
        self.matbu("warn", "--lift", self.edition())

    def withdraw(self):
        if self.random.random() < 0.3:
            self.matbu("withdraw", self.edition(), "--note", "kalktı")

    def due(self):
        """Reads and changes nothing of the register."""
        self.matbu("due", "--format", self.random.choice(["text", "mail"]))
        self.matbu("check", "--links")

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
        self.clock.day += self.random.randrange(1, 20)

    def twice(self):
        """A union merge leaves rows twice."""
        if self.register.exists():
            head, *lines = self.register.read_text().splitlines(True)
            self.register.write_text(head + "".join(lines + lines[-3:]))
            self.repair()

    # What two clerks do
    def save(self):
        self.git("add", "-A")
        self.git("commit", "-qm", "iş")

    def settle(self):
        """Both began a folder; a person keeps one of the two index.md."""
        for path in self.git("diff", "--name-only",
                             "--diff-filter=U").stdout.splitlines():
            if path.endswith("/index.md"):
                self.git("checkout", "--ours", path)

    def merge(self):
        """git puts the other clerk's work into this clone."""
        self.save()
        self.other.save()
        union = self.random.random() < 0.3
        (self.root / ".git/info/attributes").write_text(
            "register.tsv merge=union\n.published merge=union\n"
            if union else "")
        style = self.random.choice(["merge", "diff3", "zdiff3"])
        self.git("-c", "merge.conflictStyle=" + style, "pull", "-q",
                 "--no-rebase", "--no-edit", str(self.other.root), "HEAD")
        self.settle()
        said = self.matbu("repair")
        if said.returncode != 0:
            return "repair: " + said.stderr
        self.save()
        if not rows_of(self.register) >= self.rows | rows_of(
                self.other.register):
            return "a row was lost by a merge"
        return None

    def pull(self):
        if not self.site.exists():
            return None
        said = self.matbu("pull", "../site")
        if "[pull-restored]" in said.stderr:
            said = self.matbu("pull", "../site", "--theirs")
        return "pull: " + said.stderr if said.returncode != 0 else None

    def publish(self):
        self.matbu("build", "--press", "html")
        said = self.matbu("publish", "../site")
        if "matbu pull" in said.stderr:
            fault = self.pull()
            if fault:
                return fault
            self.matbu("build", "--press", "html")
            said = self.matbu("publish", "../site")
            if "matbu pull" in said.stderr:
                return "publish: " + said.stderr
        return None

    def back_up(self):
        if self.site.exists():
            shutil.rmtree(self.backup, ignore_errors=True)
            shutil.copytree(self.site, self.backup)

    def bring_back(self):
        if self.backup.exists():
            shutil.rmtree(self.site)
            shutil.copytree(self.backup, self.site)

    def spoil(self):
        """Somebody opens the register at the site with another program."""
        register = self.site / "register.tsv"
        if register.exists():
            register.write_bytes(
                register.read_bytes().replace(b"\n", b"\r\n"))

    def step(self):
        act = self.random.choice([
            self.new, self.bring, self.revise, self.revise, self.redate, self.restore,
            self.release, self.release, self.release, self.enter, self.review,
            self.warn, self.lift, self.withdraw, self.due, self.build, self.repair,
            self.edit, self.excel, self.later, self.twice] + 2 * [
                self.publish, self.pull] + [
                self.merge, self.back_up, self.bring_back, self.spoil])
        fault = act()
        return act.__name__, fault or self.fault()

    # What must hold
    def fault(self):
        rows = rows_of(self.register)
        if not rows >= self.rows:
            return "rows were lost: " + repr(self.rows - rows)
        self.rows = rows
        for row in rows:
            if row[1] == "release":
                self.records.setdefault(row[2], row[5])
        for edition, digest in self.records.items():
            path = self.content / (edition + ".pdf")
            if not path.exists() or \
                    hashlib.sha256(path.read_bytes()).hexdigest() != digest:
                return "the record was changed: " + edition
        return None

    def finish(self):
        for work in sorted({row[2].rsplit("_", 2)[0] for row in self.rows}):
            self.matbu("revise", "--restore", work)
        for draft in self.content.rglob("*_*.md"):
            if str(draft.relative_to(self.content))[:-3] not in self.records:
                draft.unlink()
        fault = self.pull() or self.publish()
        for command in ("build",), ("publish", "../site"):
            said = self.matbu(*command)
            if said.returncode != 0:
                return fault or " ".join(command) + ": " + said.stderr
        return fault


def clerks(root, seed):
    choices, clock = random.Random(seed), Clock()
    a, b = (Clerk(root, name, choices, clock) for name in "ab")
    a.other, b.other = b, a
    a.root.mkdir()
    shutil.copytree("templates", a.root / "templates")
    (a.root / ".gitignore").write_text("/out\n/templates\n")
    a.new()
    a.release()
    a.git("init", "-q")
    a.save()
    subprocess.run(["git", "clone", "-q", a.root, b.root], check=True)
    shutil.copytree("templates", b.root / "templates")
    return a, b


def at_the_end(a, b):
    for clerk in (a, b, a, b):
        fault = clerk.finish() or clerk.fault()
        if fault:
            return fault
    if a.register.read_bytes() != b.register.read_bytes() or \
            a.rows != rows_of(a.site / "register.tsv"):
        return "the registers differ"
    if len(a.rows) < 4:
        return "nothing was released"
    said = a.matbu("verify", "--all")
    return "verify: " + said.stderr if said.returncode != 0 else None


def main():
    seed, commands = int(sys.argv[1]), int(sys.argv[2])
    memory = "/dev/shm"
    with tempfile.TemporaryDirectory(
            dir=memory if os.access(memory, os.W_OK) else None) as folder:
        a, b = clerks(pathlib.Path(folder), seed)
        for number in range(commands):
            clerk = a.random.choice([a, b])
            name, fault = clerk.step()
            if fault:
                print(f"seed {seed}, command {number} ({clerk.name} {name}): "
                      f"{fault}")
                sys.exit(1)
        fault = at_the_end(a, b)
        if fault:
            print(f"seed {seed}, at the end: {fault}")
            sys.exit(1)


main()
