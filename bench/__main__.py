"""``python -m bench``: measure everything and print one Markdown table."""

from __future__ import annotations

import argparse
import os
import platform
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from importlib.metadata import version

from bench.board import measure_board
from bench.checks import measure_checks
from bench.memory import measure_memory
from bench.notebooks import measure_notebooks
from bench.opening import measure_opening
from bench.processes import MeasurementError
from bench.replaying import measure_replay
from bench.rows import Row, as_table
from bench.setup import measure_setup
from bench.startup import measure_startup
from bench.stepping import measure_stepping
from workshop.temporal.command import installed_command

PACKAGES = ("temporalio", "jupyterlab", "ipykernel", "nbval", "uv")


@dataclass(frozen=True)
class Part:
    """A part of the benchmark: its name, how often it repeats, what measures it."""

    name: str
    repetitions: int
    measure: Callable[[int], Row | list[Row]]


#: Few repetitions where one takes long: `-n` is for a quiet machine and an evening.
PARTS = (
    Part("setup", 1, measure_setup),
    Part("startup", 3, measure_startup),
    Part("opening", 5, measure_opening),
    Part("stepping", 5, measure_stepping),
    Part("checks", 2, measure_checks),
    Part("memory", 1, measure_memory),
    Part("replay", 5, measure_replay),
    Part("board", 1, measure_board),
    Part("notebooks", 1, measure_notebooks),
)


def main() -> int:
    """Measure what the command line asks for; return 1 if something could not be measured."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--skip-setup", action="store_true", help="leave out what needs a network")
    parser.add_argument(
        "--only", choices=[part.name for part in PARTS], action="append", help="may be repeated"
    )
    parser.add_argument("-n", type=int, help="repetitions of each part, in place of its own")
    arguments = parser.parse_args()

    rows: list[Row] = []
    failures: list[str] = []
    load = _load()
    for part in PARTS:
        if part.name not in (arguments.only or [part.name]):
            continue
        if part.name == "setup" and arguments.skip_setup:
            continue
        print(f"measuring {part.name} …", file=sys.stderr, flush=True)
        try:
            measured = part.measure(arguments.n or part.repetitions)
        except MeasurementError as error:
            failures.append(f"{part.name} could not be measured: {error}")
            continue
        rows += measured if isinstance(measured, list) else [measured]
    print(f"{_machine()}{load}\n\n{as_table(rows)}")
    for failure in failures:
        print(f"\n{failure}", file=sys.stderr)
    return 1 if failures else 0


def _machine() -> str:
    """Return what the numbers depend on, in one line; nothing that names the machine."""
    versions = [f"{name} {version(name)}" for name in PACKAGES]
    if program := installed_command():
        said = subprocess.run([program, "--version"], capture_output=True, text=True, check=False)
        versions.append(said.stdout.partition("(")[0].strip().replace(" version", " CLI"))
    return (
        f"{os.cpu_count()} CPUs · Python {platform.python_version()} · "
        f"{platform.system()} {platform.machine()} · {' · '.join(versions)}"
    )


def _load() -> str:
    """Return how busy the machine was before the first measurement, where it can be known."""
    if not hasattr(os, "getloadavg"):
        return ""
    return f" · load {os.getloadavg()[0]:.1f} before"


if __name__ == "__main__":
    sys.exit(main())
