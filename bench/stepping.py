"""Row 8: three activities one after the other, on the lab's server and on one as it comes.

Client, worker and workflow are the same bare ones on both sides: what differs is how the server is
set (`workshop.temporal.server.DYNAMIC_CONFIG`). Each repetition is the mean of some workflows.
"""

from __future__ import annotations

import asyncio
import time
from asyncio.subprocess import DEVNULL

from temporalio.client import Client
from temporalio.worker import Worker

from bench.processes import temporary_folder
from bench.rows import Row
from bench.three_steps import ThreeSteps, step
from workshop.processes.ports import free_port
from workshop.temporal.command import find_command
from workshop.temporal.connect import connect
from workshop.temporal.server import start_server

TASK_QUEUE = "bench-steps"

#: Workflows in a repetition, after one that warms up.
WORKFLOWS = 10


def measure_stepping(repetitions: int) -> Row:
    """Run the workflows on both servers, ``repetitions`` times."""
    return asyncio.run(_measure(repetitions))


async def _measure(repetitions: int) -> Row:
    ours, theirs = [], []
    for _ in range(repetitions):
        with temporary_folder() as folder:
            server = await start_server(
                await find_command(), database=folder / "temporal.db", log=folder / "temporal.log"
            )
            try:
                ours.append(await _seconds_on(server.address))
            finally:
                await asyncio.to_thread(server.stop)
        port = free_port()
        plain = await asyncio.create_subprocess_exec(
            *(await find_command(), "server", "start-dev", "--headless", "--port", str(port)),
            stdout=DEVNULL,
            stderr=DEVNULL,
        )
        try:
            theirs.append(await _seconds_on(f"127.0.0.1:{port}"))
        finally:
            plain.kill()
            await plain.wait()
    return Row(
        "a workflow of three activities",
        ours,
        "on a plain `temporal server start-dev`",
        theirs,
    )


async def _seconds_on(address: str) -> float:
    """Return the seconds of a workflow on the server that listens there."""
    await connect(address)  # returns when it answers
    client = await Client.connect(address)
    async with Worker(client, task_queue=TASK_QUEUE, workflows=[ThreeSteps], activities=[step]):
        began = 0.0
        for number in range(WORKFLOWS + 1):
            await client.execute_workflow(
                ThreeSteps.run, id=f"{TASK_QUEUE}-{number}", task_queue=TASK_QUEUE
            )
            began = began or time.perf_counter()
        return (time.perf_counter() - began) / WORKFLOWS
