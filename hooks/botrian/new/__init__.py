"""A kind of record and what is known of it go in; a commented file that only needs filling in comes out."""

from __future__ import annotations

from botrian.new.append import NoList, appended
from botrian.new.forms import FORMS, Form, Wish
from botrian.new.replace import replaced
from botrian.new.write import Refused, Written, write_new
from botrian.new.yaml_form import written as as_yaml

__all__ = ["FORMS", "Form", "NoList", "Refused", "Wish", "Written", "appended", "as_yaml", "replaced", "write_new"]
