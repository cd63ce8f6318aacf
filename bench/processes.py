"""Starting what is measured, away from this machine's configuration, and ending it for sure."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import psutil

#: The repository.
ROOT = Path(__file__).parents[1]

#: Seconds a process may take to end when asked to.
GRACE = 15.0


class MeasurementError(RuntimeError):
    """Something measured did not run; the message holds the end of what it wrote."""


@contextlib.contextmanager
def temporary_folder() -> Iterator[Path]:
    """Give a folder for one measurement and delete it afterwards."""
    with tempfile.TemporaryDirectory(
        prefix="temporal-workshop-bench-", ignore_cleanup_errors=True
    ) as folder:
        yield Path(folder)


def clean_environment(folder: Path, **more: str) -> dict[str, str]:
    """Return the environment without settings of Temporal, the workshop or Jupyter.

    What Jupyter writes for itself goes to ``folder``, which is also the workspace.
    """
    environment = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("TEMPORAL_", "WORKSHOP_", "JUPYTER_", "VIRTUAL_ENV"))
    }
    return {
        **environment,
        "JUPYTER_CONFIG_DIR": str(folder / "jupyter-config"),
        "JUPYTER_DATA_DIR": str(folder / "jupyter-data"),
        "JUPYTER_RUNTIME_DIR": str(folder / "jupyter-runtime"),
        "PYTHONUNBUFFERED": "1",
        **more,
    }


@contextlib.contextmanager
def started(
    arguments: Sequence[str | Path], environment: Mapping[str, str], log: Path
) -> Iterator[subprocess.Popen[str]]:
    """Run a Python program of this environment; end it and all it started afterwards.

    Its standard output can be read, its standard error goes to ``log``.
    """
    with log.open("w") as errors:
        process = subprocess.Popen(
            [sys.executable, *map(str, arguments)],
            cwd=ROOT,
            env=dict(environment),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=errors,
            text=True,
        )
    try:
        yield process
    finally:
        end(process)


def end(process: subprocess.Popen[str]) -> None:
    """Ask the process to end and wait; kill what is left of it and of what it started."""
    family = []
    with contextlib.suppress(psutil.NoSuchProcess):
        family = psutil.Process(process.pid).children(recursive=True)
    if process.poll() is None:
        process.terminate()
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(GRACE)
        process.kill()
    process.wait()
    if process.stdout:
        process.stdout.close()
    psutil.wait_procs(family, timeout=GRACE)
    for member in family:
        with contextlib.suppress(psutil.NoSuchProcess):
            member.kill()


def next_line(process: subprocess.Popen[str], log: Path, containing: str = "") -> str:
    """Return the next line the process prints that contains a text.

    Raises:
        MeasurementError: the process ended without.
    """
    assert process.stdout is not None
    written = ""
    for line in process.stdout:
        written += line
        if containing in line:
            return line
    process.wait()
    raise MeasurementError(f"{_tail(written)}\n{_tail(log.read_text(errors='replace'))}".strip())


def run(
    arguments: Sequence[str | int | Path],
    environment: Mapping[str, str],
    *,
    accept: Sequence[int] = (0,),
) -> subprocess.CompletedProcess[str]:
    """Run a program to its end, in the repository.

    Raises:
        MeasurementError: its exit code is none of ``accept``.
    """
    finished = subprocess.run(
        [str(each) for each in arguments],
        cwd=ROOT,
        env=dict(environment),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    if finished.returncode not in accept:
        raise MeasurementError(f"{_tail(finished.stdout)}\n{_tail(finished.stderr)}".strip())
    return finished


def _tail(text: str) -> str:
    return text[-2000:].strip()
