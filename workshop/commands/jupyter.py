"""Start JupyterLab for a workspace, with Temporal's Web UI on its own origin.

jupyter-server-proxy puts the Web UI under ``/temporal``, so it opens as a tab beside the
notebook; nothing is reachable but through Jupyter's token.
"""

from __future__ import annotations

import json
import os
import secrets
import shutil
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from jupyter_core.paths import jupyter_config_dir, jupyter_data_dir, jupyter_runtime_dir

from workshop.commands.upkeep import can_be_written
from workshop.errors import LabError
from workshop.lab.opening import LAB_ID
from workshop.lab.services import UI_PATH, LabAddress
from workshop.lab.workspace import Workspace
from workshop.lessons import COURSE
from workshop.patience import Countdown
from workshop.processes.kept import Kept
from workshop.processes.local_http import get_json
from workshop.processes.ports import free_port, listening_ports
from workshop.processes.pytest_process import with_our_programs

#: Where JupyterLab's port is looked for first: its own default.
JUPYTER_PORT = 8888

#: What every kernel runs first.
STARTUP = Path(__file__).parents[1] / "notebook" / "startup.py"

#: The Web UI's tile in JupyterLab's launcher.
ICON = Path(__file__).parent / "web-ui.svg"

#: The course panel's bundle, as JupyterLab looks for it.
LABEXTENSIONS = Path(__file__).parents[1] / "panel" / "labextensions"

#: Seconds JupyterLab may take to answer, on a quiet machine. Measured: 2 to 3 on two cores.
START_DEADLINE = 60.0

#: How often it is started when another program takes its port between its look and its start.
TRIES = 4

#: Seconds between asking JupyterLab to end its kernels and killing what is left.
GRACE = 2.5


class JupyterStartError(LabError):
    """JupyterLab ended or did not answer in time; the message holds its log."""


@dataclass(frozen=True)
class Jupyter:
    """A running JupyterLab: the address to open, token included, and what keeps it."""

    url: str
    program: Kept


def start_jupyter(
    workspace: Workspace,
    address: LabAddress,
    *,
    port: int | None,
    open_browser: bool,
    is_over: Callable[[], bool] = lambda: False,
) -> Jupyter:
    """Start JupyterLab and wait until it answers.

    Args:
        workspace: the folder it shows.
        address: the lab that its kernels belong to.
        port: the port to try first; None: 8888.
        open_browser: whether it opens a browser.
        is_over: asked now and then whether to give up, because the lab has to end.

    Raises:
        JupyterStartError: it does not answer.
    """
    first = COURSE[0].notebook
    token = secrets.token_hex(24)
    configuration = _write_configuration(workspace.state / "jupyter", address, first)
    environment = _environment(workspace, address, token, configuration.parent)
    log = workspace.state / "jupyter.log"
    log.unlink(missing_ok=True)
    for _ in range(TRIES):
        program = Kept(
            "JupyterLab",
            [
                *(sys.executable, "-m", "jupyterlab", "--config", str(configuration)),
                *("--ip", "127.0.0.1", "--port", str(free_port(port or JUPYTER_PORT))),
                *("--ServerApp.root_dir", str(workspace.root)),
                # Without this a start as root, as in a container, is refused.
                *(["--allow-root"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []),
                *([] if open_browser else ["--no-browser"]),
            ],
            log=log,
            environment=environment,
            grace=GRACE,
        )
        found = _port_of(program, token, is_over)
        if found:
            url = f"http://127.0.0.1:{found}/lab/tree/{first}?token={token}"
            return Jupyter(url, program)
        program.stop()
        if is_over():
            break
    raise JupyterStartError(f"JupyterLab did not start. It wrote:\n{program.written()[-3000:]}")


def unwritable_folders(state: Path) -> dict[str, str]:
    """Return where Jupyter and IPython keep their files when the usual places can't be written to.

    The environment variables that name the folders, and folders in ``state`` for them.
    """
    usual = {
        "JUPYTER_CONFIG_DIR": jupyter_config_dir(),
        "JUPYTER_DATA_DIR": jupyter_data_dir(),
        "JUPYTER_RUNTIME_DIR": jupyter_runtime_dir(),
        "IPYTHONDIR": os.environ.get("IPYTHONDIR") or str(Path.home() / ".ipython"),
    }
    return {
        name: str(state / "jupyter" / name.lower())
        for name, folder in usual.items()
        if not can_be_written(Path(folder))
    }


def _environment(
    workspace: Workspace, address: LabAddress, token: str, configuration: Path
) -> dict[str, str]:
    """Return what JupyterLab, its kernels and its terminals have in their environment."""
    # Before JUPYTER_CONFIG_DIR and the rest are read: they are the same for this process.
    environment = unwritable_folders(workspace.state)
    if environment:
        print("Your home folder can't be written to: JupyterLab keeps its settings here instead.")
    for folder in environment.values():
        Path(folder).mkdir(mode=0o700, parents=True, exist_ok=True)
    search_path = filter(None, [str(configuration), os.environ.get("JUPYTER_CONFIG_PATH")])
    environment |= {
        "JUPYTER_TOKEN": token,
        "JUPYTER_CONFIG_PATH": os.pathsep.join(search_path),
        "PATH": with_our_programs(os.environ.get("PATH", "")),
        "WORKSHOP_WORKSPACE": str(workspace.root),
        LAB_ID: address.lab_id,
        "PYTHONSTARTUP": os.environ.get("PYTHONSTARTUP", str(STARTUP)),
    }
    if address.ui_url:
        environment["WORKSHOP_UI_PATH"] = UI_PATH
    return environment


def _port_of(program: Kept, token: str, is_over: Callable[[], bool]) -> int | None:
    """Wait until a JupyterLab that knows our token answers; return its port.

    None if it has ended, is too slow, or the lab has to end.
    """
    countdown = Countdown(START_DEADLINE)
    while not (program.has_ended or program.is_stopped or countdown.is_over or is_over()):
        for port in listening_ports(program.pid) if program.pid else ():
            status = get_json(f"http://127.0.0.1:{port}/api/status?token={token}", timeout=5)
            if status is not None:
                return port
        time.sleep(0.05)
    return None


def _write_configuration(folder: Path, address: LabAddress, first: str) -> Path:
    """Write the server's configuration and JupyterLab's setting overrides; return the former."""
    (folder / "labconfig").mkdir(parents=True, exist_ok=True)
    # JupyterLab reads defaults for its settings from "labconfig" on its configuration path.
    (folder / "labconfig" / "default_setting_overrides.json").write_text(
        json.dumps(
            {
                "@jupyterlab/apputils-extension:notification": {
                    "checkForUpdates": False,
                    "fetchNews": "false",
                },
                # Room for the notebooks' names.
                "@jupyterlab/filebrowser-extension:browser": {"showLastModifiedColumn": False},
                # Findings and tracebacks name lines.
                "@jupyterlab/notebook-extension:tracker": {"codeCellConfig": {"lineNumbers": True}},
            }
        )
    )
    # Nothing is built here: do not start Node.js to look whether something could be.
    (folder / "labconfig" / "page_config.json").write_text(
        json.dumps({"buildAvailable": False, "buildCheck": False})
    )
    configuration: dict[str, dict[str, object]] = {
        "LabApp": {
            "default_url": f"/lab/tree/{first}",
            "extension_manager": "readonly",  # the other one asks the package index
            "extra_labextensions_path": [str(LABEXTENSIONS)],
        },
        "ServerApp": {
            "default_url": f"/lab/tree/{first}",
            "jpserver_extensions": {"workshop.panel": True},
        },
    }
    if os.name == "posix":
        # By default a login shell, which in many systems sets PATH anew: without our programs.
        shell = os.environ.get("SHELL") or shutil.which("bash") or "/bin/sh"
        configuration["ServerApp"]["terminado_settings"] = {
            "shell_command": [shell],
            "cwd": str(folder.parents[1]),
        }
    if address.ui_url:
        configuration["ServerProxy"] = {
            "servers": {
                UI_PATH.strip("/"): {
                    "command": [],  # nothing to start: it runs
                    "port": urlsplit(address.ui_url).port,
                    "absolute_url": True,  # the Web UI itself knows it lives under UI_PATH
                    "new_browser_tab": False,
                    "launcher_entry": {"title": "Temporal Web UI", "icon_path": str(ICON)},
                }
            }
        }
    path = folder / "jupyter_lab_config.json"
    path.write_text(json.dumps(configuration, indent=2))
    return path
