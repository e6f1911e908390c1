"""Small stories written to a scratch folder, for the tests of the corpus tools."""

import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "corpus" / "tools"))

SCRATCH = tempfile.TemporaryDirectory(prefix="crossread-corpus-")  # gone at the end of the process

STORY = """title: A quarry strike
topic: business
=== notes
entity OBI person "Ngozi Obi" country=NGA sector=BUS
  alias "Obi"
entity NGA place "Nigeria" country=NGA
  adj "Nigerian"
entity UNION organisation "the quarry workers" nameless country=NGA sector=LAB
story S1 r1
origin "Plateau Post" r1
"""

HEADER = """outlet: Plateau Post
published: 2022-06-09
country: NGA
voice: local
came: own
=== text
"""

TEXT = """Quarry strike ends

Ngozi Obi said on Monday the Nigerian firm would pay "every kobo". Workers had walked out; he said he feared worse.

"We kept," said Mrs Obi, "our word." Obi left.
"""


def story(notes, text=TEXT, story_notes=STORY, header=HEADER):
    """The story of one report with these notes, read."""
    import reader

    folder = Path(tempfile.mkdtemp(dir=SCRATCH.name)) / "quarry-strike"
    folder.mkdir()
    (folder / "story.txt").write_text(story_notes, encoding="utf-8")
    (folder / "r1.txt").write_text(f"{header}{text}=== notes\n{notes}", encoding="utf-8")
    return reader.read_story(folder)
