"""What a learner meets first."""

import pytest
from playwright.async_api import expect

from tests.browser.jupyterlab import JupyterLab

pytestmark = pytest.mark.timeout(240)


async def test_the_address_that_is_printed_opens_the_first_notebook(jupyterlab: JupyterLab) -> None:
    await jupyterlab.page.goto(jupyterlab.lab.url)
    notebook = await jupyterlab.opened("00_start_here.ipynb")
    await expect(notebook.panel.get_by_role("heading", name="Start here")).to_be_visible()
    await jupyterlab.shoot("start")


async def test_nothing_pops_up(jupyterlab: JupyterLab) -> None:
    await jupyterlab.open("00_start_here.ipynb")
    await expect(jupyterlab.page.locator(".jp-Dialog")).to_have_count(0)
    await expect(jupyterlab.page.locator(".Toastify__toast")).to_have_count(0)


async def test_the_launcher_has_a_tile_for_the_web_ui(jupyterlab: JupyterLab) -> None:
    await jupyterlab.open("00_start_here.ipynb")
    launcher = await jupyterlab.show_launcher()
    tile = launcher.locator(".jp-LauncherCard").filter(has_text="Temporal Web UI")
    await expect(tile).to_be_visible()
    await jupyterlab.shoot("launcher")
