#!/usr/bin/env bash
# Speed: the stages by themselves, then the whole path at growing sizes. Compare ratios within one run: machines are noisy.
set -euo pipefail
cd "$(dirname "$0")/.."
build=$1
"$build/bench/stages_bench" --benchmark_min_time=0.5
python3 bench/growth.py "$build/crossread" 1000 3000 10000
