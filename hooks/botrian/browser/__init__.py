"""Modules of browser code and their data enter; the classic scripts that pages load leave."""

from __future__ import annotations

from botrian.browser.join import BadModule, expression, script
from botrian.browser.sources import MODULES, Data, as_json, data_module, handing, setting

__all__ = ["MODULES", "BadModule", "Data", "as_json", "data_module", "expression", "handing", "script", "setting"]
