"""A template's name and a desk go in; the HTML of that part of a page comes out."""

from __future__ import annotations

from functools import cache

from jinja2 import Environment
from markupsafe import Markup

from botrian import templating
from botrian.pages.desk import Desk
from botrian.pages.staged import folded, heading
from botrian.pictures import progress
from botrian.words import with_unit


@cache
def environment() -> Environment:
    """The templates of this room; everything put into them is escaped, a name that is not there is an error."""
    found = templating.environment("pages")
    found.globals["heading"] = heading
    found.globals["progress"] = progress
    found.globals["with_unit"] = with_unit
    found.filters["folded"] = folded
    return found


def filled(template: str, desk: Desk, **values: object) -> Markup:
    """One template, filled. ``desk`` is always there; the rest is what the template names at its top."""
    return Markup(environment().get_template(f"{template}.html").render(desk=desk, **values))  # noqa: S704
