"""A fresh process that opens a lab and runs its first workflow: ``python -m bench.probe KIND``.

``embedded`` and ``attached`` do it with `open_lab` and `lab.worker`; ``bare-embedded`` and
``bare-attached`` with the SDK alone, on a development server that the SDK starts, or on the one at
TEMPORAL_ADDRESS. Each prints "open" once it has a client, and then the seconds that the first
workflow took from `start_workflow` to its result. Imports are in the functions: they are measured.
"""

from __future__ import annotations

import asyncio
import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from temporalio.client import Client

#: What the lines begin with that the parent looks for; servers may print others between.
OPEN, FIRST_WORKFLOW = "bench: open", "bench: first workflow "

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


async def with_the_workshop() -> None:
    """Open the lab, attached if `workshop lab` runs for the workspace."""
    from workshop import open_lab

    lab = await open_lab()
    say(OPEN)
    from workshop.notebook.modules import import_afresh, write_module

    write_module(MODULE, SOURCE, lab.workspace.work)
    greeting = import_afresh(MODULE)
    worker = await lab.worker(TASK_QUEUE, workflows=[greeting.GreetingWorkflow])
    await say_first_workflow(lab.client, greeting.GreetingWorkflow)
    await worker.stop()
    lab.close()


async def with_the_sdk_on_its_own_server(folder: Path) -> None:
    """Start a development server as the SDK does, from the program that is installed."""
    from temporalio.testing import WorkflowEnvironment

    program = str(Path(sys.executable).with_name("temporal"))
    async with await WorkflowEnvironment.start_local(dev_server_existing_path=program) as server:
        say(OPEN)
        await with_a_bare_worker(server.client, folder)


async def with_the_sdk_on_that_server(folder: Path) -> None:
    """Connect to the server at TEMPORAL_ADDRESS."""
    from temporalio.client import Client

    client = await Client.connect(os.environ["TEMPORAL_ADDRESS"])
    say(OPEN)
    await with_a_bare_worker(client, folder)


async def with_a_bare_worker(client: Client, folder: Path) -> None:
    """Run the first workflow on a worker in this event loop."""
    from temporalio.worker import Worker

    (folder / f"{MODULE}.py").write_text(SOURCE)
    sys.path.insert(0, str(folder))
    workflow = __import__(MODULE).GreetingWorkflow
    async with Worker(client, task_queue=TASK_QUEUE, workflows=[workflow]):
        await say_first_workflow(client, workflow)


async def say_first_workflow(client: Client, workflow: Any) -> None:
    """Run the workflow once and print the seconds it took."""
    began = time.perf_counter()
    handle = await client.start_workflow(
        workflow.run, "Ada", id=f"{TASK_QUEUE}-{os.getpid()}", task_queue=TASK_QUEUE
    )
    await handle.result()
    say(f"{FIRST_WORKFLOW}{time.perf_counter() - began}")


def say(text: str) -> None:
    """Print a line that the parent reads at once."""
    print(text, flush=True)


def main() -> None:
    """Do what the command line asks for, in the workspace that the environment names."""
    folder = Path(os.environ["WORKSHOP_WORKSPACE"])
    match sys.argv[1]:
        case "bare-embedded":
            asyncio.run(with_the_sdk_on_its_own_server(folder))
        case "bare-attached":
            asyncio.run(with_the_sdk_on_that_server(folder))
        case _:
            asyncio.run(with_the_workshop())
    os._exit(0)  # a process that used the SDK can crash on its ordinary way out


if __name__ == "__main__":
    main()
