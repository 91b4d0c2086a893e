"""How far a step of a reading path is goes in; a row of dots comes out, beside the words that say the same."""

from __future__ import annotations

from markupsafe import Markup

from botrian.pictures.marks import in_words, mark
from botrian.pictures.picture import stroke


def progress(step: int, steps: int) -> Markup:
    """Full dots up to this step, hollow ones after it, joined by a line."""
    width = 14 * steps
    places = [(14.0 * at + 7, 7.0) for at in range(steps)]
    line = stroke(f"M7 7H{width - 7}", "edge")
    left = stroke("".join(mark("result", *place, 4) for place in places[step:]), "dot kb-dot--left")
    done = stroke("".join(mark("result", *place, 4) for place in places[:step]), "dot")
    return in_words(line + left + done, width, "strip")
