"""What keeps people from reading a page, as axe finds it: https://dequeuniversity.com/rules/axe."""

from __future__ import annotations

from typing import Any

from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Page


async def barriers(
    page: Page, context: dict[str, Any], *, without: tuple[str, ...] = ()
) -> list[str]:
    """Return what axe finds wrong, one sentence each.

    ``context`` says what of the page to look at, as axe has it; ``without`` names rules to leave.

    Raises:
        AssertionError: axe looked at nothing.
    """
    options = {"rules": {rule: {"enabled": False} for rule in without}}
    found = (await Axe().run(page, context, options)).response
    assert found["passes"], "axe looked at nothing"
    return [
        f"{each['id']} ({each['impact']}): {node['html'][:200]} {node['failureSummary']}"
        for each in found["violations"]
        for node in each["nodes"]
    ]
