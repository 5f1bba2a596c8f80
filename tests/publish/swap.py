"""Exchanges two names again and again until a file appears, or 10 minutes
have passed; then puts them back as they were and prints how often.

    swap.py FOLDER LINK STOP
"""
import ctypes
import os
import sys
import time

EXCHANGE = 2
HERE = -100


def main(folder, link, stop):
    libc = ctypes.CDLL(None, use_errno=True)
    names = os.fsencode(folder), os.fsencode(link)
    done, end = 0, time.monotonic() + 600
    while not os.path.exists(stop) and time.monotonic() < end:
        for _ in range(20):
            if libc.renameat2(HERE, names[0], HERE, names[1], EXCHANGE) == 0:
                done += 1
            time.sleep(0.0002 * (done % 7))
    if os.path.islink(folder):
        libc.renameat2(HERE, names[0], HERE, names[1], EXCHANGE)
    print(done)


main(*sys.argv[1:])
