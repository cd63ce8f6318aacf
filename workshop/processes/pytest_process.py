"""pytest as a process beside the notebook: what ``lab.pytest`` starts and what runs in it.

    python -m workshop.processes.pytest_process test_order.py

does what ``pytest test_order.py`` would, with three differences: it ends, with the servers that its
fixtures have started, when the notebook's kernel ends; it loads the plugins for async tests and for
timeouts and no others, because some that come with notebooks take seconds to import; and the
interpreter is left by ``os._exit``, because a process that used the SDK can crash on its ordinary
way out.
"""

from __future__ import annotations

import asyncio
import contextlib
import importlib.util
import os
import signal
import sys
from collections.abc import Sequence
from pathlib import Path

import psutil

from workshop.processes.leash import end_with_parent

#: The pytest plugins that learners' tests may use, where they are installed.
_PLUGINS = ("pytest_asyncio.plugin", "anyio.pytest_plugin", "pytest_timeout")


def plugins() -> list[str]:
    """Return the arguments by which pytest loads these plugins; the rest it has to leave alone."""
    os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
    found = [each for each in _PLUGINS if importlib.util.find_spec(each.partition(".")[0])]
    return [argument for each in found for argument in ("-p", each)]


def with_our_programs(path: str) -> str:
    """Return a PATH on which this environment's programs come first, as when it is activated."""
    return os.pathsep.join([str(Path(sys.executable).parent), path])


async def run_pytest(folder: Path, module: str, options: Sequence[str] = ()) -> None:
    """Run pytest on a module of ``folder`` and print what it prints, as it comes."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        *("-m", "workshop.processes.pytest_process", f"{module}.py", *options),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
        cwd=folder,
        env={
            **os.environ,
            "PATH": with_our_programs(os.environ.get("PATH", "")),
            "PYTHONUNBUFFERED": "1",
            "COLUMNS": "80",
            "PY_COLORS": "0",
        },
        start_new_session=True,
    )
    assert process.stdout is not None
    try:
        async for line in process.stdout:
            print(line.decode(errors="replace"), end="")
        await process.wait()
    finally:  # the ■ button too: the servers of its fixtures go with it
        end_group(process.pid)
        await process.wait()


def end_group(leader: int) -> None:
    """Kill a process that leads a group, and all that it has started."""
    if hasattr(os, "killpg"):
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(leader, signal.SIGKILL)
        return
    with contextlib.suppress(psutil.Error):
        process = psutil.Process(leader)
        for each in [*process.children(recursive=True), process]:
            with contextlib.suppress(psutil.Error):
                each.kill()


def main() -> int:
    """Run pytest with the arguments of the command line; return its exit code."""
    import pytest

    end_with_parent(end=lambda: end_group(os.getpid()))
    return int(pytest.main([*plugins(), *sys.argv[1:]]))


if __name__ == "__main__":
    code = main()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)
