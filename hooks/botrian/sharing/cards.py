"""Staged pages go in; the same pages with a card for their link come out, and the cards as files.

A card is made when its words change: pictures made before lie in one file of the build's cache, by the digest of their
words. What makes them besides their words (code, font, libraries) is part of each digest.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Final

from botrian.addresses import address
from botrian.exports.kept import code_hash, read_kept, write_kept
from botrian.kinds import kind_named
from botrian.knowledge import Knowledge
from botrian.pages import StagedPage
from botrian.pages.meta import Card
from botrian.records import Language
from botrian.sharing.card import CARD_HEIGHT, CARD_WIDTH, CardWords, card
from botrian.words import say

#: The card of every page that has none of its own.
CARD: Final = "assets/cards/card.png"
#: Kinds whose every page has one; the terms stand on one page, and share its card.
_KINDS = ("lesson", "case", "profile", "path", "table", "term")
_ROOMS = ("exports", "sharing", "thai")


def with_cards(
    pages: Iterable[StagedPage], knowledge: Knowledge, language: Language, site_url: str, cache: Path | None
) -> tuple[tuple[StagedPage, ...], Mapping[str, bytes]]:
    """The pages with ``card`` in their front matter (file, alt, width, height), and each card by its path.

    ``cache``: the folder of what was made before; None keeps nothing. Raises FontMissing.
    """
    pages = tuple(pages)
    kinds = dict(_addresses(knowledge, language))
    site = say("frame.site", language)
    root = site_url + ("en/" if language == "en" else "")
    words: dict[str, CardWords] = {CARD: CardWords(site, "", site, say("share.what", language), root)}
    found = []
    for page in pages:
        file = CARD
        if page.address in kinds:
            file = f"assets/cards/{page.address.rstrip('/')}.png"
            says = str(page.meta.get("description") or "")
            words[file] = CardWords(site, kinds[page.address], page.title, says, root + page.address)
        told: Card = {"file": file, "alt": words[file].alt, "width": CARD_WIDTH, "height": CARD_HEIGHT}
        found.append(replace(page, meta={**page.meta, "card": told, "shared": file != CARD}))
    return tuple(found), _made(words, language, cache)


def _addresses(knowledge: Knowledge, language: Language) -> Iterator[tuple[str, str]]:
    """The pages that have a card, with the name of their kind."""
    for name in _KINDS:
        kind = kind_named(name)
        for id_ in knowledge.of(name):
            yield address(name, id_, knowledge).partition("#")[0], kind.one.in_(language)


def _made(words: Mapping[str, CardWords], language: Language, cache: Path | None) -> Mapping[str, bytes]:
    digests = {file: _digest(one) for file, one in words.items()}
    kept_in = cache / f"{language}.cards.zip" if cache else None
    kept = (read_kept(kept_in) if kept_in else None) or {}
    made = {file: kept.get(digest) or card(words[file]) for file, digest in digests.items()}
    if kept_in and set(kept) != set(digests.values()):
        write_kept(kept_in, {digest: made[file] for file, digest in sorted(digests.items())})
    return made


def _digest(words: CardWords) -> str:
    return hashlib.sha256(f"{code_hash(_ROOMS)}{words!r}".encode()).hexdigest()[:24]
