"""The files of the rules (``<code>.yml``) go in; the catalogue of rules comes out, for checker and guide."""

from __future__ import annotations

from botrian.rules.catalogue import Example, Rule, Severity, catalogue, filled, rules

__all__ = ["Example", "Rule", "Severity", "catalogue", "filled", "rules"]
