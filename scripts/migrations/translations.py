"""Begin to remember what English was made from: of a tree of before, all English is of the Thai beside it.

    python scripts/migrations/translations.py [ROOT]

Writes ``data/changes/.translations`` as ``kb.py translations --record`` does; where it is there already nothing is
changed. Raises ContentHasErrors where the content cannot be read whole.
"""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "hooks"))

from botrian.check import check
from botrian.commands.translations import remember
from botrian.read import TRANSLATIONS, Paths


class ContentHasErrors(ValueError):
    """``kb.py check`` tells the errors."""


def migrate(paths: Paths, today: date) -> bool:
    """Whether the file was written: it is not where it was there before."""
    if (paths.data / TRANSLATIONS).exists():
        return False
    checked = check(paths, today)
    if checked.knowledge is None:
        raise ContentHasErrors(str(paths.root))
    remember(checked, paths)
    return True


if __name__ == "__main__":
    migrate(Paths.of(Path(sys.argv[1] if len(sys.argv) > 1 else ".").resolve()), date.today())  # noqa: DTZ011
