"""What a script shows has its room before the script comes: nothing below it jumps away on a slow line."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

TOOLS = {
    "kits/build/": "[data-kit-builder]",
    "tables/build/": "[data-builder]",
    "compare/": "[data-compare]",
    "like-us/": "[data-alike]",
    "contribute/": "[data-form]",
    "lessons/": "[data-list-filter]",
}


@pytest.mark.parametrize("place", TOOLS)
@pytest.mark.parametrize("scripts", [True, False])
def test_a_tool_whose_script_is_still_on_its_way_has_its_room(
    browser: Browser, served_library: str, place: str, scripts: bool
) -> None:
    """Only where scripts run: without them no room is left for what never comes."""
    with browser.new_context(java_script_enabled=scripts, service_workers="block") as context:
        page = context.new_page()
        page.route("**/*.js", lambda route: route.continue_() if "palette" in route.request.url else route.abort())
        page.goto(f"{served_library}/{place}")
        tool = page.locator(f"article {TOOLS[place]}").first
        box = tool.bounding_box()

        assert not tool.is_visible()
        assert bool(box and box["height"] > 20) == scripts
