"""Hostile web servers on loopback: python3 hosts.py NUMBER

Starts so many, prints their ports on one line, and ends with its standard
input, or after ten minutes. What a path does is the method of its first name:
/gone/7 is a page that is gone. HEAD and GET of every path are counted at
/counts of the first host, as JSON, with the shortest time between two requests
of the second one."""
import gzip
import http.server
import json
import os
import random
import signal
import sys
import threading
import time
import zlib

counts = {}
second = None
times = {}
lock = threading.Lock()
rng = random.Random(15)
SAYS = "Daha az güvenli uygulama erişimi"
FILL = ("Bu sayfada hesabınızın ayarları anlatılır. Ayarlar sayfasını açın, "
        "güvenlik bölümüne gidin, parolanızı yenileyin, çıkın. ") * 4


def page(text, head=""):
    return (f"<!DOCTYPE html><html><head><title>Yardım</title>{head}</head>"
            f"<body><h1>Yardım</h1><p>{FILL}</p>{text}</body></html>")


class Page(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def answer(self, status=200, body="", headers=(), kind="text/html; "
               "charset=utf-8", length=None):
        if isinstance(body, str):
            body = body.encode()
        self.send_response(status)
        for name, value in headers:
            self.send_header(name, value)
        if kind:
            self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body) if length is None
                                               else length))
        self.end_headers()
        if self.command == "GET":
            self.wfile.write(body)

    def do_GET(self):
        name = self.path.split("/")[1].split("?")[0].replace("-", "_")
        with lock:
            key = f"{self.command} {self.path}"
            counts[key] = counts.get(key, 0) + 1
            port = self.server.server_address[1]
            times.setdefault(port, []).append(time.monotonic())
        try:
            getattr(self, "p_" + name, self.p_gone)()
        except (BrokenPipeError, ConnectionResetError):
            pass
        self.close_connection = True

    do_HEAD = do_GET

    def p_counts(self):
        t = times.get(second, [])
        gaps = [b - a for a, b in zip(t, t[1:])]
        self.answer(body=json.dumps({"counts": counts,
                                     "gap": min(gaps, default=0)}))

    def p_ok(self):
        self.answer(body=page("<p>Her şey yerinde.</p>"))

    def p_says(self):
        self.answer(body=page(f"<p>… <b>{SAYS[:7]}</b>{SAYS[7:]} …</p>"))

    def p_silent(self):
        self.answer(body=page("<p>Bu ayar artık kullanılamıyor.</p>"))

    def p_gone(self):
        self.answer(404, page("<p>Sayfa bulunamadı.</p>"))

    def p_gone_for_ever(self):
        self.answer(410, "")

    def p_flaky(self):
        with lock:
            odd = rng.random() < 0.3
            status = rng.choice([403, 429])
        if odd:
            self.answer(status, page("<p>Fazla istek.</p>"))
        elif "silent" in self.path:
            self.p_silent()
        elif "gone" in self.path:
            self.p_gone()
        else:
            self.p_says()

    def p_refuse(self):
        self.answer(int(self.path.split("/")[2]), page("<p>Olmaz.</p>"))

    def p_slow(self):
        time.sleep(40)

    def p_drip(self):
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        for _ in range(40):
            self.wfile.write(b"<p>bekleyin</p>")
            self.wfile.flush()
            time.sleep(1)

    def endless(self, first):
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        if self.command == "HEAD":
            return
        self.wfile.write(first.encode())
        for _ in range(4096):
            self.wfile.write(b"<p>son yok</p>" * 1024)

    def p_endless(self):
        self.endless(page(""))

    def p_endless_says(self):
        self.endless(page(f"<p>{SAYS}</p>"))

    def bomb(self, first):
        """256 MB of text in 256 KB, chunk by chunk."""
        z = zlib.compressobj(9, zlib.DEFLATED, 31)
        body = z.compress(first.encode())
        block = b"bos " * (1 << 18)
        body += b"".join(z.compress(block) for _ in range(256)) + z.flush()
        self.answer(body=body, headers=[("Content-Encoding", "gzip")])

    def p_bomb(self):
        self.bomb(page(""))

    def p_bomb_says(self):
        self.bomb(page(f"<p>{SAYS}</p>"))

    def p_gzip_says(self):
        self.answer(body=gzip.compress(page(SAYS).encode()),
                    headers=[("Content-Encoding", "gzip")])

    def p_gzip_broken(self):
        self.answer(body=b"\x1f\x8b\x08\0garbage",
                    headers=[("Content-Encoding", "gzip")])

    def p_large(self):
        self.answer(body=page(""), length=1 << 40)

    def redirect(self, to, status=302):
        self.answer(status, "", [("Location", to)])

    def p_loop(self):
        self.redirect(self.path)

    def p_circle(self):
        self.redirect("/circle/" + str(int(self.path.split("/")[2]) + 1))

    def p_moved(self):
        self.redirect("/says/moved", 301)

    def p_far(self):
        n = int(self.path.split("/")[2])
        self.redirect(f"/far/{n - 1}" if n > 1 else "/says/far")

    def p_file(self):
        self.redirect("file:///etc/passwd")

    def p_gopher(self):
        self.redirect("gopher://127.0.0.1/x")

    def p_odd(self):
        self.send_response(302, "x\x1b[31m")
        self.send_header("Location", "/says/\x1b[31mred\u202e"
                         .encode().decode("latin-1"))
        self.send_header("Content-Length", "0")
        self.end_headers()

    def p_latin5(self):
        self.answer(body=page(f"<p>{SAYS}</p>").encode("cp1254"),
                    kind="text/html; charset=ISO-8859-9")

    def p_meta5(self):
        self.answer(body=page(f"<p>{SAYS}</p>", "<meta http-equiv="
                    "'Content-Type' content='text/html; charset=windows-1254'>"
                    ).encode("cp1254"), kind="text/html")

    def p_none5(self):
        self.answer(body=page(f"<p>{SAYS}</p>").encode("cp1254"), kind="")

    def p_utf16(self):
        self.answer(body=page(f"<p>{SAYS}</p>").encode("utf-16"),
                    kind="text/html")

    def p_unknown(self):
        self.answer(body=page("<p>x</p>"), kind="text/html; charset=klingon")

    def p_lies(self):
        self.answer(body=page(f"<p>{SAYS}</p>").encode("cp1254") + b"\xff\0",
                    kind="text/html; charset=utf-8")

    def p_nodetype(self):
        self.answer(body=b"\x89PNG\r\n\x1a\n\0\0", kind="image/png")

    def p_pdf(self):
        self.answer(body=b"%PDF-1.7\n%\xe2\xe3", kind="application/pdf")

    def p_script(self):
        self.answer(body="<html><head><title>Yardım</title><script>var a = "
                    f"'{SAYS}'</script></head><body><div id=app></div><noscript>"
                    "JavaScript gerekir.</noscript><script src=a.js></script>"
                    "</body></html>")

    def p_empty(self):
        self.answer(body="")

    def p_nohead(self):
        if self.command == "HEAD":
            self.answer(405)
        else:
            self.p_ok()

    def p_headgone(self):
        if self.command == "HEAD":
            self.answer(404)
        else:
            self.p_ok()

    def p_headslow(self):
        if self.command == "HEAD":
            time.sleep(15)
        else:
            self.p_ok()

    def p_reset(self):
        self.connection.close()

    def p_short(self):
        self.answer(body=page(""), length=1 << 16)

    def p_early(self):
        self.send_response_only(103)
        self.send_header("Link", "</a.css>; rel=preload")
        self.end_headers()
        self.p_says()

    def p_noise(self):
        self.wfile.write(random.Random(1).randbytes(5000))

    def p_headers(self):
        self.wfile.write(b"HTTP/1.1 200 OK\r\n")
        for n in range(200000):
            self.wfile.write(b"X-%d: x\r\n" % n)

    def p_saved(self):
        with open(os.path.join(os.path.dirname(__file__), "pages",
                               self.path.split("/")[2]), "rb") as file:
            self.answer(body=file.read())


class Server(http.server.ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128


def main():
    global second
    signal.alarm(600)
    servers = [Server(("127.0.0.1", 0), Page) for _ in range(int(sys.argv[1]))]
    second = servers[min(1, len(servers) - 1)].server_address[1]
    for s in servers:
        threading.Thread(target=s.serve_forever, daemon=True).start()
    print(*(s.server_address[1] for s in servers), flush=True)
    sys.stdin.read()


main()
