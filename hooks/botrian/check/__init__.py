"""Documents go in; every problem at once comes out, in Thai and English, or the knowledge when there is no error.

What is asked for here is imported then: ``new`` and ``receive`` need the ids that there are, not all rules.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from botrian.check.fixing import Fixed, Mended, canonically, fix
    from botrian.check.mending import Edit, edit_of, mended_line, proposed_line
    from botrian.check.problems import Problem
    from botrian.check.report import Checked, check, check_reading, seen_before

__all__ = [
    "Checked",
    "Edit",
    "Fixed",
    "Mended",
    "Problem",
    "canonically",
    "check",
    "check_reading",
    "edit_of",
    "fix",
    "mended_line",
    "proposed_line",
    "seen_before",
]

#: Where each of the above is made.
_MODULES: Final = {
    "fixing": ("Fixed", "Mended", "canonically", "fix"),
    "mending": ("Edit", "edit_of", "mended_line", "proposed_line"),
    "problems": ("Problem",),
    "report": ("Checked", "check", "check_reading", "seen_before"),
}


def __getattr__(name: str) -> Any:
    module = next((module for module, names in _MODULES.items() if name in names), None)
    if module is None:
        raise AttributeError(f"{__name__} has no {name}")
    return getattr(import_module(f"{__name__}.{module}"), name)
