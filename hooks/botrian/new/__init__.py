"""A kind of record and what is known of it go in; a commented file that only needs filling in comes out."""

from __future__ import annotations

from botrian.new.forms import FORMS, Form, Wish
from botrian.new.write import Refused, Written, write_new

__all__ = ["FORMS", "Form", "Refused", "Wish", "Written", "write_new"]
