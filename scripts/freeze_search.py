"""Keep what search finds today as a copy that its tests stand on: tests/search/frozen.json.xz.

For maintainers: the copy is judged by tests/search/test_gate.py, so that new lessons never fail the judgement of those
who write them. Freeze again when the words of documents are made otherwise, when a field of them is renamed, or when
the judged queries are about newer content; then look at the shares that the gate prints before and after.

    .venv/bin/python scripts/freeze_search.py
"""

from __future__ import annotations

import json
import lzma
import os
import sys
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "hooks"), str(ROOT)]

from botrian.check import check  # noqa: E402 -- found by the line above
from botrian.knowledge import Knowledge  # noqa: E402
from botrian.read import Paths  # noqa: E402
from botrian.records import LANGUAGES, Language  # noqa: E402
from botrian.search import SearchDocument, documents  # noqa: E402
from botrian.site.clock import the_day  # noqa: E402
from botrian.tables import build_tables  # noqa: E402
from tests.search.frozen import FILE  # noqa: E402
from tests.search.judged import cited_lines  # noqa: E402

#: What search reads of terms, places and themes, beside the documents.
NAME: dict[str, Any] = {"id": True, "name": {"th", "en"}}
TERM = NAME | dict.fromkeys(("abbreviations", "synonyms", "misspellings", "related", "search_words"), True)


def frozen(knowledge: Knowledge) -> dict[str, Any]:
    """Documents with their texts and cited lines in both languages, and the words that stand for each other."""
    return {
        "documents": {language: _documents(knowledge, language) for language in LANGUAGES},
        "terms": [term.model_dump(mode="json", include=TERM) for term in knowledge.terms.values()],
        "provinces": [one.model_dump(mode="json", include=NAME | {"aliases": True}) for one in _places(knowledge)],
        "areas": [area.id for area in knowledge.areas.values()],
        "themes": [
            theme.model_dump(mode="json", include=NAME | {"parent": True}) for theme in knowledge.themes.values()
        ],
    }


def _places(knowledge: Knowledge) -> list[Any]:
    return [*knowledge.provinces.values(), *knowledge.areas.values()]


def _documents(knowledge: Knowledge, language: Language) -> list[dict[str, Any]]:
    return [_document(one) for one in documents(knowledge, build_tables(knowledge), language)]


def _document(document: SearchDocument) -> dict[str, Any]:
    kept = {name: value for name, value in asdict(replace(document, records=())).items() if value}
    return kept | {"cited": sorted(set(cited_lines(document)))}


def main() -> int:
    """Write the copy; 1 where the content has errors."""
    knowledge = check(Paths.of(ROOT), the_day(os.environ)).knowledge
    if knowledge is None:
        print("the content has errors: python3 scripts/kb.py check", file=sys.stderr)
        return 1
    text = json.dumps(frozen(knowledge), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    FILE.write_bytes(lzma.compress(text.encode(), preset=9 | lzma.PRESET_EXTREME))
    print(f"{FILE.relative_to(ROOT)}: {FILE.stat().st_size:,} bytes, {len(text.encode()):,} unpacked")
    return 0


if __name__ == "__main__":
    sys.exit(main())
