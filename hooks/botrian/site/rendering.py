"""Staged pages go in; their HTML comes out, made by MkDocs where it was not made before."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path

from botrian.kept import Ledger, Store, code_key, folder_key, key_of
from botrian.pages import StagedPage
from botrian.read import Paths
from botrian.records import Language
from botrian.site.generate import Generated
from botrian.site.kept_parts import LostPage
from botrian.site.laying import Laying
from botrian.site.memory import page_key

SETTINGS: dict[Language, str] = {"th": "mkdocs.yml", "en": "mkdocs.en.yml"}


class BuildFailed(Exception):
    """A site could not be made; ``words`` tells why: what MkDocs said, or which font, tool or file is amiss."""

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self.words = words


class Looks:
    """Which HTML a page had in the builds before, by the key of all that it rests on: only its digest.

    Where the published site has that HTML, it is laid from there, and neither read nor made. ``name`` as of a memory.
    """

    def __init__(self, store: Store, name: str, laying: Laying, below: str) -> None:
        self._digests, self._laying, self._below = Ledger(store, f"html {name}"), laying, below
        self._taken = store.taken

    def laid(self, path: str, key: str) -> bool:
        """Lay the HTML of a page, where it is there."""
        digest = self._digests.known(key)
        if digest is None or not self._laying.link(path, digest, self._below):
            return False
        # Whoever takes what this build was made of may have to make the page.
        self._taken.add(key)
        return True

    def save(self, html: Mapping[str, bytes]) -> None:
        """Keep the digests of pages that were laid in another way."""
        if isinstance(html, Html):
            for path, key in html.keys_of.items():
                self._digests.get(key, partial(self._laying.digests.__getitem__, self._below + path))
            self._digests.save()


def _nowhere(path: str, key: str) -> bool:
    return False


def rendered(
    paths: Paths, generated: Generated, folder: Path, store: Store, laid: Callable[[str, str], bool] = _nowhere
) -> Mapping[str, bytes]:
    """The HTML of each page by the path of its file; the theme's own files are laid into ``folder``, which is emptied.

    ``laid``: asked for each page, by the path of its HTML and the key of all that it rests on, whether it is where it
    has to be; such a page is not among the result.

    MkDocs makes those pages that were not made before of the same staged page in the same frame: a page's HTML rests on
    nothing of the other pages but the menu. Raises BuildFailed.
    """
    if not store.keeps:
        render(paths, replace(generated, files={}), folder)
        return {}
    menu = [(page.path, page.title) for page in generated.pages if in_menu(page.path)]
    frame = key_of(
        "frame", code_key(), folder_key(paths.root / "hooks"), _settings(paths), generated.language, repr(menu)
    )
    keys = {page.path: key_of("page", frame, page_key(page)) for page in generated.pages}
    there = {page.path for page in generated.pages if laid(html_file(page), keys[page.path])}
    found = there | {path for path, key in keys.items() if path not in there and store.get(key) is not None}
    wanted = [page for page in generated.pages if page.path not in found]
    stubs = [replace(page, parts=(), meta={}) for page in generated.pages if page.path in found and in_menu(page.path)]
    render(paths, replace(generated, pages=(*wanted, *stubs), files={}), folder)
    for page in wanted:
        store.put(keys[page.path], (folder / html_file(page)).read_bytes())
    return Html(folder, store, {html_file(page): keys[page.path] for page in generated.pages if page.path not in there})


class Html(Mapping[str, bytes]):
    """The HTML of each page by the path of its file, read when it is asked for: all of it is as large as the site.

    A page that was made now is in ``folder``, one that was made before in ``store``, under its key (``keys_of``).
    """

    def __init__(self, folder: Path, store: Store, keys: Mapping[str, str]) -> None:
        self._folder, self._store, self.keys_of = folder, store, keys

    def __getitem__(self, path: str) -> bytes:
        key = self.keys_of[path]
        found = self._store.get(key)
        if found is None:
            try:
                return (self._folder / path).read_bytes()
            except OSError as error:
                raise LostPage(key) from error
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(self.keys_of)

    def __len__(self) -> int:
        return len(self.keys_of)


def html_file(page: StagedPage) -> str:
    """The path of a page's HTML, as MkDocs names it."""
    return f"{page.address}index.html"


def in_menu(path: str) -> bool:
    """Whether the menu may lead to a page: without it MkDocs cannot make the menu."""
    return path.count("/") < 2 and (path.endswith("index.md") or path.startswith("guide/"))


def _settings(paths: Paths) -> str:
    return "\n".join((paths.root / name).read_text(encoding="utf-8") for name in SETTINGS.values())


def render(paths: Paths, generated: Generated, folder: Path) -> None:
    """Let MkDocs make the pages of one language. Raises BuildFailed with MkDocs' own words."""
    # Material prints a notice about MkDocs 2 at every build; it is for us, not for the people who build.
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    from mkdocs.commands.build import build
    from mkdocs.config import load_config
    from mkdocs.exceptions import Abort, MkDocsException

    words = _Words()
    logger = logging.getLogger("mkdocs")
    logger.addHandler(words)
    try:
        config = load_config(
            str(paths.root / SETTINGS[generated.language]),
            docs_dir=str(paths.docs.resolve()),
            site_dir=str(folder),
            strict=True,
        )
        config.extra["botrian"] = generated
        build(config)
    except (Abort, MkDocsException) as error:
        raise BuildFailed("\n".join([*words.lines, str(error)])) from error
    finally:
        logger.removeHandler(words)


class _Words(logging.Handler):
    """Keeps what MkDocs warns of."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())
