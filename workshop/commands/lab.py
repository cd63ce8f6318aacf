"""``workshop lab``: everything a learner needs, started and ended together."""

from __future__ import annotations

import asyncio
import contextlib
import shutil
import signal
import subprocess
import threading
from pathlib import Path

from rich.console import Console

from workshop.course import course_folder
from workshop.jupyter import JupyterStartError, start_jupyter
from workshop.services import LabAddress, running_lab, start_services
from workshop.workspace import Workspace

console = Console(highlight=False, soft_wrap=True)


def run_lab(folder: Path, *, port: int | None, open_browser: bool) -> int:
    """Run the lab of a workspace until Ctrl-C or a signal ends it; return the exit code."""
    workspace = Workspace(folder.resolve())
    if running_lab(workspace):
        console.print(
            f"A lab runs for {folder} already: use the JupyterLab it opened. To start it anew, "
            "press Ctrl-C in the terminal it runs in."
        )
        return 1
    ended = threading.Event()
    for name in ("SIGINT", "SIGTERM", "SIGHUP"):
        if number := getattr(signal, name, None):  # Windows has no SIGHUP
            signal.signal(number, lambda *_: ended.set())

    fill_workspace(workspace)
    with contextlib.ExitStack() as stack:
        try:
            services = asyncio.run(start_services(workspace.state, fixed_ports=True))
            stack.callback(services.stop)
            services.address.write(workspace)
            stack.callback(workspace.lab_file.unlink, missing_ok=True)
            jupyter = start_jupyter(
                workspace, services.address, port=port, open_browser=open_browser
            )
            stack.callback(jupyter.stop)
        except (RuntimeError, JupyterStartError) as error:
            console.print(f"{error}\n\nRun `workshop doctor` to see what is wrong.", markup=False)
            return 1
        _say_where_things_are(folder, jupyter.url, services.address)
        _wait(ended, jupyter.guard)
        console.print("\nEnding JupyterLab, Temporal and the shop …")
    console.print(f"Everything has ended. Your work is in {folder}.")
    return 0


def fill_workspace(workspace: Workspace) -> None:
    """Make the workspace and copy the notebooks that are not there; touch nothing else."""
    workspace.create()
    for notebook in sorted(course_folder("notebooks").glob("*.ipynb")):
        if not (copy := workspace.root / notebook.name).exists():
            shutil.copyfile(notebook, copy)


def _say_where_things_are(folder: Path, url: str, address: LabAddress) -> None:
    rows = [("JupyterLab", url)]
    if address.temporal:
        rows += [("Temporal", address.temporal), ("its Web UI", str(address.ui_url))]
    else:
        rows += [("Temporal", "the cluster that your environment configures")]
    rows += [("the shop", address.shop_url), ("your work", str(folder))]
    console.print("\nThe lab is open.\n")
    for name, place in rows:
        console.print(f"  {name:<12}{place}", markup=False)
    console.print("\nCtrl-C ends it. Your work and the workflows stay.\n")


def _wait(ended: threading.Event, jupyter: subprocess.Popen[bytes]) -> None:
    """Wait for a signal, or for JupyterLab to end by itself (its menu has "Shut Down")."""

    def watch() -> None:
        jupyter.wait()
        ended.set()

    threading.Thread(target=watch, daemon=True).start()
    while not ended.wait(0.5):  # a wait without an end would keep signals out on Windows
        pass
