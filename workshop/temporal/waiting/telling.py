"""Telling diagnoses to a learner: what holds for many workflows at once is said of one."""

from __future__ import annotations

import re
import sys
import time
from dataclasses import dataclass

from workshop.temporal.waiting.diagnosis import Diagnosis

#: Seconds after which the same is said of another workflow, if the first says no more.
SAID_LATELY = 10.0

_WORKFLOW = re.compile(r"workflow '([^']*)'")


class Printer:
    """Print diagnoses as plain text where warnings go.

    Who waits for a hundred workflows is told once what is the matter with all of them, and that
    there are others.
    """

    def __init__(self) -> None:
        self._said: dict[str, _Said] = {}
        self._cell: int | None = None

    def __call__(self, diagnosis: Diagnosis) -> None:
        """Print the diagnosis, unless the same was said lately of another workflow."""
        if (cell := _current_cell()) != self._cell:  # what was said is said in another place
            self._cell = cell
            self._said.clear()
        found = _WORKFLOW.search(diagnosis.what)
        workflow_id = found.group(1) if found else ""
        matter = _WORKFLOW.sub("workflow", diagnosis.what)
        last = self._said.get(matter)
        now = time.monotonic()
        of_the_same = last is not None and found is not None and last.workflow_id == workflow_id
        if last is None or of_the_same or now > last.at + SAID_LATELY:
            self._said[matter] = _Said(workflow_id, now)
            _print(str(diagnosis))
        elif found and not last.of_others:
            last.of_others = True
            _print("The same holds for other workflows that you wait for.")


@dataclass
class _Said:
    workflow_id: str
    at: float
    of_others: bool = False


def _current_cell() -> int | None:
    """Return the number of the cell that runs, in a notebook."""
    ipython = sys.modules.get("IPython")
    shell = ipython.get_ipython() if ipython else None
    return shell.execution_count if shell else None


def _print(text: str) -> None:
    print(text, file=sys.stderr, flush=True)
