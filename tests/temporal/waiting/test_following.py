"""Waits for a history or a ledger: they say why nothing comes, and they end."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import httpx
import pytest
from temporalio.client import Client

from workshop.history import follow as history_follow
from workshop.history.follow import HistoryError, history_that_satisfies
from workshop.history.watch import watch
from workshop.lab.lab import Lab
from workshop.shop import follow as ledger_follow
from workshop.shop.follow import LedgerError, ledger_that_satisfies
from workshop.temporal.waiting import Diagnosis, WorkflowStuckError

from . import shop_workflows as shop
from .helpers import shop_worker


async def test_without_a_worker_the_wait_for_a_history_says_so(client: Client, unique: str) -> None:
    handle = await client.start_workflow(shop.Quick.run, id=unique, task_queue=unique)
    with pytest.raises(HistoryError) as caught:
        await history_that_satisfies(handle, lambda history: history.timers)
    assert f"no worker polls the task queue '{unique}'" in str(caught.value)
    assert "Quick · running" in str(caught.value).partition("This is it:")[2]


@pytest.mark.parametrize("workflow", [shop.Misspelt, shop.RollsDice])
async def test_a_stuck_workflow_task_ends_the_wait_for_a_history(
    client: Client, unique: str, workflow: type[shop.Misspelt]
) -> None:
    async with shop_worker(client, unique):
        handle = await client.start_workflow(workflow.run, id=unique, task_queue=unique)
        with pytest.raises(HistoryError, match="is alive but stuck"):
            await history_that_satisfies(handle, lambda history: history.timers)


async def test_a_failing_activity_is_told_and_the_wait_ends(
    client: Client, told: list[Diagnosis], unique: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(history_follow, "DEADLINE", 3.0)
    async with shop_worker(client, unique):
        handle = await client.start_workflow(
            shop.CallsActivity.run,
            args=["decline_payment", None, 0],
            id=unique,
            task_queue=unique,
        )
        with pytest.raises(HistoryError, match="did not come within 3 s"):
            await history_that_satisfies(handle, lambda history: history.timers)
        await handle.terminate()
    assert told[0].kind == "activity-retries"


async def test_a_message_that_nobody_sends_does_not_end_the_wait_early(
    client: Client, unique: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(history_follow, "DEADLINE", 3.0)
    async with shop_worker(client, unique):
        handle = await client.start_workflow(shop.WaitsForSignal.run, id=unique, task_queue=unique)
        with pytest.raises(HistoryError, match="did not come within 3 s"):
            await history_that_satisfies(handle, lambda history: history.timers)


async def test_a_workflow_that_ends_without_it_ends_the_wait(client: Client, unique: str) -> None:
    async with shop_worker(client, unique):
        handle = await client.start_workflow(shop.Quick.run, id=unique, task_queue=unique)
        with pytest.raises(HistoryError, match="the workflow ended without it"):
            await history_that_satisfies(handle, lambda history: history.timers)


async def test_a_client_that_does_not_explain_waits_all_the_same(
    plain_client: Client, client: Client, unique: str
) -> None:
    async with shop_worker(client, unique):
        await client.start_workflow(shop.Quick.run, id=unique, task_queue=unique)
        handle = plain_client.get_workflow_handle(unique)
        history = await history_that_satisfies(handle, lambda history: history.closed_event)
    assert history.status == "completed"


async def test_watching_a_workflow_that_cannot_move_ends(client: Client, unique: str) -> None:
    handle = await client.start_workflow(shop.Quick.run, id=unique, task_queue=unique)
    with pytest.raises(WorkflowStuckError, match="no worker polls"):
        await watch(handle)


def charge(lab: Lab, order_id: str) -> None:
    """Do what an activity would."""
    order = {
        "customer": "ada@example.com",
        "items": [{"sku": "teapot", "quantity": 2, "unit_price": 2100}],
    }
    with httpx.Client(base_url=lab.address.shop_url, trust_env=False) as http:
        http.put(f"/orders/{order_id}", json=order).raise_for_status()
        http.post("/charges", json={"order_id": order_id, "amount": 100}).raise_for_status()


async def test_an_entry_that_is_there_is_returned_at_once(
    lab: Lab, unique: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert (await lab.ledger(unique)).charges == ()
    charge(lab, unique)
    ledger = await lab.ledger(unique, until=lambda ledger: ledger.charges)
    assert [each.amount for each in ledger.charges] == [100]
    assert await lab.ledger(unique) == ledger
    assert capsys.readouterr().err == ""


async def test_an_entry_that_comes_late_is_waited_for(
    lab: Lab,
    unique: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(ledger_follow, "SILENCE", 0.0)
    looks = 0

    def is_charged(ledger: object) -> bool:
        nonlocal looks
        looks += 1
        if looks == 20:
            charge(lab, unique)
        return bool(lab.shop.ledger(unique).charges)

    await lab.ledger(unique, until=is_charged)
    said = capsys.readouterr().err
    assert said.count(f"Still waiting for the ledger of '{unique}'") == 1


async def test_an_entry_that_never_comes_ends_the_wait_with_the_ledger(
    lab: Lab, unique: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ledger_follow, "DEADLINE", 1.0)
    charge(lab, unique)
    with pytest.raises(LedgerError) as caught:
        await lab.ledger(unique, until=lambda ledger: ledger.refunds)
    assert "within 1 s" in str(caught.value)
    assert f"{unique}-charge-1" in str(caught.value)


@pytest.mark.parametrize(
    ("workflow", "has_worker", "kind"),
    [
        (shop.Quick, False, "no-worker"),
        (shop.Misspelt, True, "workflow-task-fails"),
        (shop.WaitsADay, True, "waits"),
    ],
)
async def test_the_orders_workflow_is_explained_and_the_wait_goes_on(
    lab: Lab,
    explaining: Callable[..., Client],
    told: list[Diagnosis],
    unique: str,
    workflow: type[shop.Quick],
    has_worker: bool,
    kind: str,
) -> None:
    client = explaining(patience=timedelta(0))

    def once_told(_: object) -> bool:
        return bool(told)

    handle = await client.start_workflow(workflow.run, id=unique, task_queue=unique)
    if has_worker:
        async with shop_worker(client, unique):
            await ledger_that_satisfies(lab.shop, client, unique, once_told)
            await handle.terminate()
    else:
        await ledger_that_satisfies(lab.shop, client, unique, once_told)
    assert told[0].kind == kind


async def test_an_error_in_the_condition_comes_through(lab: Lab, unique: str) -> None:
    with pytest.raises(AttributeError, match="charge_count"):
        await lab.ledger(unique, until=lambda ledger: ledger.charge_count)  # type: ignore[attr-defined]
