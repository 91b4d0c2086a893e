"""The public address, from where it is read."""

from __future__ import annotations

from botrian.read.settings import site_url

__all__ = ["site_url"]
