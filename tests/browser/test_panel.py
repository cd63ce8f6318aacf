"""The course panel: its sidebar, and the buttons below an exercise's cell."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import AsyncIterator

import nbformat
import pytest
from playwright.async_api import Locator, Page, expect

from tests.browser.axe import barriers
from tests.browser.jupyterlab import JupyterLab, Notebook
from workshop.lab.notice import Notice
from workshop.lab.workspace import Workspace
from workshop.notebook.built import course_folder, solution, starter

pytestmark = pytest.mark.timeout(300)

LESSON = "01_workflow_definition.ipynb"

#: Milliseconds in which a check has come to its verdict.
VERDICT = 60_000


class Course:
    """A learner at the start of lesson 01, and what the panel shows them."""

    def __init__(self, jupyterlab: JupyterLab, notebook: Notebook) -> None:
        self.jupyterlab = jupyterlab
        self.notebook = notebook
        self.workspace = jupyterlab.lab.workspace

    @property
    def page(self) -> Page:
        """The browser's page."""
        return self.jupyterlab.page

    @property
    def sidebar(self) -> Locator:
        """The sidebar."""
        return self.page.get_by_role("navigation", name="Course")

    def bar(self, exercise: str) -> Locator:
        """The buttons below an exercise's cell."""
        return self.page.get_by_role("toolbar", name=f"Exercise {exercise}")

    def button(self, exercise: str, name: str) -> Locator:
        """One of those buttons."""
        return self.bar(exercise).get_by_role("button", name=name)

    def mark(self, exercise: str) -> Locator:
        """The exercise's mark in the sidebar."""
        return self.sidebar.get_by_role("button", name=exercise).locator("[data-outcome]")

    async def go_to(self, exercise: str) -> Locator:
        """Click an exercise in the sidebar; return its cell."""
        await self.sidebar.get_by_role("button", name=exercise).click()
        heading = self.page.get_by_role("heading", name=f"Exercise: {exercise}")
        await expect(heading).to_be_in_viewport()
        return self.notebook.cell(f"%%module order_{exercise}")

    def progress(self) -> dict[str, str]:
        """What the workspace has written down."""
        path = self.workspace / ".workshop" / "progress.json"
        found: dict[str, str] = json.loads(path.read_text()) if path.exists() else {}
        return found


@pytest.fixture
async def course(jupyterlab: JupyterLab) -> AsyncIterator[Course]:
    """Lesson 01 as it came, nothing done."""
    workspace = jupyterlab.lab.workspace
    for name in ("progress.json", "hints.json"):
        (workspace / ".workshop" / name).unlink(missing_ok=True)
    for module in (workspace / "work").glob("order_*.py"):
        module.unlink()
    shutil.copy(course_folder("notebooks") / LESSON, workspace / LESSON)
    course = Course(jupyterlab, await jupyterlab.open(LESSON))
    await expect(course.sidebar).to_be_visible()
    yield course
    # What a test has changed is not asked about when the page is closed.
    await course.page.evaluate("onbeforeunload = null")


def answer(exercise: str) -> str:
    return f"%%module order_{exercise}\n{solution(exercise)}"


async def test_check_runs_the_cell_and_its_check_and_the_sidebar_follows(course: Course) -> None:
    cell = await course.go_to("first_step")
    wrong = answer("first_step").replace('"completed"', '"done"')
    await course.notebook.write(cell, wrong)
    await course.button("first_step", "Check").click()  # opens the lab by itself
    verdict = course.page.locator(".workshop-report")
    await expect(verdict).to_contain_text("✗ first_step", timeout=VERDICT)
    await expect(course.mark("first_step")).to_have_attribute("aria-label", "not yet")
    await expect(verdict).to_be_in_viewport()

    await course.notebook.write(cell, answer("first_step"))
    await course.button("first_step", "Check").click()
    await expect(verdict).to_contain_text("✓ first_step", timeout=VERDICT)
    await expect(verdict).to_contain_text("1 of 35 exercises done. Next: retry_policy.")
    await expect(course.mark("first_step")).to_have_attribute("aria-label", "done")
    await expect(course.bar("first_step").locator("[data-outcome=done]")).to_be_visible()
    await expect(course.sidebar).to_contain_text("1 of 35 exercises done")
    await course.jupyterlab.shoot("panel-done")
    await verdict.get_by_role("link", name="retry_policy").click()
    await expect(course.bar("retry_policy")).to_be_in_viewport()


async def test_hints_are_counted_over_a_restart_and_a_reload(course: Course) -> None:
    await course.go_to("first_step")
    await course.button("first_step", "Hint 0/3").click()
    output = course.notebook.cell("%%module order_first_step").locator(".jp-OutputArea")
    await expect(output).to_contain_text("first_step.hint()")
    await expect(output.locator(".workshop-text code").first).to_contain_text("await workflow")
    await expect(course.button("first_step", "Hint 1/3")).to_be_visible()

    course.jupyterlab.lab.end_kernels()
    await course.page.evaluate("onbeforeunload = null")
    await course.jupyterlab.open(LESSON)
    await course.go_to("first_step")
    await course.button("first_step", "Hint 1/3").click()
    await expect(output).to_contain_text("Hint 2 of 3")


async def test_the_solution_asks_once_and_opens_beside_mine_as_a_difference(course: Course) -> None:
    cell = await course.go_to("first_step")
    await course.button("first_step", "Solution").click()
    await course.page.get_by_role("button", name="I'll try a little longer").click()
    compare = course.page.locator(".workshop-compare:visible")
    await expect(compare).to_have_count(0)

    await course.button("first_step", "Solution").click()
    await course.page.get_by_role("button", name="Show it").click()
    await expect(compare).to_contain_text("create_order, order, start_to_close_timeout")
    await expect(compare.locator(".workshop-line-mine")).to_have_text(re.compile(r"\.\.\."))
    await expect(cell).to_be_visible()  # it is beside, not in front
    await course.jupyterlab.shoot("panel-solution")

    await course.button("first_step", "Solution").click()  # asks no more
    await expect(compare).to_have_count(1)
    await expect(course.page.get_by_role("button", name="Show it")).to_have_count(0)


async def test_start_from_mine_brings_my_answer_under_this_ones_name(course: Course) -> None:
    cell = await course.go_to("retry_policy")
    await course.button("retry_policy", "Start from mine").click()
    await expect(course.page.get_by_role("dialog")).to_contain_text(
        "haven't run an answer to first_step"
    )
    await course.page.keyboard.press("Enter")
    mine = "# %%module order_first_step\nMINE = 1\n"
    (course.workspace / "work" / "order_first_step.py").write_text(mine)
    # It holds an answer to first_step, so it is folded; a press of a button opens it.
    await expect(cell).to_have_count(0)
    await course.button("retry_policy", "Start from mine").click()
    await course.notebook.write(cell, "%%module order_retry_policy\nTYPED = 2\n")
    await course.button("retry_policy", "Start from mine").click()
    cell = course.notebook.cell("%%module order_retry_policy")
    await expect(cell.locator(".cm-content")).to_contain_text("MINE = 1")
    await expect(cell.locator(".jp-OutputArea")).to_contain_text("It is kept as")
    backups = (course.workspace / ".workshop" / "backups").glob("*_order_retry_policy.py")
    assert any("TYPED = 2" in each.read_text() for each in backups)
    await expect(
        course.bar("first_step").get_by_role("button", name="Start from mine")
    ).to_be_hidden()


async def test_reset_brings_the_cell_back_and_keeps_mine(course: Course) -> None:
    cell = await course.go_to("first_step")
    await course.notebook.write(cell, "%%module order_first_step\nTYPED = 3\n")
    await course.button("first_step", "Reset").click()
    cell = course.notebook.cell("%%module order_first_step")
    await expect(cell.locator(".cm-content")).to_contain_text("class OrderWorkflow")
    text = "\n".join(await cell.locator(".cm-line").all_inner_texts())
    assert text.split() == f"%%module order_first_step {starter('first_step')}".split()
    backups = (course.workspace / ".workshop" / "backups").glob("*_order_first_step.py")
    assert any("TYPED = 3" in each.read_text() for each in backups)
    await course.page.keyboard.press("ControlOrMeta+z")
    await expect(cell.locator(".cm-content")).to_contain_text("TYPED = 3")


async def test_reset_forgets_the_outcome_and_the_hints(course: Course) -> None:
    cell = await course.go_to("first_step")
    await course.notebook.write(cell, answer("first_step"))
    await course.button("first_step", "Check").click()
    await expect(course.mark("first_step")).to_have_attribute("aria-label", "done", timeout=VERDICT)
    await course.button("first_step", "Hint 0/3").click()
    await expect(course.button("first_step", "Hint 1/3")).to_be_visible()
    await course.button("first_step", "Reset").click()
    await expect(course.button("first_step", "Hint 0/3")).to_be_visible()
    await expect(course.mark("first_step")).to_have_attribute("aria-label", "not attempted")


async def test_a_check_of_a_cell_that_is_not_python_leaves_no_old_verdict(course: Course) -> None:
    cell = await course.go_to("first_step")
    await course.button("first_step", "Check").click()
    verdict = course.page.locator(".workshop-report")
    await expect(verdict).to_contain_text("– first_step", timeout=VERDICT)
    await course.notebook.write(cell, "%%module order_first_step\nclass (")
    await course.button("first_step", "Check").click()
    await expect(cell.locator(".jp-OutputArea")).to_contain_text("Line 2")
    await expect(verdict).to_have_count(0)


async def test_a_check_by_hand_says_that_the_cell_was_changed_since(course: Course) -> None:
    cell = await course.go_to("first_step")
    await course.notebook.write(cell, answer("first_step"))
    await course.button("first_step", "Check").click()
    verdict = course.page.locator(".workshop-report")
    await expect(verdict).to_contain_text("✓ first_step", timeout=VERDICT)
    await expect(verdict).not_to_contain_text("You have changed the cell")

    await course.notebook.write(cell, answer("first_step").replace("30", "31"))
    await course.notebook.run(course.notebook.cell("await first_step.check()"))
    await expect(verdict).to_contain_text("You have changed the cell since you ran it")


async def test_the_sidebar_leads_and_follows_what_happens_elsewhere(course: Course) -> None:
    await expect(course.sidebar.get_by_role("button", name="Continue: say_hello")).to_be_visible()
    lesson = course.sidebar.get_by_role("button", name=re.compile("^01 Workflow definition"))
    await expect(lesson).to_have_attribute("aria-current", "page")
    (course.workspace / ".workshop" / "progress.json").write_text(
        '{"start_here.say_hello": "DONE"}'
    )
    await expect(course.sidebar.get_by_role("button", name="Continue: first_step")).to_be_visible()

    await course.sidebar.get_by_role("button", name="Exercises of Activities").click()
    await course.sidebar.get_by_role("button", name="which_errors").click()
    await course.jupyterlab.opened("03_activities.ipynb")
    heading = course.page.get_by_role("heading", name="Exercise: which_errors")
    await expect(heading).to_be_in_viewport()
    await expect(course.mark("which_errors").locator("..")).to_have_attribute(
        "aria-current", "step"
    )

    # A lesson that has not been begun is begun at its top, another one where one is.
    await course.sidebar.get_by_role("button", name="Continue: first_step").click()
    notebook = await course.jupyterlab.opened(LESSON)
    exercise = course.page.get_by_role("heading", name="Exercise: first_step")
    await expect(notebook.panel.get_by_role("heading", name="01 Workflow")).to_be_in_viewport()
    await expect(exercise).not_to_be_in_viewport()
    await notebook.run(notebook.cell("await open_lab()"))
    await course.sidebar.get_by_role("button", name="Continue: first_step").click()
    await expect(exercise).to_be_in_viewport()
    await course.sidebar.get_by_role("button", name="Faults you can set").click()
    heading = course.page.get_by_role("heading", name="Faults you can set")
    await expect(heading).to_be_in_viewport()
    await course.sidebar.get_by_role("button", name="Glossary").click()
    heading = course.page.get_by_role("heading", name="Glossary")
    await expect(heading).to_be_in_viewport()


async def test_the_web_ui_opens_beside_at_the_workflow_in_sight(course: Course) -> None:
    cells = [course.notebook.code_cells.nth(at) for at in range(5)]
    for cell in cells:
        await course.notebook.run(cell)
    await course.notebook.run(course.notebook.cell("lab.shop.ledger").first)
    await course.sidebar.get_by_role("button", name="Temporal's Web UI").click()
    frame = course.page.locator(".jp-IFrame:visible iframe")
    await expect(frame).to_have_attribute(
        "src", re.compile(r"/temporal/namespaces/default/workflows/order-\d+")
    )
    await expect(frame.content_frame.locator("body")).to_contain_text("StockWorkflow")
    await expect(cells[0]).to_be_visible()


async def test_what_the_lab_has_to_say_is_shown_for_as_long_as_it_is_so(course: Course) -> None:
    notice = Notice(Workspace(course.workspace))
    said = course.page.get_by_text("There is no room left")
    for _ in range(2):
        notice.tell("There is no room left where your notebooks are.")
        await expect(said).to_be_visible(timeout=20_000)
        notice.tell("")
        await expect(said).to_have_count(0, timeout=20_000)


async def test_everything_can_be_done_by_keyboard(course: Course) -> None:
    page = course.page
    cell = await course.go_to("first_step")
    await course.notebook.write(cell, answer("first_step"))
    await page.keyboard.press("ControlOrMeta+Alt+c")
    await expect(page.locator(".workshop-report")).to_contain_text("✓ first_step", timeout=VERDICT)
    await page.keyboard.press("ControlOrMeta+Alt+h")
    await expect(cell.locator(".jp-OutputArea")).to_contain_text("Hint 1 of 3")
    await page.keyboard.press("ControlOrMeta+Alt+s")
    await expect(page.locator(".workshop-compare:visible")).to_be_visible()  # done: it does not ask
    await page.keyboard.press("ControlOrMeta+Alt+n")
    heading = page.get_by_role("heading", name="Exercise: retry_policy")
    await expect(heading).to_be_in_viewport()
    await course.button("retry_policy", "Check").focus()
    await page.keyboard.press("Tab")
    await expect(course.button("retry_policy", "Hint")).to_be_focused()
    await page.keyboard.press("ControlOrMeta+Shift+c")
    palette = page.locator(".lm-CommandPalette:visible")
    await palette.locator("input").fill("course")
    await expect(palette).to_contain_text("Continue the course")


async def test_a_diagram_is_drawn_again_in_the_colours_of_a_new_theme(
    jupyterlab: JupyterLab,
) -> None:
    path = jupyterlab.lab.workspace / jupyterlab.lab.write_notebook("drawing.ipynb", "1 + 1")
    drawing = nbformat.read(path, as_version=4)
    drawing.cells.append(
        nbformat.v4.new_markdown_cell("```mermaid\nflowchart LR\n    a --> b\n```")
    )
    nbformat.write(drawing, path)
    notebook = await jupyterlab.open("drawing.ipynb")
    await jupyterlab.use_theme("light")
    picture = notebook.panel.locator(".jp-RenderedMermaid img")
    light = re.compile("%23ECECFF")  # the nodes of Mermaid's light theme
    await expect(picture).to_have_attribute("src", light)
    await jupyterlab.use_theme("dark")
    await expect(picture).not_to_have_attribute("src", light)
    await jupyterlab.use_theme("light")
    await expect(picture).to_have_attribute("src", light)


@pytest.mark.parametrize("theme", ["light", "dark"])
async def test_everybody_can_read_the_panel(course: Course, theme: str) -> None:
    await course.page.set_viewport_size({"width": 800, "height": 900})
    await course.jupyterlab.use_theme(theme)
    await course.go_to("first_step")
    await course.button("first_step", "Solution").click()
    await course.page.get_by_role("button", name="Show it").click()
    await expect(course.page.locator(".workshop-compare:visible")).to_be_visible()
    ours = {"include": [[".workshop-course"], [".workshop-bar"], [".workshop-compare"]]}
    found = await barriers(course.page, ours)
    assert not found, "\n".join(found)
    for place in (course.sidebar, course.bar("first_step")):
        wide = await place.evaluate("each => each.scrollWidth - each.clientWidth")
        assert wide <= 0, "something is cut off, or has to be scrolled to"
