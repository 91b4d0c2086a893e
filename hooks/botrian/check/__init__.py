"""Documents go in; every problem at once comes out, in Thai and English, or the knowledge when there is no error."""

from __future__ import annotations

from botrian.check.fixing import Fixed, Mended, canonical, fix
from botrian.check.mending import Edit, edit_of, mended_line, proposed_line
from botrian.check.problems import Problem
from botrian.check.report import Checked, check, check_reading, seen_before

__all__ = [
    "Checked",
    "Edit",
    "Fixed",
    "Mended",
    "Problem",
    "canonical",
    "check",
    "check_reading",
    "edit_of",
    "fix",
    "mended_line",
    "proposed_line",
    "seen_before",
]
