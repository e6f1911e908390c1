#!/usr/bin/env bash
# clang-tidy over our own sources, by the compile commands of the debug preset. Fails on any finding; a file on which clang-tidy itself
# breaks down is named, and fails nothing.
set -euo pipefail
cd "$(dirname "$0")/.."
cmake --preset debug >/dev/null
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
tidy() { clang-tidy-16 --quiet -p build/debug --extra-arg=-Wno-unknown-warning-option "$2" >"$1/$(tr / _ <<<"$2").txt" 2>/dev/null || [ $? -le 2 ] || echo "$2" >>"$1/broken"; }
export -f tidy
git ls-files 'src/*.cpp' | xargs -P "$(nproc)" -I{} bash -c 'tidy "$@"' _ "$out" {}
if [ -f "$out/broken" ]; then echo "lint: clang-tidy broke down on:" && sort "$out/broken"; fi
if grep -hE '(error|warning):' "$out"/*.txt | sort -u | grep .; then echo "lint: findings above"; exit 1; fi
echo "lint: clean"
