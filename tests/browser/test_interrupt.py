"""The ■ button stops whatever a cell waits for."""

import pytest
from playwright.async_api import expect

from tests.browser.jupyterlab import JupyterLab

pytestmark = pytest.mark.timeout(240)

OPEN = "from workshop import open_lab\n\nlab = await open_lab()"

MODULE = """%%module patient
from temporalio import workflow


@workflow.defn
class Patient:
    @workflow.run
    async def run(self) -> None:
        await workflow.wait_condition(lambda: False)
"""

WORKFLOW = """await lab.worker("patients", workflows=[Patient])
handle = await lab.client.start_workflow(Patient.run, id=lab.new_order().order_id, task_queue="patients")
print("waiting")
await handle.result()"""

SLEEP = """import asyncio

print("waiting")
await asyncio.sleep(1000)"""

AFTERWARDS = "(await lab.client.count_workflows()).count > 0"


@pytest.mark.parametrize("waits", [WORKFLOW, SLEEP], ids=["workflow", "sleep"])
async def test_the_stop_button_stops_a_waiting_cell(waits: str, jupyterlab: JupyterLab) -> None:
    name = jupyterlab.lab.write_notebook("interrupt.ipynb", OPEN, MODULE, waits, AFTERWARDS)
    notebook = await jupyterlab.open(name)
    await notebook.run(notebook.code_cells.nth(0))
    await notebook.run(notebook.code_cells.nth(1))
    waiting, afterwards = notebook.code_cells.nth(2), notebook.code_cells.nth(3)
    await notebook.start(waiting)
    await expect(waiting.locator(".jp-OutputArea-output")).to_have_text("waiting\n")
    await expect(notebook.prompt(waiting)).to_have_text("[*]:")

    assert await notebook.stop(waiting) < 2
    await jupyterlab.shoot("interrupted", waiting)

    await notebook.run(afterwards)
    await expect(afterwards.locator(".jp-OutputArea-output")).to_contain_text("True")
