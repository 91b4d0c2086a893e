"""What people write comes out as they mean it, or checking says why not: each text of ``cases/`` is one kind.

A new case is a new ``.md`` file; ``python -m tests.markup.write_cases`` writes what becomes of it, to be read.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.markup.write_cases import CASES, expected_of, found_of


@pytest.mark.parametrize("case", sorted(CASES.glob("*.md")), ids=lambda case: case.stem)
def test_a_text_becomes_the_page_and_the_findings_beside_it(case: Path) -> None:
    assert found_of(case) == expected_of(case)
