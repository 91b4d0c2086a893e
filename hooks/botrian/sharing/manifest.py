"""The language goes in; the web app manifest comes out, by which a phone puts the site beside its other apps."""

from __future__ import annotations

import json

from botrian.exports.colours import BAR_GROUND, PAGE_GROUND, css
from botrian.records import Language
from botrian.words import say

#: Files of the theme, in pixels.
_ICONS = (192, 512)


def manifest(language: Language) -> bytes:
    """The manifest (W3C Web Application Manifest). ``minimal-ui``: the reader keeps the way back."""
    told = {
        "name": say("frame.site", language),
        "short_name": say("share.short_name", language),
        "lang": language,
        "dir": "ltr",
        "id": "./",
        "start_url": "./",
        "scope": "./",
        "display": "minimal-ui",
        "background_color": css(PAGE_GROUND),
        "theme_color": css(BAR_GROUND),
        "icons": [
            {
                "src": f"assets/icon-{size}.png",
                "sizes": f"{size}x{size}",
                "type": "image/png",
                "purpose": "any maskable",
            }
            for size in _ICONS
        ],
    }
    return json.dumps(told, ensure_ascii=False, indent=1).encode("utf-8") + b"\n"
