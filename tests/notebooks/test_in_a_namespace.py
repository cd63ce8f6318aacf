"""The course on a server that others use as well: each learner in a namespace of their own."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest
from temporalio.client import WorkflowExecutionStatus
from temporalio.worker import Worker

from tests.environment import persons_environment
from tests.notebooks.kernel import code_cells, kernel
from tests.temporal.workflows import SleepyWorkflow
from workshop.lessons import COURSE, Lesson
from workshop.notebook.built import course_folder
from workshop.temporal.command import find_command
from workshop.temporal.connect import connect
from workshop.temporal.namespaces import DEFAULT
from workshop.temporal.server import DevServer, start_server
from workshop.temporal.time_travel import skip

pytestmark = pytest.mark.timeout(600)

LEARNERS = ("ada", "ben")


def namespace_of(lesson: Lesson) -> str:
    return f"lesson-{lesson.number:02}"


@pytest.fixture(scope="module")
async def server(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[DevServer]:
    """A server with a namespace for each lesson, and two for learners."""
    folder = tmp_path_factory.mktemp("server")
    server = await start_server(
        await find_command(),
        database=folder / "db",
        log=folder / "log",
        namespaces=[*map(namespace_of, COURSE), *LEARNERS],
    )
    yield server
    server.stop()


@pytest.mark.thorough
@pytest.mark.parametrize("lesson", COURSE, ids=lambda lesson: lesson.name)
async def test_a_lesson_keeps_to_the_namespace_that_the_environment_names(
    lesson: Lesson, server: DevServer, tmp_path: Path
) -> None:
    environment = persons_environment(
        TEMPORAL_ADDRESS=server.address,
        TEMPORAL_NAMESPACE=namespace_of(lesson),
        WORKSHOP_TEMPORAL_UI=server.ui_url,
        WORKSHOP_WORKSPACE=str(tmp_path),
    )
    async with kernel(tmp_path, environment) as running:
        cells = await running.run_all(code_cells(course_folder("solutions") / lesson.notebook))
    for cell in cells:
        assert cell.status == "ok" or cell.may_raise, f"{cell.source}\n{cell.error}\n{cell.text}"
    assert "a Temporal cluster, as your environment configures it" in cells[0].shown
    assert f'href="{server.ui_url}/namespaces/{namespace_of(lesson)}"' in cells[0].html[0]
    verdicts = [cell.shown for cell in cells if ".check()" in cell.source]
    assert all(each.startswith("✓") for each in verdicts), verdicts
    everybodys = await connect(server.address, namespace=DEFAULT)
    assert (await everybodys.count_workflows()).count == 0


async def test_time_that_is_skipped_for_one_learner_is_not_for_another(server: DevServer) -> None:
    statuses = []
    async with contextlib.AsyncExitStack() as workers:
        for learner in LEARNERS:
            client = await connect(server.address, namespace=learner)
            worker = Worker(client, task_queue="sleepy", workflows=[SleepyWorkflow])
            await workers.enter_async_context(worker)
            handle = await client.start_workflow(
                SleepyWorkflow.run, 12 * 3600, id="the-same", task_queue="sleepy"
            )
            statuses.append(handle.describe)
        assert not await skip(client, handle, timedelta(days=1))  # it ends on the way
        await handle.result()
        assert [(await each()).status for each in statuses] == [
            WorkflowExecutionStatus.RUNNING,
            WorkflowExecutionStatus.COMPLETED,
        ]
