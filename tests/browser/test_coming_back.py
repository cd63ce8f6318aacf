"""A learner closes the browser half-way through a notebook, and opens it again."""

import pytest
from playwright.async_api import expect

from tests.browser.jupyterlab import JupyterLab

pytestmark = pytest.mark.timeout(240)

CELLS = (
    "from workshop import open_lab\n\nlab = await open_lab()",
    "order = lab.new_order()\nlab.shop.ledger(order.order_id)",
    "print(order.order_id)",
)


async def test_what_was_drawn_and_the_kernel_are_still_there(jupyterlab: JupyterLab) -> None:
    name = jupyterlab.lab.write_notebook("coming_back.ipynb", *CELLS)
    notebook = await jupyterlab.open(name)
    for cell in (await notebook.code_cells.all())[:2]:
        await notebook.run(cell)
    ledger = notebook.panel.locator(".workshop-ledger")
    drawn = await ledger.inner_html()
    await notebook.save()

    notebook = await jupyterlab.open(name)
    await expect(ledger).to_be_visible()
    assert await ledger.inner_html() == drawn
    last = notebook.cell(CELLS[-1])
    await notebook.run(last)
    await expect(last.locator(".jp-OutputArea-output")).to_contain_text("order-")
