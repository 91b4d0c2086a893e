"""The archive goes in; the page that hands it out comes out, and the file that tells which edition is the newest."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace

from markupsafe import Markup

from botrian.addresses import fixed
from botrian.offline.pack import Pack, template
from botrian.pages import Frame, StagedPage
from botrian.thai import format_number

_SCRIPT = "assets/offline.js"
#: What the script says, beside the page's own words.
_SAID = ("keeping", "kept", "old", "current", "yours", "failed", "dropped")


def offline_page(frame: Frame, pack: Pack | None) -> StagedPage:
    """``/offline/``. Without an archive (a first look) it tells no size."""
    desk = frame.desk(fixed.OFFLINE)
    size = ""
    if pack:
        megabytes = f"{len(pack.archive) / 1_000_000:.1f}"
        size = frame.say("offline.size").format(megabytes, format_number(pack.pages, frame.language), pack.words)
    said = {name: frame.say(f"offline.{name}") for name in _SAID}
    content = template("page").render(
        desk=desk, archive=desk.to(fixed.OFFLINE_ARCHIVE), edition=desk.to(fixed.OFFLINE_EDITION), size=size, said=said
    )
    title = frame.say("offline.title")
    made = frame.page(fixed.OFFLINE, title, Markup(content), description=frame.say("offline.intro"), wide=True)  # noqa: S704
    return replace(made, meta={**made.meta, "scripts": [_SCRIPT]})


def offline_files(pack: Pack | None) -> Mapping[str, bytes]:
    """The archive and the file that names its edition; none without an archive."""
    if pack is None:
        return {}
    told = {"edition": pack.edition, "words": pack.words, "bytes": len(pack.archive), "pages": pack.pages}
    text = json.dumps(told, ensure_ascii=False, indent=1) + "\n"
    return {fixed.OFFLINE_ARCHIVE: pack.archive, fixed.OFFLINE_EDITION: text.encode("utf-8")}
