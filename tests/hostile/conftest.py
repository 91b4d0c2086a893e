"""A site of harmless words and the same site of hostile ones, built once per run."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from botrian.addresses import Stamp
from botrian.check import check
from botrian.embeds import freeze
from botrian.exports import printed_tables
from botrian.records import LANGUAGES
from botrian.site.build import Work, build_language
from botrian.site.generate import Kept
from botrian.tables import build_tables
from botrian.thai import normal
from tests.check.trees import TODAY
from tests.hostile.everywhere import filled_tree, text_fields
from tests.hostile.payloads import corpus, of_body, of_text, texts
from tests.once import made_once

STAMP = Stamp("https://example.org/kb/", date(2026, 7, 1), {})


@dataclass(frozen=True)
class Built:
    """A built site: ``folder`` holds index.html and en/."""

    folder: Path

    def files(self, *endings: str) -> list[Path]:
        """The files of these kinds, in the order of their names."""
        return [file for file in sorted(self.folder.rglob("*")) if file.name.endswith(endings)]


def build(folder: Path, words: str, body: str) -> None:
    """Check the tree that is filled with these words and build everything of it, a frozen table among it."""
    paths, filled = filled_tree(folder / "content", words, body)
    checked = check(paths, TODAY)
    assert checked.knowledge is not None, [(one.file, one.message.en) for one in checked.problems]
    assert set(text_fields()) - filled == set(), "these fields hold no payload"
    tables = [build_tables(checked.knowledge)["two-steps"]]
    printed = {one: printed_tables(tables, checked.knowledge, one, STAMP)[0] for one in LANGUAGES}
    freeze(printed, folder / "frozen", TODAY)
    work = Work(paths, checked.knowledge, STAMP, Kept(None, folder / "frozen"))
    for language in LANGUAGES:
        out = folder / "site" / "en" if language == "en" else folder / "site"
        build_language(work, language, out)


@pytest.fixture(scope="session")
def harmless_site(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """As many lines of plain words as the hostile site has, over the same Markdown."""
    lines = "\n".join("plain word" for _ in normal(taken_texts()).split("\n"))
    return built_once(tmp_path_factory, "harmless", lines)


@pytest.fixture(scope="session")
def hostile_site(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Every payload that checking takes: in every text field, and under every page."""
    return built_once(tmp_path_factory, "hostile", taken_texts())


def built_once(factory: pytest.TempPathFactory, name: str, words: str) -> Built:
    """The site of these words, built once per run over the Markdown that checking takes."""
    folder = made_once(factory, name, lambda empty: build(empty, words, taken_bodies()))
    return Built(folder / "site")


def taken_texts() -> str:
    """The texts that checking takes, one below the other."""
    return "\n".join(text for text in texts() if of_text(text) != "stopped")


def taken_bodies() -> str:
    """The Markdown that checking takes, as one text."""
    return "\n\n".join(text for text in corpus()["bodies"] if of_body(text) != "stopped")
