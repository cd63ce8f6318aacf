"""What stands behind a lab: a Temporal server and the shop, started together, found again.

`workshop lab` starts them for a workspace and announces them in ``.workshop/lab.json``. A notebook
that finds no running lab starts an embedded pair for itself, in a folder that goes with it.
"""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
import tempfile
import uuid
from dataclasses import asdict, dataclass, fields
from pathlib import Path

from workshop.errors import LabError
from workshop.local_http import get_json
from workshop.temporal.command import find_command
from workshop.temporal.server import DevServer, free_port, start_server
from workshop.workspace import Workspace

#: The ports a lab tries first: Temporal's own defaults, and one for the shop.
TEMPORAL_PORT, UI_PORT, SHOP_PORT = 7233, 8233, 7300

#: The path the Web UI has on JupyterLab's origin.
UI_PATH = "/temporal"


class ShopStartError(LabError):
    """The shop's process ended before it listened; the message holds what it wrote."""


@dataclass(frozen=True)
class LabAddress:
    """Where a running lab is. ``lab_id`` tells it from another on the same ports.

    ``temporal`` is ``host:port`` and ``ui_url`` the Web UI's address; both are None where
    Temporal's environment configuration names a cluster.
    """

    lab_id: str
    shop_url: str
    temporal: str | None
    ui_url: str | None

    def write(self, workspace: Workspace) -> None:
        """Announce the lab in the workspace."""
        workspace.lab_file.write_text(json.dumps(asdict(self), indent=2) + "\n")

    @property
    def environment(self) -> dict[str, str]:
        """The environment variables by which programs find the lab's services."""
        environment = {"WORKSHOP_SHOP_URL": self.shop_url}
        if self.temporal:
            environment["TEMPORAL_ADDRESS"] = self.temporal
            environment["TEMPORAL_NAMESPACE"] = "default"
        return environment

    def answers(self) -> bool:
        """Whether the shop at ``shop_url`` belongs to this lab and answers."""
        health = get_json(f"{self.shop_url}/health")
        return isinstance(health, dict) and health.get("lab_id") == self.lab_id


def running_lab(workspace: Workspace) -> LabAddress | None:
    """Return the lab that runs for this workspace, or None."""
    try:
        announced = json.loads(workspace.lab_file.read_text())
        address = LabAddress(**{field.name: announced[field.name] for field in fields(LabAddress)})
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return address if address.answers() else None


def cluster_is_configured() -> bool:
    """Whether the environment names a Temporal cluster to use instead of a development server.

    Only an explicit TEMPORAL_ADDRESS or TEMPORAL_PROFILE counts: a default profile that lies in
    a configuration file may well be somebody's production.
    """
    return bool(os.environ.get("TEMPORAL_ADDRESS") or os.environ.get("TEMPORAL_PROFILE"))


@dataclass(frozen=True)
class Services:
    """The running processes of a lab; they end with this process or by `stop`."""

    address: LabAddress
    shop: subprocess.Popen[bytes]
    server: DevServer | None

    @property
    def are_running(self) -> bool:
        """Whether the processes live."""
        return self.shop.poll() is None and (not self.server or self.server.guard.poll() is None)

    def stop(self) -> None:
        """End the shop and the server and wait until they have ended."""
        assert self.shop.stdin is not None
        self.shop.stdin.close()
        if self.server:
            self.server.stop()
        self.shop.wait()


async def start_services(state: Path, *, fixed_ports: bool, remove: bool = False) -> Services:
    """Start the shop and, unless a cluster is configured, a Temporal server.

    Args:
        state: the folder for databases and logs; what lies there is taken up again.
        fixed_ports: begin at the usual ports, so that addresses stay the same from day to day.
        remove: delete the folder when the Temporal server has ended.

    Raises:
        ServerStartError, TemporalCommandError, ShopStartError: one of them did not start.
    """
    lab_id = uuid.uuid4().hex
    shop = _launch_shop(state, lab_id, free_port(SHOP_PORT) if fixed_ports else 0)
    try:
        server = (
            None if cluster_is_configured() else await _start_server(state, fixed_ports, remove)
        )
        try:
            port = await asyncio.to_thread(_shop_port, shop, state)
        except ShopStartError:
            if server:
                server.stop()
            raise
    except BaseException:
        shop.kill()
        raise
    return Services(
        address=LabAddress(
            lab_id=lab_id,
            shop_url=f"http://127.0.0.1:{port}",
            temporal=server.address if server else None,
            ui_url=server.ui_url if server else None,
        ),
        shop=shop,
        server=server,
    )


async def start_embedded_services() -> Services:
    """Start services of a notebook's own, in a folder that is deleted with them."""
    folder = Path(tempfile.mkdtemp(prefix="temporal-workshop-"))
    return await start_services(folder, fixed_ports=False, remove=True)


async def _start_server(state: Path, fixed_ports: bool, remove: bool) -> DevServer:
    return await start_server(
        await find_command(),
        database=state / "temporal.db",
        log=state / "temporal.log",
        port=TEMPORAL_PORT if fixed_ports else None,
        ui_port=UI_PORT if fixed_ports else None,
        ui_path=UI_PATH,
        remove=state if remove else None,
    )


def _launch_shop(state: Path, lab_id: str, port: int) -> subprocess.Popen[bytes]:
    with (state / "shop.log").open("ab") as log:
        return subprocess.Popen(
            [
                *(sys.executable, "-m", "workshop.shop", "--lab-id", lab_id),
                *("--database", str(state / "shop.db"), "--port", str(port)),
            ],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=log,
            start_new_session=True,
        )


def _shop_port(shop: subprocess.Popen[bytes], state: Path) -> int:
    assert shop.stdout is not None
    if line := shop.stdout.readline():
        return int(json.loads(line)["port"])
    written = (state / "shop.log").read_text(errors="replace")[-2000:]
    raise ShopStartError(f"The shop ended at its start. It wrote:\n{written}")
