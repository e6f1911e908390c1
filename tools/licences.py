#!/usr/bin/env python3
"""Lists every shipped table with the licence that its header names; exit code 1 if one names none."""

import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
missing = 0
for table in sorted((ROOT / "data").rglob("*.tsv")):
    header = [line for line in table.read_text(encoding="utf-8").splitlines()[:40] if line.startswith("#")]
    licence = next((match.group(1) for line in header if (match := re.search(r"[Ll]icen[cs]e:?\s*(.+)", line))), None)
    print(f"{table.relative_to(ROOT)}\t{licence or 'NOT NAMED'}")
    missing += licence is None
sys.exit(1 if missing else 0)
