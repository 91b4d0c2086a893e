"""Two sites to question, each parsed once per run: that of the tests' library, and the real one."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from botrian.knowledge import Knowledge
from tests.conftest import pages_only
from tests.library import library_knowledge
from tests.site.pages import BuiltPage, pages_of


@dataclass(frozen=True)
class Questioned:
    """A built site: its folder, its pages by their address, and the knowledge that it was made of.

    ``whole``: whether files of tables and kits were made, too.
    """

    name: str
    folder: Path
    pages: dict[str, BuiltPage]
    knowledge: Knowledge
    whole: bool


@pytest.fixture(
    scope="session", params=["library", pytest.param("real", marks=[pytest.mark.content, pytest.mark.site])]
)
def questioned(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Questioned:
    """The library's site has something of everything; the real one has what contributors may break."""
    if request.param == "library":
        folder: Path = request.getfixturevalue("library_site")
        knowledge = library_knowledge(tmp_path_factory.mktemp("library"))
    else:
        folder = request.getfixturevalue("built_site")
        knowledge = request.getfixturevalue("real_knowledge")
    whole = request.param == "library" or not pages_only()
    return Questioned(request.param, folder, pages_of(folder), knowledge, whole)


@pytest.fixture
def pages(questioned: Questioned) -> dict[str, BuiltPage]:
    """Every page of the site by its address."""
    return questioned.pages


@pytest.fixture
def site(questioned: Questioned) -> Path:
    """The folder of the site."""
    return questioned.folder


@pytest.fixture
def knowledge(questioned: Questioned) -> Knowledge:
    """What the site was made of."""
    return questioned.knowledge
