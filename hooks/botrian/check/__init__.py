"""Documents go in; every problem at once comes out, in Thai and English, or the knowledge when there is no error."""

from __future__ import annotations

from botrian.check.problems import Problem
from botrian.check.report import Checked, check, check_reading

__all__ = ["Checked", "Problem", "check", "check_reading"]
