"""The documents of our own search go in; what a search server takes in comes out: its settings, and its documents.

For libraries that outgrow an index of plain files: OpenSearch (Lucene, with its Thai word breaker) and Meilisearch.
Both are asked over HTTP, and a server goes on answering from the old index until the new one is whole.
"""

from __future__ import annotations

from botrian.engines.feed import ENGINES, Feed, feed_of
from botrian.engines.server import ServerRefused, load

__all__ = ["ENGINES", "Feed", "ServerRefused", "feed_of", "load"]
