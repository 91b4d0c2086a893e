"""An expression of JavaScript enters; the same with short names and without blanks leaves."""

from __future__ import annotations

from typing import Final

_JAVASCRIPT: Final = "application/javascript"


def minified(expression: str) -> str:
    """The expression, shortened by the minifier that Hugo uses too (github.com/tdewolff/minify).

    Raises ValueError where it is no JavaScript.
    """
    # It starts a runtime of its own: only what writes scripts needs that.
    import minify  # type: ignore[import-untyped]

    return str(minify.string(_JAVASCRIPT, expression))
