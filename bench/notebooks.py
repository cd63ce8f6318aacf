"""Row 7: all solution notebooks under nbval (``make nbval``), against starting their kernels.

The kernels alone are what any notebook costs that does nothing. The rest is the course itself:
waits, retries and crashes that a learner is meant to see happen.
"""

from __future__ import annotations

import sys
import time
from subprocess import DEVNULL

from jupyter_client.manager import start_new_kernel

from bench.processes import clean_environment, run, temporary_folder
from bench.rows import Row
from workshop.notebook.built import course_folder


def measure_notebooks(repetitions: int) -> Row:
    """Run nbval and the bare kernels ``repetitions`` times."""
    with_nbval, kernels, outcome = [], [], ""
    for _ in range(repetitions):
        seconds, outcome = _run_nbval()
        with_nbval.append(seconds)
        kernels.append(_seconds_of_bare_kernels())
    count = len(list(course_folder("solutions").glob("*.ipynb")))
    return Row(
        f"nbval over {count} solutions",
        with_nbval,
        "as many kernels, started and stopped one after the other",
        kernels,
        at_most=120,
        note=f"nbval said: {outcome}",
    )


def _run_nbval() -> tuple[float, str]:
    """Return the seconds of a run and its last line without the time."""
    with temporary_folder() as folder:
        environment = clean_environment(folder)
        began = time.perf_counter()
        finished = run(
            ("make", "--silent", f"VENV={sys.prefix}", "nbval"), environment, accept=(0, 2)
        )
        seconds = time.perf_counter() - began
    last = finished.stdout.strip().splitlines()[-1]
    return seconds, last.partition(" in ")[0].strip("= ")


def _seconds_of_bare_kernels() -> float:
    """Start and stop one kernel for each solution, one after the other."""
    with temporary_folder() as folder:
        environment = clean_environment(folder)
        began = time.perf_counter()
        for _ in course_folder("solutions").glob("*.ipynb"):
            manager, client = start_new_kernel(
                kernel_name="python3", env=environment, stdout=DEVNULL, stderr=DEVNULL
            )
            client.stop_channels()
            manager.shutdown_kernel()
        return time.perf_counter() - began
