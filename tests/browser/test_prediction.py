"""A prediction: said before looking, kept, and answered once its experiment has run."""

from __future__ import annotations

import nbformat
import pytest
from playwright.async_api import Locator, expect

from tests.browser.axe import barriers
from tests.browser.jupyterlab import JupyterLab, Notebook, RunningLab
from workshop.course.build.predictions import for_notebooks

pytestmark = pytest.mark.timeout(240)

NAME = "predicting.ipynb"

CHOICES = """**Predict.** How much is `1 + 1`?

- [ ] one
- [x] two, with `+`
- [ ] eleven"""

EXPLAINED = """:::{dropdown} What happened
Python adds.
:::"""

FREE = "**Predict.** And `2 + 2`?"


def write_notebook(lab: RunningLab) -> str:
    cells: list[nbformat.NotebookNode] = []
    for kind, source in (
        ("markdown", CHOICES),
        ("code", "1 + 1"),
        ("code", "the_last = 1 + 1"),
        ("markdown", EXPLAINED),
        ("markdown", FREE),
        ("code", "2 + 2"),
    ):
        if kind == "code":
            cells.append(nbformat.v4.new_code_cell(source))
        else:
            text, known = for_notebooks(source)
            cells.append(nbformat.v4.new_markdown_cell(text, metadata={"workshop": known}))
    kernel = {"name": "python3", "display_name": "Python 3 (ipykernel)", "language": "python"}
    notebook = nbformat.v4.new_notebook(cells=cells, metadata={"kernelspec": kernel})
    nbformat.write(notebook, lab.workspace / NAME)
    return NAME


@pytest.fixture
async def notebook(jupyterlab: JupyterLab) -> Notebook:
    return await jupyterlab.open(write_notebook(jupyterlab.lab))


def group(notebook: Notebook) -> Locator:
    return notebook.panel.get_by_role("radiogroup", name="Your prediction")


def said(lab: RunningLab) -> list[object]:
    """What the notebook's file says was predicted."""
    cells = nbformat.read(lab.workspace / NAME, as_version=4).cells
    known = [cell.metadata.get("workshop", {}) for cell in cells]
    return [each["prediction"].get("said") for each in known if "prediction" in each]


async def test_what_is_chosen_leads_on_is_kept_and_is_answered_by_the_run(
    jupyterlab: JupyterLab, notebook: Notebook
) -> None:
    radios = group(notebook).get_by_role("radio")
    await expect(radios).to_have_count(3)
    happened = notebook.panel.locator("details")
    await expect(happened).not_to_have_attribute("open", "")
    await group(notebook).get_by_text("eleven").click()
    await expect(radios.nth(2)).to_be_checked()
    await jupyterlab.page.keyboard.press("Shift+Enter")  # the experiment is where one is
    first = notebook.cell("1 + 1").first
    await expect(notebook.prompt(first)).to_have_text("[1]:")
    await expect(happened).not_to_have_attribute("open", "")  # there is more to run
    await expect(group(notebook)).not_to_contain_text("this happens")
    await jupyterlab.page.keyboard.press("Shift+Enter")
    await expect(happened).to_have_attribute("open", "")
    answer = group(notebook).locator("label", has_text="this happens")
    await expect(answer).to_have_count(1)
    await expect(answer).to_contain_text("two, with +")
    mine = group(notebook).locator("label", has_text="your prediction")
    await expect(mine).to_have_count(1)
    await expect(mine).to_contain_text("eleven")
    await expect(radios.nth(0)).to_be_disabled()
    await notebook.save()
    assert said(jupyterlab.lab) == [2, None]

    again = await jupyterlab.open(NAME)
    await expect(group(again).get_by_role("radio").nth(2)).to_be_checked()
    await expect(again.panel.locator("details")).to_have_attribute("open", "")
    await again.panel.locator("summary").click()
    await again.run(again.cell("2 + 2"))
    await expect(again.panel.locator("details")).not_to_have_attribute("open", "")


async def test_a_prediction_is_made_by_keyboard(jupyterlab: JupyterLab, notebook: Notebook) -> None:
    page = jupyterlab.page
    radios = group(notebook).get_by_role("radio")
    await radios.nth(0).focus()
    await page.keyboard.press("ArrowDown")
    await expect(radios.nth(1)).to_be_checked()
    await expect(radios.nth(1)).to_be_focused()
    await page.keyboard.press("Enter")
    await page.keyboard.press("Shift+Enter")
    await expect(notebook.prompt(notebook.cell("1 + 1").first)).to_have_text("[1]:")


async def test_a_prediction_without_choices_is_written_down(
    jupyterlab: JupyterLab, notebook: Notebook
) -> None:
    line = notebook.panel.get_by_role("textbox", name="Your prediction")
    await line.fill("four, jk")  # these letters are commands elsewhere
    await line.press("Enter")
    await jupyterlab.page.keyboard.press("Shift+Enter")
    await expect(notebook.prompt(notebook.cell("2 + 2"))).to_have_text("[1]:")
    await expect(line).to_be_disabled()
    await notebook.save()
    assert said(jupyterlab.lab) == [None, "four, jk"]


@pytest.mark.parametrize("theme", ["light", "dark"])
async def test_everybody_can_read_a_prediction(
    jupyterlab: JupyterLab, notebook: Notebook, theme: str
) -> None:
    await jupyterlab.use_theme(theme)
    await notebook.run(notebook.cell("the_last"))
    await expect(group(notebook)).to_contain_text("this happens")
    found = await barriers(jupyterlab.page, {"include": [[".workshop-prediction"], ["details"]]})
    assert not found, "\n".join(found)
