"""The arrows between the folders of src/ are those that src/CMakeLists.txt declares, and no others."""

import re
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SRC = ROOT / "src"


def declared_arrows():
    """{folder: folders that it may include}, taken transitively from the crossread_module() lines."""
    text = (SRC / "CMakeLists.txt").read_text()
    direct = {}
    for folder, arguments in re.findall(r"crossread_module\((\w+)([^)]*)\)", text):
        names = re.search(r"MODULES((?:\s+[a-z_]+)+)", arguments)
        direct[folder] = set(names.group(1).split()) if names else set()
    allowed = {}
    for folder, seen in direct.items():  # the file lists a module after those that it sees
        allowed[folder] = {folder} | seen | {far for near in seen for far in allowed[near]}
    return allowed


class Includes(unittest.TestCase):
    def test_follow_the_declared_arrows(self):
        allowed = declared_arrows()
        wrong = []
        for file in sorted([*SRC.rglob("*.h"), *SRC.rglob("*.cpp")]):
            folder = file.relative_to(SRC).parts[0]
            if folder in ("main.cpp", "library"):  # the program and the public library, which see the whole
                continue
            self.assertIn(folder, allowed, f"src/{folder} is no module of src/CMakeLists.txt")
            for target in re.findall(r'#include "(\w+)/', file.read_text()):
                if target not in allowed[folder] and target != "crossread":
                    wrong.append(f"{file.relative_to(ROOT)} includes {target}/")
        self.assertEqual(wrong, [])

    def test_stages_do_not_see_each_other(self):
        allowed = declared_arrows()
        stages = {"intake", "language", "account", "index", "lineage", "story", "identity", "claim", "chronicle", "store", "render"}
        for stage in sorted(stages & set(allowed)):
            self.assertEqual((allowed[stage] - {stage}) & stages, set(), stage)


if __name__ == "__main__":
    unittest.main()
