"""walk.py LANGUAGE FOLDER [--renew]: does what the guide tells its reader.

The commands of the guide in that language (tr, en) are run in FOLDER, in their
order, with the matbu of MATBU; what each prints is compared with what the guide
says that it prints. The guide marks its blocks by the first word behind ```:

  komut, command [DAY] [STATUS]   lines for a shell; DAY counts as today from here
                                  on; the exit status is STATUS, else 0
  yanıt, answer                   what they print; a line “…” stands for any lines
  dosya, file PATH                what the reader writes into that file
  örnek, sample                   what comes out follows: the same text, set
  elle, by-hand                   what needs another machine or an administrator

Lines of an answer may be wrapped, as a terminal does. --renew writes what was
printed into the guide; walk.py --source LANGUAGE names its file. A line “ok NAME” or “FAIL NAME: reason” for each block.
"""
import os
import pathlib
import pty
import re
import select
import subprocess
import sys
import textwrap

import office_file

HERE = pathlib.Path(__file__).resolve().parent
MESSAGES = HERE.parent / "base/messages.def"
GUIDES = {"tr": "kullanim/kilavuz", "en": "usage/guide"}
KINDS = {"komut": "command", "yanıt": "answer", "dosya": "file",
         "örnek": "sample", "elle": "by-hand"}
# What stands in a block by hand: nothing else is left untried.
BY_HAND = re.compile(r"(sudo |wsl |make publish DEST=(web@|rclone:)|rclone |"
                     r"\\\\wsl|matbu publish \S+ --sign |[0-9*]+ [0-9*]+ \* \* )")
WIDTH = 74      # [column] of an answer that --renew writes
PATIENCE = 20   # [s] for a command that says nothing
ZONE = 3        # [hour] of the day in Turkey before UTC


class Block:
    def __init__(self, kind, words, lines, at):
        self.kind, self.words, self.lines, self.at = kind, words, lines, at
        self.text = "".join(lines)


def source_of(language):
    """The newest edition of the guide."""
    stem = HERE / "content/klv/matbu" / GUIDES[language]
    return max(stem.parent.glob(stem.name + "_*.md"))


def blocks_of(lines):
    """The fenced blocks; at: the index of the first line inside."""
    blocks, at = [], 0
    while at < len(lines):
        opening = re.match(r"(`{3,})(.*)", lines[at])
        at += 1
        if not opening:
            continue
        end = at
        while lines[end].rstrip() != opening[1]:
            end += 1
        words = opening[2].split() or [""]
        kind = KINDS.get(words[0], words[0])
        blocks.append(Block(kind, words[1:], lines[at:end], at))
        at = end + 1
    return blocks


class Reader:
    """Somebody who types at a terminal what the guide says."""

    def __init__(self, language, folder):
        matbu = pathlib.Path(os.environ["MATBU"]).resolve()
        home = folder / "home"
        home.mkdir()
        (home / ".gitconfig").write_text(
            "[user]\nname = Kurum\nemail = kurum@ornek.example\n"
            "[init]\ndefaultBranch = main\n")
        self.cwd, self.folder = folder, folder
        office_file.write(language, folder)
        self.environment = {
            "PATH": f"{matbu.parent}:{os.environ['PATH']}", "HOME": str(home),
            "LC_MESSAGES": language, "LC_CTYPE": "C.UTF-8", "NO_COLOR": "1",
            "TERM": "dumb", "TMPDIR": str(home), "GIT_CONFIG_NOSYSTEM": "1"}

    def today(self, day):
        noon = subprocess.run(["date", "-u", "-d", f"{day} 12:00", "+%s"],
                              capture_output=True, text=True, check=True)
        self.environment["SOURCE_DATE_EPOCH"] = str(
            int(noon.stdout) - ZONE * 3600)

    def type(self, lines, answers):
        """Exit status and what the terminal shows; answers: the lines that
        begin with what is asked, and go on with what is typed."""
        script = f"set -e; trap 'pwd >{self.folder}/.cwd' EXIT\n{lines}"
        process, terminal = pty.fork()
        if process == 0:
            os.chdir(self.cwd)
            os.execvpe("sh", ["sh", "-c", script], self.environment)
        shown = b""
        while select.select([terminal], [], [], PATIENCE)[0]:
            try:
                some = os.read(terminal, 1 << 16)
            except OSError:     # Linux says so when the other end is closed.
                break
            if not some:
                break
            shown += some
            if re.match(r"matbu (init|import) ", lines):
                self.reply(terminal, shown.decode(errors="replace"), answers)
        os.close(terminal)
        status = os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])
        self.cwd = pathlib.Path((self.folder / ".cwd").read_text().strip())
        return status, self.neutral(shown.decode())

    @staticmethod
    def reply(terminal, shown, answers):
        """Types what stands behind the last line, where that is a question."""
        asked = shown.splitlines()[-1].rstrip()
        if not asked.endswith((":", ")")):
            return
        for line in answers:
            typed = line[len(asked):].strip()
            if line.startswith(asked) and (typed or shown[-1] != "\n"):
                os.write(terminal, typed.encode() + b"\n")

    def preview(self):
        """The first line of matbu serve, which runs until it is ended."""
        server = subprocess.Popen(["matbu", "serve"], cwd=self.cwd, text=True,
                                  env=self.environment, stdout=subprocess.PIPE)
        line = server.stdout.readline()
        server.terminate()
        server.wait()
        return 0, re.sub(r":\d+/[0-9a-f]{32}/", ":41873/9d2c…/", line)

    def neutral(self, text):
        """Without what differs from place to place and from run to run."""
        text = text.replace("\r\n", "\n")
        text = text.replace(str(self.folder), "/home/ayse")
        text = re.sub(r"\b[0-9a-f]{64}\b", "9d2c…", text)
        return re.sub(r"\(\d+ ms\)", "(12 ms)", text)


def squeezed(text):
    return re.sub(r"\s+", "", text)


def differs(said, shown):
    """What is the first piece of the answer that was not shown; None where
    all were. Pieces are divided by lines “…”."""
    pieces = [squeezed(p) for p in re.split(r"^…\n", said, flags=re.M)]
    rest = squeezed(shown)
    if len(pieces) == 1:
        return None if rest == pieces[0] else f"shown: {shown!r}"
    if not rest.startswith(pieces[0]) or not rest.endswith(pieces[-1]):
        return f"shown: {shown!r}"
    for piece in pieces:
        found = rest.find(piece)
        if found < 0:
            return f"not shown: {piece!r}"
        rest = rest[found + len(piece):]
    return None


def wrapped(text):
    lines = []
    for line in text.splitlines():
        lines += textwrap.wrap(line, WIDTH, break_on_hyphens=False,
                               break_long_words=False,
                               drop_whitespace=True) or [""]
    return "".join(line + "\n" for line in lines)


def renew(source, lines, answers):
    for block, shown in reversed(answers):
        new = wrapped(shown).splitlines(keepends=True)
        lines[block.at:block.at + len(block.lines)] = new
    source.write_text("".join(lines))


def check_sample(block, lines):
    """What stands below the fence of a sample is the sample itself."""
    end = block.at + len(block.lines) + 1
    below = [line for line in lines[end:] if line.strip()]
    wanted = [line for line in block.lines if line.strip()]
    return below[:len(wanted)] == wanted


def told_messages(lines):
    """The messages in the first column of the table that says what to do."""
    start = next(i for i, line in enumerate(lines)
                 if re.match(r"[|] (ileti|message) [|]", line))
    for line in lines[start + 2:]:
        row = re.match(r"[|] `([^`]+)` [|]", line)
        if not row:
            return
        yield row[1]


def command(reader, block, after):
    """Runs it; returns what is wrong and what was printed."""
    status = 0
    for word in block.words:
        if "-" in word:
            reader.today(word)
        else:
            status = int(word)
    if block.text == "matbu serve\n":
        found, shown = reader.preview()
    else:
        found, shown = reader.type(block.text, after.lines if after.kind ==
                                   "answer" else [])
    return (None if found == status else
            f"status {found}: {block.text} {shown}"), shown


def fault_of(reader, block, lines, shown):
    """What is wrong with a block that is no command; None where nothing is.
    shown: what the last command printed."""
    if block.kind == "answer":
        return differs(block.text, shown)
    if block.kind == "file":
        path = reader.cwd / block.words[0]
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(block.text)
        return None
    if block.kind == "sample":
        return None if check_sample(block, lines) else \
            "what follows is not the sample"
    if block.kind == "by-hand":
        strange = [line for line in block.lines if not BY_HAND.match(line)]
        return f"could be run: {strange[0]}" if strange else None
    return f"a block of no kind: {block.kind}"


def tell(name, fault):
    print(f"ok {name}" if fault is None else f"FAIL {name}: {fault[:300]}")
    return fault is not None


def walk(language, reader, lines):
    """Goes through the guide; returns the number of faults, and the answers
    that are not what was printed."""
    shown, stale, faults = "", [], 0
    blocks = blocks_of(lines)
    for block, after in zip(blocks, blocks[1:] + blocks[-1:]):
        if block.kind == "command":
            fault, shown = command(reader, block, after)
        else:
            fault = fault_of(reader, block, lines, shown)
            if fault and block.kind == "answer":
                stale.append((block, shown))
        faults += tell(f"{language}:{block.at} {block.kind}", fault)
    for message in told_messages(lines):
        faults += tell(f"{language} {message}", None if message in
                       MESSAGES.read_text() else "no message says that")
    return faults, stale


def main():
    if sys.argv[1] == "--source":
        print(source_of(sys.argv[2]).relative_to(pathlib.Path.cwd()))
        return 0
    language, folder = sys.argv[1], pathlib.Path(sys.argv[2]).resolve()
    source = source_of(language)
    lines = source.read_text().splitlines(keepends=True)
    reader = Reader(language, folder)
    reader.today("2025-01-06")
    faults, stale = walk(language, reader, lines)
    if "--renew" in sys.argv:
        renew(source, lines, stale)
    return faults > 0


if __name__ == "__main__":
    sys.exit(main())
