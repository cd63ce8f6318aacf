"""Temporal's Web UI as a tab beside the notebook."""

import pytest
from playwright.async_api import expect

from tests.browser.jupyterlab import JupyterLab

pytestmark = pytest.mark.timeout(240)

OPEN = "from workshop import open_lab\n\nlab = await open_lab()"

MODULE = """%%module greeting
from temporalio import workflow


@workflow.defn
class Greeting:
    @workflow.run
    async def run(self, name: str) -> str:
        return f"Hello, {name}!"
"""

RUN = """await lab.worker("greetings", workflows=[Greeting])
order = lab.new_order()
await lab.client.execute_workflow(
    Greeting.run, "Ada", id=order.order_id, task_queue="greetings"
)
print(order.order_id)"""


async def test_the_web_ui_is_a_tab_that_shows_the_notebooks_workflow(
    jupyterlab: JupyterLab,
) -> None:
    name = jupyterlab.lab.write_notebook("web_ui.ipynb", OPEN, MODULE, RUN)
    notebook = await jupyterlab.open(name)
    await notebook.run_all()
    order = (await notebook.code_cells.last.locator(".jp-OutputArea-output").inner_text()).strip()
    assert order.startswith("order-")

    web_ui = await jupyterlab.open_web_ui()
    link = web_ui.get_by_role("link", name=order, exact=True)
    await expect(link).to_be_visible()
    await jupyterlab.shoot("web-ui-list")

    await link.click()
    await expect(web_ui.get_by_role("heading", name=order)).to_be_visible()
    await expect(web_ui.get_by_text("Greeting", exact=True).first).to_be_visible()
    await expect(web_ui.locator("body")).to_contain_text("Hello, Ada!")
    await jupyterlab.shoot("web-ui-history")

    frames = [frame.url for frame in jupyterlab.page.frames if "/temporal/" in frame.url]
    assert len(frames) == 1
    assert frames[0].startswith(f"{jupyterlab.lab.origin}/temporal/"), frames
    assert f"/workflows/{order}/" in frames[0]


async def test_the_link_beside_the_lab_leads_to_the_web_ui(jupyterlab: JupyterLab) -> None:
    name = jupyterlab.lab.write_notebook("link.ipynb", f"{OPEN}\nlab")
    notebook = await jupyterlab.open(name)
    await notebook.run_all()
    async with jupyterlab.page.expect_popup() as opening:
        await notebook.panel.get_by_role("link", name="Temporal Web UI").click()
    page = await opening.value
    await expect(page).to_have_title("Workflows | default")
    assert page.url.startswith(f"{jupyterlab.lab.origin}/temporal/")
