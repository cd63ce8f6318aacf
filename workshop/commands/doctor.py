"""``workshop doctor``: one screen that says what works, what does not, and the cure."""

from __future__ import annotations

import asyncio
import importlib.metadata
import platform
import subprocess
import sys
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from rich.console import Console

from workshop.jupyter.configuration import unwritable_folders
from workshop.jupyter.upkeep import trouble_with_place, unusable_files
from workshop.lab.services import (
    Services,
    announced_lab,
    cluster_is_configured,
    named,
    start_embedded_services,
)
from workshop.lab.workspace import Workspace
from workshop.patience import wait_patiently
from workshop.processes.lock import Lock
from workshop.temporal.command import installed_command

#: Seconds of a quiet machine that an examination may take before it counts as failed.
DEADLINE = 30.0

PACKAGES = ("temporalio", "jupyterlab", "ipykernel", "jupyter-server-proxy", "nest-asyncio2")


class Ill(Exception):
    """Something does not work; ``cure`` says what to do."""

    def __init__(self, what: str, cure: str) -> None:
        super().__init__(what)
        self.cure = cure


@dataclass(frozen=True)
class Examination:
    """One thing to look at: its name, and a function that says how it is or raises `Ill`."""

    name: str
    look: Callable[[], Awaitable[str]]


def examine(folder: Path) -> int:
    """Print how everything is, the workspace in ``folder`` included; return 1 if something does not
    work, else 0.
    """
    workspace = Workspace(folder.absolute().resolve())
    return asyncio.run(_examine(workspace, Console(highlight=False, soft_wrap=True)))


async def _examine(workspace: Workspace, console: Console) -> int:
    services: list[Services] = []

    async def both_start() -> str:
        began = time.monotonic()
        services.append(await start_embedded_services())
        server = "the shop" if cluster_is_configured() else "Temporal and the shop"
        return f"{server}, in {time.monotonic() - began:.1f} s"

    async def a_client_connects() -> str:
        from workshop.temporal.connect import connect

        if not services:
            raise Ill("not looked at: there is nothing to connect to", "Fix the line above first.")
        client = await connect(services[0].address.temporal)
        await client.count_workflows()
        return f"to {client.service_client.config.target_host}, namespace {client.namespace}"

    examinations = (
        Examination("Python", _python),
        Examination("packages", _packages),
        Examination("Temporal server", _temporal_command),
        Examination("the workspace", partial(_place, workspace)),
        Examination("its files", partial(_files, workspace)),
        Examination("its lab", partial(_lab, workspace)),
        Examination("services start", both_start),
        Examination("a client connects", a_client_connects),
        Examination("JupyterLab", _jupyterlab),
    )
    ill = 0
    for examination in examinations:
        try:
            found = await wait_patiently(examination.look(), DEADLINE)
            console.print(f"✓ {examination.name:<18} {found}", markup=False)
        except Exception as error:
            ill += 1
            console.print(f"✗ {examination.name:<18} {error}", markup=False)
            cure = (
                error.cure
                if isinstance(error, Ill)
                else "Fix what the message says, then run this again."
            )
            console.print(f"  {'':<18} {cure}", markup=False)
    for each in services:
        each.stop()
    console.print(f"\n{ill} of {len(examinations)} do not work." if ill else "\nAll is well.")
    return 1 if ill else 0


async def _place(workspace: Workspace) -> str:
    if trouble := trouble_with_place(workspace.root):
        raise Ill(trouble.what, trouble.cure)
    elsewhere = unwritable_folders(workspace.state)
    home = "; JupyterLab keeps its settings there: your home folder can't be written to"
    is_made = "" if workspace.state.is_dir() else ", not made yet"
    return f"{workspace.root}{is_made}{home if elsewhere else ''}"


async def _files(workspace: Workspace) -> str:
    broken = list(unusable_files(workspace))
    if broken:
        raise Ill(
            " ".join(f"{path.relative_to(workspace.root)}: {why}" for path, why in broken),
            "`workshop lab` moves such a file to the backups when it starts, and goes on without it.",
        )
    return "all can be used" if workspace.state.is_dir() else "there are none yet"


async def _lab(workspace: Workspace) -> str:
    address, is_there = announced_lab(workspace), Lock(workspace.lock_file).is_held
    anew = "Press Ctrl-C in the terminal of `workshop lab`, and run it again."
    if address is None or not (is_there or address.shop_answers):
        if is_there:
            raise Ill(
                "is starting, or has not ended yet",
                f"Try again in a moment. If that doesn't help: {anew}",
            )
        return "none runs"
    if silent := await asyncio.to_thread(address.silent_parts):
        parts, do = named(silent)
        raise Ill(
            f"runs, but {parts} {do} not answer",
            f"The lab should restart it within half a minute. If it doesn't: {anew}",
        )
    restarts = f", after {address.restarts} restarts of its parts" if address.restarts else ""
    return f"runs and answers{restarts}"


async def _python() -> str:
    return f"{platform.python_version()} at {sys.prefix}"


async def _packages() -> str:
    missing = []
    found = []
    for name in PACKAGES:
        try:
            found.append(f"{name} {importlib.metadata.version(name)}")
        except importlib.metadata.PackageNotFoundError:
            missing.append(name)
    if missing:
        raise Ill(f"missing: {', '.join(missing)}", "Run `make lab` again, or pip install them.")
    return ", ".join(found)


async def _temporal_command() -> str:
    if cluster_is_configured():
        return "your environment names a cluster (TEMPORAL_ADDRESS or TEMPORAL_PROFILE)"
    command = installed_command()
    if command is None:
        raise Ill(
            "there is no `temporal` program; it will be downloaded when it is needed",
            "Without internet, install it: https://docs.temporal.io/cli/setup-cli",
        )
    version = await _output(str(command), "--version")
    return f"{version} at {command}"


async def _jupyterlab() -> str:
    return f"{await _output(sys.executable, '-m', 'jupyterlab', '--version')}, ready to start"


async def _output(*command: str) -> str:
    done = await asyncio.to_thread(subprocess.run, command, capture_output=True, text=True)
    if done.returncode:
        raise Ill(done.stderr.strip()[-500:], "Reinstall this environment: rm -r .venv; make lab")
    return done.stdout.strip()
