"""The knowledge of the tests' own library, whose built site is printed."""

from __future__ import annotations

import pytest

from botrian.knowledge import Knowledge
from tests.library import library_knowledge


@pytest.fixture(scope="session")
def library(tmp_path_factory: pytest.TempPathFactory) -> Knowledge:
    return library_knowledge(tmp_path_factory.mktemp("library"))
