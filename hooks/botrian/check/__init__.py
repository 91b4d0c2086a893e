"""Documents go in; every problem at once comes out, or the knowledge when there is none."""

from __future__ import annotations

from botrian.check.report import Checked, check, check_reading

__all__ = ["Checked", "check", "check_reading"]
