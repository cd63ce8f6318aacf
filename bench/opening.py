"""Rows 3 and 4: seconds to an open lab and to the first result, in processes that are fresh.

The clock of `open_lab` runs from the start of the Python process, so the interpreter and all
imports are in it. The clock of the first workflow runs from `start_workflow` to its result, with
the worker already started: the sandbox prepares itself then, which later workflows do not pay.
Without the workshop the same is done by the SDK alone: no shop, no waits that explain themselves.
"""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from pathlib import Path

from bench.probe import FIRST_WORKFLOW, OPEN
from bench.processes import clean_environment, next_line, started, temporary_folder
from bench.rows import Row
from bench.startup import running_lab
from workshop import services
from workshop.workspace import Workspace


@dataclass
class _Times:
    open: list[float] = field(default_factory=list)
    first_workflow: list[float] = field(default_factory=list)

    def add(self, kind: str, workspace: Path, **environment: str) -> None:
        """Run one fresh process and add its times."""
        with temporary_folder() as folder:
            log = folder / "probe.log"
            settings = clean_environment(folder, WORKSHOP_WORKSPACE=str(workspace), **environment)
            began = time.perf_counter()
            with started(("-m", "bench.probe", kind), settings, log) as process:
                next_line(process, log, OPEN)
                self.open.append(time.perf_counter() - began)
                line = next_line(process, log, FIRST_WORKFLOW)
                self.first_workflow.append(float(line.removeprefix(FIRST_WORKFLOW)))
                process.wait()


def measure_opening(repetitions: int) -> list[Row]:
    """Open labs of their own and a running one, ``repetitions`` times each."""
    embedded, by_hand = _Times(), _Times()
    for _ in range(repetitions):
        with temporary_folder() as workspace:
            embedded.add("embedded", workspace)
        with temporary_folder() as workspace:
            by_hand.add("bare-embedded", workspace)

    attached, connected = _Times(), _Times()
    with temporary_folder() as workspace, running_lab(workspace):
        address = services.running_lab(Workspace(workspace))
        assert address is not None, "`workshop lab` has said that it runs"
        for _ in range(repetitions):
            attached.add("attached", workspace)
            connected.add("bare-attached", workspace, TEMPORAL_ADDRESS=address.temporal or "")
    by_the_sdk = "`WorkflowEnvironment.start_local`, no shop"
    return [
        Row("`open_lab()`, embedded", embedded.open, by_the_sdk, by_hand.open, at_most=1),
        Row("`open_lab()`, attached", attached.open, "`Client.connect`", connected.open),
        Row(
            "first workflow, embedded",
            embedded.first_workflow,
            "a bare worker",
            by_hand.first_workflow,
            at_most=0.2,
        ),
        Row(
            "first workflow, attached",
            attached.first_workflow,
            "a bare worker",
            connected.first_workflow,
            at_most=0.2,
        ),
    ]
