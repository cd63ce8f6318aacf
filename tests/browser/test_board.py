"""The instructor's board in a browser: two learners and an instructor, each with their own."""

from __future__ import annotations

import asyncio
import os
import re
import time
from collections.abc import AsyncIterator, Iterator
from itertools import accumulate
from pathlib import Path

import pytest
from playwright.async_api import Browser, Page, expect

from tests.browser.axe import barriers
from tests.browser.test_room import SCHEMES, SEAT, come_in
from tests.rooms import a_room
from workshop.commands.agenda import print_agenda
from workshop.course.agenda import agenda, title_of
from workshop.exercises.engine.progress import record_progress
from workshop.exercises.engine.report import Outcome
from workshop.lab.workspace import Workspace
from workshop.lessons import COURSE
from workshop.notebook import built
from workshop.room.board.gate import OWN_REQUESTS
from workshop.room.guest import Guest
from workshop.room.room import Room

pytestmark = pytest.mark.timeout(600)

#: The exercise that is tried, and the cell of an answer that can't be run.
EXERCISE = built.exercise_cells()[0]
LESSON = next(each for each in COURSE if each.notebook == EXERCISE.notebook)
EXERCISE_NAME = f"{LESSON.name}.{EXERCISE.name}"
OPENS = "from workshop import open_lab\nlab = await open_lab()"
BROKEN = f"%%module {EXERCISE.module}\nraise ValueError('a canary')"
CHECKS = (
    f"from workshop.lessons.{LESSON.name} import {EXERCISE.name}\nawait {EXERCISE.name}.check()"
)

#: Milliseconds within which a wish of the instructor's is felt: 5 s, and more where much else runs.
FELT = 30_000


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    with a_room(tmp_path / "room") as room:
        yield room


@pytest.fixture
async def guest(room: Room) -> AsyncIterator[Guest]:
    """Bob, who has no browser."""
    async with Guest(room.url, "Bob") as bob:
        await bob.come_in(room.seats.code)
        yield bob


@pytest.fixture
async def ada(browser: Browser) -> AsyncIterator[Page]:
    async with await browser.new_context(viewport={"width": 1280, "height": 900}) as context:
        yield await context.new_page()


@pytest.fixture
async def board(browser: Browser, room: Room) -> AsyncIterator[Page]:
    """The instructor's page, come to by the instructor's link."""
    async with await browser.new_context(viewport={"width": 1280, "height": 1000}) as context:
        page = await context.new_page()
        await page.goto(room.instructors_link)
        await page.get_by_role("button", name="Come in").click()
        await expect(page.get_by_role("heading", name="Board")).to_be_visible()
        yield page


async def test_the_instructor_sees_who_is_stuck_where_and_says_something(
    room: Room, guest: Guest, ada: Page, board: Page
) -> None:
    await expect(board.get_by_text("Nobody is here yet.")).to_be_visible()
    await come_in(ada, room, "Ada")
    await expect(ada.locator(".jp-NotebookPanel")).to_be_visible(timeout=SEAT)
    await guest.sit_down()
    await expect(board.locator("#counts")).to_have_text("2 online, 2 in total")

    # Bob's answer doesn't run: his check has a title, and the board has it.
    for cell in (OPENS, BROKEN, CHECKS):
        await guest.run(cell)
    stuck = board.locator("#stuck li")
    await expect(stuck).to_have_text(re.compile(rf"one person: can be run {EXERCISE.name}Bob"))
    row = board.get_by_role("row").filter(has_text="Bob")
    await expect(row).to_contain_text(f"{EXERCISE.name}: trying for 0 min, 1 check: can be run")
    await expect(board.locator("body")).not_to_contain_text("canary")

    # Ada raises her hand in the course panel; the instructor sees to it.
    mine = ada.get_by_role("region", name="Your room")
    await expect(mine).to_contain_text("Your instructor sees which exercises you've checked")
    await mine.get_by_role("button", name="Raise your hand").click()
    await expect(board.locator("#hands li")).to_contain_text("Ada")
    await board.get_by_role("button", name="Lower the hand of Ada").click()
    await expect(mine.get_by_role("button", name="Raise your hand")).to_be_visible(timeout=FELT)
    await expect(board.locator("#hands")).to_contain_text("No hand is up.")

    # A message to her, a text for everybody.
    await board.get_by_label("Message to").select_option("Ada")
    await board.get_by_label("Text", exact=True).fill("Look at the <b>ledger</b> at once")
    await board.get_by_role("button", name="Send").click()
    await expect(mine).to_contain_text("Look at the <b>ledger</b> at once", timeout=FELT)
    await board.get_by_label("Pinned for everybody").fill("Break until eleven")
    await board.get_by_role("button", name="Pin").click()
    await expect(mine).to_contain_text("Break until eleven", timeout=FELT)
    assert "at once" not in (await guest.get(f"{guest.path}/workshop/course"))[1]

    for scheme in SCHEMES:
        if folder := os.environ.get("WORKSHOP_SCREENSHOTS"):
            await ada.emulate_media(color_scheme=scheme)
            await ada.screenshot(path=Path(folder) / f"seat-{scheme}.png")

    # Hints are locked, in the panel and in a notebook.
    await board.get_by_label("are", exact=True).select_option("locked until I open them")
    await board.get_by_role("button", name="Set").click()
    await expect(board.locator("#rules")).to_have_text("Hints of every exercise: locked")
    locked = "The hints of this exercise aren't open yet"
    for _ in range(100):
        if locked in (said := (await guest.run(f"{EXERCISE.name}.hint()")).text):
            break
    assert locked in said

    # The instructor looks into Ada's JupyterLab, and she sees that.
    await board.get_by_role("row").get_by_role("button", name="Ada").click()
    async with board.expect_popup() as opening:
        await board.get_by_role("button", name="Help: open their JupyterLab").click()
    theirs = await opening.value
    await theirs.get_by_role("button", name="Open it").click()
    await expect(theirs.locator(".workshop-course")).to_be_attached(timeout=SEAT)
    await expect(mine).to_contain_text("Your instructor is in your JupyterLab", timeout=FELT)
    await board.get_by_role("button", name="Stop helping Ada").click()
    await expect(mine).not_to_contain_text("Your instructor is in", timeout=FELT)
    while (answer := await theirs.request.get(f"{room.url}/user/ada/api/contents")).ok:
        await asyncio.sleep(0.5)
    assert answer.status == 403

    # Ada came late: she is given what comes before lesson 02, and is told so.
    await board.get_by_role("row").get_by_role("button", name="Ada").click()
    await board.get_by_label("Lesson", exact=True).select_option("02 Messages")
    await board.get_by_role("button", name="Give the solutions before this lesson").click()
    await expect(mine).to_contain_text("You have our solutions of what comes", timeout=FELT)
    await expect(ada.get_by_role("button", name="Continue: status_query")).to_be_visible(
        timeout=FELT
    )
    await expect(board.get_by_role("row").filter(has_text="Ada")).to_contain_text(
        f"{EXERCISE.name}: given"
    )

    # She does an exercise herself, and says how the lesson was; the board shows how many said what.
    record_progress(Workspace(room.folder / "ada"), EXERCISE_NAME, Outcome.DONE)
    asked = ada.get_by_role("region", name=f"How was {LESSON.title}?")
    for question, said in (
        ("How was the pace?", "too fast"),
        ("Could you explain it to a colleague?", "in part"),
        ("What should we go over again?", built.sections(LESSON.notebook)[1]),
    ):
        await asked.get_by_role("group", name=question).get_by_role("button", name=said).click()
        await expect(board.locator("#answers")).to_contain_text(f"{question} {said} 1")
    await expect(asked).to_be_hidden()

    # Cleo brings a laptop: she gets a link of her own, and it can be taken back.
    await board.get_by_label("Connect a learner's laptop").fill("Cleo")
    await board.get_by_role("button", name="Create link").click()
    link = board.locator("#laptop-link")
    await expect(link).to_contain_text(f'workshop lab --room "{room.board_link.rstrip("/")}#')
    token = (await link.inner_text()).rpartition("#")[2].rstrip('"')
    telling = {"spool": "cleos", "events": []}
    headers = {"Authorization": f"Bearer {token}"}

    async def tells() -> int:
        answer = await board.request.post(
            f"{room.board_link}seat/events", data=telling, headers=headers
        )
        return answer.status

    assert await tells() == 200
    revoked = await board.request.delete(
        f"{room.board_link}laptops/cleo", headers={OWN_REQUESTS: "1"}
    )
    assert (revoked.status, await tells()) == (204, 401)

    # A cell that doesn't run isn't checked, and the instructor sees that somebody is stuck.
    course = ada.get_by_role("navigation", name="Course")
    await course.get_by_role("button", name=EXERCISE.name).click()
    answer_cell = ada.locator(".jp-CodeCell").filter(has_text=f"%%module {EXERCISE.module}")
    await answer_cell.locator(".cm-content").fill(BROKEN)
    await (
        ada.get_by_role("toolbar", name=f"Exercise {EXERCISE.name}")
        .get_by_role("button", name="Check")
        .click()
    )
    await expect(stuck).to_contain_text("2 people: can be run")

    # The projector's view has no names.
    await board.get_by_role("button", name="Projector view").click()
    await expect(board.get_by_role("button", name="Projector view")).to_have_attribute(
        "aria-pressed", "true"
    )
    for each in await board.locator(".names").all():
        await expect(each).to_be_hidden()
    await board.reload()
    await expect(board.locator("#stuck li")).to_be_visible()
    seen = await board.locator("body").inner_text()
    assert "can be run" in seen
    assert "Ada" not in seen
    assert "Bob" not in seen


async def test_the_board_can_be_used_by_all(room: Room, guest: Guest, board: Page) -> None:
    folder = os.environ.get("WORKSHOP_SCREENSHOTS")
    print_agenda(180, "first-steps", begins="09:00", without="", results=None, room=room.folder)
    await guest.sit_down()
    for cell in (OPENS, BROKEN, CHECKS, "lab.raise_hand()"):
        await guest.run(cell)
    clock = board.get_by_role("region", name="Clock")
    await expect(clock).to_contain_text("180 minutes, not started")
    await clock.get_by_role("button", name="Begin the session now").click()
    await expect(clock).to_contain_text("00 Start here: 5 min left, then Exercise: say_hello")
    await expect(board.locator("#hands li")).to_contain_text("Bob")
    # What lasts longer, the time for questions pays for.
    over = clock.get_by_text(re.compile(r"Ends at \d"))
    planned = (await over.inner_text()).partition(".")[0]
    await clock.get_by_role("button", name="Add 5 minutes").click()
    await expect(clock).to_contain_text("00 Start here: 10 min left, then Exercise: say_hello")
    assert (await over.inner_text()).partition(".")[0] == planned
    for kind in ("slides", "notes"):
        async with board.expect_popup() as opening:
            await clock.get_by_role("link", name=f"{kind.title()} of 00 Start here").click()
        shown = await opening.value
        await expect(shown).to_have_title(re.compile(f"Start here · {kind}"))
        await shown.close()
    for view in ("board", "projector"):
        for scheme in SCHEMES:
            await board.emulate_media(color_scheme=scheme)
            assert await barriers(board, {"include": "body"}) == []
            if folder:
                await board.screenshot(path=Path(folder) / f"{view}-{scheme}.png", full_page=True)
        await board.keyboard.press("p")
    ends = list(accumulate(slot.minutes for slot in agenda(180, "first-steps")))
    for minutes in (30, 73, 100, 170):
        began = {"began": time.time() - 60 * minutes - 30, "added": {}}
        headers = {OWN_REQUESTS: "1"}
        await board.request.put(f"{room.board_link}clock", headers=headers, data=began)
        at = next(index for index, end in enumerate(ends) if end > minutes)
        title = title_of(agenda(180, "first-steps")[at])
        await expect(clock).to_contain_text(f"{title}: {ends[at] - minutes} min left")
    await expect(clock).to_contain_text(
        "0 of 1 have done change_update. Half of the room is at say_"
    )
    await clock.get_by_role("button", name="Stop the clock").click()
    await expect(clock).to_contain_text("180 minutes, not started")
    # With the keyboard alone: a learner's name opens what is known.
    await board.get_by_role("row").filter(has_text="Bob").get_by_role("button").focus()
    await board.keyboard.press("Enter")
    dialog = board.get_by_role("dialog", name="Bob")
    await expect(dialog).to_contain_text(f"{EXERCISE.name}: trying")
    for scheme in SCHEMES:
        await board.emulate_media(color_scheme=scheme)
        assert await barriers(board, {"include": "dialog"}) == []
    board.on("dialog", lambda asked: asked.accept())
    await dialog.get_by_role("button", name="Delete their data").click()
    await expect(board.locator("#stuck")).to_contain_text("Nobody is stuck.")
    await expect(board.locator("#hands")).to_contain_text("No hand is up.")


async def test_a_learner_does_not_get_at_the_board(room: Room, ada: Page) -> None:
    await come_in(ada, room, "Ada")
    answer = await ada.goto(room.board_link)
    assert answer
    assert answer.status == 403
    for path in ("news", "feedback.csv", "certificate/ada", "page/board.js"):
        expected = 200 if path.startswith("page/") else 401  # the page itself holds nothing
        assert (await ada.request.get(f"{room.board_link}{path}")).status == expected
    wishes = [("PUT", "rules"), ("PUT", "pinned"), ("POST", "messages"), ("DELETE", "learners/bob")]
    for method, path in wishes:
        wished = await ada.request.fetch(
            f"{room.board_link}{path}", method=method, headers={"X-Workshop-Board": "1"}
        )
        assert wished.status == 401, path
    for path in ("slides/4", "notes/4"):
        assert (await ada.request.get(f"{room.board_link}{path}")).status == 403
