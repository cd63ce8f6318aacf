"""Waiting until the other end has noticed that a process is gone."""

from __future__ import annotations

import socket
import subprocess
import sys
import threading

import pytest

from workshop.processes import hanging_up
from workshop.processes.hanging_up import ends_of, wait_until_hung_up

CALLER = """
import socket, sys
line = socket.create_connection(("127.0.0.1", int(sys.argv[1])))
print("connected", flush=True)
sys.stdin.read()
"""


def test_it_waits_for_the_one_who_still_holds_the_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hanging_up, "NOTICED_WITHIN", 60)
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = str(server.getsockname()[1])
        caller = subprocess.Popen(
            [sys.executable, "-c", CALLER, port], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        held, _ = server.accept()
        assert caller.stdout is not None
        caller.stdout.readline()
        ends = ends_of(caller.pid)
        assert ends == {held.getpeername()}
        caller.kill()
        caller.communicate()

        waiting = threading.Thread(target=wait_until_hung_up, args=(ends,))
        waiting.start()
        held.settimeout(10)
        assert held.recv(1) == b""  # the news is there; nobody has acted on it yet
        assert waiting.is_alive()
        held.close()
        waiting.join(timeout=10)
        assert not waiting.is_alive()


def test_who_has_no_connections_is_not_waited_for() -> None:
    wait_until_hung_up(set())
    assert ends_of(2**22 + 1) == set()  # no process has this id
