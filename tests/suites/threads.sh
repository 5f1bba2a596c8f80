# A thousand documents on several threads: ThreadSanitizer has nothing to
# say, and the bytes are those of one thread.
. tests/suite.sh

if ! program=$(program tsan); then
	fail build "the program does not build"
	exit
fi
export TSAN_OPTIONS=exitcode=99:halt_on_error=1
site=$scratch/site
python3 tests/bench/collection.py "$site/content" "$scratch/plain" 1000
build "$site" "$scratch/one" --jobs 1 >/dev/null 2>&1

for jobs in 2 8; do
	expect "jobs-$jobs" 0 env MATBU="$program" "$program" build --jobs $jobs \
	    --content "$site/content" --out "$scratch/out" || continue
	same "jobs-$jobs-same-bytes" "$scratch/one" "$scratch/out"
	rm -rf "$scratch/out"
done

# Faults noted from every thread, in the same order each time.
for file in "$site/content/frm/bim/konu-1"*/belge*; do
	printf '\n<b> ![](yok.png) [](#yok)\n' >>"$file"
done
"$MATBU" build --content "$site/content" --out "$scratch/out" --jobs 1 \
    >"$scratch/faults" 2>&1
if expect "faults-on-8-threads" 1 "$program" build --jobs 8 \
    --content "$site/content" --out "$scratch/out"; then
	if cmp -s "$scratch/faults" "$scratch/said"; then
		ok "same-messages"
	else
		fail "same-messages" "$(diff "$scratch/faults" "$scratch/said")"
	fi
fi
