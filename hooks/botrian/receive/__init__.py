"""What the form sent and the content tree go in; the files that it changes come out, to be seen before writing."""

from __future__ import annotations

from botrian.receive.library import Library
from botrian.receive.plan import Missing, Plan, Shown, differences, write
from botrian.receive.planning import Said, planned

__all__ = ["Library", "Missing", "Plan", "Said", "Shown", "differences", "planned", "write"]
