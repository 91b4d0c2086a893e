"""The real site's pages, parsed once per run."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.site.pages import BuiltPage, pages_of


@pytest.fixture(scope="session")
def pages(built_site: Path) -> dict[str, BuiltPage]:
    """Every page of the real site by its address."""
    return pages_of(built_site)
