from __future__ import annotations

import pytest

from botrian.knowledge import Knowledge
from tests.library import library_knowledge


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Knowledge:
    """The knowledge of the tests' own library."""
    return library_knowledge(tmp_path_factory.mktemp("library"))
