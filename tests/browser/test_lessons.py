"""Lessons as a learner sees them: run from top to bottom, then answered."""

from __future__ import annotations

import pytest
from playwright.async_api import expect

from tests.browser.axe import barriers
from tests.browser.contrast import faint_words
from tests.browser.jupyterlab import LESSON, THEMES, JupyterLab
from workshop.lessons import COURSE, Lesson
from workshop.notebook.built import course_folder, solution, starter

pytestmark = pytest.mark.timeout(300)

#: What the kit draws, by the classes of its own style sheets.
DRAWN = (
    ".workshop-timeline, .workshop-report, .workshop-ledger, .workshop-lab, .workshop-replay, "
    ".workshop-scorecard, .workshop-zoo"
)

CHECK = "from workshop.lessons.workflow_definition import first_step\n\nawait first_step.check()"


def shows_a_history(lesson: Lesson) -> bool:
    """Return whether a cell of the lesson draws a workflow's history, as its solution does."""
    return "workshop-timeline" in (course_folder("solutions") / lesson.notebook).read_text("utf-8")


@pytest.mark.parametrize("lesson", COURSE, ids=lambda lesson: lesson.name)
async def test_a_lesson_runs_from_top_to_bottom_with_nothing_answered(
    lesson: Lesson, jupyterlab: JupyterLab
) -> None:
    notebook = await jupyterlab.open(lesson.notebook)
    await notebook.run_all()
    for cell in await notebook.save():
        errors = [output.evalue for output in cell.outputs if output.output_type == "error"]
        assert not errors or "raises-exception" in cell.metadata.get("tags", []), errors

    await expect(notebook.panel.locator(".workshop-lab").first).to_contain_text(
        "the Temporal server that workshop lab has started"
    )
    verdicts = await notebook.panel.locator(".workshop-report strong").all_text_contents()
    assert verdicts == [f"– {exercise.name} · not attempted" for exercise in lesson.exercises]

    drawn = notebook.panel.locator(DRAWN)
    for picture in await drawn.all():
        size = await picture.evaluate("it => [it.scrollWidth, it.clientWidth, it.clientHeight]")
        assert 0 < size[0] <= size[1], f"cut off, or has a scroll bar: {size}"
        assert size[2] > 0
    timelines = await notebook.panel.locator(".workshop-timeline svg").count()
    assert (timelines > 0) == shows_a_history(lesson)
    assert await barriers(jupyterlab.page, {"include": DRAWN}) == []
    await jupyterlab.shoot(f"{lesson.number:02d}-drawn", *await drawn.all())


async def test_what_the_kit_draws_stands_out_in_both_themes(jupyterlab: JupyterLab) -> None:
    notebook = await jupyterlab.open(COURSE[0].notebook)
    await notebook.run_all()
    faint = {}
    for theme in THEMES:
        await jupyterlab.use_theme(theme)
        faint[theme] = await faint_words(notebook.panel.locator(DRAWN))
    assert not any(faint.values()), faint


async def test_an_answer_typed_into_its_cell_earns_a_tick(jupyterlab: JupyterLab) -> None:
    name = jupyterlab.lab.write_notebook(
        "answered.ipynb",
        "from workshop import open_lab\n\nlab = await open_lab()\nlab",
        f"%%module order_first_step\n{starter('first_step')}",
        CHECK,
    )
    notebook = await jupyterlab.open(name)
    await notebook.run_all()
    verdict = notebook.panel.locator(".workshop-report")
    await expect(verdict).to_contain_text("– first_step · not attempted")

    cell, check = notebook.cell("%%module"), notebook.cell("first_step.check()")
    wrong = solution("first_step").replace("seconds=30", "seconds=3")
    await notebook.write(cell, f"%%module order_first_step\n{wrong}")
    await notebook.run(cell)
    await notebook.run(check)
    await expect(verdict).to_contain_text("✗ first_step")
    await expect(verdict).to_contain_text("start-to-close timeout of 30 s")
    await jupyterlab.shoot("not-yet", verdict)

    await notebook.write(cell, f"%%module order_first_step\n{solution('first_step')}")
    await notebook.run(cell)
    await notebook.run(check, timeout=LESSON)
    await expect(verdict).to_contain_text("✓ first_step")
    await jupyterlab.shoot("done", verdict)


async def test_two_notebooks_may_be_open_at_the_same_time(jupyterlab: JupyterLab) -> None:
    opening = "from workshop import open_lab\n\nlab = await open_lab()\nlab.new_order().order_id"
    orders = []
    for name in ("one.ipynb", "two.ipynb"):
        notebook = await jupyterlab.open(jupyterlab.lab.write_notebook(name, opening))
        await notebook.run_all()
        orders.append(await notebook.panel.locator(".jp-OutputArea-output").text_content())
    assert orders[0] != orders[1]
