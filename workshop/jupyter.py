"""Start JupyterLab for a workspace, with Temporal's Web UI on its own origin.

jupyter-server-proxy puts the Web UI under ``/temporal``, so it opens as a tab beside the
notebook; nothing is reachable but through Jupyter's token.
"""

from __future__ import annotations

import json
import os
import secrets
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from workshop.errors import LabError
from workshop.lessons import COURSE
from workshop.local_http import get_json
from workshop.services import UI_PATH, LabAddress
from workshop.temporal.server import free_port, start_guarded
from workshop.workspace import Workspace

#: Where JupyterLab's port is looked for first: its own default.
JUPYTER_PORT = 8888

#: What every kernel runs first.
STARTUP = Path(__file__).parent / "notebook" / "startup.py"

#: The Web UI's tile in JupyterLab's launcher.
ICON = Path(__file__).parent / "web-ui.svg"

#: Seconds JupyterLab may take to answer. Measured: 2 to 3 on two cores.
START_DEADLINE = 60.0

#: Seconds between asking JupyterLab to end its kernels and killing what is left.
GRACE = 2.5


class JupyterStartError(LabError):
    """JupyterLab ended or did not answer in time; the message holds its log."""


@dataclass(frozen=True)
class Jupyter:
    """A running JupyterLab: the address to open, token included, and the guard that holds it."""

    url: str
    guard: subprocess.Popen[bytes]

    def stop(self) -> None:
        """End JupyterLab and its kernels and wait until they have ended."""
        assert self.guard.stdin is not None
        self.guard.stdin.close()
        self.guard.wait()


def start_jupyter(
    workspace: Workspace, address: LabAddress, *, port: int | None, open_browser: bool
) -> Jupyter:
    """Start JupyterLab and wait until it answers.

    Raises:
        JupyterStartError: it does not.
    """
    first = COURSE[0].notebook
    token = secrets.token_hex(24)
    configuration = _write_configuration(workspace.state / "jupyter", address, first)
    os.environ.update(
        JUPYTER_TOKEN=token,
        JUPYTER_CONFIG_PATH=os.pathsep.join(
            filter(None, [str(configuration.parent), os.environ.get("JUPYTER_CONFIG_PATH")])
        ),
        WORKSHOP_WORKSPACE=str(workspace.root),
    )
    os.environ.setdefault("PYTHONSTARTUP", str(STARTUP))
    if address.ui_url:
        os.environ["WORKSHOP_UI_PATH"] = UI_PATH
    log = workspace.state / "jupyter.log"
    log.unlink(missing_ok=True)
    for _ in range(3):  # another program may take the port between our look and JupyterLab's
        port = free_port(port or JUPYTER_PORT)
        guard = start_guarded(
            [
                *(sys.executable, "-m", "jupyterlab", "--config", str(configuration)),
                *("--ip", "127.0.0.1", "--port", str(port), "--ServerApp.port_retries=0"),
                *("--ServerApp.root_dir", str(workspace.root)),
                # Without this a start as root, as in a container, is refused.
                *(["--allow-root"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []),
                *([] if open_browser else ["--no-browser"]),
            ],
            log=log,
            grace=GRACE,
        )
        jupyter = Jupyter(f"http://127.0.0.1:{port}/lab/tree/{first}?token={token}", guard)
        if _answers(port, token, guard):
            return jupyter
        jupyter.stop()
    written = log.read_text(errors="replace")[-3000:]
    raise JupyterStartError(f"JupyterLab did not start. It wrote:\n{written}")


def _answers(port: int, token: str, guard: subprocess.Popen[bytes]) -> bool:
    """Wait until a JupyterLab that knows our token answers; False if ours ended or is too slow."""
    deadline = time.monotonic() + START_DEADLINE
    while guard.poll() is None and time.monotonic() < deadline:
        if get_json(f"http://127.0.0.1:{port}/api/status?token={token}") is not None:
            return True
        time.sleep(0.05)
    return False


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
        },
        "ServerApp": {"default_url": f"/lab/tree/{first}"},
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
