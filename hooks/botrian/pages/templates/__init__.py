"""A template's name and a desk go in; the HTML of that part of a page comes out."""

from __future__ import annotations

from functools import cache

import jinja2
from markupsafe import Markup

from botrian.pages.desk import Desk, heading


@cache
def _environment() -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("botrian.pages"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
    )
    environment.globals["heading"] = heading
    return environment


def filled(template: str, desk: Desk, **values: object) -> Markup:
    """One template, filled. ``desk`` is always there; the rest is what the template names at its top."""
    return Markup(_environment().get_template(f"{template}.html").render(desk=desk, **values))  # noqa: S704
