from __future__ import annotations

import json
from pathlib import Path

import pytest

from botrian.thai import unfilled

VECTORS: list[dict[str, str]] = json.loads(
    (Path(__file__).resolve().parents[1] / "vectors" / "unfilled.json").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: vector["text"][:30])
def test_words_that_wait_to_be_replaced_are_found(vector: dict[str, str]) -> None:
    assert unfilled(vector["text"]) == vector["unfilled"]
