# messages.def, then goldens: which message is nowhere told?
FILENAME ~ /messages\.def$/ {
	if ($0 ~ /^X\(/) {
		split($0, part, /"/)
		ids[++num] = part[2]
		world[part[2]] = $0 ~ /WORLD/
	}
	next
}
FNR == 1 { settle() }
match($0, /\[[a-z0-9-]+\]$/) {
	id = substr($0, RSTART + 1, RLENGTH - 2)
	path = $0
	of[++lines] = ""
	if (sub(/:[0-9]+:[0-9]+: .*/, "", path))
		of[lines] = path
	else
		sub(/: .*/, "", path)
	said[lines] = id
	faults[path]++
}
END {
	settle()
	told["memory"] = told["register-moved"] = 1
	told["file-moved"] = told["write-unsynced"] = 1
	told["out-waiting"] = told["out-locked"] = 1
	told["erased-left"] = told["erased-published"] = 1
	told["publish-saved"] = told["serve-port"] = 1
	for (i = 1; i <= num; i++) {
		if (told[ids[i]])
			print "ok has-" ids[i]
		else
			print "FAIL has-" ids[i] \
			    ": in no golden beside another fault"
	}
}
function settle(	i) {
	for (i = 1; i <= lines; i++)
		# Of a template that is no XML nothing else can be told.
		if (world[said[i]] || lines > 1 && (of[i] == "" ||
		    said[i] ~ /^template-(xml|tag|entity)$/) ||
		    (of[i] != "" && faults[of[i]] > 1))
			told[said[i]] = 1
	lines = 0
	split("", faults)
}
