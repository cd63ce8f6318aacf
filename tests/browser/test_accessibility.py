"""The worked notebooks as pages: headings, tables, words for pictures, contrast."""

from __future__ import annotations

from pathlib import Path

import pytest
from nbconvert import HTMLExporter
from playwright.async_api import Browser

from tests.browser.axe import barriers
from workshop.lessons import COURSE, Lesson

SOLUTIONS = Path(__file__).parents[2] / "solutions"

#: What the exporter's own style sheet draws, and JupyterLab draws otherwise.
NOT_OURS = [[".jp-InputPrompt"], [".jp-OutputPrompt"], [".highlight"], [".jp-RenderedText"]]


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("lesson", COURSE, ids=lambda lesson: lesson.name)
async def test_everybody_can_read_a_lesson(
    lesson: Lesson, theme: str, browser: Browser, tmp_path: Path
) -> None:
    html, _ = HTMLExporter(theme=theme).from_filename(str(SOLUTIONS / lesson.notebook))
    built = tmp_path / "lesson.html"
    built.write_text(html, encoding="utf-8")
    async with await browser.new_context() as context:
        page = await context.new_page()
        await page.route("http*://**", lambda route: route.abort())
        await page.goto(built.as_uri())
        # Links are told by their colour alone in the exporter's style sheet only.
        found = await barriers(page, {"exclude": NOT_OURS}, without=("link-in-text-block",))
    assert not found, "\n".join(found[:20])
