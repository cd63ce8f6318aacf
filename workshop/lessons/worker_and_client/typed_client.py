"""Exercise typed_client: start an order and ask for it from another process."""

from __future__ import annotations

import asyncio
import contextlib
import time

from temporalio.client import Client
from temporalio.service import RPCError

from workshop.exercises import NotYet, expect
from workshop.exercises.engine.words import SAMPLE_ID
from workshop.exercises.programs.call import Answer
from workshop.exercises.programs.caller import Caller
from workshop.exercises.programs.program import ProgramExercise, ProgramTrial
from workshop.history.follow import history_that_satisfies
from workshop.lessons.worker_and_client.evidence import (
    GIVEN,
    expect_id,
    expect_no_slip,
    expect_started,
    finish,
    serve_orders,
    started,
)
from workshop.lessons.worker_and_client.worker_process import is_created
from workshop.orders import (
    OrderInput,
)
from workshop.patience import meanwhile, slowness

#: Seconds the shop takes when a payment is not to come to its end.
HANGS = 30.0

#: Seconds that a query which waits for one may take longer than the check's own.
A_MOMENT = 0.7

#: How often a call is made that the SDK prolongs. Where the server is the first to say that a query
#: has had its time, the SDK asks again. Measured with an ``rpc_timeout`` of 1 s: one query of four
#: took 2 s, one of ten 4 s to 17 s.
CALLS = 5

#: What a query raises that is not answered, and what asyncio raises for one that it ends.
ERRORS_OF_A_QUERY = ("RPCError", "TimeoutError")

#: Seconds that an order waits for its customer while somebody waits for its result.
UNDECIDED = 2.0

typed_client = ProgramExercise(
    "typed_client",
    lesson="worker_and_client",
    module="order_client",
    given=(GIVEN,),
    runs_by_itself=True,
    hints=[
        "Each function connects, then does one thing. `client.start_workflow` returns as soon as the "
        "order is started, and gives you a handle; a handle has an `id`.",
        "Of the two ways to get a handle from an id, take the one that knows what `run` returns. "
        "Both functions need it: one asks the handle, the other waits for it.",
        "The query gets a second argument, the one that ended the wait above. "
        "The others wait for nobody, or for as long as it takes: they need none.",
    ],
)


@typed_client.requires("starts an order under its own id, and waits for nobody", within=20)
async def starts_under_its_id(trial: ProgramTrial) -> None:
    order = trial.new_order()
    answer = await trial.call("start_order_workflow", order)  # nobody works on it yet
    expect_id(answer, order)
    await expect_started(trial, order)


@typed_client.requires("gives up after a moment when no worker answers", within=60)
async def gives_up(trial: ProgramTrial) -> None:
    order = await started(trial)
    for _ in range(CALLS):
        answer = await trial.call("get_order_status", order.order_id, within=6.0)
        given = [each for each in answer.queries if each is not None]
        has_its_limit = given == answer.queries and 0 < sum(given) <= 1.0 + A_MOMENT
        if answer.in_time or not has_its_limit:
            break
    expect(
        sum(given) <= 1.0 + A_MOMENT,
        expected="get_order_status to give up when no worker answers its query within a second",
        happened="the rpc_timeout of "
        + ("its query is" if len(given) == 1 else f"its {len(given)} queries is together")
        + f" {sum(given):g} s.",
        think="how long rpc_timeout lets it wait, and how often you ask.",
    )
    expect(
        answer.in_time,
        expected="get_order_status to give up when no worker answers its query within a second",
        happened=f"it still waited after {answer.seconds:.0f} s.",
        think="how long a query waits when nobody says, and which argument says.",
    )
    expect_no_slip(answer, "get_order_status")
    expect(
        answer.error is not None,
        expected="get_order_status to raise the error of its query when no worker answers",
        happened=f"{answer}.",
        think="who can know the status of an order: the server, or the workflow's code.",
    )
    expect(
        str(answer.error).partition(":")[0] in ERRORS_OF_A_QUERY,
        expected="get_order_status to let the error of its query come through",
        happened=f"{answer}.",
        think="where this error comes from, and what its caller can still tell from it.",
    )
    if None in answer.queries:  # what ends it is not the query's own limit
        await _expect_soon(trial, order, answer)


async def _expect_soon(trial: ProgramTrial, order: OrderInput, answer: Answer) -> None:
    """Raise `NotYet` if the query was given more than its second, or asked more than once.

    A busy machine makes each call longer. So in doubt the fastest of several is compared with the
    fastest of the check's own, made at the same time.
    """
    seconds, ours = answer.seconds, 1.0
    for _ in range(1 + round(slowness())):
        if seconds <= ours + A_MOMENT:
            return
        again, own = await asyncio.gather(
            trial.call_at_once("get_order_status", [(order.order_id,)] * 3, within=6.0),
            asyncio.gather(*(_seconds_of_a_query(trial, order) for _ in range(3))),
        )
        seconds, ours = min(each.seconds for each in again), min(own)
    expect(
        seconds <= ours + A_MOMENT,
        expected="get_order_status to give up when no worker answers its query within a second",
        happened=f"it gave up only after {seconds:.1f} s.",
        think="how long rpc_timeout lets it wait, and how often you ask.",
    )


async def _seconds_of_a_query(trial: ProgramTrial, order: OrderInput) -> float:
    """Return how long it takes to connect and to wait for an answer for a second."""
    began = time.monotonic()
    handle = (await Client.connect(trial.address)).get_workflow_handle(order.order_id)
    with contextlib.suppress(RPCError, asyncio.TimeoutError):
        await asyncio.wait_for(handle.query("get_status"), 1)
    return time.monotonic() - began


@typed_client.requires("tells how an order is doing", within=15, then=True)
async def tells_the_status(trial: ProgramTrial) -> None:
    order = await started(trial)
    await serve_orders(trial)
    await history_that_satisfies(trial.client.get_workflow_handle(order.order_id), is_created)
    await _expect_status(trial, order, "pending", "while the order waits to be confirmed")
    await finish(trial, order)
    await _expect_status(trial, order, "completed", "when the order is done")
    paying, declined = await started(trial), await started(trial)
    trial.shop.delay("charge", paying.order_id, HANGS)
    trial.shop.decline("charge", declined.order_id)
    await trial.client.get_workflow_handle(paying.order_id).signal("confirm")
    await finish(trial, declined)
    await history_that_satisfies(
        trial.client.get_workflow_handle(paying.order_id),
        lambda history: history.scheduled("process_payment"),
    )
    await _expect_status(trial, paying, "processing", "while it is paid")
    await _expect_status(
        trial, declined, "processing", "when its payment was declined, as the workflow does"
    )


@typed_client.requires("gives the result as an OrderResult", within=20)
async def gives_an_order_result(trial: ProgramTrial) -> None:
    order = await started(trial)
    await serve_orders(trial)
    await history_that_satisfies(trial.client.get_workflow_handle(order.order_id), is_created)
    without = {each: await started(trial) for each in ("failed", "cancelled", "terminated")}
    trial.shop.decline("charge", without["failed"].order_id)
    ids = [(each.order_id,) for each in (order, *without.values())]
    calling = trial.call_at_once("get_order_result", ids, within=10.0, caller=trial.begin_caller())
    async with meanwhile(calling) as asked:
        await asyncio.wait({asked}, timeout=UNDECIDED)
        if asked.done():
            answer, *_ = await asked
            expect_no_slip(answer, "get_order_result")
            raise NotYet(
                expected="get_order_result to wait while the order waits to be confirmed",
                happened=f"{answer} after {answer.seconds:.1f} s.",
                think="who knows the result of an order, and when.",
            )
        await finish(trial, order)
        await finish(trial, without["failed"])
        await trial.client.get_workflow_handle(without["cancelled"].order_id).cancel()
        await trial.client.get_workflow_handle(without["terminated"].order_id).terminate()
        answer, *others = await asked
    expect_no_slip(answer, "get_order_result")
    expect(
        answer.type == "OrderResult",
        expected="get_order_result to return an OrderResult",
        happened=f"{answer}" + (", a plain dict." if answer.type == "dict" else "."),
        think="how a handle that only has an id could know the type of the result.",
    )
    expect(
        answer.value == {"order_id": order.order_id, "status": "completed"},
        expected=f'OrderResult("{SAMPLE_ID}", "completed")',
        happened=f"{answer}.",
        think="whose result this is.",
    )
    for (how, its_order), other in zip(without.items(), others, strict=True):
        expect(
            other.in_time
            and other.value != {"order_id": its_order.order_id, "status": "completed"},
            expected=f"get_order_result to make up no result for an order that has {how}"
            if how == "failed"
            else f"get_order_result to make up no result for an order that was {how}",
            happened=f"{other}.",
            think="what a handle gives you when its workflow has ended without a result.",
        )


def _another(trial: ProgramTrial) -> Caller:
    """Return a process that has started none of the orders."""
    return trial.callers[1] if len(trial.callers) > 1 else trial.begin_caller()


async def _expect_status(trial: ProgramTrial, order: OrderInput, status: str, when: str) -> None:
    for _ in range(
        2 + round(slowness())
    ):  # on a slow machine the worker may need longer than the query has
        answer = await trial.call("get_order_status", order.order_id, caller=_another(trial))
        if answer.error is None:
            break
    expect_no_slip(answer, "get_order_status")
    expect(
        answer.value == status and answer.error is None,
        expected=f'get_order_status to return "{status}" {when}',
        happened=f"{answer}.",
        think="whom you ask, and for what: the workflow itself knows how far it is.",
    )
