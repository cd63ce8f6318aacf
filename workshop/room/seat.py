"""The program behind a seat: a learner's lab, and their JupyterLab as the hub wants it.

JupyterHub starts it in the learner's folder, with a token, a port and a prefix in its environment;
``jupyterhub-singleuser`` takes these as they are. In a room it ends with the room, however that ends.
In a container it is the container's program, and its Temporal is a cluster's.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import sys
import time
from pathlib import Path

from workshop.desk.courier import Courier, Desk
from workshop.desk.spool import IN_ROOM
from workshop.errors import LabError
from workshop.jupyter.alone import GRACE
from workshop.jupyter.configuration import environment_of, server_arguments, write_configuration
from workshop.jupyter.opened import End, EndedError, Opened, wait_for
from workshop.jupyter.watches import DiskWatch, MemoryWatch, Watch, limit_of
from workshop.lab.notice import Notice
from workshop.lab.workspace import Workspace
from workshop.processes.kept import Kept
from workshop.processes.leash import end_with_parent
from workshop.processes.lock import Lock
from workshop.room.deeds import Deeds
from workshop.temporal.connect import connect
from workshop.temporal.namespaces import make_namespace

#: The environment variable with the number of the file that is open while the room is.
ROOM_PIPE = "WORKSHOP_ROOM_PIPE"

#: The environment variable that has a seat make its namespace on a cluster.
MAKES_NAMESPACE = "WORKSHOP_MAKES_NAMESPACE"

#: Seconds for which JupyterLab remembers whom the hub has let in: an instructor who has helped is
#: out after that.
KNOWN = 30

#: The environment variables with the board's URL, and with this seat's token for it.
BOARD, BOARD_TOKEN = "WORKSHOP_BOARD", "WORKSHOP_BOARD_TOKEN"


def main() -> int:
    """Serve one learner until the hub or the room ends it; return the exit code."""
    end = End()
    if pipe := os.environ.get(ROOM_PIPE):
        end_with_parent(int(pipe), lambda: os.kill(os.getpid(), signal.SIGTERM))
    folder = Path.cwd()
    workspace = Workspace(folder)
    ui_path = os.environ["JUPYTERHUB_SERVICE_PREFIX"] + "temporal"
    try:
        with contextlib.ExitStack() as stack:
            workspace.create()
            lock = Lock(workspace.lock_file)
            if not wait_for(lock, workspace, end):
                _say("Another lab has this folder.")
                return 1
            stack.callback(lock.release)
            if os.environ.get(MAKES_NAMESPACE):
                asyncio.run(_make_namespace())
            opened = Opened(workspace, folder, lock, end, _say, fixed_ports=False, ui_path=ui_path)
            stack.callback(opened.close)
            token = os.environ.pop(BOARD_TOKEN, "")  # the courier's alone
            if board := os.environ.get(BOARD):
                deeds = Deeds(workspace)
                courier = Courier(workspace.state, Desk(board, token), obey=deeds.obey)
                stack.callback(courier.close)
                os.environ[IN_ROOM] = "1"
            jupyter = _start(workspace, opened, ui_path)
            opened.running.append(jupyter)
            limit = limit_of(os.environ.get("MEM_LIMIT", ""))
            notice = Notice(workspace)
            watches: list[Watch] = [DiskWatch(workspace.root)]
            if limit:
                watches.append(MemoryWatch(limit))
            while not (end.has_come or jupyter.has_ended):
                notice.tell(" ".join(filter(None, (each.look() for each in watches))))
                time.sleep(0.1)
            return 0 if end.has_come else jupyter.exit_code or 0
    except EndedError:
        return 0
    except (LabError, OSError) as error:
        _say(str(error))
        return 1


async def _make_namespace() -> None:
    """Make the namespace that the environment names, on the cluster that it names."""
    try:
        client = await connect(None)
    except RuntimeError as error:
        raise LabError(f"The Temporal cluster does not answer: {error}") from None
    await make_namespace(client)


def _start(workspace: Workspace, opened: Opened, ui_path: str) -> Kept:
    address = opened.services.address
    configuration = write_configuration(workspace.state / "jupyter", address, ui_path)
    return Kept(
        "JupyterLab",
        [
            *(sys.executable, "-m", "jupyterhub.singleuser"),
            *server_arguments(workspace, configuration),
            f"--HubOAuth.cache_max_age={KNOWN}",
        ],
        log=workspace.state / "jupyter.log",
        environment=environment_of(workspace, address, configuration.parent, ui_path),
        grace=GRACE,
    )


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
