"""A table's pictures handed to the device's own sharing, and the downloads on the first screen, in real Chromium."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.table_tools.conftest import PHONE, Opened

pytestmark = pytest.mark.browser

TABLE = "numbers"
#: A device that shares files, and remembers what it was handed.
DEVICE = """
navigator.canShare = () => true;
navigator.share = async ({ files }) => {
  window.handed = files.map(({ name, type, size }) => [name, type, size > 1000]);
};
"""


@pytest.mark.parametrize("button", ["[data-share]", "[data-share-all]"])
def test_one_tap_hands_the_pictures_to_the_device(phone: Opened, served_library: str, button: str) -> None:
    phone.page.add_init_script(DEVICE)
    phone.page.goto(f"{served_library}/tables/{TABLE}/", wait_until="networkidle")
    phone.page.click(button)
    # Waiting for a function would evaluate it in the page, which its policy forbids.
    for _ in range(100):
        if phone.page.evaluate("Boolean(window.handed)"):
            break
        phone.page.wait_for_timeout(100)
    names = [name for name, type_, whole in phone.page.evaluate("window.handed") if type_ == "image/png" and whole]

    if button == "[data-share]":
        assert names == [f"{TABLE}.png"]
    else:
        assert names and names == [f"{TABLE}.{number}.png" for number in range(1, len(names) + 1)]


def test_a_device_that_shares_no_files_shows_no_button_but_the_links(phone: Opened, served_library: str) -> None:
    phone.page.add_init_script("navigator.canShare = undefined;")
    phone.page.goto(f"{served_library}/tables/{TABLE}/", wait_until="networkidle")

    expect(phone.page.locator("[data-share]")).to_be_hidden()
    expect(phone.page.locator(".kb-downloads--first a").first).to_be_visible()


def test_downloads_stand_on_the_first_screen_of_a_phone(phone: Opened, served_library: str) -> None:
    phone.page.goto(f"{served_library}/tables/{TABLE}/", wait_until="networkidle")
    for link in phone.page.locator(".kb-downloads--first a").all():
        box = link.bounding_box()
        assert box is not None and box["y"] + box["height"] <= PHONE["height"]


def test_a_wide_table_is_printed_with_all_of_its_columns(wide: Opened, served_library: str) -> None:
    wide.page.goto(f"{served_library}/tables/{TABLE}/", wait_until="networkidle")
    wide.page.evaluate(
        """() => {
          const table = document.querySelector("table.kb-table");
          for (const row of table.querySelectorAll("tr"))
            for (let more = 0; more < 14; more++) row.append(row.lastElementChild.cloneNode(true));
        }"""
    )
    wide.page.emulate_media(media="print")
    wide.page.set_viewport_size({"width": 680, "height": 1000})
    reach = wide.page.eval_on_selector_all(
        "table.kb-table tr > :last-child", "cells => Math.max(...cells.map((one) => one.getBoundingClientRect().right))"
    )

    assert reach <= 680
