#!/usr/bin/env bash
# A thousand readers at once on one core: every answer arrives whole, 99 of 100 within 100 ms, and the
# server's memory stays what it is.
#
#   tests/load.sh [SECONDS=600] [READERS=1000] [LONGEST_PAUSE_MS=2000]
#
# The server has core 0 and one thread; wrk, with as many connections as there are readers, the last core.
# Each reader asks for one page of the map of the site after another, in both languages, at random, and looks
# at it for up to two seconds; with a pause of 0 at once, which measures how much the core can give and not how
# long a reader waits. Every page is asked for once before the readers come; memory is looked at each second,
# and may not grow by more than 4 MiB after the first quarter of the time. Needs wrk, curl and build/release,
# and a core that nobody else uses. The last line says what was found; the exit
# code is 1 where something does not hold.
set -euo pipefail
cd "$(dirname "$(readlink -f "$0")")/.."
seconds=${1:-600} readers=${2:-1000} pause_ms=${3:-2000} port=8096
most_ms=100 most_growth_kib=4096
work=$(mktemp -d)
trap 'kill "$server" 2>/dev/null || true; wait 2>/dev/null || true; rm -rf "$work"' EXIT

ulimit -n "$(ulimit -Hn)"
taskset -c 0 build/release/depositary serve organisations/csto --port $port --threads 1 --today 2026-11-21 >"$work/log" 2>&1 &
server=$!
for _ in $(seq 50); do curl -sf -o "$work/map" "http://127.0.0.1:$port/sitemap.xml" && break; sleep 0.2; done
grep -oP '(?<=<loc>)[^<]+' "$work/map" | sed -E 's|^https?://[^/]+||' >"$work/paths"
sed "s|.*|url = http://127.0.0.1:$port&\noutput = /dev/null|" "$work/paths" >"$work/once"
curl -sf -K "$work/once"

cat >"$work/readers.lua" <<LUA
local paths = {}
init = function()  -- by now the host is known, which every request names
  math.randomseed(20231123)
  for path in io.lines("$work/paths") do paths[#paths + 1] = wrk.format("GET", path) end
end
request = function() return paths[math.random(#paths)] end
if $pause_ms > 0 then delay = function() return math.random(0, $pause_ms) end end
done = function(summary, latency, requests)
  local e = summary.errors
  io.write(string.format("FOUND %d %d %.1f %.1f %.1f %.0f\n", summary.requests,
    e.connect + e.read + e.write + e.timeout + e.status, latency:percentile(50) / 1000,
    latency:percentile(99) / 1000, latency.max / 1000, summary.requests / summary.duration * 1e6))
end
LUA

rss() { awk '/^VmRSS/ {print $2}' "/proc/$server/status"; }
taskset -c $(($(nproc) - 1)) wrk -t1 -c"$readers" -d"${seconds}s" --timeout 10s -s "$work/readers.lua" \
    "http://127.0.0.1:$port" >"$work/wrk" &
wrk=$!
settled=0 most=0 at=0
while kill -0 $wrk 2>/dev/null; do
    now=$(rss)
    [ $at -lt $((seconds / 4)) ] && settled=$((now > settled ? now : settled))
    most=$((now > most ? now : most))
    at=$((at + 1))
    sleep 1
done
wait $wrk
read -r _ requests errors p50 p99 max rate < <(grep '^FOUND' "$work/wrk")
growth=$((most - settled))
verdict=held
[ "$errors" -eq 0 ] && [ "$growth" -le $most_growth_kib ] && awk "BEGIN {exit !($p99 <= $most_ms)}" || verdict=FAILED
echo "$readers readers for $seconds s on one core: $requests pages, $rate a second, $errors errors;" \
    "p50 $p50 ms, p99 $p99 ms, longest $max ms (limit of p99 $most_ms ms);" \
    "memory $((settled / 1024)) MiB after a quarter, at most $((most / 1024)) MiB: $verdict"
[ $verdict = held ]
