from temporalio.client import Client

from workshop.history.watch import watch

from .runs import start


async def test_outside_a_notebook_watching_waits_and_returns_the_history(client: Client) -> None:
    history = await watch(await start(client, "PayWithRetries", "order-1"))
    assert (history.status, history.result) == ("completed", "ch-order-1")
