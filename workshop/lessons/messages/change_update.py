"""Exercise change_update: ask for a change and get an answer.

Long: ten checks, most of them on what is refused, and when.
"""

from __future__ import annotations

import asyncio
import contextlib
from typing import Any

from temporalio.client import Client

from workshop.exercises import Exercise, NotYet, Run, Trial, expect
from workshop.exercises.engine.words import listed
from workshop.history import History, read_history
from workshop.history.follow import HistoryError, history_that_satisfies
from workshop.orders import OrderInput, OrderItem
from workshop.patience import SOON, meanwhile, wait_patiently

#: Seconds the shop takes when a step shall not come to its end, and when it shall take its time.
HANGS, A_WHILE = 30.0, 1.0

#: Seconds in which the server has taken an update that nobody can carry out yet.
ADMITTED = 0.3

change_update = Exercise(
    "change_update",
    lesson="messages",
    module="changeable_order",
    hints=[
        "BasketWorkflow has both parts: the method with `@workflow.update`, whose result is the answer, "
        "and the validator that belongs to it.",
        "`@change_quantity.validator` marks the method that looks first. It takes the same argument, "
        "raises an error to refuse, and changes nothing.",
        "The validator looks at two things, `quantity` and `self._confirmed`. The update sets the "
        "quantity and returns `self._order.total`.",
    ],
)


@change_update.requires("charges what was ordered when nothing changes")
async def charges_what_was_ordered(trial: Trial) -> None:
    run = await _open_order(trial)
    await _expect_charged(run, 4200, "an order of two teapots that nobody changed")


@change_update.requires("answers a change with the new total", then=True)
async def answers_with_the_total(trial: Trial) -> None:
    run = await _open_order(trial)
    for quantity, cents, what in (
        (3, 6300, "three teapots cost"),
        (1, 2100, "one teapot costs"),
        (12, 25200, "twelve teapots cost"),
        (250, 525000, "two hundred and fifty teapots cost"),
    ):
        await _expect_answer(run, quantity, cents, what)
    two_items = trial.new_order()
    two_items.items.append(OrderItem("cup", quantity=1, unit_price=650))
    run = await _open_order(trial, two_items)
    await _expect_answer(run, 3, 6950, "three teapots and the cup beside them cost")
    for sku, what in (
        ("cup", "five cups, which come first, and two teapots"),
        ("teapot", "five teapots at half the price, which come first, and two at the whole"),
    ):
        cheap_first = trial.new_order()
        cheap_first.items.insert(0, OrderItem(sku, quantity=1, unit_price=1050))
        run = await _open_order(trial, cheap_first)
        await _expect_answer(run, 5, 5 * 1050 + 4200, f"{what} cost")


async def _expect_answer(run: Run, quantity: int, cents: int, what: str) -> None:
    total = await run.update("change_quantity", quantity)
    expect(
        total == cents,
        expected=f"change_quantity({quantity}) to answer {cents}, the cents that {what}",
        happened=f"it answered {total!r}.",
        think="what your update returns.",
    )


@change_update.requires("charges what was agreed on last")
async def charges_what_was_agreed(trial: Trial) -> None:
    run = await _open_order(trial)
    await run.update("change_quantity", 3)
    await run.update("change_quantity", 5)
    await _expect_charged(run, 10500, "an order that was changed to three teapots, then to five")
    queue = f"{trial.worker.task_queue}-first"
    first = await trial.serve(queue)
    run = await _open_order(trial, task_queue=queue)
    await run.update("change_quantity", 3)
    await first.stop()
    await trial.serve(queue)
    await _expect_charged(run, 6300, "an order whose worker was replaced after the change")


@change_update.requires("takes a change before the first line of run", within=20)
async def takes_it_early(trial: Trial) -> None:
    queue = f"{trial.worker.task_queue}-late"
    early, during = trial.new_order(), trial.new_order()
    trial.shop.delay("create_order", during.order_id, HANGS, times=1)
    waiting = await trial.start("OrderWorkflow", early, task_queue=queue)
    # Nobody is there yet, and a check's own client would say so: this one just waits.
    configuration = trial.client.config()
    configuration["interceptors"] = []
    handle = Client(**configuration).get_workflow_handle(waiting.handle.id)
    early_run = Run(trial, waiting.workflow_type, handle, early.order_id)
    async with meanwhile(early_run.update("change_quantity", 3)) as asked:
        await asyncio.sleep(ADMITTED)  # it waits at the server, as the workflow itself does
        await trial.serve(queue)
        totals = (await asked, await _while_created(trial, during))
    moments = ("when it comes before a worker has begun with the order", "while create_order runs")
    for total, when in zip(totals, moments, strict=True):
        expect(
            total == 6300,
            expected=f"change_quantity(3) to answer 6300 {when}",
            happened=f"it answered {total!r}.",
            think="what is known of the order before the first line of run.",
        )
    await _until(waiting, "create_order", closed=True)
    await _expect_charged(waiting, 6300, "an order that was changed before it was created")


async def _while_created(trial: Trial, order: OrderInput) -> Any:
    run = await trial.start("OrderWorkflow", order)
    await _until(run, "create_order", closed=False)
    while not run.ledger.calls_of("create_order"):
        await asyncio.sleep(0.02)
    return await run.update("change_quantity", 3)


@change_update.requires("charges what it has answered, whatever comes meanwhile", within=20)
async def charges_what_it_answered(trial: Trial) -> None:
    run = await _open_order(trial)
    assert run.order_id is not None
    # A handler that asks the shop waits for it, and the confirmation comes meanwhile.
    trial.shop.delay("create_order", run.order_id, A_WHILE)
    trial.shop.delay("reserve", run.order_id, A_WHILE)
    trial.shop.delay("charge", run.order_id, 2 * A_WHILE)
    changes = [
        asyncio.ensure_future(run.send_update("change_quantity", quantity)) for quantity in (3, 5)
    ]
    try:
        await _until_accepted(run, len(changes))
        await run.handle.signal("confirm")
        await run.end()
        with contextlib.suppress(asyncio.TimeoutError):
            await wait_patiently(asyncio.wait(changes), SOON)
    finally:
        for each in changes:
            each.cancel()
        await asyncio.gather(*changes, return_exceptions=True)
    run.expect_completed()
    done = [each for each in run.history.updates if each.status == "completed"]
    by_acceptance = sorted(done, key=lambda each: each.accepted_event)
    by_answer = sorted(done, key=lambda each: each.closed_event or 0)
    agreed = {each[-1].input[0] * 2100 for each in (by_acceptance, by_answer) if each} or {4200}
    charged = [charge.amount for charge in run.ledger.charges]
    expect(
        len(charged) == 1 and charged[0] in agreed,
        expected="the charge to be what was agreed on last, when the confirmation comes right after "
        "two changes",
        happened=f"the updates answered {listed(str(each.result) for each in by_answer) or 'nothing'}"
        f", and the ledger shows {listed(map(str, charged)) or 'no charge'}.",
        think="what your handler waits for, and what may happen to the order meanwhile.",
    )


async def _until_accepted(run: Run, count: int) -> None:
    """Wait until so many changes are accepted; a handler may still be at work on each."""

    def accepted(history: History) -> bool:
        return len(history.updates) >= count

    try:
        await wait_patiently(history_that_satisfies(run.handle, accepted), 5.0)
    except (HistoryError, asyncio.TimeoutError):
        raise NotYet(
            expected="change_quantity(3) and change_quantity(5), sent at the same time, to be taken",
            happened=f"of the two, {len((await read_history(run.handle)).updates)} "
            "is in the history.",
            think="what your validator looks at, and what it has to do with another change.",
        ) from None


@change_update.requires("refuses a quantity below one")
async def refuses_nonsense(trial: Trial) -> None:
    run = await _open_order(trial)
    for quantity in (0, -1):
        await run.expect_refused("change_quantity", quantity, "because it is below one")


@change_update.requires("writes nothing into the history when it refuses")
async def refuses_without_a_trace(trial: Trial) -> None:
    run = await _open_order(trial)
    await run.expect_refused("change_quantity", 0, "because it is below one")
    history = await read_history(run.handle)
    expect(
        not history.updates,
        expected="a history without a trace of a change that was refused",
        happened=f"the history shows the update, accepted and then {history.updates[0].status}."
        if history.updates
        else "",
        think="who looks at the argument: the handler, when the update is accepted already, or "
        "somebody before it.",
    )


@change_update.requires("changes nothing when it refuses")
async def refusing_changes_nothing(trial: Trial) -> None:
    run = await _open_order(trial)
    await run.expect_refused("change_quantity", 0, "because it is below one")
    await _expect_charged(run, 4200, "an order of two teapots and a change that was refused")


@change_update.requires("refuses a change that comes after the confirmation")
async def refuses_late(trial: Trial) -> None:
    for slow, step in (("charge", "process_payment"), ("create_order", "create_order")):
        order = trial.new_order()
        trial.shop.delay(slow, order.order_id, HANGS)
        run = await trial.start("OrderWorkflow", order)
        if step == "process_payment":
            await _until(run, "create_order", closed=True)
        await run.handle.signal("confirm")
        await _until(run, step, closed=False)
        await _expect_refused_late(run, f"once the order is confirmed, while {step} runs")


async def _expect_refused_late(run: Run, when: str) -> None:
    await run.expect_refused("change_quantity", 5, when)
    expect(
        not (await read_history(run.handle)).updates,
        expected="a history without a trace of the change that came too late",
        happened="the history shows the update: it was accepted first.",
        think="where the workflow knows that the order is confirmed.",
    )


@change_update.requires("takes the same steps in a replay", then=True)
async def change_update_replays(trial: Trial) -> None:
    await trial.expect_replays()


async def _open_order(
    trial: Trial, order: OrderInput | None = None, *, task_queue: str | None = None
) -> Run:
    """Start the order, or a new one, and wait until it waits for its confirmation."""
    run = await trial.start("OrderWorkflow", order or trial.new_order(), task_queue=task_queue)
    await _until(run, "create_order", closed=True)
    return run


async def _until(run: Run, step: str, *, closed: bool) -> None:
    """Wait until the step is asked for, or over; raise `NotYet` if the workflow ends first."""

    def there(history: History) -> bool:
        return any(each.closed_event or not closed for each in history.scheduled(step))

    try:
        await wait_patiently(history_that_satisfies(run.handle, there), SOON)
    except (HistoryError, asyncio.TimeoutError):
        history = await read_history(run.handle)
        raise NotYet(
            expected=f"the order to get to its step {step}",
            happened=f"the workflow {history.status}"
            + (f": {history.failure.origin}." if history.failure else " without it."),
            think="what your workflow does before that step.",
        ) from None


async def _expect_charged(run: Run, cents: int, what: str) -> None:
    await run.handle.signal("confirm")
    await run.end()
    asked = [each.input[0]["amount"] for each in run.history.scheduled("process_payment")]
    expect(
        asked in ([cents], []),
        expected=f"a payment of {cents} cents for {what}",
        happened=f"the history shows that process_payment was asked for {asked and asked[0]}.",
        think="which methods may change the order, and which order the payment is made for.",
    )
    run.expect_completed()
    amounts = [charge.amount for charge in run.ledger.charges]
    expect(
        amounts == [cents],
        expected=f"one charge of {cents} cents for {what}",
        happened=f"the ledger shows {', '.join(map(str, amounts)) or 'no charge'}.",
        think="which methods may change the order, and which order the payment is made for.",
    )
