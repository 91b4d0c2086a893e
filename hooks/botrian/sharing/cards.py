"""Staged pages go in; the same pages with a card for their link come out, and the cards as files.

A card is made when its words change: those made before are kept by the hash of their words, and of what makes them
besides their words (code, font, libraries).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Final

from botrian.addresses import address
from botrian.exports.kept import code_hash
from botrian.kept import NOTHING_KEPT, Store, key_of
from botrian.kinds import kind_named
from botrian.knowledge import Knowledge
from botrian.pages import StagedPage
from botrian.pages.meta import Card
from botrian.records import Language
from botrian.sharing.card import CARD_HEIGHT, CARD_WIDTH, CardWords, card
from botrian.spread import IN_TURN, Spread, kept_or_made
from botrian.words import say

#: The card of every page that has none of its own.
CARD: Final = "assets/cards/card.png"
#: Kinds whose every page has one; the terms stand on one page, and share its card.
_KINDS = ("lesson", "case", "profile", "path", "table", "term")
_ROOMS = ("exports", "sharing", "thai")


def with_cards(
    pages: Iterable[StagedPage],
    knowledge: Knowledge,
    language: Language,
    site_url: str,
    store: Store = NOTHING_KEPT,
    spread: Spread = IN_TURN,
) -> tuple[tuple[StagedPage, ...], Iterator[tuple[str, bytes]]]:
    """The pages with ``card`` in their front matter (file, alt, width, height), and each card with its path.

    ``store`` has the cards that were made before; ``spread``: who makes the others. Raises FontMissing.
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
    return tuple(found), _made(words, store, spread)


def _addresses(knowledge: Knowledge, language: Language) -> Iterator[tuple[str, str]]:
    """The pages that have a card, with the name of their kind."""
    for name in _KINDS:
        kind = kind_named(name)
        for id_ in knowledge.of(name):
            yield address(name, id_, knowledge).partition("#")[0], kind.one.in_(language)


def _made(words: Mapping[str, CardWords], store: Store, spread: Spread) -> Iterator[tuple[str, bytes]]:
    items = [(key_of("card", code_hash(_ROOMS), repr(one)), one) for one in words.values()]
    return zip(words, kept_or_made(items, store.has, store.get, store.put, card, spread), strict=True)
