"""The kill matrix: each process of a lab gets each signal at a random moment. `make test-faults`.

Whatever happens, the lab goes on or says that it has ended; what was written is there the next day;
and when it has ended none of its processes is left.
"""

from __future__ import annotations

import random
import signal
import sqlite3
import sys
import time
from contextlib import closing
from pathlib import Path

import psutil
import pytest

from tests.families import wait_until
from tests.faults.victims import PARTS, Victim, is_possible
from workshop.patience import slowness
from workshop.shop.client import Shop

pytestmark = [
    pytest.mark.skipif(not is_possible(), reason="signals, and other processes' environments"),
    pytest.mark.timeout(300),
]

SIGNALS = ("SIGKILL", "SIGTERM", "SIGINT", "SIGHUP", "SIGSTOP")

#: The parts that are started again.
COME_BACK = ("the shop", "the server", "the server's guard")

#: Seconds of a quiet machine.
UNTIL_OPEN, UNTIL_BACK, UNTIL_GONE = 30, 40, 15

#: Each part with each signal, while the lab is open; and as many again while it starts.
WHILE_OPEN = [(part, name) for part in PARTS for name in SIGNALS]
WHILE_STARTING = [
    (part, name, seed)
    for part in PARTS
    if part != "a kernel"
    for name in SIGNALS
    for seed in (1, 2)
]

#: What `make test-all` tries of them; `make test-faults` tries all.
SOME = {("the shop", "SIGSTOP"), ("the server's guard", "SIGKILL"), ("JupyterLab", "SIGKILL")}


def marked(part: str, name: str, *more: object) -> object:
    """Return the parameters of a test, with the mark that says who runs it."""
    is_one_of_some = (part, name) in SOME and not more
    marks = [pytest.mark.thorough if is_one_of_some else pytest.mark.faults]
    return pytest.param(part, name, *more, marks=marks)


@pytest.mark.parametrize(("part", "name"), [marked(*each) for each in WHILE_OPEN])
def test_while_it_is_open(tmp_path: Path, part: str, name: str) -> None:
    with Victim(tmp_path / "course") as lab:
        assert wait_until(lambda: lab.is_open or lab.has_ended, UNTIL_OPEN * slowness()), lab.output
        assert lab.is_open, lab.output
        lab.start_a_kernel()
        number = next_order_number(lab)
        process = lab.part(part)
        assert process is not None
        time.sleep(random.Random(part + name).uniform(0, 1))
        process.send_signal(getattr(signal, name))
        expect_what_is_promised(lab, part, name, process)
        end(lab, part, name)
        assert lab.wait_until_gone(UNTIL_GONE) == []
        expect_nothing_lost(lab, number)


@pytest.mark.parametrize(("part", "name", "seed"), [marked(*each) for each in WHILE_STARTING])
def test_while_it_starts(tmp_path: Path, part: str, name: str, seed: int) -> None:
    with Victim(tmp_path / "course") as lab:
        found: list[psutil.Process] = []

        def has_come() -> bool:
            found[:] = filter(None, [lab.part(part)])
            return bool(found) or lab.has_ended

        assert wait_until(has_come, UNTIL_OPEN * slowness()), lab.output
        time.sleep(random.Random(f"{part}{name}{seed}").uniform(0, 1.5))
        for process in found:
            if process.is_running():
                process.send_signal(getattr(signal, name))
        if name == "SIGSTOP" and part == "the lab":
            lab.process.send_signal(signal.SIGKILL)
        opened_or_ended = wait_until(
            lambda: lab.has_ended or lab.is_open, (UNTIL_OPEN + UNTIL_BACK) * slowness()
        )
        assert opened_or_ended, lab.output
        if part == "the lab":
            assert lab.has_ended
        elif lab.has_ended and lab.process.returncode:
            assert "Run `workshop doctor`" in lab.output or "by itself" in lab.output, lab.output
        if not lab.has_ended:
            lab.process.send_signal(signal.SIGINT)
        assert lab.wait_until_gone(UNTIL_GONE) == []
        assert "Traceback" not in lab.output
        expect_sound_databases(lab)


NOTEBOOK = """
import asyncio
from workshop import open_lab

async def main():
    lab = await open_lab()
    (lab.workspace.work / "waits.py").write_text("import time; time.sleep(1000)")
    await lab.process("waits")
    await lab.nats()
    print(lab.shop.next_order_number(), flush=True)
    await asyncio.sleep(1000)

asyncio.run(main())
"""


@pytest.mark.faults
@pytest.mark.parametrize("name", SIGNALS)
def test_a_notebook_with_a_lab_of_its_own(tmp_path: Path, name: str) -> None:
    with Victim(tmp_path / "course", [sys.executable, "-c", NOTEBOOK]) as notebook:
        assert wait_until(lambda: "1" in notebook.output, UNTIL_OPEN * slowness()), notebook.output
        # itself, the shop, its process, what that was forked from, and two with guards
        assert len(notebook.processes()) == 8
        time.sleep(random.Random(name).uniform(0, 1))
        notebook.process.send_signal(getattr(signal, name))
        if name == "SIGSTOP":
            notebook.process.send_signal(signal.SIGKILL)
        assert notebook.wait_until_gone(UNTIL_GONE) == []


def expect_what_is_promised(lab: Victim, part: str, name: str, process: psutil.Process) -> None:
    if part in COME_BACK:
        assert wait_until(lab.answers, UNTIL_BACK * slowness()), lab.output
        ends_it = name in ("SIGKILL", "SIGTERM", "SIGHUP") or part == "the server"
        if ends_it and not (part == "the server's guard" and name in ("SIGSTOP", "SIGINT")):
            assert wait_until(lambda: not process.is_running(), UNTIL_BACK * slowness())
            assert wait_until(lambda: "was started again" in lab.output, UNTIL_BACK), lab.output
            assert wait_until(lab.answers, UNTIL_BACK * slowness()), lab.output
    elif part == "a kernel":
        assert lab.answers()
    elif part == "the lab" and name != "SIGSTOP":
        assert wait_until(lambda: lab.has_ended, UNTIL_GONE * slowness())
        assert lab.process.returncode == (-signal.SIGKILL if name == "SIGKILL" else 0)
    elif part.startswith("JupyterLab") and name == "SIGKILL":
        assert wait_until(lambda: lab.has_ended, UNTIL_GONE * slowness())
        assert lab.process.returncode == 1
        assert "JupyterLab has ended by itself (SIGKILL)" in lab.output
        assert "Everything is stopped" not in lab.output


def end(lab: Victim, part: str, name: str) -> None:
    """End the lab, if that has not happened yet, as a person would."""
    if part == "the lab" and name == "SIGSTOP":
        lab.process.send_signal(signal.SIGKILL)
    elif not lab.has_ended:
        lab.process.send_signal(signal.SIGINT)
        assert wait_until(lambda: lab.has_ended, UNTIL_GONE * slowness()), lab.output
    assert "Traceback" not in lab.output


def next_order_number(lab: Victim) -> int:
    assert lab.address is not None
    with Shop(lab.address.shop_url) as shop:
        return shop.next_order_number()


def expect_nothing_lost(lab: Victim, number: int) -> None:
    expect_sound_databases(lab)
    with closing(sqlite3.connect(lab.workspace.state / "shop.db")) as db:
        assert db.execute("SELECT max(number) FROM order_numbers").fetchone() == (number,)


def expect_sound_databases(lab: Victim) -> None:
    for name in ("shop.db", "temporal.db"):
        if (database := lab.workspace.state / name).exists():
            with closing(sqlite3.connect(database)) as db:
                assert db.execute("PRAGMA quick_check").fetchone() == ("ok",), name
