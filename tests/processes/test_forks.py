"""Programs that are forked: as `python -m` would have started them, and gone when they should be."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psutil
import pytest

from tests.families import command_of, wait_until_gone
from workshop.processes.forks import ForkServer, Program

linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="forks on Linux only")

#: Says everything that a program can know of how it was started.
SAYS = """
import json, os, random, sys, uuid
import beside
print(json.dumps({
    "argv": sys.argv, "name": __name__, "environment": dict(os.environ), "folder": os.getcwd(),
    "path": sys.path, "beside": beside.__file__, "hash": hash("text"), "random": random.random(),
    "uuid": str(uuid.uuid4()), "session": os.getsid(0), "pid": os.getpid(),
    "had": [each for each in ("csv", "workshop.orders") if each in sys.modules],
    "files": sorted(os.listdir("/proc/self/fd")), "read": sys.stdin.read(),
}))
print("ü", file=sys.stderr)
"""
SLEEPS = "print('up', flush=True)\nimport time\ntime.sleep(1000)\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, source in {"says": SAYS, "sleeps": SLEEPS, "beside": ""}.items():
        (tmp_path / f"{name}.py").write_text(source, encoding="utf-8")
    return tmp_path


@pytest.fixture
def forks() -> Iterator[ForkServer]:
    server = ForkServer("csv")
    mine = psutil.Process()
    before = {each.pid for each in mine.children()}
    yield server
    for each in mine.children():
        if each.pid not in before:
            each.kill()
            each.wait()


class Started:
    """A program and what it writes."""

    def __init__(
        self, server: ForkServer, folder: Path, module: str, *arguments: str, **environment: str
    ) -> None:
        self._input, asks = os.pipe()
        os.write(asks, b"asked")
        os.close(asks)
        read, written = os.pipe()
        self.output = os.fdopen(read, encoding="utf-8")
        self.program: Program = server.start(
            module,
            *arguments,
            folder=folder,
            environment={"LC_CTYPE": "C.UTF-8", **environment},
            stdin=self._input,
            stdout=written,
            stderr=written,
        )
        os.close(self._input)
        os.close(written)

    def says(self) -> dict[str, Any]:
        """Let it end well; return what it knows of its start."""
        with self.output:
            said: dict[str, Any] = json.loads(self.output.readline())
            assert self.output.read() == "ü\n"
        assert self.program.wait(10) == 0
        return said


def test_a_forked_program_is_started_as_python_m_would(forks: ForkServer, folder: Path) -> None:
    said = Started(forks, folder, "says", "one", "two", A="1", PYTHONPATH="/nowhere").says()
    plain = subprocess.run(
        [sys.executable, "-u", "-m", "says", "one", "two"],
        cwd=folder,
        env={"LC_CTYPE": "C.UTF-8", "A": "1", "PYTHONPATH": "/nowhere"},
        input="asked",
        stdout=subprocess.PIPE,
        check=True,
        text=True,
        start_new_session=True,
    )
    expected = json.loads(plain.stdout)
    assert said["pid"] == said["session"], "Ctrl-C in the terminal would reach it"
    same = ("argv", "name", "environment", "folder", "path", "beside", "read", "files")
    assert {each: said[each] for each in same} == {each: expected[each] for each in same}


def test_two_programs_share_neither_chance_nor_hashes(forks: ForkServer, folder: Path) -> None:
    one, two = (Started(forks, folder, "says").says() for _ in range(2))
    for each in ("hash", "random", "uuid", "pid"):
        assert one[each] != two[each]


@linux
def test_what_is_imported_before_is_there(forks: ForkServer, folder: Path) -> None:
    assert Started(forks, folder, "says").says()["had"] == ["csv"]
    forks.import_too("workshop.orders")
    assert Started(forks, folder, "says").says()["had"] == ["csv", "workshop.orders"]


@pytest.mark.parametrize(
    ("source", "code"),
    [
        pytest.param("", 0, id="runs-through"),
        pytest.param("import sys; sys.exit(7)", 7, id="exit-code"),
        pytest.param("import sys; sys.exit('no')", 1, id="exit-message"),
        pytest.param("1 / 0", 1, id="exception"),
        pytest.param("import os; os._exit(5)", 5, id="at-once"),
        pytest.param("import os; os.kill(os.getpid(), 9)", -9, id="SIGKILL"),
        pytest.param("import os; os.abort()", -6, id="SIGABRT"),
    ],
)
def test_the_exit_code_is_as_subprocess_has_it(
    forks: ForkServer, folder: Path, source: str, code: int
) -> None:
    (folder / "ends.py").write_text(source, encoding="utf-8")
    started = Started(forks, folder, "ends")
    assert started.program.wait(10) == code == started.program.poll()
    started.program.kill()  # of a process that has ended, nothing
    with started.output:
        assert ("ZeroDivisionError" in started.output.read()) == (source == "1 / 0")


def test_a_program_that_runs_is_waited_for_and_killed(forks: ForkServer, folder: Path) -> None:
    started = Started(forks, folder, "sleeps")
    with started.output:
        assert started.output.readline() == "up\n"
        assert started.program.poll() is None
        with pytest.raises(subprocess.TimeoutExpired):
            started.program.wait(0)
        started.program.kill()
        assert started.program.wait(10) == -signal.SIGKILL


def test_ctrl_c_ends_a_program_and_not_what_forks(forks: ForkServer, folder: Path) -> None:
    (folder / "sleeps.py").write_text(
        "try:\n    print('up')\n    import time; time.sleep(1000)\n"
        "except KeyboardInterrupt:\n    raise SystemExit(130)\n",
        encoding="utf-8",
    )
    for _ in range(3):
        started = Started(forks, folder, "sleeps")
        with started.output:
            assert started.output.readline() == "up\n"
            started.program.send_signal(signal.SIGINT)
            assert started.program.wait(10) == 130


@linux
def test_programs_end_with_what_forks_and_it_is_started_again(
    forks: ForkServer, folder: Path
) -> None:
    started = [Started(forks, folder, "sleeps") for _ in range(2)]
    programs = [psutil.Process(each.program.pid) for each in started]
    for each in started:
        with each.output:
            assert each.output.readline() == "up\n"
    for process in psutil.Process().children():
        if "fork_server" in " ".join(command_of(process)):
            process.kill()
    assert [each.program.wait(10) for each in started] == [-signal.SIGKILL] * 2
    assert not wait_until_gone(programs, 10)
    assert Started(forks, folder, "says").says()["argv"]


@linux
def test_what_forks_ends_when_nobody_asks_and_nothing_of_it_runs(folder: Path) -> None:
    forks = ForkServer(idle=0.2)
    mine = psutil.Process()
    before = {each.pid for each in mine.children()}
    sleeps, says = Started(forks, folder, "sleeps"), Started(forks, folder, "says")
    says.says()
    both = [each for each in mine.children() if each.pid not in before]
    busy, free = sorted(
        both, key=lambda each: each.pid == psutil.Process(sleeps.program.pid).ppid(), reverse=True
    )
    with sleeps.output:
        assert sleeps.output.readline() == "up\n"
        assert not wait_until_gone([free], 10)
        assert busy.is_running(), "it has a program to look after"
        sleeps.program.kill()
        assert sleeps.program.wait(10) == -signal.SIGKILL
    assert not wait_until_gone([busy], 10)
    assert [Started(forks, folder, "says").says()["argv"] for _ in range(2)]


@linux
def test_who_asks_just_as_it_ends_gets_a_program_all_the_same(folder: Path) -> None:
    forks = ForkServer(idle=0.0)  # it ends as soon as it can
    assert len({Started(forks, folder, "says").says()["pid"] for _ in range(12)}) == 12


@linux
def test_what_cannot_fork_is_said(folder: Path) -> None:
    with pytest.raises(OSError, match="has ended at once"):
        Started(ForkServer("no_such_module"), folder, "says")


@linux
def test_what_forks_ends_with_its_parent(folder: Path) -> None:
    source = (
        "import os, sys, pathlib\n"
        "from tests.processes.test_forks import Started\n"
        "from workshop.processes.forks import ForkServer\n"
        "server = ForkServer()\n"
        "started = Started(server, pathlib.Path(sys.argv[1]), 'says')\n"
        "print(started.says()['pid'], flush=True)\n"
        "import time; time.sleep(1000)\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", source, str(folder)], stdout=subprocess.PIPE, text=True
    ) as parent:
        assert parent.stdout
        assert int(parent.stdout.readline())
        children = psutil.Process(parent.pid).children()
        assert children
        parent.kill()
    assert not wait_until_gone(children, 10)


def test_many_may_ask_at_once(forks: ForkServer, folder: Path) -> None:
    said: list[int] = []
    threads = [
        threading.Thread(target=lambda: said.append(Started(forks, folder, "says").says()["pid"]))
        for _ in range(8)
    ]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert len(set(said)) == len(threads)
