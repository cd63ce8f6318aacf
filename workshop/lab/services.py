"""What stands behind a lab: a Temporal server and the shop, started together, found again.

`workshop lab` starts them for a workspace and announces them in ``.workshop/lab.json``. A notebook
that finds no running lab starts an embedded pair for itself, in a folder that goes with it.
"""

from __future__ import annotations

import json
import os
import secrets
import sys
import uuid
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass, fields
from functools import partial
from pathlib import Path

from workshop.errors import LabError
from workshop.lab.workspace import Workspace
from workshop.processes.kept import Kept, print_to_stderr, stop_all
from workshop.processes.local_http import get_json
from workshop.processes.scratch import Scratch
from workshop.processes.watch import Watch
from workshop.processes.whole_file import write_whole
from workshop.shop import SECRET
from workshop.temporal.command import find_command
from workshop.temporal.namespaces import CHECKS, DEFAULT
from workshop.temporal.server import PATIENCE, DevServer, server_answers, start_server

#: The ports a lab tries first: Temporal's own defaults, and one for the shop.
TEMPORAL_PORT, UI_PORT, SHOP_PORT = 7233, 8233, 7300

#: How many ports the shop tries after the first.
NEXT_PORTS = 200

#: The path the Web UI has on JupyterLab's origin, where that is one person's.
UI_PATH = "/temporal"

#: The environment variable with the address of a cluster's Web UI.
CLUSTERS_UI = "WORKSHOP_TEMPORAL_UI"

#: What sentences call the shop.
SHOP = "the shop"


class ShopStartError(LabError):
    """The shop's process ended before it listened; the message holds what it wrote."""


@dataclass(frozen=True)
class LabAddress:
    """Where a running lab is. ``lab_id`` tells it from another on the same ports.

    ``temporal`` is ``host:port`` and ``ui_url`` the Web UI's address; both are None where
    Temporal's environment configuration names a cluster. ``jupyter_url`` opens JupyterLab, with its
    token in it; it is empty until JupyterLab answers, and in an embedded lab. ``restarts`` counts
    how often the shop or the server had to be started again.
    """

    lab_id: str
    shop_url: str
    temporal: str | None
    ui_url: str | None
    jupyter_url: str = ""
    restarts: int = 0

    def write(self, workspace: Workspace) -> None:
        """Announce the lab in the workspace."""
        write_whole(workspace.lab_file, json.dumps(asdict(self), indent=2) + "\n")

    @property
    def environment(self) -> dict[str, str]:
        """The environment variables by which programs find the lab's services."""
        environment = {"WORKSHOP_SHOP_URL": self.shop_url}
        if self.temporal:
            environment["TEMPORAL_ADDRESS"] = self.temporal
            environment["TEMPORAL_NAMESPACE"] = DEFAULT
        return environment

    @property
    def environment_of_checks(self) -> dict[str, str]:
        """The same for the programs that checks start: see `CHECKS`."""
        environment = self.environment
        return {**environment, "TEMPORAL_NAMESPACE": CHECKS} if self.temporal else environment

    @property
    def shop_answers(self) -> bool:
        """Whether the shop at ``shop_url`` belongs to this lab and answers, within 3 s."""
        health = get_json(f"{self.shop_url}/health", timeout=PATIENCE)
        return isinstance(health, dict) and health.get("lab_id") == self.lab_id

    def silent_parts(self) -> list[str]:
        """Return what of the lab does not answer within 3 s, as words for a sentence."""
        silent = [] if self.shop_answers else [SHOP]
        if self.ui_url and not server_answers(self.ui_url):
            silent.append("the Temporal server")
        return silent


def announced_lab(workspace: Workspace) -> LabAddress | None:
    """Return the lab that was last announced in this workspace, running or not."""
    try:
        announced = json.loads(workspace.lab_file.read_text(encoding="utf-8"))
        address = LabAddress(**{field.name: announced[field.name] for field in fields(LabAddress)})
    except (OSError, ValueError, KeyError, TypeError):
        return None
    texts = (address.lab_id, address.shop_url, address.jupyter_url)
    urls = (address.temporal, address.ui_url)
    if any(not isinstance(each, str) for each in texts):
        return None
    if any(not isinstance(each, str | None) for each in urls):
        return None
    return address


def running_lab(workspace: Workspace) -> LabAddress | None:
    """Return the lab that runs for this workspace and whose shop answers, or None."""
    address = announced_lab(workspace)
    return address if address and address.shop_answers else None


def cluster_is_configured() -> bool:
    """Whether the environment names a Temporal cluster to use instead of a development server.

    Only an explicit TEMPORAL_ADDRESS or TEMPORAL_PROFILE counts: a default profile that lies in
    a configuration file may well be somebody's production.
    """
    return bool(os.environ.get("TEMPORAL_ADDRESS") or os.environ.get("TEMPORAL_PROFILE"))


def named(parts: list[str]) -> tuple[str, str]:
    """Return the parts of a lab as the subject of a sentence, and the "do" or "does" that fits."""
    return " and ".join(parts), "does" if len(parts) == 1 else "do"


class Services:
    """The running programs of a lab; they end with this process or by `stop`.

    One that dies is started again, one that does not answer is killed and started again: ``watch``
    sees to that.
    """

    def __init__(self, address: LabAddress, shop: Kept, server: DevServer | None) -> None:
        self.address = address
        self.shop = shop
        self.server = server
        questions: dict[Kept, Callable[[], bool]] = {shop: lambda: address.shop_answers}
        if server:
            questions[server.program] = partial(server_answers, server.ui_url)
        self.watch = Watch(questions)

    @property
    def programs(self) -> list[Kept]:
        """The shop, and the server if there is one."""
        return [self.shop, *([self.server.program] if self.server else [])]

    @property
    def restarts(self) -> int:
        """How often one of them had to be started again."""
        return sum(each.starts - 1 for each in self.programs)

    @property
    def are_running(self) -> bool:
        """Whether none of the programs has been given up."""
        return not any(each.has_ended for each in self.programs)

    def stop(self) -> None:
        """End the shop and the server and wait until they have ended."""
        self.watch.end()
        stop_all(self.programs)


async def start_services(
    state: Path,
    *,
    fixed_ports: bool,
    ui_path: str = UI_PATH,
    remove: bool = False,
    inherits: Iterable[int] = (),
    tell: Callable[[str], None] = print_to_stderr,
) -> Services:
    """Start the shop and, unless a cluster is configured, a Temporal server.

    Args:
        state: the folder for databases and logs; what lies there is taken up again.
        fixed_ports: begin at the usual ports, so that addresses stay the same from day to day.
        ui_path: the path of the Web UI on its origin.
        remove: delete the folder when the Temporal server has ended.
        inherits: open files that they are to inherit.
        tell: called with a sentence when one of them is started again or given up.

    Raises:
        ServerStartError, TemporalCommandError, ShopStartError: one of them did not start.
    """
    lab_id, secret = uuid.uuid4().hex, secrets.token_urlsafe(16)
    shop = _launch_shop(state, lab_id, secret, fixed_ports, inherits, tell)
    server: DevServer | None = None
    try:
        if not cluster_is_configured():
            server = await start_server(
                await find_command(),
                database=state / "temporal.db",
                log=state / "temporal.log",
                port=TEMPORAL_PORT if fixed_ports else None,
                ui_port=UI_PORT if fixed_ports else None,
                ui_path=ui_path,
                namespaces=[CHECKS],
                remove=state if remove else None,
                inherits=inherits,
                tell=tell,
            )
        port = await _shop_port(shop)
    except BaseException:
        stop_all([shop, *([server.program] if server else [])])
        raise
    shop.keep_alive(_shop_command(state, lab_id, "--port", str(port)))  # where its callers look
    return Services(
        address=LabAddress(
            lab_id=lab_id,
            shop_url=f"http://127.0.0.1:{port}/{secret}",
            temporal=server.address if server else None,
            ui_url=server.ui_url if server else None,
        ),
        shop=shop,
        server=server,
    )


async def start_embedded_services() -> Services:
    """Start services of a notebook's own, in a folder that is deleted with them."""
    folder = Scratch("lab")
    return await start_services(
        folder.path, fixed_ports=False, remove=True, inherits=folder.lock.inheritable
    )


def _shop_command(state: Path, lab_id: str, *port: str) -> list[str]:
    return [
        *(sys.executable, "-m", "workshop.shop", "--lab-id", lab_id),
        *("--database", str(state / "shop.db"), *port),
    ]


def _launch_shop(
    state: Path,
    lab_id: str,
    secret: str,
    fixed_ports: bool,
    inherits: Iterable[int],
    tell: Callable[[str], None],
) -> Kept:
    wish = ("--port", str(SHOP_PORT), "--next-ports", str(NEXT_PORTS)) if fixed_ports else ()
    return Kept(
        "The shop",
        _shop_command(state, lab_id, *wish),
        log=state / "shop.log",
        guarded=False,
        # Not on the command line: other users of the machine can read that.
        environment={SECRET: secret},
        inherits=inherits,
        tell=tell,
    )


async def _shop_port(shop: Kept) -> int:
    if line := await shop.first_line():
        return int(json.loads(line)["port"])
    raise ShopStartError(f"The shop ended at its start. It wrote:\n{shop.written()[-2000:]}")
