"""`python scripts/guide_pictures.py SITE`: take the pictures of the contributors' guide from a built site again.

For maintainers; run it from the project's folder with the Python of `.venv` and `PYTHONPATH=hooks:.`. What happens on
other people's sites is drawn, not pictured. The comments are those of the tests' simulated pull request.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from markdown_it import MarkdownIt
from playwright.sync_api import Browser, sync_playwright

from botrian.commands.line import main as kb
from pictures import NARROW, ROOT, _chromium, _image, _keep, _open, _upper
from tests.review.proposal import BAD, GOOD, simulated

FONT = ROOT / "hooks" / "botrian" / "exports" / "fonts" / "Sarabun-Regular.ttf"
STYLE = """<!doctype html><meta charset="utf-8"><style>
@font-face {{ font-family: Sarabun; src: url({font}); }}
body {{ margin: 0; padding: 14px; width: {width}px; font: 17px/1.6 Sarabun, sans-serif; color: #1d2a26;
  background: #fff; }}
h2 {{ margin: 0 0 10px; font-size: 21px; }} h3 {{ margin: 14px 0 6px; font-size: 18px; }}
code {{ background: #edf1ef; padding: 1px 5px; border-radius: 5px; font-size: 14px; }}
a {{ color: #0b5a45; }} ul {{ margin: 4px 0; padding-left: 22px; }} p {{ margin: 6px 0; }}
.chat {{ background: #dfe8e4; padding: 6px 12px; border-radius: 12px; }}
.chat p {{ margin: 8px 0; padding: 8px 14px; border-radius: 14px; background: #fff; max-width: 78%; }}
.chat p.mine {{ margin-left: auto; background: #cdeed9; }}
.steps {{ display: flex; gap: 10px; padding: 14px; }}
.steps div {{ flex: 1; border: 2px solid #0b5a45; border-radius: 12px; padding: 10px; text-align: center;
  font-size: 15px; }}
.steps b {{ display: block; margin: 0 auto 6px; width: 30px; line-height: 30px; border-radius: 50%; background: #0b5a45;
  color: #fff; }}
</style>"""
CHAT = (
    ("", "เล่าเรื่องกองทุนที่ตำบลเราได้ไหม"),
    ("mine", "ได้ครับ ขอสี่ข้อ ที่ไหน เมื่อไร ทำอะไร เกิดผลอะไร"),
    ("", "ตำบลเรา ปี 2565 ให้ทุกบ้านออมวันละบาท ปีเดียวมีเงินให้คนป่วยยืม"),
    ("mine", "ขออ่านทวนนะครับ แล้วอยากให้เรียกชื่อว่าอะไร หรือไม่ให้เอ่ยชื่อ"),
    ("", "เรียกว่าป้าแดงก็พอ"),
)
EDIT = ("กด “แก้ไขหน้านี้” ท้ายหน้า", "แก้ข้อความในกล่อง", "กด Propose changes")
GIT = ("kb.py new", "kb.py check", "kb.py serve", "git push")
#: Signs that not every machine can draw, and what stands for them in a picture.
SIGNS = {"✅": "✔", "❌": "✘", "👉": "→", "⚠️": "!"}


def main(site: Path) -> int:
    """Take every picture; 1 where the site is not there."""
    lesson = next(iter(sorted(site.glob("lessons/*/index.html"))), None)
    if lesson is None:
        print(f"{site}: no built site here (kb.py build)")
        return 1
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(executable_path=_chromium(), args=["--no-sandbox", "--disable-gpu"])
        place = Path(folder)
        for name, body in _drawn():
            _draw(browser, place, name, body)
        for name, changes in (("review-mend", BAD), ("review-good", GOOD)):
            _draw(browser, place, name, _comment(place / name, changes))
        page = _open(browser, lesson.as_uri(), NARROW, 900)
        _keep(_image(page.locator(".kb-about-page").screenshot()), "edit-link", NARROW)
        _form(browser, site)
        browser.close()
    return 0


def _form(browser: Browser, site: Path) -> None:
    """The first screen of the form, and one of its questions."""
    page = _open(browser, (site / "contribute" / "index.html").as_uri(), NARROW, 2400)
    form = page.locator("[data-form]")
    _keep(_image(form.screenshot()), "form-start", NARROW)
    form.locator("button").first.click()
    page.wait_for_timeout(300)
    _keep(_image(form.screenshot()), "form-question", NARROW)


def _drawn() -> Iterator[tuple[str, str]]:
    chat = "".join(f'<p class="{whose}">{words}</p>' for whose, words in CHAT)
    yield "phone-chat", f'<div class="chat">{chat}</div>'
    for name, steps in (("edit-steps", EDIT), ("git-steps", GIT)):
        boxes = "".join(f"<div><b>{number}</b>{words}</div>" for number, words in enumerate(steps, 1))
        yield name, f'<div class="steps">{boxes}</div>'


def _comment(folder: Path, changes: tuple[tuple[str, str, str], ...]) -> str:
    """The Thai part of the comment on a simulated pull request, as HTML."""
    folder.mkdir()
    made = simulated(folder, *changes)
    words = ["review", str(made.before), str(made.after), "--diff", str(made.diff), "--out", str(folder / "review")]
    kb([*words, "--number", "7", "--commit", made.head], date(2026, 7, 1))
    text = (folder / "review" / "review.md").read_text(encoding="utf-8").partition("<details>")[0]
    for sign, other in SIGNS.items():
        text = text.replace(sign, other)
    return str(MarkdownIt("commonmark", {"html": True}).render(text))


def _draw(browser: Browser, folder: Path, name: str, body: str) -> None:
    file = folder / f"{name}.html"
    file.write_text(STYLE.format(font=FONT.as_uri(), width=NARROW - 28) + body, encoding="utf-8")
    page = _open(browser, file.as_uri(), NARROW, 300, 1.5)
    _keep(_upper(_image(page.locator("body").screenshot()), 1.5), name, NARROW)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1] if len(sys.argv) > 1 else ROOT / "site").resolve()))
