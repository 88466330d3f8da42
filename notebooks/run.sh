#!/usr/bin/env bash
# run.sh [--output DIR] [NOTEBOOK...]: runs the Java notebooks, all or those named, and writes them with what they put out.
#
#   notebooks/run.sh                             all of them, in place
#   notebooks/run.sh --output /tmp why.ipynb     one of them, the result elsewhere
#   notebooks/run.sh --kernel                    writes the kernel only, for
#   JUPYTER_PATH=target/notebook jupyter notebook notebooks
#
# Wants JDK 17, Maven and jupyter-nbconvert (Debian: apt-get install jupyter-nbconvert). The kernel and the library that
# draws the charts come from Maven Central into target/notebook; they are no part of Laue.
set -euo pipefail
top=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
place="$top/target/notebook"
output=""
kernel_only=false
notebooks=()
while [ $# -gt 0 ]; do
  case "$1" in
    --output) [ $# -ge 2 ] || { echo "run.sh: --output wants a directory" >&2; exit 2; }
      mkdir -p "$2"; output=$(cd "$2" && pwd); shift 2 ;;
    --kernel) kernel_only=true; shift ;;
    *) notebooks+=("$(cd "$(dirname "$1")" && pwd)/$(basename "$1")"); shift ;;
  esac
done
[ ${#notebooks[@]} -gt 0 ] || notebooks=("$top"/notebooks/*.ipynb)

if ! ls "$place"/*.jar >/dev/null 2>&1 || [ ! -d "$top/target/classes" ] || [ ! -f "$top/target/launcher.classpath" ]; then
  (cd "$top" && mvn --batch-mode -q process-test-resources dependency:copy@notebook-kernel)
fi

# The kernel runs in the JVM that it starts, so that one class path serves both. A notebook is over before the second
# compiler pays.
kernel="$place/kernels/laue"
mkdir -p "$kernel"
jars=$(printf '%s:' "$place"/*.jar)
cat >"$kernel/kernel.json" <<JSON
{
  "display_name": "Java (Laue)",
  "language": "java",
  "interrupt_mode": "message",
  "argv": ["java", "@$top/conf/jvm.options", "-Xmx1500m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
    "-Dlog4j2.configurationFile=$top/conf/log4j2.properties",
    "-cp", "$jars$top/target/classes:$(cat "$top/target/launcher.classpath")",
    "org.rapaio.jupyter.kernel.MainApp", "{connection_file}"],
  "env": {"OMP_NUM_THREADS": "1", "SPARK_LOCAL_IP": "127.0.0.1"}
}
JSON
if $kernel_only; then echo "$kernel/kernel.json"; exit; fi

# Nothing is read from, nor left in, the user's own Jupyter.
export JUPYTER_PATH=$place JUPYTER_CONFIG_DIR=$place/config JUPYTER_DATA_DIR=$place/data JUPYTER_RUNTIME_DIR=$place/runtime
# Now and then the kernel's first messages are lost and nbconvert waits in vain; a new kernel does.
execute() { # $1 = notebook
  local attempt
  for attempt in 1 2 3 4; do
    if jupyter-nbconvert --log-level=WARN --to notebook --execute --ExecutePreprocessor.kernel_name=laue \
      --ExecutePreprocessor.startup_timeout=60 --ExecutePreprocessor.timeout=1800 --ExecutePreprocessor.record_timing=False \
      --output-dir "${output:-$(dirname "$1")}" --output "$(basename "$1")" "$1" 2>"$place/jupyter.log"; then return; fi
    grep -q "Kernel didn't respond" "$place/jupyter.log" || break
  done
  cat "$place/jupyter.log" >&2
  return 1
}
for notebook in "${notebooks[@]}"; do execute "$notebook"; done
