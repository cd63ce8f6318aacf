"""A room that root has opened: each learner is a user of their own."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.environment import persons_environment
from tests.families import wait_until
from workshop.processes.ports import free_port
from workshop.room.guest import Guest
from workshop.room.seats import Seats
from workshop.room.users import FIRST, as_user, give, is_root, trouble_with_users

#: A container's user is root, and so is CI's; who isn't can't try it.
pytestmark = [
    pytest.mark.timeout(900),
    pytest.mark.skipif(not is_root(), reason="only root can start processes as other users"),
]

ROOT = Path(__file__).parents[2]


@pytest.fixture
def everybodys() -> Iterator[Path]:
    """A folder that all users of the machine can reach: pytest's own is its user's alone."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)


@pytest.fixture
def python(everybodys: Path) -> Path:
    """This Python, where all users can start it, with what is installed here."""
    base = Path(sys.base_prefix)
    copy = everybodys / "python"
    try:
        shutil.copytree(base, copy, copy_function=os.link, symlinks=True)
    except OSError:  # on another file system
        shutil.rmtree(copy, ignore_errors=True)
        shutil.copytree(base, copy, symlinks=True)
    minor = f"python3.{sys.version_info.minor}"
    own = everybodys / "environment"
    subprocess.run([copy / "bin" / minor, "-m", "venv", "--without-pip", own], check=True)
    here = next(each for each in sys.path if each.endswith("site-packages"))
    (own / "lib" / minor / "site-packages" / "here.pth").write_text(f"{ROOT}\n{here}\n")
    for each in ("share", "etc"):  # where Jupyter's own files are
        (own / each).symlink_to(Path(sys.prefix) / each)
    return own / "bin" / "python"


def test_what_a_user_of_a_seat_may_not_is_said(everybodys: Path, tmp_path: Path) -> None:
    assert "Permission denied" in trouble_with_users(tmp_path / "unreachable")
    unstartable = everybodys / "python"
    unstartable.touch(mode=0o600)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "executable", str(unstartable))
        assert f"they can't start {unstartable}" in trouble_with_users(everybodys)


def test_a_folder_is_given_with_all_that_is_in_it(everybodys: Path) -> None:
    seat = everybodys / "ada"
    (seat / "work").mkdir(parents=True)
    (seat / "work" / "order.py").touch()
    (seat / "elsewhere").symlink_to(ROOT / "pyproject.toml")
    give(seat, FIRST + 1)
    inside = [seat, *seat.rglob("*")]
    assert {each.lstat().st_uid for each in inside} == {FIRST + 1}
    assert (ROOT / "pyproject.toml").stat().st_uid != FIRST + 1, (
        "what a link leads to stays whose it is"
    )


def test_a_seat_keeps_its_number(tmp_path: Path) -> None:
    seats = Seats(tmp_path / "seats.json")
    assert [seats.number_of(each) for each in ("ada", "ben", "ada")] == [0, 1, 0]
    assert Seats(tmp_path / "seats.json").number_of("ben") == 1


def test_a_user_of_a_seat_has_none_of_our_groups() -> None:
    done = subprocess.run(
        ["id"], preexec_fn=as_user(FIRST + 3), capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == [
        f"uid={FIRST + 3}",
        f"gid={FIRST + 3}",
        f"groups={FIRST + 3}",
    ]


async def test_learners_cannot_read_each_others_files(python: Path, everybodys: Path) -> None:
    room, port = everybodys / "room", free_port(None)
    start = "from workshop.commands.cli import main; main()"
    options = ["--address", "127.0.0.1", "--port", str(port), "--folder", str(room)]
    environment = persons_environment(
        PATH=os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]]),
        LD_LIBRARY_PATH=str(everybodys / "python" / "lib"),  # not the one that only root can read
    )
    with subprocess.Popen(  # noqa: ASYNC220 - nothing else goes on
        [str(python), "-c", start, "room", *options],
        env=environment,
        stdout=(everybodys / "said").open("w"),
    ) as process:
        try:
            assert wait_until(lambda: "The room is open." in said(everybodys), 60), said(everybodys)
            assert "Each learner is a" in said(everybodys)
            code = Seats(room / ".room" / "seats.json").code
            url = f"http://127.0.0.1:{port}"
            async with Guest(url, "ada") as ada, Guest(url, "ben") as ben:
                for guest in (ada, ben):
                    await guest.come_in(code)
                    await guest.sit_down()
                    ran = await guest.run("from workshop import open_lab\nlab = await open_lab()")
                    assert not ran.error, ran
                assert (room / "ada").stat().st_uid != (room / "ben").stat().st_uid
                own = await ben.run("import os; os.listdir(); print(os.getuid())")
                assert own.text == f"{(room / 'ben').stat().st_uid}\n"
                for secret in (room / "ada", room / ".room"):
                    ran = await ben.run(f"import os; os.listdir({str(secret)!r})")
                    assert ran.error.startswith("PermissionError"), ran
        finally:
            process.send_signal(signal.SIGINT)
            process.wait(30)
    assert process.returncode == 0


def said(folder: Path) -> str:
    return (folder / "said").read_text()
