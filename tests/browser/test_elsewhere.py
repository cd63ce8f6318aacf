"""Two notebooks open, a browser that is killed, Notebook 7, and a server under a prefix."""

from __future__ import annotations

import json
import re
import shutil
import sys
from asyncio import create_subprocess_exec
from collections.abc import AsyncIterator
from pathlib import Path
from subprocess import DEVNULL

import httpx
import pytest
from playwright.async_api import Browser, Page, expect

from tests.browser.jupyterlab import JupyterLab, Notebook, RunningLab
from tests.environment import persons_environment
from tests.families import wait_until
from workshop.jupyter.configuration import LABEXTENSIONS
from workshop.lab.workspace import Workspace
from workshop.notebook.built import course_folder, solution
from workshop.patience import slowness
from workshop.processes.ports import free_port

pytestmark = pytest.mark.timeout(300)

FIRST, SECOND = "00_start_here.ipynb", "01_workflow_definition.ipynb"

#: Milliseconds in which a check has come to its verdict.
VERDICT = 60_000


@pytest.fixture
def lab(running_lab: RunningLab) -> RunningLab:
    """Nothing is done yet, and the first two notebooks are as they came."""
    for name in ("progress.json", "hints.json"):
        (running_lab.workspace / ".workshop" / name).unlink(missing_ok=True)
    for name in (FIRST, SECOND):
        shutil.copy(course_folder("notebooks") / name, running_lab.workspace / name)
    return running_lab


def progress(lab: RunningLab) -> dict[str, str]:
    path = lab.workspace / ".workshop" / "progress.json"
    found: dict[str, str] = json.loads(path.read_text()) if path.exists() else {}
    return found


async def check(page: Page, notebook: Notebook, exercise: str, module: str) -> None:
    """Write our answer into an exercise's cell and press Check."""
    sidebar = page.get_by_role("navigation", name="Course")
    await sidebar.get_by_role("button", name=exercise, exact=False).last.click()
    cell = notebook.cell(f"%%module {module}")
    await notebook.write(cell, f"%%module {module}\n{solution(exercise)}")
    bar = page.get_by_role("toolbar", name=f"Exercise {exercise}")
    await bar.get_by_role("button", name="Check").click()


async def test_two_notebooks_are_open_and_each_checks_its_own(
    jupyterlab: JupyterLab, lab: RunningLab
) -> None:
    page = jupyterlab.page
    notebook = await jupyterlab.open(FIRST)
    sidebar = page.get_by_role("navigation", name="Course")
    await check(page, notebook, "say_hello", "hello_workflow")
    await sidebar.get_by_role("button", name="Exercises of Workflow definition").click()
    await check(page, notebook, "first_step", "order_first_step")  # opens the second, beside
    reports = page.locator(".workshop-report:visible")
    await expect(reports).to_contain_text("✓ first_step", timeout=VERDICT)
    await expect(sidebar).to_contain_text("2 of 35 exercises done", timeout=VERDICT)
    await page.get_by_role("tab", name=FIRST).click()
    await expect(reports).to_contain_text("✓ say_hello")
    assert len(progress(lab)) == 2


#: A notebook whose last cell waits for a file, then checks.
WAITING = (
    "from workshop import open_lab\n\nlab = await open_lab()",
    f"%%module hello_workflow\n{solution('say_hello')}",
    """\
import asyncio
from pathlib import Path

from workshop.lessons.start_here import say_hello

while not Path("go-on").exists():
    await asyncio.sleep(0.05)
await say_hello.check()""",
)


async def test_a_check_goes_on_when_the_browser_is_killed(
    jupyterlab: JupyterLab, lab: RunningLab, browser: Browser
) -> None:
    notebook = await jupyterlab.open(lab.write_notebook("waiting.ipynb", *WAITING))
    for cell in (await notebook.code_cells.all())[:2]:
        await notebook.run(cell)
    await notebook.start(notebook.cell("go-on"))
    await jupyterlab.page.context.close()  # nothing is saved, nobody is asked
    (lab.workspace / "go-on").touch()

    context = await browser.new_context(viewport={"width": 1280, "height": 900})
    try:
        again = JupyterLab(await context.new_page(), lab, None)
        await again.open(FIRST)
        sidebar = again.page.get_by_role("navigation", name="Course")
        await expect(sidebar).to_contain_text("1 of 35 exercises done", timeout=VERDICT)
    finally:
        await context.close()


async def test_a_lesson_runs_in_notebook_7(jupyterlab: JupyterLab, lab: RunningLab) -> None:
    page = jupyterlab.page
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(f"{error}\n{error.stack}"))
    await page.goto(f"{lab.origin}/notebooks/{FIRST}?token={lab.token}")
    notebook = Notebook(jupyterlab, page.locator(".jp-NotebookPanel"))
    await expect(page.locator(".jp-Notebook-ExecutionIndicator")).to_have_attribute(
        "data-status", "idle"
    )
    await jupyterlab.choose("Run", "Run All Cells")
    await expect(notebook.prompt(notebook.cell("lab.shop").last)).to_have_text(
        re.compile(r"\[\d+\]"), timeout=VERDICT
    )
    await expect(page.locator(".workshop-timeline").first).to_be_visible()
    await expect(page.locator(".workshop-report")).to_contain_text("say_hello")
    bar = page.get_by_role("toolbar", name="Exercise say_hello")
    await expect(bar.get_by_role("button", name="Hint 0/")).to_be_visible()
    # Notebook 7 has errors of its own here, with and without the panel.
    assert not [error for error in wrong if "workshop" in error]


@pytest.fixture
async def prefixed_lab(tmp_path: Path) -> AsyncIterator[RunningLab]:
    """A JupyterLab as JupyterHub starts one: under a prefix, and nothing of `workshop lab` with it."""
    workspace = Workspace(tmp_path / "course")
    workspace.create()
    for name in (FIRST, SECOND):
        shutil.copy(course_folder("notebooks") / name, workspace.root / name)
    port = free_port(None)
    process = await create_subprocess_exec(
        *(sys.executable, "-m", "jupyterlab", "--allow-root", "--no-browser"),
        *("--port", str(port), "--ServerApp.port_retries=0", "--IdentityProvider.token=secret"),
        *("--ServerApp.base_url=/user/ada@home/", f"--ServerApp.root_dir={workspace.root}"),
        f"--LabApp.extra_labextensions_path={LABEXTENSIONS}",
        "--ServerApp.jpserver_extensions={'workshop.panel': True}",
        stdout=DEVNULL,
        stderr=DEVNULL,
        cwd=workspace.root,
        env=persons_environment(WORKSHOP_WORKSPACE=str(workspace.root)),
    )
    origin = f"http://127.0.0.1:{port}/user/ada@home"

    def answers() -> bool:
        try:
            return httpx.get(f"{origin}/lab?token=secret", trust_env=False).is_success
        except httpx.TransportError:
            return False

    try:
        assert wait_until(answers, 60 * slowness())
        yield RunningLab(f"{origin}/lab?token=secret", workspace.root)
    finally:
        process.terminate()
        await process.wait()


async def test_the_panel_works_under_a_prefix(browser: Browser, prefixed_lab: RunningLab) -> None:
    context = await browser.new_context(viewport={"width": 1280, "height": 900})
    try:
        jupyterlab = JupyterLab(await context.new_page(), prefixed_lab, None)
        notebook = await jupyterlab.open(FIRST)
        await check(jupyterlab.page, notebook, "say_hello", "hello_workflow")
        report = jupyterlab.page.locator(".workshop-report")
        await expect(report).to_contain_text("✓ say_hello", timeout=VERDICT)
        sidebar = jupyterlab.page.get_by_role("navigation", name="Course")
        await expect(sidebar).to_contain_text("1 of 35 exercises done")
        await sidebar.get_by_role("button", name="Continue: first_step").click()
        await jupyterlab.opened(SECOND)
    finally:
        await context.close()
