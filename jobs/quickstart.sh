#!/usr/bin/env bash
# quickstart.sh [FILES OR FOLDERS...]: builds Laue and runs the whole road on a few hundred crystals of the
# embedded set and, where given, on your own; ends with the path of the report.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
output=${LAUE_OUTPUT:-out/quickstart}
exec "$here/laue" study "$here/../conf/quickstart.conf" --output "$output" "$@"
