from datetime import timedelta

import pytest
from temporalio.client import Client
from temporalio.testing import TimeSkipper
from temporalio.worker import Replayer

from workshop.history import History

from . import workflows
from .runs import closed, exported, start, until


async def test_an_activity_tells_its_input_attempts_result_timeouts_and_retry_policy(
    client: Client,
) -> None:
    history = await closed(await start(client, "PayWithRetries", "order-1"))
    charge = history.activity("charge_card")
    assert (charge.input, charge.status, charge.attempts, charge.result) == (
        ("order-1", 3),
        "completed",
        4,
        "ch-order-1",
    )
    assert charge.last_failure and charge.last_failure.type == "BankUnreachable"
    assert charge.start_to_close_timeout == timedelta(seconds=10)
    assert charge.schedule_to_close_timeout == timedelta(minutes=1)
    assert charge.heartbeat_timeout == timedelta(seconds=5)
    assert charge.retry_policy and charge.retry_policy.maximum_attempts == 5
    assert charge.retry_policy.initial_interval == timedelta(milliseconds=100)
    assert charge.closed_event and charge.scheduled_event < charge.closed_event
    assert charge.started_at and charge.closed_at
    assert charge.scheduled_at < charge.started_at <= charge.closed_at
    assert [run.type for run in history.activities] == ["create_order", "charge_card"]
    assert (history.status, history.result, history.input) == (
        "completed",
        "ch-order-1",
        ("order-1",),
    )


async def test_a_failure_tells_its_type_its_causes_and_that_it_is_not_retried(
    client: Client,
) -> None:
    history = await closed(await start(client, "OneOfThreeFails", "order-1"))
    failure = history.activity("decline").failure
    assert failure and (failure.type, failure.message) == ("CardDeclined", "card declined")
    assert failure.non_retryable
    assert [one.type for one in failure.chain] == ["CardDeclined", "ValueError"]
    assert history.activity("decline").retry_state == "non retryable failure"
    assert history.failure and [one.type for one in history.failure.chain] == [
        "ActivityError",
        "CardDeclined",
        "ValueError",
    ]
    assert len(history.scheduled("reserve")) == 2


async def test_asking_for_one_activity_says_what_there_is_instead(client: Client) -> None:
    history = await closed(await start(client, "OneOfThreeFails", "order-1"))
    with pytest.raises(LookupError, match="holds 2 activities of type 'reserve'"):
        history.activity("reserve")
    with pytest.raises(LookupError, match="it holds decline, reserve"):
        history.activity("refund")


async def test_a_timeout_says_which_time_ran_out(client: Client) -> None:
    run = (await closed(await start(client, "TooSlow"))).activity("too_slow")
    assert (run.status, run.attempts) == ("timed out", 2)
    assert run.failure and run.failure.timeout == "start to close"


async def test_a_stuck_workflow_shows_its_failed_task_and_keeps_running(client: Client) -> None:
    handle = await start(client, "Stuck")
    history = await until(
        handle, lambda now: any(task.status == "failed" for task in now.workflow_tasks)
    )
    await handle.terminate(reason="enough")
    failed = next(task for task in history.workflow_tasks if task.status == "failed")
    assert failed.message == "name 'totl' is not defined"
    assert failed.cause == "workflow worker unhandled failure"
    assert history.status == "running" and history.closed_event is None
    ended = await closed(handle)
    assert (ended.status, ended.close_reason) == ("terminated", "enough")


async def test_a_cancel_is_a_request_and_what_the_workflow_did_after_it(client: Client) -> None:
    handle = await start(client, "RefundWhenCancelled", "order-1")
    await until(handle, lambda now: bool(now.timers))
    await handle.cancel()
    history = await closed(handle)
    assert history.status == "cancelled" and history.cancel_request
    assert history.activity("refund_card").scheduled_event > history.cancel_request.event
    assert history.timers[0].status == "cancelled"


async def test_an_activity_that_takes_its_cancel_is_cancelled(client: Client) -> None:
    run = (await closed(await start(client, "CancelsAnActivity"))).activities[0]
    assert run.status == "cancelled" and run.cancel_requested_event


async def test_a_skipped_day_is_a_timer_that_fired_and_a_signal_ends_the_wait(
    client: Client,
) -> None:
    handle = await start(client, "WaitADay", {"order_id": "order-1"})
    await until(handle, lambda now: bool(now.timers))
    # A second less than it waits: what is left of a skip may take the next timer along.
    assert await TimeSkipper(client).fast_forward(handle, timedelta(hours=24, seconds=-1))
    await until(handle, lambda now: len(now.timers) == 2)
    await handle.signal("cancel_order", "changed my mind")
    history = await closed(handle)
    day, hour = history.timers
    assert (day.duration, day.status, day.skipped) == (timedelta(hours=24), "fired", True)
    assert hour.status == "cancelled"
    assert history.time_skips[0].target
    assert [(signal.name, signal.input) for signal in history.signals] == [
        ("cancel_order", ("changed my mind",))
    ]
    assert history.other_events == []


async def test_updates_children_local_activities_patches_and_signals_sent_are_told(
    client: Client,
) -> None:
    neighbour = await start(client, "WaitADay", {"order_id": "neighbour"})
    handle = await start(client, "Everything", neighbour.id)
    await handle.execute_update("set_address", "12 Main St")
    for update, args in (("set_address", [""]), ("refuse", [])):
        with pytest.raises(Exception, match="Workflow update failed"):
            await handle.execute_update(update, args=args)
    await until(handle, lambda now: [one.status for one in now.signals_sent] == ["delivered"])
    await handle.signal("finish")
    history = await closed(handle)
    await neighbour.terminate()
    assert [(one.name, one.status, one.result) for one in history.updates] == [
        ("set_address", "completed", "sent to 12 Main St"),
        ("refuse", "failed", None),
    ]
    assert [child.status for child in history.children] == ["completed", "failed"]
    assert history.children[1].failure and history.children[1].failure.type == "OutOfBoxes"
    assert [(one.type, one.result) for one in history.local_activities] == [
        ("greet", "Hello, Grace")
    ]
    assert [one.patch_id for one in history.markers] == ["gift-wrap"]
    assert history.signals_sent[0].workflow_id == neighbour.id
    assert [one.name for one in history.other_events] == ["workflow properties modified"]


async def test_a_history_can_be_replayed(client: Client) -> None:
    history = await closed(await start(client, "PayWithRetries", "order-1"))
    await Replayer(workflows=workflows.WORKFLOWS).replay_workflow(history.for_replay())


def test_the_code_is_told_of_an_event_with_the_next_workflow_task() -> None:
    history = History.from_json("order-1", exported("one_of_three_fails.cli"))
    starts = [task.started_event for task in history.workflow_tasks]
    assert history.told_of(1) == starts[0]
    assert history.told_of(starts[0] or 0) == starts[1]
    assert history.told_of(starts[-1] or 0) is None
