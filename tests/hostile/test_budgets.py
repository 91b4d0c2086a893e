"""No regular expression over content is slow: 10^5 hostile letters take each less than a second.

Most of them answer for 10^5 letters with a hundredth: what takes less than a ten-thousandth of its time for these, and
grows with the square of the length or less, is inside for all; else a tenth answers in the same way. Only what is not
so clear is tried in full length.
"""

from __future__ import annotations

import re
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial

import pytest
from playwright.sync_api import Browser, Page

from botrian.check.output import pointed, safe_lines
from botrian.exports.csv_file import written
from botrian.exports.printed import printable
from botrian.markup import Article, excesses
from botrian.markup.limits import LETTERS as LETTERS_OF_A_TEXT
from botrian.markup.plain import plain_lines
from botrian.read import parse_document, read_yaml
from botrian.thai import clip, clusters, decode, fold, normal, normalise, slug
from tests.hostile.pace import slowness
from tests.hostile.patterns import (
    LETTERS,
    ROOT,
    SHAPES,
    Found,
    browser_patterns,
    given_to_the_browser,
    hostile_shapes,
    hostile_text,
    python_patterns,
)

#: CPU seconds for one text. A pattern that grows with the length alone takes some thousandths.
BUDGET = 1.0 * slowness()
#: Shorter texts, and the part of the time that each may take to answer for all.
SHORTER = ((LETTERS // 100, 1 / 10_000), (LETTERS // 10, 1 / 100))
#: The same for a whole function, which may look at each letter many times.
FUNCTION_BUDGET = 3.0 * slowness()

timed = pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="this system has no clock of CPU time to stop by")


class TooSlow(Exception):
    """The budget is used up."""


@contextmanager
def budget(seconds: float = BUDGET) -> Iterator[None]:
    """Raises TooSlow in the middle of a match (which looks for signals) when the CPU seconds are used up."""

    def stop(*_: object) -> None:
        raise TooSlow

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def is_quick(work: Callable[[str], object], text: Callable[[int], str], seconds: float = BUDGET) -> bool:
    """Whether the work on a text of 10^5 letters takes less than the CPU seconds. ``text`` gives one of so many."""
    try:
        for letters, part in SHORTER:
            short = text(letters)
            with budget(seconds):
                start = time.process_time()
                work(short)
                if time.process_time() - start < seconds * part:
                    return True
        with budget(seconds):
            work(text(LETTERS))
    except TooSlow:
        return False
    return True


@timed
@pytest.mark.parametrize("found", python_patterns(), ids=str)
def test_a_pattern_is_quick_on_every_hostile_text(found: Found) -> None:
    pattern = re.compile(found.pattern, found.flags)

    def tried(text: str) -> None:
        for _ in pattern.finditer(text):
            pass
        pattern.fullmatch(text)

    slow: list[tuple[str, str, str]] = []
    for shape in hostile_shapes(found.pattern, found.flags):
        if not is_quick(tried, partial(hostile_text, *shape)):
            slow.append(shape)
        if len(slow) > 2:
            break

    assert slow == [], f"{found.place}: {found.pattern!r} takes more than {BUDGET:.1f} s on {slow}"


def test_the_patterns_of_functions_classes_and_collections_are_found() -> None:
    places = " ".join(one.place for one in python_patterns())

    assert "botrian.read.pictures.KINDS" in places or "botrian.read.pictures.OTHER_KINDS" in places  # in a tuple
    assert "hooks/botrian/check/faults.py:" in places  # inside of a function
    assert "steps:sara-am" in places


#: Works on texts until it is stopped: only from outside can a match be ended.
WORKER = """
onmessage = ({ data: { source, flags, shapes, lengths } }) => {
  const every = new RegExp(source, flags.includes("g") ? flags : `${flags}g`);
  for (const [first, shape, last] of shapes) {
    for (const [letters, most] of lengths) {
      const text = first + shape.repeat(letters / shape.length + 1).slice(0, letters) + last;
      postMessage(text.slice(0, 12));
      const start = performance.now();
      for (const _ of text.matchAll(every));
      text.replace(every, "");
      if (performance.now() - start < most) break;
    }
  }
  postMessage(null);
};
"""
#: The first text that takes longer than the seconds given, or null.
SLOWEST = """async ({ worker, source, flags, shapes, lengths, seconds }) => {
  const run = new Worker(URL.createObjectURL(new Blob([worker], { type: "text/javascript" })));
  const found = await new Promise((done) => {
    let wait;
    run.onerror = (event) => done(event.message);
    run.onmessage = ({ data }) => {
      clearTimeout(wait);
      if (data === null) done(null); else wait = setTimeout(() => done(data), seconds * 1000);
    };
    run.postMessage({ source, flags, shapes, lengths });
  });
  run.terminate();
  return found;
}"""
#: Of the wall here, for a browser tells no other time: so wide that a busy machine stays inside, and a pattern that
#: grows with the square of the length (10^10 steps) does not.
WALL = 4
#: How many letters are tried, and the milliseconds below which no more need to be.
LENGTHS = (*((letters, WALL * part * 1000) for letters, part in SHORTER), (LETTERS, 0))


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    page.goto("about:blank")
    yield page
    page.close()


@pytest.mark.browser
@pytest.mark.parametrize("found", [*browser_patterns(), *given_to_the_browser()], ids=str)
def test_a_pattern_of_the_browser_is_quick_on_every_hostile_text(found: Found, page: Page) -> None:
    flags = found.place.rpartition(" ")[2]
    shapes = list(hostile_shapes(found.pattern))
    given = {"source": found.pattern, "flags": flags, "shapes": shapes, "lengths": LENGTHS, "seconds": WALL}

    assert page.evaluate(SLOWEST, {"worker": WORKER, **given}) is None, (
        f"{found.place}: /{found.pattern}/ takes more than {WALL} s"
    )


@pytest.mark.browser
def test_a_slow_pattern_of_the_browser_would_be_seen(page: Page) -> None:
    given = {"source": "(a+)+b", "flags": "", "shapes": [("", "a", "")], "lengths": [(40, 0)], "seconds": 0.5}

    assert page.evaluate(SLOWEST, {"worker": WORKER, **given}) == "a" * 12


@pytest.mark.browser
def test_a_pattern_of_the_browser_that_grows_with_the_square_would_be_seen(page: Page) -> None:
    given = {"source": r"\s*\n\s*x", "flags": "", "shapes": [("", " ", "")], "lengths": LENGTHS, "seconds": 0.5}

    assert page.evaluate(SLOWEST, {"worker": WORKER, **given}) == " " * 12


@timed
@pytest.mark.parametrize("pattern", [r"(?:\s\s)*\n\s*x", r"(?: +)+x"])
def test_a_slow_pattern_would_be_seen(pattern: str) -> None:
    """One that grows with the square of the length, and one that grows without bounds."""
    assert not is_quick(re.compile(pattern).search, lambda letters: " " * letters)


@timed
def test_what_takes_its_time_and_grows_with_the_length_alone_is_quick() -> None:
    """A tenth of the letters takes too long to answer for all; all of them are inside."""

    def tried(text: str) -> None:
        end = time.process_time() + len(text) * 0.2 / LETTERS
        while time.process_time() < end:
            for _ in range(10_000):
                pass

    assert is_quick(tried, lambda letters: " " * letters, seconds=0.5)
    assert not is_quick(tried, lambda letters: " " * letters, seconds=0.1)


def test_every_script_with_a_pattern_is_looked_into() -> None:
    seen = {one.place.partition(":")[0] for one in browser_patterns()}
    using = re.compile(r"/[gimsuy]*\.(?:test|exec)\(|\.(?:match|matchAll|replace|search|split)\(/")
    scripts = {
        file.relative_to(ROOT).as_posix()
        for file in (ROOT / "hooks").rglob("*.js")
        if using.search(file.read_text(encoding="utf-8"))
    }

    assert scripts - seen == set()


FUNCTIONS: dict[str, Callable[[str], object]] = {
    "normal": normal,
    "normalise": normalise,
    "fold": fold,
    "slug": lambda text: slug(text, ()),
    "clip": lambda text: clip(text, 80),
    "clusters": lambda text: list(clusters(text)),
    "decode": lambda text: decode(text.encode("utf-8")),
    "decode cp874": lambda text: decode(text.encode("cp874", "replace")),
    "Markdown": lambda text: Article(text[:LETTERS_OF_A_TEXT]).tree,
    "what Markdown has too much of": lambda text: list(excesses(text)),
    "words of Markdown": plain_lines,
    "read_yaml": lambda text: read_yaml(f"a: {text}\n", "data/areas.yml"),
    "read_yaml, quoted": lambda text: read_yaml(f'a: "{text}\n', "data/areas.yml"),
    "parse_document": lambda text: parse_document("docs/guide/a.md", f"---\ntitle: x\n---\n{text}"),
    "csv": written,
    "printed": printable,
    "in a terminal": safe_lines,
    "pointed": lambda text: pointed(text, 1, len(text) // 2),
}


@timed
@pytest.mark.parametrize("name", FUNCTIONS)
def test_what_works_on_content_is_quick_on_every_hostile_text(name: str) -> None:
    work = FUNCTIONS[name]
    slow = [shape for shape in SHAPES if not is_quick(work, partial(hostile_text, "", shape, ""), FUNCTION_BUDGET)]

    assert slow == [], f"{name} takes more than {FUNCTION_BUDGET:.1f} s on {slow}"
