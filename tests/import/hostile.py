"""hostile.py make FOLDER: writes files that an attacker may send, and the list of their messages.
hostile.py try FOLDER MATBU: imports them, and says of each whether it was refused with the right message, within 64 MiB of memory, without
writing anything. (Another process makes them: what a process takes counts as taken by those that it starts.)"""
import os
import resource
import subprocess
import sys

MEMORY = 64 << 10  # [KiB]
SECONDS = 20  # of a processor: a slow machine takes ten times as long


def limit():
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))


def run(matbu, folder, path):
    """Status, what was said, the most memory [KiB]."""
    with open(f'{folder}/said', 'w+b') as said:
        child = subprocess.Popen([matbu, 'import', path, 'frm/bim/konu/ad'], cwd=folder, stdout=said, stderr=said, preexec_fn=limit,
                                 env={**os.environ, 'LC_ALL': 'C.UTF-8', 'LANG': 'C.UTF-8'})
        _, status, usage = os.wait4(child.pid, 0)
        said.seek(0)
        return os.waitstatus_to_exitcode(status), said.read().decode(errors='replace'), usage.ru_maxrss, usage.ru_utime + usage.ru_stime


def make(folder):
    from hostile_files import FILES
    from word import write
    os.makedirs(f'{folder}/content')
    with open(f'{folder}/content/index.md', 'w') as index:
        index.write('# Kurum\n')
    with open(f'{folder}/list', 'w') as table:
        for name, (wanted, parts) in FILES.items():
            table.write(f'{name} {wanted}\n')
            if parts is not None:
                write(f'{folder}/{name}.docx', parts)
                continue
            with open(f'{folder}/{name}.docx', 'wb') as file:
                file.write(b'\xd0\xcf\x11\xe0' + bytes(2000))


def attempt(folder, matbu):
    with open(f'{folder}/list') as table:
        rows = [line.split() for line in table]
    for name, wanted in rows:
        status, said, memory, seconds = run(matbu, folder, f'{name}.docx')
        wrong = [x for x, bad in ((f'status {status}', status != 1), (f'said {said[:200]!r}', f'[{wanted}]' not in said),
                                  (f'{memory} KiB', memory > MEMORY), ('written', os.listdir(f'{folder}/content') != ['index.md']))
                 if bad]
        print(f'FAIL hostile-{name}: {", ".join(wrong)}' if wrong else f'ok hostile-{name} ({memory >> 10} MiB, {seconds:.2f} s)')


if __name__ == '__main__':
    {'make': make, 'try': attempt}[sys.argv[1]](*sys.argv[2:])
