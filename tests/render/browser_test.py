#!/usr/bin/env python3
"""Reads an HTML brief in a real browser: does one click show the words?

    CROSSREAD=build/release/crossread tests/render/browser_test.py [FOLDER]

With FOLDER, pictures of the page (light, dark, phone) are left there for people to look at.
Skipped without CROSSREAD, and without a Chromium.
"""

import json
import os
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

import chromium

PROGRAM = os.environ.get("CROSSREAD")
PICTURES = Path(sys.argv.pop()) if len(sys.argv) == 2 and not sys.argv[1].startswith("-") else None

WIRE = """Pier sinks, bridge shut

The Orlo bridge 🌉 was closed to all traffic on Monday night after one of its piers sank by 22 centimetres, the Selda \
roads office said.

Engineers noticed the movement in the evening and stopped a freight train before it reached the river, said the \
office’s director, Maren Tolk. Nobody was hurt.

“We do not know yet how long the repair will take,” Tolk said. About 14,000 people cross the Orlo bridge every day, \
and the next crossing is 40 kilometres upstream.
"""
OWN = """‘It groaned like a ship’

Rain had fallen for nine days when the third pier of the Orlo bridge began to sink on Monday.

Ilse Brandt, who keeps the lock below, heard the steel groan and called the Selda roads office herself. By her account \
the pier dropped by 30 centimetres within an hour.

The mayor, Josip Arden, accused the roads office of ignoring a warning that divers gave in January.
"""
HOSTILE = """Bridge <script>window.pwned = 1</script>

Traffic on the Orlo bridge stopped on Monday after a pier sank </div></details></script><script>window.pwned = 2\
</script><img src=x onerror="window.pwned = 3"> into the river Selda, drivers said.

The ferry company promised extra boats until the bridge over the Selda can be used again.
"""
REPORTS = [
    {"id": "wire", "outlet": "Northern Press Agency", "published": "2031-03-04T08:10:00Z", "text": WIRE},
    {"id": "copy", "outlet": "Valley Courier", "published": "2031-03-04T10:00:00Z",
     "text": "3 Min Read\n\n" + WIRE + "\nYou may like: Ten walks along the Selda\n"},
    {"id": "own", "outlet": "Selda Evening Post", "published": "2031-03-04T17:30:00Z", "text": OWN},
    {"id": "hostile", "outlet": "<b onclick=\"window.pwned=4\">Drivers’ Gazette</b>",
     "published": "2031-03-04T19:00:00Z",
     "title": "<script>window.pwned = 5</script>", "url": "https://drivers.example/\"onmouseover=\"x", "text": HOSTILE},
]

# The contrast of a colour on another, after WCAG 2.
CONTRAST = """(selector, ground) => {
    const light = (colour) => {
        const part = colour.match(/[\\d.]+/g).slice(0, 3).map((v) => v / 255)
            .map((v) => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
        return 0.2126 * part[0] + 0.7152 * part[1] + 0.0722 * part[2];
    };
    const pair = [light(getComputedStyle(document.querySelector(selector)).color),
                  light(getComputedStyle(document.querySelector(ground)).backgroundColor)].sort((a, b) => b - a);
    return (pair[0] + 0.05) / (pair[1] + 0.05);
}"""


def run(*arguments):
    return subprocess.run([PROGRAM, *arguments], capture_output=True, encoding="utf-8", check=False).stdout


@unittest.skipUnless(PROGRAM, "CROSSREAD is unset: set it to the path of the program")
@unittest.skipUnless(chromium.found(), "no Chromium here: install the package chromium to run this test")
class Browser(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.scratch = tempfile.TemporaryDirectory()
        folder = Path(cls.scratch.name)
        given = folder / "reports.jsonl"
        given.write_text("".join(json.dumps(row) + "\n" for row in REPORTS), encoding="utf-8")
        store = str(folder / "store")
        run("add", str(given), "--into", store)
        cls.reports = json.loads(run("export", store, "--format", "json"))["reports"]
        cls.file = folder / "brief.html"
        cls.file.write_text(run("brief", store, "--format", "html"), encoding="utf-8")
        cls.browser = chromium.Chromium().__enter__()

    @classmethod
    def tearDownClass(cls):
        cls.browser.__exit__()
        cls.scratch.cleanup()

    def page(self, **view):
        return self.browser.open(self.file.as_uri(), **view)

    def picture(self, page, name):
        if PICTURES:
            PICTURES.mkdir(parents=True, exist_ok=True)
            page.screenshot(PICTURES / name)

    def text_of(self, outlet):
        return next(row["text"] for row in self.reports if row["outlet"] == outlet)

    def test_loads_without_complaint_and_without_network(self):
        page = self.page()
        page.value("document.querySelector('.cite').click()")
        page.value("document.querySelector('.compare').click()")
        self.assertEqual(page.complaints, [])
        self.assertEqual(page.requests, [self.file.as_uri()])

    def test_one_click_shows_the_words(self):
        page = self.page()
        page.click(".lines .cite")
        self.assertTrue(page.value("!document.querySelector('.panel').hidden"))
        line = page.value("document.querySelector('.lines p').firstChild.textContent.trim()")
        shown = page.value("[...document.querySelectorAll('.panel mark')].map((m) => m.textContent).join('')")
        self.assertEqual(" ".join(shown.split()), line)
        seen = page.value("""(() => {
            const mark = document.querySelector('.panel mark').getBoundingClientRect();
            const box = document.querySelector('.panel .read').getBoundingClientRect();
            return mark.top >= box.top && mark.top < box.bottom;
        })()""")
        self.assertTrue(seen, "the words stand within the panel")
        self.picture(page, "panel.png")

    def test_every_citation_shows_exactly_its_code_points(self):
        page = self.page()
        citations = page.value("""[...document.querySelectorAll('.cite')].map((link) => {
            link.click();
            return [document.querySelector('.panel .source b').textContent, +link.dataset.from, +link.dataset.to,
                    [...document.querySelectorAll('.panel mark')].map((m) => m.textContent).join('')];
        })""")
        self.assertGreater(len(citations), 8)
        for outlet, start, end, shown in citations:
            self.assertEqual(shown, self.text_of(outlet)[start:end].replace("\n", ""))

    def test_furniture_is_greyed(self):
        page = self.page()
        page.value("""[...document.querySelectorAll('.open')].find((link) =>
            document.getElementById(link.dataset.report).textContent.includes('3 Min Read')).click()""")
        grey = page.value("[...document.querySelectorAll('.panel .fur')].map((p) => p.textContent)")
        self.assertIn("3 Min Read", grey)
        self.assertIn("You may like: Ten walks along the Selda", grey)

    def test_is_worked_by_keyboard(self):
        page = self.page()
        page.press("Tab")
        self.assertEqual(page.value("document.activeElement.className"), "skip")
        page.value("document.querySelector('.cite').focus()")
        page.press("ArrowRight")
        self.assertEqual(page.value("[...document.querySelectorAll('.cite')].indexOf(document.activeElement)"), 1)
        ring = page.value("getComputedStyle(document.activeElement).outlineStyle")
        self.assertEqual(ring, "solid")
        page.press("Enter")
        self.assertEqual(page.value("document.activeElement.id"), "panel-title")
        first = page.value("location.hash")
        page.press("ArrowRight")
        self.assertNotEqual(page.value("location.hash"), first)
        page.press("ArrowLeft")
        self.assertEqual(page.value("location.hash"), first)
        page.press("Escape")
        self.assertTrue(page.value("document.querySelector('.panel').hidden"))
        self.assertEqual(page.value("document.activeElement.hash"), first)

    def test_a_link_to_a_citation_opens_it(self):
        page = self.browser.open(self.file.as_uri() + "#s1c2")
        self.assertEqual(page.value("document.querySelector('[aria-current]').hash"), "#s1c2")
        self.assertTrue(page.value("!document.querySelector('.panel').hidden"))

    def test_two_reports_stand_side_by_side_with_the_same_words_marked(self):
        page = self.page()
        page.click(".compare")
        pairs = page.value("""(() => {
            const side = (n) => [...document.querySelectorAll(`.side:nth-child(${n}) .shared`)];
            const words = (n, id) =>
                side(n).filter((s) => s.dataset.passage === id).map((s) => s.textContent).join(' ');
            return [...new Set(side(1).map((s) => s.dataset.passage))].map((id) => [words(1, id), words(2, id)]);
        })()""")
        self.assertGreater(len(pairs), 0)
        for left, right in pairs:
            self.assertEqual(left.split(), right.split())
        page.point_at(".pair .shared")
        self.assertEqual(page.value("""(() => {
            const lit = [...document.querySelectorAll('.lit')];
            return [new Set(lit.map((s) => s.closest('.side'))).size, new Set(lit.map((s) => s.dataset.passage)).size];
        })()"""), [2, 1], "the passage and its twin light up, and no other")
        self.picture(page, "side-by-side.png")
        page.press("Escape")
        self.assertFalse(page.value("document.querySelector('.pair').open"))

    def test_hostile_text_is_text(self):
        page = self.page()
        page.value("[...document.querySelectorAll('.cite, .open')].forEach((link) => link.click())")
        page.value("document.querySelectorAll('.report details').forEach((d) => { d.open = true; })")
        self.assertIsNone(page.value("window.pwned === undefined ? null : window.pwned"))
        self.assertEqual(page.value("document.querySelectorAll('img, script:not([type]):not([nonce])').length"), 0)
        self.assertIn("window.pwned", page.value("document.body.innerText"))

    def test_reads_without_script(self):
        page = self.page(script=False)
        self.assertFalse(page.value("document.documentElement.classList.contains('js')"))
        self.assertEqual(page.value("getComputedStyle(document.querySelector('.compare')).display"), "none")
        page.click(".lines .cite")
        words = page.value("""(() => {
            const target = document.querySelector(':target');
            return [target.closest('details').open, target.nextElementSibling.textContent];
        })()""")
        line = page.value("document.querySelector('.lines p').firstChild.textContent.trim()")
        self.assertTrue(words[0], "the report opens")
        self.assertTrue(line.startswith(words[1].strip()[:20]), words)

    def test_fits_a_phone(self):
        page = self.page(width=390, height=844, scale=2)
        self.picture(page, "phone.png")
        self.assertLessEqual(page.value("document.documentElement.scrollWidth"), 390)
        page.click(".lines .cite")
        self.picture(page, "phone-panel.png")
        box = page.value("""(() => {
            const box = document.querySelector('.panel').getBoundingClientRect();
            return [box.left, box.right, box.bottom];
        })()""")
        self.assertEqual(box, [0, 390, 844], "a sheet from below")
        page.press("Escape")
        page.click(".compare")
        self.picture(page, "phone-side-by-side.png")
        self.assertLessEqual(page.value("document.querySelector('.pair').getBoundingClientRect().right"), 390)

    def test_keeps_its_contrast_by_day_and_by_night(self):
        for dark in (False, True):
            page = self.page(dark=dark)
            page.click(".lines .cite")
            self.picture(page, "dark.png" if dark else "light.png")
            ground = page.value("getComputedStyle(document.body).backgroundColor.match(/\\d+/g).map(Number)")
            self.assertEqual(max(ground) < 64, dark)
            for selector, on in [("body", "body"), (".support", "body"), (".cite:not([aria-current])", "body"),
                                 (".when", "body"), (".motto", "body"), (".panel .fur", ".panel"),
                                 (".panel mark", ".panel mark"), (".badge", ".badge"), (".panel .source", ".panel")]:
                if page.value(f"document.querySelector({json.dumps(selector)}) === null"):
                    continue
                contrast = page.value(f"({CONTRAST})({json.dumps(selector)}, {json.dumps(on)})")
                self.assertGreaterEqual(contrast, 4.5, f"{selector}, {'dark' if dark else 'light'}")


if __name__ == "__main__":
    unittest.main()
