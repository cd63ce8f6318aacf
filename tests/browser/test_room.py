"""A room as its learners see it: five browsers, of people who have only the link."""

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Literal

import psutil
import pytest
from playwright.async_api import Browser, Page, Response, expect

from tests.browser.axe import barriers
from tests.browser.jupyterlab import LESSON, JupyterLab, RunningLab
from tests.families import wait_until_gone
from tests.rooms import a_room
from workshop.lessons import COURSE
from workshop.room.footprint import seats_below
from workshop.room.guest import Guest
from workshop.room.options import Options
from workshop.room.room import Room

pytestmark = pytest.mark.timeout(600)

#: Milliseconds that a seat may take while four others are started.
SEAT = 120_000

#: Seconds after which an idle seat is closed, in a test that waits for it. What a seat is used for is
#: known within a quarter of it.
IDLE_SOON = 40

SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")

#: Learners' names, and what their seats are called.
PEOPLE = {
    "Ada": "ada",
    "Jürgen Müller": "jurgen-muller",
    "grace@tea.example": "grace@tea.example",
    "O'Brien": "o-brien",
    "李雷": "learner",
}


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Room]:
    """A room of the tests' own."""
    with a_room(tmp_path_factory.mktemp("room")) as room:
        yield room


@pytest.fixture
async def pages(browser: Browser) -> AsyncIterator[dict[str, Page]]:
    """A browser of its own for each learner."""
    contexts = [await browser.new_context(viewport={"width": 1280, "height": 900}) for _ in PEOPLE]
    yield dict(zip(PEOPLE, [await each.new_page() for each in contexts], strict=True))
    for each in contexts:
        await each.close()


async def come_in(page: Page, room: Room, name: str) -> str:
    """Follow the learners' link, give a name, and go on past the PIN; return that."""
    await page.goto(room.learners_link)
    await expect(page.get_by_label("The room's code")).to_have_value(room.seats.code)
    await page.get_by_label("Your name").fill(name)
    await page.get_by_role("button", name="Come in").click()
    await expect(page.get_by_role("heading", name=f"Hello, {name}")).to_be_visible()
    pin = await page.locator("strong").inner_text()
    await page.get_by_role("link", name="I've written it down").click()
    return pin


async def test_five_people_take_the_first_lesson_with_nothing_but_the_link(
    room: Room, pages: dict[str, Page]
) -> None:
    refused: list[str] = []

    def note(response: Response) -> None:
        if response.status >= 400:
            refused.append(f"{response.status} {response.request.method} {response.url}")

    async def takes_it(name: str, seat: str) -> None:
        page = pages[name]
        page.on("response", note)
        await come_in(page, room, name)
        # JupyterLab opens with the course's first notebook.
        await expect(page.locator(".jp-NotebookPanel")).to_be_visible(timeout=SEAT)
        jupyterlab = JupyterLab(page, RunningLab(room.url, room.folder / seat), None)
        notebook = await jupyterlab.opened(COURSE[0].notebook)
        await notebook.run_all(2 * LESSON)
        for cell in await notebook.save():
            errors = [output.evalue for output in cell.outputs if output.output_type == "error"]
            assert not errors, (name, errors)
        await expect(page.locator(".workshop-course")).to_be_attached()

        web_ui = await jupyterlab.open_web_ui()
        await expect(web_ui.get_by_role("link", name="order-1", exact=True)).to_be_visible()
        (frame,) = [each.url for each in page.frames if "/temporal/" in each.url]
        assert frame.startswith(f"{room.url}/user/{seat}/temporal/")

    await asyncio.gather(*(takes_it(name, seat) for name, seat in PEOPLE.items()))
    assert refused == []
    page = pages["Ada"]
    await page.get_by_role("tab", name=COURSE[0].notebook).click()
    async with page.expect_popup() as opening:
        await page.get_by_role("link", name="Temporal Web UI").first.click()
    popup = await opening.value
    await expect(popup).to_have_title("Workflows | default")
    assert popup.url.startswith(f"{room.url}/user/ada/temporal/")


async def test_the_door_can_be_used_by_all_and_says_what_is_wrong(
    room: Room, pages: dict[str, Page]
) -> None:
    page = pages["Ada"]
    folder = os.environ.get("WORKSHOP_SCREENSHOTS")
    await page.goto(room.learners_link)
    for scheme in SCHEMES:
        await page.emulate_media(color_scheme=scheme)
        assert await barriers(page, {"include": "body"}) == []
    await page.get_by_label("Your name").fill("zoe")
    await page.get_by_label("The room's code").fill("not-the-code")
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("alert")).to_contain_text("isn't this room's code")
    await expect(page.get_by_label("Your name")).to_have_value("zoe")
    for scheme in SCHEMES:
        await page.emulate_media(color_scheme=scheme)
        assert await barriers(page, {"include": "body"}) == []
        if folder:
            await page.screenshot(path=Path(folder) / f"room-door-{scheme}.png")
    pin = await come_in(page, room, "zoe")
    assert len(pin) == 6


async def test_a_jupyterlab_that_has_died_is_there_again_without_a_click(
    room: Room, pages: dict[str, Page]
) -> None:
    page = pages["Ada"]
    await come_in(page, room, "Yusuf")
    for scheme in SCHEMES:
        await page.emulate_media(color_scheme=scheme)
        assert await barriers(page, {"include": "body"}) == []
    await expect(page.locator(".jp-NotebookPanel")).to_be_visible(timeout=SEAT)
    seat = seats_below(psutil.Process())["yusuf"]
    seat.kill()
    seat.wait()
    # Not a reload: while JupyterLab starts, its address is without the notebook for a moment.
    await page.goto(f"{room.url}/user/yusuf/lab/tree/{COURSE[0].notebook}")
    await expect(page.get_by_role("heading", name="One moment, please")).to_be_visible()
    await expect(page.get_by_role("heading", name="Hello, Yusuf")).to_be_visible(timeout=SEAT)
    await expect(page.locator(".jp-NotebookPanel")).to_be_visible(timeout=SEAT)


async def test_an_open_jupyterlab_stays_though_nobody_touches_it_and_an_idle_seat_does_not(
    pages: dict[str, Page], tmp_path: Path
) -> None:
    with a_room(tmp_path / "room", Options(idle=IDLE_SOON / 3600)) as room:
        listens = pages["Ada"]
        await come_in(listens, room, "Ida")
        await expect(listens.locator(".jp-NotebookPanel")).to_be_visible(timeout=SEAT)
        stays = seats_below(psutil.Process())["ida"]
        for name in ("ben", "cleo"):  # one after the other: longer than anybody may be idle
            async with Guest(room.url, name) as guest:
                await guest.come_in(room.seats.code)
                await guest.sit_down()
            goes = seats_below(psutil.Process())[name]
            assert not await asyncio.to_thread(wait_until_gone, [goes], 4 * IDLE_SOON)
        assert stays.is_running()
        await listens.reload()
        await expect(listens.locator(".jp-NotebookPanel")).to_be_visible()
