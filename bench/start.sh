#!/usr/bin/env bash
# From the start of a server over a long log to its first answer: the synthetic organisation of bench/synthetic.hpp
# as a sealed log, served with the log's key.
#
#   bench/start.sh [ACTS=1000000]
#
# The first start reads every entry and writes the index; those after it begin from the index. An answer is who is
# bound by one decision, as JSON, asked every 10 ms from the start on. The floor of the job is `cat` of the store and
# the index in the same run. Needs build/release with its bench programs, curl and some 4 GB under TMPDIR.
set -euo pipefail
cd "$(dirname "$(readlink -f "$0")")/.."
acts=${1:-1000000} port=8096
work=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill "$server" 2>/dev/null || true; wait 2>/dev/null || true; rm -rf "$work"' EXIT

build/release/bench_package "$work/package" "$acts"
build/release/depositary demonstrate "$work/package" "$work/log" --port "$port" >/dev/null
rm -rf "$work/package"
printf '%d acts, %d MB of store\n' "$acts" $(($(stat -c %s "$work/log/log.db") / 1000000))

now() { date +%s%N; }
start() {  # NAME
    local from
    from=$(now)
    build/release/depositary serve "$work/log/log.db" --log-key "$work/log/keys/log.key" --port "$port" \
        >"$work/out" 2>&1 &
    server=$!
    until curl -sf -o "$work/answer" "http://localhost:$port/en/ask/bound-by.json?paper=d1"; do
        kill -0 "$server" || { cat "$work/out"; exit 1; }
        sleep 0.01
    done
    printf '%-28s %6d ms to the first answer, %5d MB\n' "$1" $((($(now) - from) / 1000000)) \
        $(($(awk '/VmHWM/ {print $2}' "/proc/$server/status") / 1000))
    kill "$server"
    wait "$server" || true
    server=
}

start "reading every entry"
for _ in 1 2 3; do start "from the index"; done
from=$(now)
cat "$work/log/log.db.index" >/dev/null
printf '%-28s %6d ms, %d MB\n' "cat of the index" $((($(now) - from) / 1000000)) \
    $(($(stat -c %s "$work/log/log.db.index") / 1000000))
