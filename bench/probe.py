"""Open a lab and run its first workflow, in this kernel: what `opening.py` has a fresh kernel do.

``embedded`` and ``attached`` do it with `open_lab` and `lab.worker`; ``bare-embedded`` and
``bare-attached`` with the SDK alone, on a development server that the SDK starts, or on the one at
TEMPORAL_ADDRESS. Imports are in the functions: they are measured.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from temporalio.client import Client

MODULE = "bench_greeting"
TASK_QUEUE = "bench-greeting"
SOURCE = """
from temporalio import workflow


@workflow.defn
class GreetingWorkflow:
    @workflow.run
    async def run(self, name: str) -> str:
        return f"Hello, {name}!"
"""


async def seconds_of(kind: str) -> tuple[float, float]:
    """Return the seconds until the lab was open, and those of the first workflow."""
    folder = Path(os.environ["WORKSHOP_WORKSPACE"])
    began = time.perf_counter()
    match kind:
        case "bare-embedded":
            opened, first = await _with_the_sdk_on_its_own_server(folder)
        case "bare-attached":
            opened, first = await _with_the_sdk_on_that_server(folder)
        case _:
            opened, first = await _with_the_workshop()
    return opened - began, first


async def _with_the_workshop() -> tuple[float, float]:
    from workshop import open_lab

    lab = await open_lab()
    opened = time.perf_counter()
    from workshop.modules.files import import_afresh, write_module

    write_module(MODULE, SOURCE, lab.workspace.work)
    greeting = import_afresh(MODULE)
    worker = await lab.worker(TASK_QUEUE, workflows=[greeting.GreetingWorkflow])
    first = await _first_workflow(lab.client, greeting.GreetingWorkflow)
    await worker.stop()
    lab.close()
    return opened, first


async def _with_the_sdk_on_its_own_server(folder: Path) -> tuple[float, float]:
    from temporalio.testing import WorkflowEnvironment

    program = str(Path(sys.executable).with_name("temporal"))
    async with await WorkflowEnvironment.start_local(dev_server_existing_path=program) as server:
        opened = time.perf_counter()
        return opened, await _with_a_bare_worker(server.client, folder)


async def _with_the_sdk_on_that_server(folder: Path) -> tuple[float, float]:
    from temporalio.client import Client

    client = await Client.connect(os.environ["TEMPORAL_ADDRESS"])
    opened = time.perf_counter()
    return opened, await _with_a_bare_worker(client, folder)


async def _with_a_bare_worker(client: Client, folder: Path) -> float:
    from temporalio.worker import Worker

    (folder / f"{MODULE}.py").write_text(SOURCE)
    sys.path.insert(0, str(folder))
    workflow = __import__(MODULE).GreetingWorkflow
    async with Worker(client, task_queue=TASK_QUEUE, workflows=[workflow]):
        return await _first_workflow(client, workflow)


async def _first_workflow(client: Client, workflow: Any) -> float:
    began = time.perf_counter()
    handle = await client.start_workflow(
        workflow.run, "Ada", id=f"{TASK_QUEUE}-{os.getpid()}", task_queue=TASK_QUEUE
    )
    await handle.result()
    return time.perf_counter() - began
