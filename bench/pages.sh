#!/usr/bin/env bash
# What a page costs the server: the CSTO's pages, and a page of 200 rows beside the bare server's.
#
#   bench/pages.sh [SECONDS=5]
#
# The server has core 0, wrk core 1. "kept" asks for one address again and again, as most readers do;
# "made" asks for another day each time, so that every page is concluded and written anew. CPU time a
# request is the figure to compare when the machine is shared. Needs wrk and build/release; the bare server
# is ../shared/tools/stack-bench's http_hello, left out where its source is not there.
set -euo pipefail
cd "$(dirname "$(readlink -f "$0")")/.."
seconds=${1:-5} port=8097 bare_port=8098
work=$(mktemp -d)
pids=()
trap 'kill "${pids[@]}" 2>/dev/null || true; wait 2>/dev/null || true; rm -rf "$work"' EXIT

start() { taskset -c 0 "$@" >"$work/log" 2>&1 & pids+=($!); server=$!; sleep 1; }
ticks() { awk '{print $14 + $15}' "/proc/$server/stat"; }
measure() {  # NAME URL [SCRIPT]
    local before after
    before=$(ticks)
    taskset -c 1 wrk -t1 -c32 -d"${seconds}s" --latency ${3:+-s "$3"} "$2" >"$work/out"
    after=$(ticks)
    awk -v name="$1" -v cpu=$((after - before)) '/Requests\/sec/ {rate = $2} / 99%/ {p99 = $2} /requests in/ {n = $1}
        /Non-2xx|Socket errors/ {bad = bad " " $0}
        END {printf "%-44s %8.0f req/s  p99 %-9s cpu %8.1f us a request%s\n", name, rate, p99, cpu * 10000 / n, bad}' "$work/out"
}
# Another day for every request, and another state of knowledge every 10,000: no page is asked for twice.
days() {  # PATH
    cat >"$work/days.lua" <<LUA
local n = 0
request = function()
  n = n + 1
  local on = os.date("!%Y-%m-%d", 820454400 + (n % 10000) * 86400)
  local known = os.date("!%Y-%m-%d", 1763683200 - math.floor(n / 10000) * 86400)
  return wrk.format("GET", "$1?on=" .. on .. "&known=" .. known)
end
LUA
}

start build/release/depositary serve organisations/csto --port $port --threads 2 --today 2026-11-21
url=http://127.0.0.1:$port
for page in '' /members /states/AM /states/AM/awaiting /sessions /sessions/minsk-2023-11-23 /chairs/csc /papers /posts \
    /differ /gaps /sources /rulebook; do
    measure "kept  /en$page" "$url/en$page"
    days "/en$page"
    measure "made  /en$page" "$url" "$work/days.lua"
done
kill "$server"; wait "$server" 2>/dev/null || true

build/release/bench_package "$work/synthetic" 20000
start build/release/depositary serve "$work/synthetic" --port $port --threads 2 --today 2049-12-31
measure 'kept  200 rows (members, synthetic)' "$url/en/ask/members"
days /en/ask/members
measure 'made  200 rows (members, synthetic)' "$url" "$work/days.lua"
kill "$server"; wait "$server" 2>/dev/null || true

bare=../shared/tools/stack-bench
if [ -d "$bare" ]; then
    clang++-19 -std=c++23 -O2 -I"$bare" "$bare/http_hello.cpp" -o "$work/bare" -lsqlite3 -lpthread
    start "$work/bare" $bare_port 2 "$work/acts.db"
    measure 'bare  200 rows (stack-bench /page)' "http://127.0.0.1:$bare_port/page"
fi
