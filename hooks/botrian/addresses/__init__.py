"""Records and pages go in; where they stand, where they are corrected and when they were changed come out.

Every fixed address that the site fills by itself is named in ``fixed.py``, so that nothing people write takes it.
"""

from __future__ import annotations

from botrian.addresses.cited import place_address, place_anchor, section_address
from botrian.addresses.edit import REPOSITORY, edit_address
from botrian.addresses.fixed import introduction
from botrian.addresses.paths import line_anchor, source_path, up
from botrian.addresses.stamp import Stamp
from botrian.addresses.taken import Owner, Taken, page_address
from botrian.kinds import address, record_name

__all__ = [
    "REPOSITORY",
    "Owner",
    "Stamp",
    "Taken",
    "address",
    "edit_address",
    "introduction",
    "line_anchor",
    "page_address",
    "place_address",
    "place_anchor",
    "record_name",
    "section_address",
    "source_path",
    "up",
]
