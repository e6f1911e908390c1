#!/usr/bin/env bash
# Runs the tests: `tools/test.sh all`, or one part: asan tsan release fuzz corpus. Ends with one line: N passed, N failed.
set -uo pipefail
cd "$(dirname "$0")/.."

jobs=${JOBS:-$(nproc)}
fuzz_seconds=${FUZZ_SECONDS:-4}
passed=0
failed=0
started=$SECONDS

headline() { printf '\n== %s (%d s)\n' "$1" $((SECONDS - started)); }

# build PRESET TARGETS...: configures and builds; a build that fails counts as a failed test.
build() {
  local preset=$1
  shift
  cmake --preset "$preset" >"build-$preset.log" 2>&1 || { cat "build-$preset.log"; rm -f "build-$preset.log"; failed=$((failed + 1)); return 1; }
  rm -f "build-$preset.log"
  cmake --build --preset "$preset" -j "$jobs" ${@:+--target "$@"} -- --quiet || { failed=$((failed + 1)); return 1; }
}

# count_ctest PRESET ARGUMENTS...: runs ctest and adds what it counted.
count_ctest() {
  local preset=$1 log
  shift
  log=$(mktemp)
  ctest --test-dir "build/$preset" --output-on-failure -j "$jobs" --timeout 600 "$@" 2>&1 | tee "$log" | grep -vE '^ *[0-9]+/[0-9]+ Test|^ +Start ' || true
  local line total bad
  line=$(grep -E 'tests passed, [0-9]+ tests? failed out of' "$log" | tail -1)
  total=$(sed -nE 's/.*out of ([0-9]+).*/\1/p' <<<"$line")
  bad=$(sed -nE 's/.*passed, ([0-9]+) tests? failed.*/\1/p' <<<"$line")
  rm -f "$log"
  if [ -z "$line" ] || [ "$total" -eq 0 ]; then echo "ctest ran no test: $preset $*"; failed=$((failed + 1)); return; fi
  passed=$((passed + total - bad))
  failed=$((failed + bad))
}

asan() {
  headline "address and undefined behaviour sanitizers: all tests"
  build asan && count_ctest asan
}

tsan() {
  headline "thread sanitizer: pipeline and store"
  build tsan pipeline_test store_test && count_ctest tsan -L '^(pipeline|store)$'
}

release() {
  headline "the program as users run it, and the installed library"
  build release crossread_program libcrossread.so claims_from_gold && count_ctest release -L '^(program|install)$'
}

fuzz() {
  headline "fuzzing, $fuzz_seconds s a door"
  build fuzz fuzz_doors || return
  local target name seeds
  for target in build/fuzz/fuzz/fuzz_*; do
    [ -x "$target" ] && [ -f "$target" ] || continue
    name=$(basename "$target")
    seeds=$(find fuzz -type d -name "${name#fuzz_}.seeds" | head -1)
    mkdir -p "build/fuzz/corpus/$name"
    if "$target" -max_total_time="$fuzz_seconds" -rss_limit_mb=4096 -timeout=20 -print_final_stats=0 \
        -artifact_prefix="build/fuzz/$name-" "build/fuzz/corpus/$name" $seeds >"build/fuzz/$name.log" 2>&1; then
      echo "$name: $(grep -E '^Done' "build/fuzz/$name.log" | tail -1)"
      passed=$((passed + 1))
    else
      tail -40 "build/fuzz/$name.log"
      echo "$name: FAILED"
      failed=$((failed + 1))
    fi
  done
}

corpus() {
  headline "the corpus"
  if python3 corpus/tools/check.py; then passed=$((passed + 1)); else failed=$((failed + 1)); fi
}

case ${1:-all} in
  all) asan; tsan; release; fuzz; corpus ;;
  asan | tsan | release | fuzz | corpus) "$1" ;;
  *) echo "usage: tools/test.sh [all|asan|tsan|release|fuzz|corpus]" >&2; exit 2 ;;
esac

printf '\n%d passed, %d failed\n' "$passed" "$failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
