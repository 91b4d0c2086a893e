"""The environment goes in; the day that counts as today comes out."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Final

from botrian.thai import thai_day

#: Another day in the place of the machine's: for a rehearsal, such as running all tests as if some years had passed.
TODAY: Final = "BOTRIAN_TODAY"


def the_day(environ: Mapping[str, str]) -> date:
    """The day named by BOTRIAN_TODAY (``2028-01-15``), else the day it now is in Thailand.

    Raises ValueError where BOTRIAN_TODAY is no day.
    """
    named = environ.get(TODAY, "").strip()
    return date.fromisoformat(named) if named else thai_day(datetime.now(UTC))
