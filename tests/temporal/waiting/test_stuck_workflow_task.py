from __future__ import annotations

import asyncio
import importlib
import os
import sys
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from temporalio.api.history.v1 import HistoryEvent
from temporalio.api.workflowservice.v1 import DescribeWorkflowExecutionResponse
from temporalio.client import Client
from temporalio.worker import Worker

from workshop.temporal.waiting import Diagnosis, workflow_task
from workshop.temporal.waiting.snapshot import Snapshot

from . import shop_workflows as shop
from .helpers import shop_worker, stuck, until


def line_of(text: str) -> int:
    lines = Path(str(shop.__file__)).read_text().splitlines()
    return next(number for number, line in enumerate(lines, 1) if text in line)


async def test_a_bug_is_named_with_its_line_and_ends_the_wait(
    explaining: Callable[..., Client], told: list[Diagnosis], unique: str
) -> None:
    client = explaining(patience=timedelta(seconds=3))
    async with shop_worker(client, unique):
        found = await stuck(
            client.execute_workflow(shop.Misspelt.run, id=unique, task_queue=unique)
        )
        assert str(found) == (
            f"Your workflow '{unique}' is alive but stuck: NameError: name 'total' is not defined, "
            f"at shop_workflows.py line {line_of('return total')}, in run.\n"
            "  Its history records the failed workflow task as event 4; Temporal retries that task "
            "again and again.\n"
            "  Fix shop_workflows.py and run its cell again. Then wait again: Temporal tries the "
            "task about every 10 s at first, later less often."
        )
        assert told == [found]
        description = await client.get_workflow_handle(unique).describe()
        assert description.status is not None
        assert description.status.name == "RUNNING"


async def test_the_sandbox_is_named_and_the_workflows_own_calls_are_offered(
    client: Client, unique: str
) -> None:
    async with shop_worker(client, unique):
        found = await stuck(
            client.execute_workflow(shop.RollsDice.run, id=unique, task_queue=unique)
        )
    assert "the sandbox stopped it. Cannot access random.random from inside a workflow, at " in (
        found.what
    )
    assert f"shop_workflows.py line {line_of('return random.random()')}, in run" in found.what
    assert "workflow.random()" in found.next_step


async def test_an_unregistered_workflow_is_named_with_those_the_worker_has(
    client: Client, unique: str
) -> None:
    async with shop_worker(client, unique):
        found = await stuck(client.execute_workflow("Quik", id=unique, task_queue=unique))
    assert found.what.endswith(f"the worker on the task queue '{unique}' has no workflow 'Quik'.")
    assert "It has: CallsActivity, CountsApples," in found.evidence
    assert "Did you mean 'Quick'?" in found.evidence


async def test_arguments_that_do_not_fit_are_named(client: Client, unique: str) -> None:
    async with shop_worker(client, unique):
        found = await stuck(
            client.execute_workflow("CountsApples", "three", id=unique, task_queue=unique)
        )
    assert "what was sent to it does not fit what it takes" in found.what
    assert "int" in found.evidence


async def test_changed_code_is_named_as_such(client: Client, unique: str) -> None:
    async with Worker(
        client, task_queue=unique, workflows=[shop.BeforeTheChange], max_cached_workflows=0
    ):
        handle = await client.start_workflow("Changes", id=unique, task_queue=unique)
        async for event in handle.fetch_history_events(wait_new_event=True):
            if event.HasField("timer_started_event_attributes"):
                break
    async with Worker(
        client,
        task_queue=unique,
        workflows=[shop.AfterTheChange],
        activities=[shop.process_payment],
        max_cached_workflows=0,
    ):
        found = await stuck(handle.result(), within=8)
    assert "its code no longer takes the steps its history recorded (TMPRL1100)" in found.what
    assert "workflow.patched" in found.next_step


@pytest.mark.skipif(sys.gettrace() is not None, reason="a debugger turns deadlock detection off")
async def test_code_that_never_gives_way_is_named(
    client: Client, told: list[Diagnosis], unique: str
) -> None:
    async with shop_worker(client, unique):
        handle = await client.start_workflow(
            shop.NeverYields.run, id=unique, task_queue=unique, task_timeout=timedelta(seconds=60)
        )
        found = await stuck(handle.result(), within=8)
        await handle.terminate()
    assert told[0].what == (
        f"A worker took a task of your workflow '{unique}' and does not answer."
    )
    assert "its code kept the worker busy and did not give way (TMPRL1101, deadlock)" in found.what


async def test_a_child_that_is_stuck_explains_its_parent(client: Client, unique: str) -> None:
    async with shop_worker(client, unique):
        found = await stuck(
            client.execute_workflow(
                shop.HasChild.run, f"{unique}-nobody", id=unique, task_queue=unique
            )
        )
    assert found.kind == "no-worker"
    assert f"'{unique}-child'" in found.what


def change(file: Path, old: str, new: str) -> None:
    file.write_text(file.read_text().replace(old, new))


@pytest.fixture
def lesson(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, unique: str) -> Path:
    """A workflow module as a learner writes it: broken, and old."""
    monkeypatch.syspath_prepend(str(tmp_path))
    file = tmp_path / f"lesson_{unique[2:]}.py"
    file.write_text(
        "from temporalio import workflow\n"
        "@workflow.defn\n"
        "class Lesson:\n"
        "    @workflow.run\n"
        "    async def run(self) -> str:\n"
        "        return answer\n"
    )
    os.utime(file, (1, 1))
    return file


async def test_a_workflow_whose_file_was_fixed_is_waited_for(
    client: Client, told: list[Diagnosis], unique: str, lesson: Path
) -> None:
    workflows = [importlib.import_module(lesson.stem).Lesson]
    async with Worker(client, task_queue=unique, workflows=workflows):
        handle = await client.start_workflow(
            "Lesson", id=unique, task_queue=unique, task_timeout=timedelta(seconds=12)
        )
        assert not (await stuck(handle.result())).can_move_by_itself
        change(lesson, "return answer", 'return "fixed"')
        told.clear()
        assert await asyncio.wait_for(handle.result(), 30) == "fixed"
    assert all(diagnosis.can_move_by_itself for diagnosis in told)
    assert told[0].next_step.startswith(f"You have changed {lesson.name} since the last try.")


async def test_a_change_that_does_not_fix_is_said_to_fail_still(
    client: Client, unique: str, lesson: Path
) -> None:
    workflows = [importlib.import_module(lesson.stem).Lesson]
    async with Worker(client, task_queue=unique, workflows=workflows):
        handle = await client.start_workflow(
            "Lesson", id=unique, task_queue=unique, task_timeout=timedelta(seconds=3)
        )
        await stuck(handle.result())
        change(lesson, "return answer", "return reply")
        found = await stuck(handle.result(), within=10)
    assert f"It fails still, after you changed {lesson.name}." in found.evidence
    assert "the worker's output shows the newest" in found.evidence


async def test_a_query_to_a_stuck_workflow_names_the_bug(client: Client, unique: str) -> None:
    async with shop_worker(client, unique):
        handle = await client.start_workflow(shop.Misspelt.run, id=unique, task_queue=unique)
        found = await stuck(handle.query(shop.Misspelt.status))
    assert "NameError" in found.what


async def test_without_patience_the_wait_goes_on_after_telling(
    explaining: Callable[..., Client], told: list[Diagnosis], unique: str
) -> None:
    client = explaining(patience=None)
    async with shop_worker(client, unique):
        wait = asyncio.ensure_future(
            client.execute_workflow(shop.Misspelt.run, id=unique, task_queue=unique)
        )
        await until(lambda: told)
        assert not (await asyncio.wait([wait], timeout=1.5))[0]
        assert len(told) == 1
        wait.cancel()
        with pytest.raises(asyncio.CancelledError):
            await wait


def test_news_of_an_abandoned_step_is_explained(monkeypatch: pytest.MonkeyPatch) -> None:
    said = (
        "Fatal error in workflow machines: ActivityMachine in state Canceled says the transition is "
        "invalid during event EventInfo { event_id: 30, event_type: ActivityTaskFailed }"
    )
    event = HistoryEvent(event_id=33)
    event.workflow_task_failed_event_attributes.failure.message = said
    monkeypatch.setattr(workflow_task, "_next_try", lambda _: "soon.")
    found = workflow_task.explain_failing_task(Snapshot(DescribeWorkflowExecutionResponse()), event)
    assert "news of a step that was abandoned (Fatal error in workflow machines)" in found.what
    assert "WAIT_CANCELLATION_COMPLETED" in found.next_step
    assert found.thought == "whether the workflow should wait for a step that it has cancelled."
