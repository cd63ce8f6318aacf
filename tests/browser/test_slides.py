"""The slides in a browser without a network: what fits, what is fetched, the speaker's view."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import Browser, Page, expect

from tests.browser.axe import barriers
from tests.browser.jupyterlab import JupyterLab
from tests.browser.test_room import SCHEMES
from workshop.course.slides.deck import deck
from workshop.course.slides.pages import deck_page, notes_page
from workshop.lessons import COURSE, Lesson

#: A slide's own width and height: Reveal makes them as large as the window allows.
WIDTH, HEIGHT = 1280, 720

#: What each slide takes of that, and whether anything on it is cut off.
MEASURED = """() => Reveal.getSlides().map((slide, place) => {
  Reveal.slide(place);
  const wide = [...slide.querySelectorAll('*')].filter(each => each instanceof HTMLElement
    && each.scrollWidth > each.clientWidth && getComputedStyle(each).display === 'block');
  return [slide.querySelector('h1, h2').textContent, slide.scrollHeight, wide.length];
})"""


@pytest.fixture(params=SCHEMES)
async def page(browser: Browser, request: pytest.FixtureRequest) -> AsyncIterator[Page]:
    """A page of a browser that is on no network, in light and in dark."""
    context = await browser.new_context(
        viewport={"width": WIDTH, "height": HEIGHT}, color_scheme=request.param, offline=True
    )
    async with context:
        yield await context.new_page()


async def shown(page: Page, folder: Path, lesson: Lesson) -> list[str]:
    """Show a lesson's slides from a file; return what the page asks for, as it comes."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda error: asked.append(str(error)))
    file = folder / f"{lesson.name}.html"
    file.write_text(deck_page(deck(lesson.notebook)), encoding="utf-8")
    await page.goto(file.as_uri())
    await expect(page.locator("[data-ready]")).to_be_attached()
    return asked


async def test_every_slide_fits_and_nothing_is_asked_of_a_network(
    page: Page, tmp_path: Path
) -> None:
    for lesson in COURSE:
        asked = await shown(page, tmp_path, lesson)
        slides: list[list[Any]] = await page.evaluate(MEASURED)
        assert len(slides) > 2
        for heading, height, wide in slides:
            assert height <= HEIGHT, f"{lesson.name}: {heading!r} is {height} pixels high"
            assert not wide, f"{lesson.name}: something of {heading!r} is cut off"
        # Mermaid draws a bomb where it can't read a picture, and goes on.
        assert await page.locator("pre.mermaid:not(:has(svg[role=img]))").count() == 0
        assert await page.get_by_text("Syntax error in").count() == 0
        assert asked == [page.url.partition("#")[0]]


async def test_the_speakers_view_shows_the_notes_of_the_slide(page: Page, tmp_path: Path) -> None:
    await shown(page, tmp_path, COURSE[5])
    await page.keyboard.press("ArrowRight")
    async with page.expect_popup() as opened:
        await page.keyboard.press("s")
    speaker = await opened.value
    await expect(speaker.locator(".speaker-controls-notes")).to_contain_text("Ask.")
    await expect(speaker.get_by_text("Time to finish current slide")).to_be_visible()


async def test_a_timer_counts_an_exercises_minutes_and_then_how_far_the_room_is_over(
    page: Page, tmp_path: Path
) -> None:
    await page.clock.install()
    lesson = COURSE[5]
    await shown(page, tmp_path, lesson)
    timer = page.locator("p.timer").first
    minutes = lesson.practice[0]
    await expect(timer).to_contain_text(f"{minutes}:00")
    await page.evaluate(
        "Reveal.slide(Reveal.getSlides().findIndex(e => e.querySelector('.timer')))"
    )
    await timer.get_by_role("button", name="Start the timer").click()
    await page.clock.run_for(60_000)
    await expect(timer).to_contain_text(f"{minutes - 1}:00")
    await page.clock.run_for(minutes * 60_000)
    await expect(timer).to_contain_text("+1:00")
    await timer.get_by_role("button", name="Reset the timer").click()
    await expect(timer).to_contain_text(f"{minutes}:00")


async def test_slides_and_notes_can_be_read_by_everybody(page: Page, tmp_path: Path) -> None:
    lesson = COURSE[5]
    await shown(page, tmp_path, lesson)
    for place in range(len(deck(lesson.notebook).slides)):
        await page.evaluate(f"Reveal.slide({place})")
        # The headings of a slide begin with its own.
        assert await barriers(page, {"include": ["section.present"]}) == []
    notes = tmp_path / "notes.html"
    notes.write_text(notes_page(deck(lesson.notebook)), encoding="utf-8")
    await page.goto(notes.as_uri())
    assert await barriers(page, {"include": ["main"]}) == []


@pytest.mark.parametrize("kind", ["slides", "notes"])
async def test_jupyterlab_shows_them_of_the_lesson_that_is_open(
    jupyterlab: JupyterLab, kind: str
) -> None:
    lesson = COURSE[5]
    await jupyterlab.open(lesson.notebook)
    async with jupyterlab.page.expect_popup() as opened:
        await jupyterlab.page.keyboard.press("Control+Shift+c")
        await jupyterlab.page.locator(".lm-CommandPalette-input").fill(kind)
        await jupyterlab.page.locator(f"[data-command='workshop:{kind}']").click()
    shown = await opened.value
    await expect(shown).to_have_title(f"{lesson.number:02d} {lesson.title} · {kind}")
