"""A folder of pages goes in; a picture of each, as a phone and as a desk show it, comes out.

An installed browser takes them, asked by its own command line: building needs no library that drives browsers.
"""

from __future__ import annotations

import os
import subprocess
import tempfile
from pathlib import Path

from PIL import Image, ImageChops

from botrian.commands.browser import installed_browser

#: Width and most height of a picture in pixels, by the name it gets.
SIZES = {"phone": (412, 2400), "desk": (1280, 1800)}
#: Thai pages first; more than these nobody looks through.
MOST = 24
SECONDS = 60


def pictures(pages: Path, out: Path) -> int:
    """Take the pictures into ``out``; returns how many. None where there is no browser."""
    browser = installed_browser()
    files = sorted(pages.rglob("index.html"), key=lambda file: (file.is_relative_to(pages / "en"), file.as_posix()))
    if browser is None or not files:
        return 0
    out.mkdir(parents=True, exist_ok=True)
    taken = 0
    for file in files[:MOST]:
        name = "-".join(file.parent.relative_to(pages).parts) or "index"
        for size, (width, height) in SIZES.items():
            taken += _take(browser.path, file, out / f"{name}.{size}.webp", width, height)
    return taken


def _take(browser: Path, page: Path, picture: Path, width: int, height: int) -> bool:
    with tempfile.TemporaryDirectory() as folder:
        shot = Path(folder) / "shot.png"
        command = [
            str(browser),
            "--headless=new",
            "--disable-gpu",
            "--hide-scrollbars",
            "--no-first-run",
            "--host-resolver-rules=MAP * ~NOTFOUND",
            f"--user-data-dir={folder}/profile",
            f"--window-size={width},{height}",
            f"--screenshot={shot}",
        ]
        if hasattr(os, "geteuid") and os.geteuid() == 0:
            command.append("--no-sandbox")  # Chromium refuses its own sandbox to root
        try:
            subprocess.run([*command, page.resolve().as_uri()], capture_output=True, timeout=SECONDS, check=True)
        except (OSError, subprocess.SubprocessError):
            return False
        if not shot.is_file():
            return False
        with Image.open(shot) as image:
            _trimmed(image.convert("RGB")).save(picture, quality=60, method=6)
    return True


def _trimmed(image: Image.Image) -> Image.Image:
    """Without the empty room below the page."""
    ground = Image.new("RGB", image.size, image.getpixel((0, image.height - 1)))
    box = ImageChops.difference(image, ground).getbbox()
    return image.crop((0, 0, image.width, min(image.height, (box[3] if box else 0) + 24)))
