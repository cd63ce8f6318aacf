"""What JupyterLab, its kernels and its terminals are told, for whomever it is started.

jupyter-server-proxy puts the Web UI on JupyterLab's own origin, so it opens as a tab beside the
notebook; nothing is reachable but through what Jupyter asks for.
"""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path
from urllib.parse import urlsplit

from jupyter_core.paths import jupyter_config_dir, jupyter_data_dir, jupyter_runtime_dir

from workshop.jupyter.upkeep import can_be_written
from workshop.lab.opening import LAB_ID
from workshop.lab.services import LabAddress
from workshop.lab.workspace import Workspace
from workshop.lessons import COURSE
from workshop.processes.pytest_process import with_our_programs

#: What every kernel runs first.
STARTUP = Path(__file__).parents[1] / "notebook" / "startup.py"

#: The Web UI's tile in JupyterLab's launcher.
ICON = Path(__file__).parent / "web-ui.svg"

#: The course panel's bundle, as JupyterLab looks for it.
LABEXTENSIONS = Path(__file__).parents[1] / "panel" / "labextensions"

#: The notebook that opens first.
FIRST = COURSE[0].notebook


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


def environment_of(
    workspace: Workspace, address: LabAddress, configuration: Path, ui_path: str
) -> dict[str, str]:
    """Return what JupyterLab, its kernels and its terminals have in their environment.

    Args:
        workspace: the folder it shows.
        address: the lab that its kernels belong to.
        configuration: the folder of `write_configuration`.
        ui_path: the path of the Web UI on its origin.
    """
    # Before JUPYTER_CONFIG_DIR and the rest are read: they are the same for this process.
    environment = unwritable_folders(workspace.state)
    if environment:
        print("Your home folder can't be written to: JupyterLab keeps its settings here instead.")
    for folder in environment.values():
        Path(folder).mkdir(mode=0o700, parents=True, exist_ok=True)
    search_path = filter(None, [str(configuration), os.environ.get("JUPYTER_CONFIG_PATH")])
    environment |= {
        "JUPYTER_CONFIG_PATH": os.pathsep.join(search_path),
        "PATH": with_our_programs(os.environ.get("PATH", "")),
        "WORKSHOP_WORKSPACE": str(workspace.root),
        LAB_ID: address.lab_id,
        "PYTHONSTARTUP": os.environ.get("PYTHONSTARTUP", str(STARTUP)),
    }
    if address.ui_url:
        environment["WORKSHOP_UI_PATH"] = ui_path
    return environment


def server_arguments(workspace: Workspace, configuration: Path) -> list[str]:
    """Return what the command of any Jupyter server over a workspace has on its line.

    Args:
        workspace: the folder it shows.
        configuration: the file of `write_configuration`.
    """
    return [
        *("--config", str(configuration)),
        *("--ServerApp.root_dir", str(workspace.root)),
        # Without this a start as root, as in a container, is refused.
        *(["--allow-root"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []),
    ]


def write_configuration(folder: Path, address: LabAddress, ui_path: str) -> Path:
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
            "default_url": f"/lab/tree/{FIRST}",
            "extension_manager": "readonly",  # the other one asks the package index
            "extra_labextensions_path": [str(LABEXTENSIONS)],
        },
        "ServerApp": {
            "default_url": f"/lab/tree/{FIRST}",
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
                ui_path.rpartition("/")[2]: {
                    "command": [],  # nothing to start: it runs
                    "port": urlsplit(address.ui_url).port,
                    "absolute_url": True,  # the Web UI itself knows it lives under that path
                    "new_browser_tab": False,
                    "launcher_entry": {"title": "Temporal Web UI", "icon_path": str(ICON)},
                }
            }
        }
    path = folder / "jupyter_lab_config.json"
    path.write_text(json.dumps(configuration, indent=2))
    return path
