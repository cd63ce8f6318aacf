"""Rows 3 and 4: seconds to an open lab and to the first result, in kernels that are fresh.

The clock of `open_lab` runs from the cell's first import to its end, as a learner waits for it. The
clock of the first workflow runs from `start_workflow` to its result, with the worker already
started: the sandbox prepares itself then, which later workflows do not pay. Without the workshop
the same is done by the SDK alone: no shop, no waits that explain themselves.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path
from subprocess import DEVNULL
from typing import Any

from jupyter_client.manager import start_new_kernel

from bench.processes import ROOT, MeasurementError, clean_environment, temporary_folder
from bench.rows import Row
from bench.startup import running_lab
from workshop.lab import services
from workshop.lab.workspace import Workspace

#: Seconds a kernel may take to open a lab and run a workflow.
DEADLINE = 60.0

CELL = """
import json
from bench.probe import seconds_of

print(json.dumps(await seconds_of({kind!r})))
"""


@dataclass
class _Times:
    open: list[float] = field(default_factory=list)
    first_workflow: list[float] = field(default_factory=list)

    def add(self, kind: str, workspace: Path, **environment: str) -> None:
        """Run a cell in a fresh kernel and add its times."""
        settings = clean_environment(
            workspace, WORKSHOP_WORKSPACE=str(workspace), PYTHONPATH=str(ROOT), **environment
        )
        manager, client = start_new_kernel(
            kernel_name="python3", env=settings, cwd=str(ROOT), stdout=DEVNULL, stderr=DEVNULL
        )
        printed: list[str] = []

        def keep(message: dict[str, Any]) -> None:
            content = message["content"]
            printed.append(content.get("text") or "\n".join(content.get("traceback", [])))

        try:
            reply = client.execute_interactive(
                CELL.format(kind=kind), output_hook=keep, timeout=DEADLINE
            )
            if reply["content"]["status"] != "ok":
                raise MeasurementError("".join(printed))
            # What the SDK's server prints may come in between.
            lines = "".join(printed).splitlines()
            opened, first_workflow = json.loads(next(each for each in lines if each[:1] == "["))
            self.open.append(opened)
            self.first_workflow.append(first_workflow)
        finally:
            client.stop_channels()
            manager.shutdown_kernel(now=True)


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
