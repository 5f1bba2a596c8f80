# sshd.sh: a real sshd on loopback, for suites that read tests/publish/site.sh
# and stand in the empty folder $scratch. $pids: what tests/suite.sh kills.

port() { python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'; }
# wait_for PORT: until something listens there.
wait_for() {
	python3 - "$1" <<'END'
import socket, sys, time
for _ in range(100):
    try:
        socket.create_connection(("127.0.0.1", int(sys.argv[1])), 1).close()
        break
    except OSError:
        time.sleep(0.05)
else:
    sys.exit(1)
END
}

# start_sshd: sets RSYNC_RSH, and $host to “user@127.0.0.1”. False where sshd
# or rsync is missing.
start_sshd() {
	PATH=$PATH:/usr/sbin
	command -v sshd >/dev/null && command -v rsync >/dev/null || return
	mkdir -m 700 ssh && ssh=$(port)
	[ "$(id -u)" -ne 0 ] || mkdir -p /run/sshd
	ssh-keygen -q -t ed25519 -N '' -f ssh/key
	ssh-keygen -q -t ed25519 -N '' -f ssh/host
	cat >ssh/config <<END
Port $ssh
ListenAddress 127.0.0.1
HostKey $scratch/ssh/host
AuthorizedKeysFile $scratch/ssh/key.pub
PidFile none
StrictModes no
UsePAM no
PasswordAuthentication no
END
	"$(command -v sshd)" -D -e -f "$scratch/ssh/config" 2>ssh/log &
	pids="$pids $!"
	wait_for "$ssh"
	host="$(id -un)@127.0.0.1"
	RSYNC_RSH="ssh -F none -p $ssh -i $scratch/ssh/key -o BatchMode=yes -o LogLevel=ERROR -o StrictHostKeyChecking=no -o UserKnownHostsFile=/dev/null"
	export RSYNC_RSH
}
