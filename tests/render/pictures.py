#!/usr/bin/env python3
"""Makes the pictures of the documentation from the examples: docs/images/*.png.

    CROSSREAD=build/release/crossread tests/render/pictures.py
"""

import os
import subprocess
import tempfile
from pathlib import Path

import chromium

ROOT = Path(__file__).resolve().parents[2]
STORY = "Workers Strike at Peruvian Copper Mine"  # a correction, a trade letter of its own, a second telling


def pictures(page_file, folder):
    section = f"[...document.querySelectorAll('.story')].find((s) => s.innerText.includes('{STORY}'))"
    with chromium.Chromium() as browser:
        for name, dark in (("brief.png", False), ("brief-words.png", True)):
            page = browser.open(page_file.as_uri(), width=1360, height=860, dark=dark)
            page.value(f"{section}.id = 'shown'")
            if dark:
                page.click("#shown details.tellers > summary")
            page.value("document.querySelector('#shown').scrollIntoView({behavior: 'instant'})")
            page.screenshot(folder / name)
        page.press("Escape")
        page.click("#shown .compare")
        page.screenshot(folder / "side-by-side.png")


def main():
    program = os.environ["CROSSREAD"]
    with tempfile.TemporaryDirectory() as scratch:
        store, page = Path(scratch) / "store", Path(scratch) / "brief.html"
        subprocess.run([program, "add", ROOT / "examples", "--into", store], check=False, capture_output=True)
        subprocess.run([program, "brief", store, "--format", "html", "--output", page], check=True)
        pictures(page, ROOT / "docs/images")


if __name__ == "__main__":
    main()
