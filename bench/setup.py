"""Row 1: from nothing to an environment that can run the course, with uv and with pip.

With uv as ``make lab`` does it: a virtual environment, uv into it by pip, the course and the pins
of ``constraints.txt`` by uv. Against that the same by pip alone. Both begin with an empty cache.
pip also compiles what it installs to bytecode, which uv leaves to the first import.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from bench.processes import clean_environment, run, temporary_folder
from bench.rows import Row

CONSTRAINTS = ("--constraint", "constraints.txt")
QUIET = ("--quiet", "--disable-pip-version-check")


def measure_setup(repetitions: int) -> Row:
    """Set the course up ``repetitions`` times with each."""
    with_uv, with_pip = [], []
    for _ in range(repetitions):
        with_uv.append(_seconds_with_uv())
        with_pip.append(_seconds_with_pip())
    return Row(
        "set-up, nothing cached",
        with_uv,
        "the same pins by `pip install --no-cache-dir`",
        with_pip,
        times_faster=3,
    )


def _seconds_with_uv() -> float:
    with temporary_folder() as folder:
        environment = clean_environment(folder, UV_CACHE_DIR=str(folder / "cache"))
        began = time.perf_counter()
        python = _new_environment(folder, environment)
        pip = (python, "-m", "pip", "install", *QUIET, "--no-cache-dir", *CONSTRAINTS)
        run((*pip, "uv"), environment)
        uv = (python.with_name("uv"), "pip", "install", "--quiet", "--python", python)
        run((*uv, *CONSTRAINTS, "--editable", "."), environment)
        return time.perf_counter() - began


def _seconds_with_pip() -> float:
    with temporary_folder() as folder:
        environment = clean_environment(folder)
        began = time.perf_counter()
        python = _new_environment(folder, environment)
        pip = (python, "-m", "pip", "install", *QUIET, "--no-cache-dir", *CONSTRAINTS)
        run((*pip, "--editable", "."), environment)
        return time.perf_counter() - began


def _new_environment(folder: Path, environment: dict[str, str]) -> Path:
    """Make a virtual environment and return its Python."""
    run((sys.executable, "-m", "venv", folder / "venv"), environment)
    scripts = "Scripts" if sys.platform == "win32" else "bin"
    return folder / "venv" / scripts / ("python.exe" if sys.platform == "win32" else "python")
