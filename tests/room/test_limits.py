"""A seat that systemd limits: how it is started, and what is said where it can't be."""

from __future__ import annotations

import asyncio
import os
import stat
from pathlib import Path

import pytest

from tests.rooms import a_room
from workshop.room import limits
from workshop.room.guest import Guest
from workshop.room.limits import scope, trouble_with_limits
from workshop.room.options import Options

pytestmark = pytest.mark.timeout(900)

#: Stands for systemd-run, which needs a systemd: notes its arguments and becomes the command.
SYSTEMD_RUN = """\
#!/bin/sh
echo "$@" >> {notes}
while [ "$1" != "--" ]; do shift; done
shift
exec "$@"
"""


@pytest.fixture
def notes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """What a systemd-run on PATH was given."""
    program = tmp_path / "bin" / "systemd-run"
    program.parent.mkdir()
    program.write_text(SYSTEMD_RUN.format(notes=tmp_path / "notes"))
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", f"{program.parent}{os.pathsep}{os.environ['PATH']}")
    return tmp_path / "notes"


async def test_a_seat_is_started_in_a_scope_with_its_limit(notes: Path, tmp_path: Path) -> None:
    with a_room(tmp_path / "room", Options(memory=900)) as room:
        assert room.isolation.limits
        notes.unlink()
        async with Guest(room.url, "ada") as guest:
            await guest.come_in(room.seats.code)
            await guest.sit_down()
            assert (await guest.run("import os; print(os.environ['MEM_LIMIT'])")).text == (
                f"{900 * 2**20}\n"
            )
    (said,) = notes.read_text().splitlines()
    assert "--scope --quiet --collect" in said
    assert "--property MemoryMax=900M --property MemorySwapMax=0 -- " in said
    assert said.endswith("-m workshop.room.seat")


async def test_a_learner_is_told_when_memory_gets_scarce(tmp_path: Path) -> None:
    with a_room(tmp_path / "room", Options(memory=100)) as room:  # a seat takes more from the start
        async with Guest(room.url, "ada") as guest:
            await guest.come_in(room.seats.code)
            await guest.sit_down()

            async def is_told() -> str:
                while True:
                    _, course = await guest.get(f"{guest.path}/workshop/course")
                    if "of your 100 MB are taken" in course:
                        return course
                    await asyncio.sleep(0.1)

            await asyncio.wait_for(is_told(), 60)


def test_without_systemd_it_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert trouble_with_limits(900) == "this system has no systemd"


def test_what_systemd_says_against_it_is_passed_on(notes: Path) -> None:
    assert trouble_with_limits(900) == ""
    (notes.parent / "bin" / "systemd-run").write_text(
        "#!/bin/sh\necho 'Failed to connect to bus' >&2\nexit 1\n"
    )
    assert trouble_with_limits(900) == "Failed to connect to bus"


@pytest.mark.parametrize("is_root", [True, False])
def test_a_scope_is_ours_or_another_users(is_root: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "is_root", lambda: is_root)
    assert ("--user" in scope(900)) == (not is_root)
    assert "--uid" not in scope(900)
    assert "--uid 1900000007 --gid 1900000007" in " ".join(scope(900, 1_900_000_007))
