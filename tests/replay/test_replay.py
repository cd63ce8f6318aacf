"""Where and why code and history part: the verdict is the SDK's, the row and the line are ours."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from temporalio import activity
from temporalio.client import WorkflowHandle
from temporalio.worker import Worker

from tests.history.runs import exported
from tests.history.workflows import WORKFLOWS
from tests.replay import steps
from tests.replay.sandboxed import Sandboxed
from workshop.displays import as_html
from workshop.history import History
from workshop.lab.lab import Lab
from workshop.replay import Replay, ReplayError, replay


@activity.defn
async def a() -> None: ...


@activity.defn
async def b() -> None: ...


@activity.defn
async def c() -> None: ...


@pytest.fixture(autouse=True)
def clean_script() -> Iterator[None]:
    yield
    steps.script[:] = []


class Recorder:
    """Runs scripts for real, each once."""

    def __init__(self, lab: Lab) -> None:
        self._lab = lab
        self._made: dict[str, History] = {}

    async def history(self, script: str) -> History:
        if script not in self._made:
            steps.script[:] = script.split()
            queue = f"scripted-{uuid4()}"
            async with Worker(
                self._lab.client,
                task_queue=queue,
                workflows=[steps.Scripted],
                activities=[a, b, c],
            ):
                handle: WorkflowHandle[Any, Any] = await self._lab.client.start_workflow(
                    "Scripted", id=str(uuid4()), task_queue=queue
                )
                if "update" in script:
                    await handle.execute_update("rename", "new")
                if "wait" in script:
                    done = script.split().count("a")
                    await self._lab.history(  # each ends in a task, the start begins with one
                        handle,
                        until=lambda history: (
                            len(history.workflow_tasks) > done
                            and history.workflow_tasks[-1].status == "completed"
                        ),
                    )
                else:
                    await handle.result()
                self._made[script] = await self._lab.history(handle)
        return self._made[script]

    async def replay(self, recorded: str, now: str) -> Replay:
        history = await self.history(recorded)
        steps.script[:] = now.split()
        return await replay(history, steps.Scripted)


@pytest.fixture(scope="module")
async def recorder(lab: Lab) -> Recorder:
    return Recorder(lab)


@pytest.mark.parametrize(
    ("recorded", "now", "old", "new", "why"),
    [
        ("a b c", "a c b", "activity b", "activity c", "the order has changed"),
        ("a b c", "a c", "activity b", "activity c", "the step between is gone"),
        ("a b", "a c b", "activity b", "activity c", "the step is new here"),
        ("a b", "a", "activity b", "the workflow completes", "a step at the end is gone"),
        ("a b", "a b c", "the workflow completes", "activity c", "one more step"),
        ("a timer b", "a b", "timer 1s", "activity b", "the step between is gone"),
        ("a b", "a local:b", "activity b", "local activity b", "the command is not"),
        ("a local:b c", "a c", "local activity b", "activity c", "the step between is gone"),
        ("a b", "a wait", "activity b", None, "asks for nothing here"),
        ("both:a,b c", "both:b,a c", "activity a", "activity b", "the order has changed"),
        ("id:one", "id:two", "activity a", "activity a", "under another id"),
        ("a patch:x b", "a b", "patch x", "activity b", "workflow.patched('x')"),
        ("a b", "a raise", "activity b", None, "RuntimeError: a bug"),
        ("sleep a drop b", "sleep a b", "cancel of timer", None, "asks for nothing here"),
        ("sleep a b", "sleep a drop b", "the workflow completes", "cancel of timer", "one more"),
        ("update b", "slow-update update b", "update completed", "timer 1s", "new here"),
        ("a a wait", "a b wait", "activity a", "activity b", "the step is new here"),
    ],
)
async def test_a_difference_is_found_and_explained(
    recorder: Recorder, recorded: str, now: str, old: str, new: str | None, why: str
) -> None:
    result = await recorder.replay(recorded, now)
    assert not result.ok
    row = result.difference
    assert row is not None and row.recorded is not None, result
    assert str(row.recorded) == old
    assert (str(row.asked) if row.asked else None) == new
    assert result.explanation and why in result.explanation.why
    assert f"differs at event {result.event}" in repr(result)
    if row.asked and row.asked.kind != "end":
        assert result.line and result.line.file == steps.__file__


@pytest.mark.parametrize(
    ("recorded", "now"),
    [
        ("a b", "a b"),
        ("a timer b", "a timer b"),
        ("a b", "patch:x a b"),
        ("a patch:x b", "a patch:x b"),
        ("a patch:x b", "a deprecate:x b"),
        ("a deprecate:x b", "a b"),
        ("a local:b c", "a local:b c"),
        ("both:a,b c", "both:a,b c"),
        ("sleep a drop b", "sleep a drop b"),
        ("sleep drop a", "sleep drop a"),
        ("sleep drop a", "a"),
        ("call:b a drop a", "call:b a drop a"),
        ("update b", "update b"),
        ("slow-update update b", "slow-update update b"),
        ("a a wait", "a a b"),
        ("a a wait", "a a"),
    ],
)
async def test_what_the_sdk_replays_has_no_difference(
    recorder: Recorder, recorded: str, now: str
) -> None:
    result = await recorder.replay(recorded, now)
    assert result.ok, result
    assert result.difference is None and result.explanation is None
    assert repr(result).startswith("✓ Scripted · replays · ")


@pytest.mark.parametrize(
    ("recorded", "now", "line"),
    [
        ("a wait", "a raise", "a bug"),
        ("a a wait", "a a raise", "a bug"),
    ],
)
async def test_a_next_task_that_fails_is_told(
    recorder: Recorder, recorded: str, now: str, line: str
) -> None:
    history = await recorder.history(recorded)
    ends = next(
        place
        for place, event in reversed(list(enumerate(history.events)))
        if event.HasField("workflow_task_started_event_attributes")
    )
    steps.script[:] = now.split()
    for length in (ends + 1, ends):  # its last task is under way, or only scheduled
        events = history.events[:length]
        result = await replay(History.from_events("some", events), steps.Scripted)
        assert not result.ok and line in result.error, result
        assert repr(result).startswith("✗ Scripted · replays, but its next task fails")
        assert result.line and result.line.file == steps.__file__


async def test_the_text_is_a_table_with_the_reason_below(recorder: Recorder) -> None:
    assert repr(await recorder.replay("a b c", "a c b")) == (
        "✗ Scripted · does not replay · differs at event 11\n"
        "    event  recorded                your code now\n"
        "  =     5  activity a              activity a     steps.py, line 74\n"
        "  ✗    11  activity b              activity c     steps.py, line 74\n"
        "       17  activity c              (not reached)\n"
        "       23  the workflow completes  (not reached)\n"
        "  Why: The history goes on with activity b (event 11). Your code asks for activity c, which the\n"
        "  history has later, at event 17: the order has changed, or the step between is gone.\n"
        "  Where: steps.py, line 74: await workflow.execute_activity(step, start_to_close_timeout=limit)\n"
        "  Next: Runs that have already started need the old steps: keep them beside the new ones with\n"
        "  workflow.patched, or let these runs end on the old code.\n"
        "  The SDK says: [TMPRL1100] Nondeterminism error: Activity type of scheduled event 'b' does not\n"
        "  match activity type of activity command 'c'"
    )


async def test_the_picture_says_the_same_in_words(recorder: Recorder) -> None:
    html = as_html(await recorder.replay("a b c", "a c b"))
    assert 'aria-label="✗ Scripted · does not replay · differs at event 11"' in html
    assert 'aria-label="differs">✗</span>' in html
    assert "the order has changed" in html
    assert "var(--jp-error-color1" in html


async def test_lines_are_named_in_the_sandbox_also_below_gather(recorder: Recorder) -> None:
    source = Path(Sandboxed.run.__code__.co_filename).read_text().splitlines()
    history = await recorder.history("both:b,a")
    result = await replay(history, Sandboxed)
    assert result.line
    assert 'execute_activity("a"' in source[result.line.number - 1]
    result = await replay(await recorder.history("both:a,c"), Sandboxed)
    assert result.line and result.line.function == "helper"


@pytest.mark.parametrize("spelling", ["cli", "pascal"])
@pytest.mark.parametrize("name", ["one_of_three_fails", "retries", "wait_a_day"])
async def test_both_spellings_of_the_enums_replay(name: str, spelling: str) -> None:
    history = History.from_json("order-1", exported(f"{name}.{spelling}"))
    found = next(each for each in WORKFLOWS if each.__name__ == history.workflow_type)
    assert (await replay(history, found)).ok


async def test_a_history_of_another_workflow_is_refused() -> None:
    history = History.from_json("order-1", exported("retries.cli"))
    with pytest.raises(ReplayError, match=r"This is the history of a .*; Scripted is"):
        await replay(history, steps.Scripted)


async def test_a_class_that_is_no_workflow_is_refused() -> None:
    with pytest.raises(ReplayError, match=r"has no @workflow\.defn"):
        await replay(steps.long_history(1), Lab)


async def test_where_ten_thousand_events_part_is_told_in_a_small_table() -> None:
    history = steps.long_history(1666)
    assert len(history.events) > 10_000
    steps.script[:] = ["a"] * 1665 + ["b"]
    result = await replay(history, steps.Scripted)
    assert result.event == 9995
    assert len(repr(result).splitlines()) < 25
    assert len(as_html(result)) < 10_000


async def test_the_lab_replays_a_handle(lab: Lab) -> None:
    queue = f"scripted-{uuid4()}"
    steps.script[:] = ["a"]
    async with Worker(lab.client, task_queue=queue, workflows=[steps.Scripted], activities=[a]):
        handle: WorkflowHandle[Any, Any] = await lab.client.start_workflow(
            "Scripted", id=str(uuid4()), task_queue=queue
        )
        await handle.result()
    assert (await lab.replay(handle, steps.Scripted)).ok
    assert (await lab.replay(await lab.history(handle), steps.Scripted)).ok
    assert (await lab.replay(await handle.fetch_history(), steps.Scripted)).ok
