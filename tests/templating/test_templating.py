"""One meaning of a template in every room: what is put in is escaped, what is not there is an error."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment, UndefinedError
from lxml import html

from botrian.templating import Compiled, environment

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


def _filled(folder: Path, text: str, settings: str = "page", *, trim: bool = True) -> str:
    """What a new process makes of a template, which finds in ``folder`` what others compiled."""
    loader, cache = DictLoader({"one.html": text}), Compiled(folder, settings)
    return (
        Environment(loader=loader, bytecode_cache=cache, autoescape=True, trim_blocks=trim)
        .get_template("one.html")
        .render(a="<")
    )


def test_a_template_is_compiled_once_for_all_processes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    compiled: list[str] = []
    compile_ = Environment.compile

    def told(self: Environment, *args: object, **named: object) -> object:
        compiled.append(str(args[0]))
        return compile_(self, *args, **named)  # type: ignore[call-overload]

    monkeypatch.setattr(Environment, "compile", told)
    monkeypatch.setattr(sys, "dont_write_bytecode", False)

    assert [_filled(tmp_path, "1 {{ a }}") for _ in range(2)] == ["1 &lt;"] * 2
    assert _filled(tmp_path, "2 {{ a }}") == "2 &lt;"
    assert _filled(tmp_path, "2 {{ a }}", "other", trim=False) == "2 &lt;"
    assert compiled == ["1 {{ a }}", "2 {{ a }}", "2 {{ a }}"]


def test_what_is_damaged_or_of_other_code_is_compiled_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    _filled(tmp_path, "1 {{ a }}")
    (kept,) = tmp_path.iterdir()
    whole = kept.read_bytes()
    for damaged in (b"", whole[:40], whole[:-9], b"x" * len(whole)):
        kept.write_bytes(damaged)
        assert _filled(tmp_path, "1 {{ a }}") == "1 &lt;"
        assert kept.read_bytes() == whole
    monkeypatch.setattr("botrian.templating.code_key", lambda: "another state of the code")
    assert _filled(tmp_path, "1 {{ a }}") == "1 &lt;"
    (new,) = tmp_path.iterdir()
    assert new.name != kept.name


def test_nothing_is_written_where_python_may_write_no_code(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert _filled(tmp_path, "1 {{ a }}") == "1 &lt;"
    assert not list(tmp_path.iterdir())
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    assert _filled(tmp_path / "file" / "below", "1 {{ a }}") == "1 &lt;"
    (tmp_path / "taken").write_text("a file in the way", encoding="utf-8")
    assert _filled(tmp_path / "taken", "1 {{ a }}") == "1 &lt;"
