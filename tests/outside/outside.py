"""The check of links against hostile hosts: python3 outside.py MATBU

Works in the current folder. What each address does is known from its path, so
it is known what may be reported: no false fault, no missed one. ONLY: the parts
to run."""
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import urllib.request

MATBU = sys.argv[1]
HERE = os.path.dirname(os.path.abspath(__file__))
K = "frm/bim/konu"
SAYS = "Daha az güvenli uygulama erişimi"
os.environ["LC_ALL"] = "en_US.UTF-8"
hosts = subprocess.Popen([sys.executable, f"{HERE}/hosts.py", "20"],
                         stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                         stderr=subprocess.DEVNULL, text=True)
at = ["http://127.0.0.1:" + port for port in hosts.stdout.readline().split()]


def ok(name):
    print("ok", name, flush=True)


def fail(name, why):
    print(f"FAIL {name}: {why}"[:600].replace("\n", " / "), flush=True)


def test(name, good, why=""):
    ok(name) if good else fail(name, why)


def matbu(*arguments):
    return subprocess.run([MATBU, *arguments], capture_output=True, text=True)


def write(path, text):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w") as file:
        file.write(text)


def collection(name):
    """An empty one, in a folder of its own."""
    shutil.rmtree(name, ignore_errors=True)
    os.makedirs(name)
    os.symlink(f"{HERE}/../../templates", f"{name}/templates")
    os.chdir(name)
    for folder in ("", "frm/", "frm/bim/", f"{K}/"):
        write(f"content/{folder}index.md", "# Folder\n")


def work(name, links=(), relies=(), text=""):
    front = "".join(f"  - url: {a}\n    says: \"{s}\"\n" for a, s in relies)
    write(f"content/{K}/{name}_20250101_0.md",
          (f"---\nrelies-on:\n{front}---\n" if front else "") +
          f"# {name}\n\n{text}\n\n" + "".join(f"- <{a}>\n" for a in links))


def check(day, *paths):
    done = matbu("check", "--links", "--date", day, *paths)
    done.red = {m for m in re.findall(
        r": (?:error|warning): .*?(http\S*?)(?: \(|; )", done.stderr)}
    done.unsure = set(re.findall(r"^cannot tell: (\S+): ", done.stdout, re.M))
    done.moved = set(re.findall(r"^redirects: (\S+) → ", done.stdout, re.M))
    done.fails = set(re.findall(r"^does not answer: (\S+): ", done.stdout,
                                re.M))
    return done


def counts():
    with urllib.request.urlopen(at[0] + "/counts", timeout=30) as answer:
        return json.load(answer)


# --- One of each kind

SAID = ("says endless-says bomb-says gzip-says latin5 meta5 none5 utf16 early "
        "lies").split()
UNSURE = ("endless bomb gzip-broken large unknown nodetype pdf script empty "
          "short headers").split()
SILENT = ["silent"]
ANSWER = "ok moved far/3 nohead headgone".split()
FAIL = "gone gone-for-ever refuse/500".split()
TELL_NOT = ("refuse/403 refuse/401 refuse/429 refuse/503 refuse/999 loop "
            "circle/1 far/7 file gopher reset noise").split()
# A redirection to an address with control characters: curl 7 refuses it, curl 8
# follows it, percent-encoded.
ODD = "odd"


def kinds():
    """What is served as UTF-8 and is not says nothing by what it lacks."""
    collection("kinds")
    a = at[0] + "/"
    work("soz", relies=[(a + p, SAYS.upper().replace("I", "ı")
                         if p == "says" else SAYS)
                        for p in SAID + UNSURE + SILENT if p != "lies"] +
         [(a + "lies", "ayarları anlatılır")])
    work("bag", links=[a + p for p in ANSWER + FAIL + TELL_NOT + [ODD]] +
         [a + "ok/1#bir", a + "ok/1#iki", a + "ok/[1-3]{a,b}",
          a + "ok/ışık?ğ=ü", "http://127.0.0.1:1/"])
    done = check("2026-01-01")
    test("silent-is-red", done.red == {a + p for p in SILENT} and
         done.returncode == 1, f"{done.red} {done.returncode}")
    unsure = {a + p for p in UNSURE + TELL_NOT + ["lies"]}
    test("unsure", done.unsure - {a + ODD} == unsure, done.unsure ^ unsure)
    test("odd", a + ODD in done.unsure ^ done.moved, done.unsure | done.moved)
    test("fails", done.fails == {a + p for p in FAIL} |
         {"http://127.0.0.1:1/"}, done.fails)
    test("moved", done.moved - {a + ODD} == {a + "moved", a + "far/3"}, done.moved)
    test("no-control", not re.search(r"[\0-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e]",
                                     done.stdout + done.stderr))
    seen = counts()
    got = seen["counts"]
    test("head-then-get", got.get("HEAD /ok") == 1 and "GET /ok" not in got and
         got.get("GET /nohead") == 1 and got.get("GET /silent") == 1 and
         "HEAD /silent" not in got, {k: v for k, v in got.items() if "ok" in k})
    test("once", got.get("HEAD /ok/1") == 1 and
         got.get("HEAD /ok/[1-3]{a,b}") == 1, got)
    test("encoded", got.get("HEAD /ok/%C4%B1%C5%9F%C4%B1k?%C4%9F=%C3%BC") == 1,
         [k for k in got if "%" in k])
    rows = open("content/.links.tsv").read().splitlines()[1:]
    test("state", len(rows) == len(FAIL) + 1 + len(SILENT) and
         all(r.startswith("2026-01-01\t2026-01-01\t1\t") for r in rows), rows)
    matbu("build", "-q", "--date", "2026-01-01")
    test("not-in-a-build", counts()["counts"].get("GET /silent") == 1)
    quiet = matbu("check", "--links", "-q", "--date", "2026-01-02", f"{K}/bag")
    test("quiet", quiet.returncode == 0 and not quiet.stdout + quiet.stderr,
         quiet.stdout + quiet.stderr)
    test("limit-keeps", "/silent\t" in open("content/.links.tsv").read())
    os.chdir("..")


# --- A thousand addresses on twenty hosts

def thousand():
    collection("thousand")
    dead, silent, flaky = set(), set(), set()
    for n, a in enumerate(at):
        links, relies = [f"{a}/ok/{i}" for i in range(48)], []
        if n < 9:
            links += [f"{a}/gone/{i}" for i in (1, 2)]
            dead |= set(links[48:])
        elif n < 15:
            links = [f"{a}/flaky/{i}" for i in range(46)] + [f"{a}/flaky/gone"]
            relies = [(f"{a}/flaky/silent/{i}", SAYS) for i in (1, 2)] + \
                [(f"{a}/flaky/says", SAYS)]
            flaky |= {f"{a}/flaky/silent/1", f"{a}/flaky/silent/2"}
        elif n == 15:
            links = [f"{a}/slow/{i}" for i in range(50)]
        elif n < 19:
            status = (403, 429, 999)[n - 16]
            links = [f"{a}/refuse/{status}/{i}" for i in range(49)]
            relies = [(f"{a}/refuse/{status}/50", SAYS)]
        else:
            links = [f"{a}/{p}/{i}" for p in ("loop", "circle", "reset")
                     for i in range(1, 15)]
            relies = [(f"{a}/{p}", SAYS) for p in
                      ("says", "silent", "script", "large", "bomb", "meta5",
                       "endless", "empty")]
            silent.add(f"{a}/silent")
        work(f"ad{n}", links, relies)
    count = sum(text.count("http://") for text in
                (open(f"content/{K}/{f}").read()
                 for f in os.listdir(f"content/{K}")))
    test("thousand", count == 1000, count)
    fast = [f"{K}/ad{n}" for n in range(20) if n != 15]
    found = set()
    for day, paths, gone in (("2026-01-01", [], False),
                             ("2026-01-04", fast, False),
                             ("2026-01-07", fast, False),
                             ("2026-01-08", fast, True)):
        done = check(day, *paths)
        want = silent | (dead if gone else set())
        may = flaky | ({a.rsplit("/", 2)[0] + "/gone" for a in flaky}
                       if gone else set())
        found |= done.red & flaky
        test(f"day-{day}", want <= done.red and done.red <= want | may,
             f"missed {want - done.red}, false {done.red - want - may}")
    for n in range(1, 12):
        if found == flaky:
            break
        done = check(f"2026-02-{n:02}", *[f"{K}/ad{i}" for i in range(9, 15)])
        found |= done.red & flaky
    test("flaky-found", found == flaky, flaky - found)
    seen = counts()
    got = seen["counts"]
    test("paced", seen["gap"] > 0.2, seen["gap"])
    slow = sum(v for k, v in got.items() if "/slow/" in k)
    refused = sum(v for k, v in got.items() if "/refuse/429/" in k)
    test("slow-left-alone", slow <= 4, slow)
    test("refusing-left-alone", refused <= 4 * 10, refused)
    os.chdir("..")


# --- The sample document, whose pages changed

def due_kinds():
    done = matbu("due", "--date", "2026-01-02", "--format", "json")
    return re.findall('"kind": "([a-z]*)"', done.stdout)


def seed():
    collection("seed")
    setting, helping = at[0] + "/saved/ayar", at[1] + "/saved/yardim"
    phrases = ["Daha az güvenli uygulamalara izin ver: AÇIK",
               "“daha az güvenli uygulama erişimi” ayarını açın"]
    for kind, old in (("eski", True), ("yeni", False)):
        pages = [setting + ("-acik.html" if old else "-yok.html"),
                 helping + ("-eski.html" if old else "-yeni.html")]
        work(kind, text=f"Ayar: {pages[0]}\n\nBelge: {pages[1]}")
        matbu("release", f"{K}/{kind}", "--date", "2025-01-02", "--by", "Müdür",
              "--note", "ilk")
        with open("content/dayanak.tsv", "a") as file:
            for page, phrase in zip(pages, phrases):
                file.write(f"{K}/{kind}\t{page}\t{phrase}\n")
    work("betik", text=at[2] + "/saved/betikle.html", relies=[
        (at[2] + "/saved/betikle.html", phrases[0])])
    done = check("2026-01-01")
    test("seed-red", done.red == {setting + "-yok.html",
                                  helping + "-yeni.html"}, done.stderr)
    test("seed-script", done.unsure == {at[2] + "/saved/betikle.html"},
         done.stdout)
    lines = re.findall(r"until then: (matbu warn .*) \[link-silent\]",
                       done.stderr)
    test("seed-due", due_kinds().count("phrase") == 2, due_kinds())
    for line in lines:
        words = shlex.split(line)
        test("warn-line", words[:2] == ["matbu", "warn"] and matbu(
            *words[1:], "--date", "2026-01-01").returncode == 0, line)
    done = check("2026-01-02")
    test("seed-warned", len(lines) == 2 and done.returncode == 0 and
         done.stderr.count("[link-warned]") == 2, done.stderr)
    test("warned-due", "phrase" not in due_kinds() and
         due_kinds().count("warned") == 1, due_kinds())
    # An edited line counts at once; without a phrase the text relies no more.
    with open("content/dayanak.tsv", "w") as file:
        file.write(f"{K}/yeni\t{setting}-yok.html\tartık yok\r\n")
    done = check("2026-01-03")
    test("seed-edited", done.returncode == 0 and not done.red and
         len(open("content/.links.tsv").read().splitlines()) == 1, done.stderr)
    matbu("build", "-q", "--date", "2026-01-03")
    done = matbu("publish", "dest", "-q", "--date", "2026-01-03")
    names = [n for _, _, files in os.walk("dest") for n in files]
    test("private", done.returncode == 0 and "index.html" in names and
         not [n for n in names if "dayanak" in n or n == ".links.tsv"],
         f"{done.stderr} {names}")
    os.chdir("..")


# --- Declarations

def declared():
    """In a released text a line of dayanak.tsv replaces the front matter's."""
    collection("declared")
    evil = "a' $(touch x) `touch x` \\ ; touch x"
    a = at[3]
    work("bir", relies=[(a + "/silent/1", "eski söz"),
                        (a + "/silent/2", "başka söz"),
                        (a + "/silent/3", "ucuncu")])
    work("iki", text="x")
    for name in ("bir", "iki"):
        matbu("release", f"{K}/{name}", "--date", "2025-01-02", "--by", "M",
              "--note", "ilk")
    write("content/dayanak.tsv", f"\ufeff# doküman\tadres\tsöz\n"
          f"{K}/bir\t{a}/silent/1\tartık  kullanılamıyor\n"
          f"{K}/bir\t{a}/silent/2#yer\n"
          f"{K}/iki\t{a}/silent/4\t{evil}\n"
          f"{K}/iki\t{a}/silent/4{'x' * 300}\t{'söz ' * 60}\n")
    done = check("2026-01-01")
    test("replaced", done.red == {a + "/silent/3", a + "/silent/4",
                                  a + f"/silent/4{'x' * 300}"}, done.stderr)
    for line in re.findall(r"until then: (matbu warn .*) \[link-silent\]",
                           done.stderr):
        test("quoted", subprocess.run(
            ["sh", "-c", line.replace("matbu", MATBU, 1) +
             " --date 2026-01-02"], capture_output=True).returncode == 0 and
            not os.path.exists("x"), line)
    test("warned-all", check("2026-01-03").returncode == 0)
    write("content/dayanak.tsv", f"{K}/yok\t{a}/ok\tx\n{K}/bir\n"
          f"{K}/bir\tftp://x/\ty\n{K}/bir\t{a}/ok\t!\n{K}/bir\t{a}/ok\tx\ty\n")
    done = check("2026-01-04")
    test("faulty", re.findall(r"dayanak.tsv:(\d).*\[(.*)\]", done.stderr) ==
         [("1", "relies-work"), ("2", "relies-line"), ("3", "relies-address"),
          ("4", "relies-phrase"), ("5", "relies-line")], done.stderr)
    matbu("withdraw", f"{K}/iki", "--note", "x", "--date", "2026-01-04",
          "--by", "M")
    write("content/dayanak.tsv", f"{K}/iki\t{a}/silent/9\tsöz\n")
    done = check("2026-01-05")
    test("withdrawn", "[relies-withdrawn]" in done.stderr and
         not done.red & {a + "/silent/9"}, done.stderr)
    os.chdir("..")


# --- This machine

def alone():
    collection("alone")
    work("ad", ["http://127.0.0.1:1/a", "http://yok.invalid/"])
    for day in ("2026-01-01", "2026-01-05", "2026-01-09"):
        done = check(day)
    test("offline", done.returncode == 0 and "[links-offline]" in done.stderr
         and not os.path.exists("content/.links.tsv"), done.stderr)
    summed = re.search(r"do not: (\d+), cannot tell: (\d+)", done.stdout)
    test("offline-sum", summed and [int(n) for n in summed.groups()] ==
         [len(done.fails), len(done.unsure)], done.stdout)
    # No file of the user's is read, no cookie comes back.
    write("home/.curlrc", f"url = {at[4]}/curlrc\nfail\n")
    write("home/.netrc", "default login a password b\n")
    os.environ["HOME"] = os.path.abspath("home")
    work("ad", [at[4] + "/ok"])
    test("curlrc", check("2026-01-01").returncode == 0 and
         not [k for k in counts()["counts"] if "curlrc" in k])
    os.environ["PATH"], path = os.path.abspath("home"), os.environ["PATH"]
    done = matbu("check", "--links")
    os.environ["PATH"] = path
    test("no-curl", done.returncode == 3 and "[links-curl]" in done.stderr,
         done.stderr)
    os.chdir("..")


for part in (kinds, seed, declared, alone, thousand):
    if part.__name__ in os.environ.get("ONLY", part.__name__).split():
        part()
hosts.stdin.close()
hosts.wait(10)
