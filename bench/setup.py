"""Row 1: from nothing to an environment that can run the course, with uv and with pip.

With ``make``, as a learner has it: a virtual environment, uv into it by pip, the course and the pins
of ``constraints.txt`` by uv. Against that the same by pip alone. Both begin with an empty cache, and
both compile what they install to bytecode.
"""

from __future__ import annotations

import sys
import time

from bench.processes import clean_environment, run, temporary_folder
from bench.rows import Row


def measure_setup(repetitions: int) -> Row:
    """Set the course up ``repetitions`` times with each."""
    with_make, with_pip = [], []
    for _ in range(repetitions):
        with_make.append(_seconds_with_make())
        with_pip.append(_seconds_with_pip())
    return Row(
        "set-up, nothing cached",
        with_make,
        "the same pins by `pip install --no-cache-dir`",
        with_pip,
        times_faster=3,
    )


def _seconds_with_make() -> float:
    with temporary_folder() as folder:
        environment = clean_environment(
            folder, UV_CACHE_DIR=str(folder / "cache"), PIP_NO_CACHE_DIR="1"
        )
        venv = folder / "venv"
        began = time.perf_counter()
        run(("make", f"PYTHON={sys.executable}", f"VENV={venv}", venv / ".learner"), environment)
        return time.perf_counter() - began


def _seconds_with_pip() -> float:
    with temporary_folder() as folder:
        environment = clean_environment(folder)
        began = time.perf_counter()
        venv = folder / "venv"
        run((sys.executable, "-m", "venv", venv), environment)
        python = venv / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
        pip = (python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check")
        constraints = ("--no-cache-dir", "--constraint", "constraints.txt")
        run((*pip, *constraints, "--editable", "."), environment)
        return time.perf_counter() - began
