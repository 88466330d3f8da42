#!/usr/bin/env bash
# nightly.sh STUDY OUTPUT [INPUTS...]: one run of a study file for cron, into OUTPUT on any Hadoop file system.
#
#   15 2 * * *  /opt/laue/jobs/nightly.sh /opt/laue/conf/quickstart.conf s3a://bucket/laue /data/new
#
# Two runs never overlap. A run that was interrupted is taken up by the next one; a run that is complete
# costs nothing. Ends with a line that sums the run up, and OUTPUT/latest.json tells it to programs; "laue diff
# OUTPUT" says what changed since the night before. Exit code: that of laue (0 done, 2 user error, 1 ours), 75 while
# another run is on.
# LAUE_LOGS    directory of the logs (default ~/.laue/logs); those older than 30 days are removed
# LAUE_KEEP    how many complete nights stay, with their runs (default: all)
set -euo pipefail
if [ $# -lt 2 ]; then
  sed -n '2,5s/^# \{0,1\}//p' "$0" >&2
  exit 2
fi
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
study=$1 output=$2
shift 2
logs=${LAUE_LOGS:-$HOME/.laue/logs}
mkdir -p "$logs"

exec 9>"$logs/nightly.lock"
flock --nonblock 9 || { echo "nightly: another run is on" >&2; exit 75; }

log="$logs/$(date -u +%Y%m%dT%H%M%SZ).log"
status=0
"$here/laue" study "$study" --output "$output" ${LAUE_KEEP:+--keep "$LAUE_KEEP"} "$@" >"$log" 2>&1 || status=$?
find "$logs" -name '*.log' -mtime +30 -delete
if [ "$status" -ne 0 ]; then
  echo "nightly: laue ended with $status; the end of $log:" >&2
  tail -n 20 "$log" >&2
else
  grep '^Study .* complete: ' "$log" || true
fi
exit "$status"
