"""One meaning of a template in every room: what is put in is escaped, what is not there is an error."""

from __future__ import annotations

import pytest
from jinja2 import UndefinedError
from lxml import html

from botrian.templating import environment

HOSTILE = "<img src=x onerror=alert(1)>"
MISSING = "{{ nobody_gives_this }}"
ROOMS = ("embeds", "pages")


@pytest.mark.parametrize("room", ROOMS)
def test_a_value_is_text_in_every_room(room: str) -> None:
    assert environment(room).from_string("{{ a }}").render(a=HOSTILE) == "&lt;img src=x onerror=alert(1)&gt;"


@pytest.mark.parametrize("room", ROOMS)
def test_a_value_that_nobody_gives_is_an_error(room: str) -> None:
    with pytest.raises(UndefinedError, match="nobody_gives_this"):
        environment(room).from_string(MISSING).render()


@pytest.mark.parametrize("room", ROOMS)
def test_a_page_that_stands_alone_runs_nothing_and_is_not_looked_for(room: str) -> None:
    """Whatever a room puts into it: the head is one for all."""
    page = '{% extends "alone.html" %}{% block body %}<h1>{{ title }}</h1>{% endblock %}'
    text = environment(room).from_string(page).render(language="th", title=HOSTILE)
    tree: html.HtmlElement = html.fromstring(text)

    policy = str(tree.xpath("string(//meta[@http-equiv='Content-Security-Policy']/@content)"))
    assert policy == "default-src 'none'; base-uri 'none'; form-action 'none'"
    assert tree.get("lang") == "th"
    assert tree.xpath("//meta[@name='robots']/@content") == ["noindex"]
    assert tree.xpath("//title/text()") == tree.xpath("//h1/text()") == [HOSTILE]
    assert tree.xpath("//img | //script") == []


def test_a_file_of_its_own_ends_with_a_line_end() -> None:
    whole, part = (environment("embeds", whole_files=one).from_string("a\n").render() for one in (True, False))

    assert (whole, part) == ("a\n", "a")
