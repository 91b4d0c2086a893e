"""Provinces and areas lead to the best page that they have."""

from __future__ import annotations

from pathlib import Path

import pytest

from botrian.addresses import address
from tests.library import library_knowledge


@pytest.mark.parametrize(
    ("kind", "id_", "page"),
    [
        ("province", "krabi", "provinces/krabi/"),
        ("province", "nan", "provinces/#nan"),
        ("area", "thailand", "cases/"),
    ],
)
def test_a_place_leads_to_a_page_that_there_is(kind: str, id_: str, page: str, tmp_path: Path) -> None:
    assert address(kind, id_, library_knowledge(tmp_path)) == page
