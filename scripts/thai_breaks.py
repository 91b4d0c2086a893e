"""Where do browsers end lines inside Thai words? A built site enters; the words leave, the most frequent first.

For maintainers, with the Python of `.venv` and a built site: `.venv/bin/python scripts/thai_breaks.py site`. Chromium
and Node part Thai words with the same list (ICU's); ours is the one that pictures of tables are drawn with
(`exports/thai_lines.py`). Told is where ICU's ends fall inside a word of ours, and in neither half is it words. What is
worth mending goes into `hooks/botrian/markup/unbroken.py`.
"""

from __future__ import annotations

import html
import json
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "hooks"))

from botrian.commands.js_tools import find_node  # noqa: E402 -- the path is known only now
from botrian.exports.thai_lines import pieces, words  # noqa: E402

_ARTICLE = re.compile(r"<article.*?</article>", re.DOTALL)
_NOT_TEXT = re.compile(r"<(script|svg|pre|code)\b.*?</\1>|<[^<>]*>", re.DOTALL)
_RUN = re.compile("[\u0e00-\u0e7f]{4,}")
_SHOWN = 60
_NODE = """const words = new Intl.Segmenter("th", { granularity: "word" });
const runs = JSON.parse(require("fs").readFileSync(0, "utf8"));
console.log(JSON.stringify(runs.map((run) => [...words.segment(run)].map((one) => one.segment))));"""


def runs_of(site: Path) -> Counter[str]:
    """The runs of Thai letters in the Thai articles of a site, each with how often it stands there."""
    found: Counter[str] = Counter()
    for page in sorted(site.rglob("index.html")):
        if page.relative_to(site).parts[0] not in ("en", "embed", "changes"):
            for article in _ARTICLE.findall(page.read_text(encoding="utf-8")):
                found.update(_RUN.findall(html.unescape(_NOT_TEXT.sub("\n", article))))
    return found


def parted_by_browsers(runs: Sequence[str]) -> list[list[str]]:
    """The words of each run, as ICU's list has them."""
    node = find_node()
    if node is None:
        raise SystemExit("thai_breaks: needs Node (.venv has it)")
    done = subprocess.run(
        [node.program, "-e", _NODE], input=json.dumps(runs), capture_output=True, text=True, check=True
    )
    found: list[list[str]] = json.loads(done.stdout)
    return found


def faults(run: str, parted: Sequence[str]) -> Iterator[str]:
    """Words of ours in a run that browsers would end a line in, as ``กระ|จาย`` behind the word before."""
    ends, at = set(), 0
    for part in parted[:-1]:
        at += len(part)
        ends.add(at)
    at, before = 0, ""
    for word in pieces(run):
        for end in sorted(ends):
            left, right = run[at:end], run[end : at + len(word)]
            if at < end < at + len(word) and word in words() and not (_of_words(left) and _of_words(right)):
                yield f"{before} {left}|{right}".strip()
        at, before = at + len(word), word


@cache
def _of_words(text: str) -> bool:
    return not text or any(text[:end] in words() and _of_words(text[end:]) for end in range(2, len(text) + 1))


def counted(runs: Mapping[str, int], parted: Iterable[Sequence[str]]) -> Counter[str]:
    """How often each fault stands in the pages."""
    found: Counter[str] = Counter()
    for (run, times), parts in zip(runs.items(), parted, strict=True):
        for fault in faults(run, parts):
            found[fault] += times
    return found


def main(arguments: list[str]) -> int:
    """Print the faults of the site that is named."""
    runs = runs_of(Path(arguments[0] if arguments else ROOT / "site"))
    found = counted(runs, parted_by_browsers(list(runs)))
    print(f"{found.total()} of {runs.total()} runs of Thai")
    for fault, times in found.most_common(_SHOWN):
        print(f"{times:6} {fault}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
