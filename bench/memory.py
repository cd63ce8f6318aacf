"""The Temporal server's memory: at first, and after a day of learning.

Run as ``python -m bench.memory`` it is the process that measures: it prints a JSON object with two
numbers, in megabytes (the server's resident memory).
"""

from __future__ import annotations

import asyncio
import json
import os
import sys

import psutil

from bench.processes import clean_environment, run, temporary_folder
from bench.rows import Row

#: Checks of `first_step`, each of three workflows.
CHECKS = 300


def measure_memory(_: int) -> list[Row]:
    """Measure in a process of its own."""
    with temporary_folder() as folder:
        finished = run(
            (sys.executable, "-m", "bench.memory"),
            clean_environment(folder, WORKSHOP_WORKSPACE=str(folder)),
        )
    before, after = json.loads(finished.stdout.splitlines()[-1])
    return [
        Row("the Temporal server's memory at first", [before], "–", (), unit="MB"),
        Row(f"the same after {CHECKS} checks", [after], "–", (), at_most=400, unit="MB"),
    ]


async def _print_memory() -> None:
    from workshop.lab.opening import open_lab
    from workshop.lessons.workflow_definition import first_step
    from workshop.modules.files import write_module
    from workshop.notebook.built import solution

    lab = await open_lab()
    before = _megabytes()
    write_module(first_step.module, solution(first_step.name), lab.workspace.work)
    for _ in range(CHECKS):
        await first_step.check()
    print(json.dumps([before, _megabytes()]), flush=True)
    lab.close()


def _megabytes() -> float:
    servers = [
        each
        for each in psutil.Process().children(recursive=True)
        if "start-dev" in each.cmdline() and each.name().startswith("temporal")
    ]
    return sum(each.memory_info().rss for each in servers) / 2**20


if __name__ == "__main__":
    asyncio.run(_print_memory())
    sys.stdout.flush()
    os._exit(0)
