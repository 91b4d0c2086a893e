"""`python scripts/pictures.py SITE`: take the README's picture and those of the trainers' page from a built site again.

For maintainers, after the look of something has changed; run it with the Python of `.venv`. Needs a Chromium, and for
the pictures of Word and PowerPoint also LibreOffice (`soffice`), `pdftoppm` and the font Sarabun (it lies in
hooks/botrian/exports/fonts; install it for your user). Writes into docs/images and docs/guide/images, nothing else.
"""

from __future__ import annotations

import io
import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image, ImageOps
from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
GUIDE = ROOT / "docs" / "guide" / "images"
README = ROOT / "docs" / "images" / "screenshot.png"
TABLE = "meaning-of-self-managing"
LESSON = "lessons/cover-every-tambon-with-a-council"
WIDTH = 720  # pixels: as wide as the text of the guide
NARROW = 480

#: A chat as people know it, drawn by ourselves: a picture, then the link under it.
CHAT = """<!doctype html><meta charset="utf-8"><style>
body {{ margin: 0; padding: 16px; width: 328px; background: #8fa9c4; font: 16px/1.6 "Loma", sans-serif; }}
img {{ display: block; width: 100%; border-radius: 14px; }}
p {{ margin: 10px 0 0; padding: 8px 14px; border-radius: 14px; background: #c8f2b0; overflow-wrap: anywhere; }}
</style><img src="{picture}"><p>{link}</p>"""


def main(site: Path) -> int:
    """Take every picture; 1 where the site is not there."""
    if not (site / "tables" / f"{TABLE}.pptx").is_file():
        print(f"{site}: no built site with table files here (kb.py build)")
        return 1
    GUIDE.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=_chromium(), args=["--no-sandbox", "--disable-gpu"])
        _readme(browser, site)
        _table_page(browser, site)
        _chat(browser, site)
        _print(browser, site)
        browser.close()
    _keep(_office(site, "pptx"), "powerpoint")
    _keep(_upper(_office(site, "docx")), "word")
    return 0


def _chromium() -> str:
    sys.path.insert(0, str(ROOT / "hooks"))
    from botrian.commands.browser import find_browser

    found = find_browser()
    if found is None:
        raise SystemExit("no Chromium found")
    return str(found.path)


def _open(browser: Browser, address: str, width: int, height: int, scale: float = 1) -> Page:
    context = browser.new_context(viewport={"width": width, "height": height}, device_scale_factor=scale)
    page = context.new_page()
    page.goto(address)
    page.wait_for_load_state("networkidle")
    return page


def _readme(browser: Browser, site: Path) -> None:
    """The front page on a desk and a lesson on a phone, side by side."""
    desk = _image(_open(browser, (site / "index.html").as_uri(), 1280, 860).screenshot())
    phone = _open(browser, (site / LESSON / "index.html").as_uri(), 390, 860)
    phone.evaluate("window.scrollTo(0, 150)")
    both = Image.new("RGB", (1280 + 30 + 390, 860), (235, 235, 230))
    both.paste(desk, (0, 0))
    both.paste(_image(phone.screenshot()), (1310, 0))
    small = both.resize((both.width * 3 // 4, both.height * 3 // 4), Image.Resampling.LANCZOS)
    small.quantize(128).save(README, optimize=True)


def _table_page(browser: Browser, site: Path) -> None:
    """The buttons above a table, its downloads and the dialog, narrow enough to be read on a phone."""
    page = _open(browser, (site / "tables" / TABLE / "index.html").as_uri(), NARROW, 1000)
    page.click('[data-tool="more"]')
    _keep(_image(page.locator(".kb-tools").screenshot()), "buttons", NARROW)
    _keep(_image(page.locator(".kb-downloads:not(.kb-downloads--first)").screenshot()), "downloads", NARROW)
    page.click('[data-tool="embed"]')
    page.wait_for_timeout(800)
    _keep(_upper(_image(page.locator("dialog[data-embed]").screenshot()), 1.4), "embed", NARROW)


def _chat(browser: Browser, site: Path) -> None:
    picture = (site / "tables" / f"{TABLE}.png").as_uri()
    link = (site / "embed" / "tables" / TABLE / "index.html").read_text(encoding="utf-8")
    link = link.partition('rel="canonical" href="')[2].partition('"')[0]
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "chat.html"
        file.write_text(CHAT.format(picture=picture, link=link), encoding="utf-8")
        page = _open(browser, file.as_uri(), 360, 400, 1.5)
        _keep(_image(page.locator("html").screenshot()), "chat", WIDTH // 2)


def _print(browser: Browser, site: Path) -> None:
    page = _open(browser, (site / "tables" / TABLE / "index.html").as_uri(), 900, 1000)
    _keep(_upper(_first_page(page.pdf(format="A4", print_background=True))), "print")


def _office(site: Path, ending: str) -> Image.Image:
    """The first page or slide, as LibreOffice shows it."""
    with tempfile.TemporaryDirectory() as folder:
        file = site / "tables" / f"{TABLE}.{ending}"
        command = ["soffice", "--headless", "--convert-to", "pdf", "--outdir", folder, str(file)]
        subprocess.run(command, check=True, capture_output=True)
        return _first_page((Path(folder) / f"{TABLE}.pdf").read_bytes())


def _first_page(pdf: bytes) -> Image.Image:
    command = ["pdftoppm", "-png", "-r", "110", "-f", "1", "-l", "1", "-singlefile", "-"]
    return _image(subprocess.run(command, input=pdf, check=True, capture_output=True).stdout)


def _upper(page: Image.Image, height: float = 0.75) -> Image.Image:
    """The upper part of a sheet, as high as this share of its width: enough to know it again."""
    return page.crop((0, 0, page.width, min(page.height, round(page.width * height))))


def _image(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data)).convert("RGB")


def _keep(image: Image.Image, name: str, width: int = WIDTH) -> None:
    """As WebP with a thin frame, so that white paper shows on a white page."""
    height = round(image.height * width / image.width)
    framed = ImageOps.expand(image.resize((width, height), Image.Resampling.LANCZOS), 1, "#a9b4af")
    framed.save(GUIDE / f"{name}.webp", quality=60, method=6)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1] if len(sys.argv) > 1 else ROOT / "site").resolve()))
