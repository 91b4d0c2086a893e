"""Damaged files of every kind are answered with problems, never with an exception. See ``fuzz.py`` for longer runs."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.hostile.fuzz import tried


@settings(max_examples=120)
@given(seed=st.integers(0, 10**9))
def test_a_damaged_tree_is_answered(seed: int) -> None:
    with TemporaryDirectory() as folder:
        tried(Path(folder), seed, stage=False)


@settings(max_examples=6)
@given(seed=st.integers(0, 10**9))
def test_a_damaged_tree_without_an_error_is_staged(seed: int) -> None:
    with TemporaryDirectory() as folder:
        tried(Path(folder), seed)
