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
line = socket.socket()
line.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
line.bind(("127.0.0.1", 0))
line.connect(("127.0.0.1", int(sys.argv[1])))
print("connected", flush=True)
sys.stdin.read()
"""

#: Holds a line until it is told to let go.
SERVER = """
import socket, sys
with socket.create_server(("127.0.0.1", 0)) as server:
    print(server.getsockname()[1], flush=True)
    line, _ = server.accept()
line.recv(1)
print("noticed", flush=True)
sys.stdin.readline()
line.close()
sys.stdin.read()
"""


def started(code: str, *arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", code, *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def test_it_waits_for_the_one_who_still_holds_the_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hanging_up, "NOTICED_WITHIN", 60)
    with started(SERVER) as server:
        assert server.stdout is not None
        assert server.stdin is not None
        with started(CALLER, server.stdout.readline().strip()) as caller:
            assert caller.stdout is not None
            caller.stdout.readline()
            ends = ends_of(caller.pid)
            assert len(ends) == 1
            caller.kill()
        assert server.stdout.readline() == "noticed\n"  # and has not let go

        waiting = threading.Thread(target=wait_until_hung_up, args=(ends,))
        waiting.start()
        waiting.join(0.2)
        assert waiting.is_alive()
        server.stdin.write("let go\n")
        server.stdin.flush()
        waiting.join(timeout=30)
        assert not waiting.is_alive()
        server.kill()


def test_what_this_process_holds_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hanging_up, "NOTICED_WITHIN", 3600)
    with socket.create_server(("127.0.0.1", 0)) as server:
        with started(CALLER, str(server.getsockname()[1])) as caller:
            held, _ = server.accept()
            ends = ends_of(caller.pid)
            caller.kill()
        with held:
            wait_until_hung_up(ends)
            assert {own for own, _ in ends} == {held.getpeername()}


def test_somebody_elses_line_at_the_same_port_is_not_waited_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A port may have connections to several others: a busy machine gives it out again."""
    monkeypatch.setattr(hanging_up, "NOTICED_WITHIN", 3600)
    with started(SERVER) as other, socket.create_server(("127.0.0.1", 0)) as server:
        assert other.stdout is not None
        place = ("127.0.0.1", int(other.stdout.readline()))
        with started(CALLER, str(server.getsockname()[1])) as caller:
            held, _ = server.accept()
            ends = ends_of(caller.pid)
            with held, socket.socket() as line:
                line.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
                line.bind(held.getpeername())
                line.connect(place)  # and the process at its other end lives on
                caller.kill()
                wait_until_hung_up(ends)
        other.kill()


def test_who_has_no_connections_is_not_waited_for() -> None:
    wait_until_hung_up(set())
    assert ends_of(2**22 + 1) == set()  # no process has this id
