"""Workers in processes of their own: killed for good, and clear about a failed start."""

from __future__ import annotations

import os
import signal
import textwrap
import uuid

import pytest

from tests.families import wait_until
from workshop.lab.lab import Lab
from workshop.modules.files import write_module
from workshop.temporal.process import ProcessStartError, WorkerProcess

WORKER = """
import asyncio, os
from temporalio.client import Client
from temporalio.envconfig import ClientConfig
from temporalio.worker import Worker
from tests.temporal.workflows import SleepyWorkflow

async def main():
    client = await Client.connect(**ClientConfig.load_client_connect_config())
    print("hello from the worker")
    await Worker(client, task_queue={queue!r}, workflows=[SleepyWorkflow]).run()

if __name__ == "__main__":
    asyncio.run(main())
"""


@pytest.fixture
def queue() -> str:
    return f"t-{uuid.uuid4().hex[:8]}"


def module(lab: Lab, source: str) -> str:
    name = f"process_{uuid.uuid4().hex[:8]}"
    write_module(name, textwrap.dedent(source), lab.workspace.work)
    return name


async def test_a_worker_process_serves_and_is_killed(lab: Lab, queue: str) -> None:
    from tests.temporal.workflows import SleepyWorkflow

    process = await lab.process(module(lab, WORKER.format(queue=queue)), polls=queue)
    assert "hello from the worker" in process.output
    result = await lab.client.execute_workflow(SleepyWorkflow.run, 0.01, id=queue, task_queue=queue)
    assert result == "slept"
    process.kill()
    assert repr(process).endswith("ended by SIGKILL")


async def test_a_worker_with_an_identity_of_its_own_is_seen_to_poll(lab: Lab, queue: str) -> None:
    source = WORKER.format(queue=queue).replace("Worker(client, ", 'Worker(client, identity="me", ')
    process = await lab.process(module(lab, source), polls=queue)
    process.kill()
    again = await lab.process(module(lab, source), polls=queue)
    assert again.is_running
    again.kill()


async def test_a_worker_process_that_is_stopped_ends_quietly(
    lab: Lab, queue: str, capsys: pytest.CaptureFixture[str]
) -> None:
    process = await lab.process(module(lab, WORKER.format(queue=queue)), polls=queue)
    process.stop()
    assert repr(process).endswith("stopped"), process.output
    assert "Traceback" not in process.output
    assert "Traceback" not in capsys.readouterr().err


@pytest.mark.skipif(os.name != "posix", reason="no SIGINT to ignore")
async def test_a_lab_in_the_background_can_stop_its_processes(lab: Lab, queue: str) -> None:
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)  # as a shell does for what ends in &
    try:
        process = await lab.process(module(lab, WORKER.format(queue=queue)), polls=queue)
    finally:
        signal.signal(signal.SIGINT, before)
    process.stop()
    assert repr(process).endswith("stopped"), process.output


async def test_a_process_that_cannot_start_shows_the_learners_line(lab: Lab, queue: str) -> None:
    name = module(lab, "import asyncio\n\nundefined_name\n")
    with pytest.raises(ProcessStartError) as failure:
        await lab.process(name, polls=queue)
    said = str(failure.value)
    assert "ended with exit code 1 before it polled" in said
    assert f'{name}.py", line 3' in said
    assert "NameError" in said
    assert "runpy" not in said


async def test_a_process_that_polls_nothing_ends_with_a_clear_error(
    lab: Lab, queue: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("workshop.temporal.process.START_DEADLINE", 1.5)
    name = module(lab, "import time\ntime.sleep(1000)\n")
    with pytest.raises(ProcessStartError, match="runs, but does not poll the task queue"):
        await lab.process(name, polls=queue)


async def test_no_ending_process_shows_a_crash_of_the_interpreter(lab: Lab, queue: str) -> None:
    short = """
    import asyncio, os
    from temporalio.client import Client
    from temporalio.envconfig import ClientConfig

    async def main():
        await Client.connect(**ClientConfig.load_client_connect_config())

    asyncio.run(main())
    """
    name = module(lab, short)
    for _ in range(12):
        with pytest.raises(ProcessStartError, match="exit code 0") as failure:
            await lab.process(name, polls=queue)
        assert "PyGILState" not in str(failure.value)


async def test_the_lab_knows_the_task_queues_of_its_processes(lab: Lab, queue: str) -> None:
    process = await lab.process(module(lab, WORKER.format(queue=queue)), polls=queue)
    assert queue in lab.task_queues()
    process.kill()
    assert queue not in lab.task_queues()


async def test_a_process_can_be_kept_from_a_variable_of_ours(
    lab: Lab, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TEMPORAL_API_KEY", "secret")
    told: list[str] = []
    process = WorkerProcess(
        module(lab, "import os\nprint(os.environ.get('TEMPORAL_API_KEY'))\nraise SystemExit(3)\n"),
        folder=lab.workspace.work,
        environment={"TEMPORAL_API_KEY": None},
        tell=told.append,
    )
    assert wait_until(lambda: told, 20)
    assert process.output == "None\n"
    assert "has ended with exit code 3. It wrote last:\nNone" in told[0]
