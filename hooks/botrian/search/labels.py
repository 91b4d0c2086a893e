"""A label's name and a language go in; the words that the search shows come out."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import yaml

from botrian.kinds import kinds
from botrian.records import Language


@cache
def labels(language: Language) -> dict[str, str]:
    """Every label in one language, by name."""
    raw = yaml.safe_load(files(__package__).joinpath("labels.yml").read_text(encoding="utf-8"))
    at = 0 if language == "th" else 1
    own = {str(name): str(words[at]) for name, words in raw.items()}
    return own | {f"kind-{kind.id}": kind.one.in_(language) for kind in kinds() if kind.search or kind.by_letter}
