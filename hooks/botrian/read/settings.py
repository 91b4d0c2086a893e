"""The one setting of ``mkdocs.yml`` that our own files need: the public address."""

from __future__ import annotations

from pathlib import Path

from botrian.own import values_of


def site_url(root: Path) -> str:
    """The public address of the Thai site, with a slash at its end; raises KeyError where it is not set."""
    settings = values_of((root / "mkdocs.yml").read_text(encoding="utf-8"))
    return str(settings["site_url"]).rstrip("/") + "/"


def own_address(root: Path) -> str:
    """The same, or nothing for a content tree that is no site of its own."""
    return site_url(root) if (root / "mkdocs.yml").is_file() else ""
