"""The one error of the environment: words for people, Thai first, and the tail of what a tool said."""

from __future__ import annotations

TAIL_LINES = 15


class EnvironmentFailedError(RuntimeError):
    """The environment could not be made.

    thai, english: what happened and what to do. details: what the tool printed; only its tail is shown.
    """

    def __init__(self, thai: str, english: str, details: str = "") -> None:
        super().__init__(english)
        self.thai = thai
        self.english = english
        self.details = details

    def explanation(self) -> str:
        """The whole message to print."""
        tail = self.details.strip().splitlines()[-TAIL_LINES:]
        shown = "".join(f"  | {line}\n" for line in tail)
        return f"{shown}\nทำต่อไม่ได้: {self.thai}\n\nCannot go on: {self.english}"
