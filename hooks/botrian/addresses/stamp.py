"""The stamp of an edition: where it will stand, and the day on which each content file was last changed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True)
class Stamp:
    """When content was last changed, and where it will stand. All of it is handed in, nothing is asked of the machine.

    ``changed`` tells the day each content file was last changed; ``today`` stands in for files it does not name.
    """

    site_url: str
    today: date | None = None
    changed: Mapping[str, date] = field(default_factory=dict)

    def of(self, file: str) -> date | None:
        """The day a file was last changed."""
        return self.changed.get(file) or self._newest_below(f"{file}/") or self.today

    def newest(self, files: Iterable[str]) -> date | None:
        """The last day on which any of these files was changed."""
        return max((day for day in map(self.of, files) if day), default=None)

    def _newest_below(self, folder: str) -> date | None:
        """The last change of any file of a folder."""
        return max((day for file, day in self.changed.items() if file.startswith(folder)), default=None)
