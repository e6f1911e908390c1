#!/usr/bin/env bash
# The main job on the examples: reads them, prints the stories, writes the brief, and says where to look.
set -euo pipefail
cd "$(dirname "$0")/.."
crossread=$1
out=build/demo
rm -rf "$out"
mkdir -p "$out"

echo "Reading examples/ (24 reports in three formats) ..."
"$crossread" add examples --into "$out/examples.crossread" --quiet
echo
"$crossread" stories "$out/examples.crossread"
"$crossread" brief "$out/examples.crossread" --format html --output "$out/brief.html"
"$crossread" export "$out/examples.crossread" --format json >"$out/dossier.json"
cat <<EOF

Try next:
  $crossread story $out/examples.crossread ID     who copied from whom
  $crossread search $out/examples.crossread WORDS
  $out/dossier.json                               everything, for other programs

The brief, every line tied to the words it rests on:
  $PWD/$out/brief.html
EOF
