"""`workshop lab` when something is in its way: it says so in a sentence, and leaves nothing behind."""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import signal
import site
import subprocess
import sys
import venv
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import psutil
import pytest

from tests.commands.lab_process import LabProcess
from tests.environment import persons_environment
from tests.families import command_of, name_of, wait_until, wait_until_gone
from workshop.lab.workspace import Workspace
from workshop.patience import slowness
from workshop.shop.client import Shop

pytestmark = [
    pytest.mark.timeout(240),
    pytest.mark.skipif(os.name != "posix", reason="signals, users, symbolic links"),
]

ROOT = Path(__file__).parents[2]

#: The first seconds of a lab, by what is there: the moment in which it gets a signal.
MOMENTS: dict[str, Callable[[Workspace], bool]] = {
    "at once": lambda _: True,
    "when it has its workspace": lambda workspace: workspace.lock_file.exists(),
    "while the shop starts": lambda workspace: (workspace.state / "shop.log").exists(),
    "while the server starts": lambda workspace: (workspace.state / "temporal.log").exists(),
    "while JupyterLab starts": lambda workspace: (workspace.state / "jupyter.log").exists(),
}


@pytest.mark.parametrize("moment", MOMENTS)
@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM", "SIGHUP"])
def test_a_signal_in_its_first_seconds_ends_everything(
    tmp_path: Path, moment: str, name: str
) -> None:
    lab = LabProcess(tmp_path / "course", wait=False)
    assert wait_until(lambda: MOMENTS[moment](lab.workspace) or lab.has_ended, 60)
    family = lab.family()
    lab.process.send_signal(getattr(signal, name))
    code = lab.process.wait(5 * slowness())
    assert wait_until_gone([*family, *in_workspace(lab.workspace)], 5 * slowness()) == []
    # Before a program's first line, Ctrl-C ends Python itself, which says so in its own way.
    was_python = "KeyboardInterrupt" in lab.output and "cli.py" not in lab.output
    if not (moment == "at once" and name == "SIGINT" and was_python):
        assert code in (0, -getattr(signal, name))
        assert "Traceback" not in lab.output
    assert not lab.workspace.lab_file.exists()


def in_workspace(workspace: Workspace) -> Iterator[psutil.Process]:
    """Yield the processes whose command line names the workspace."""
    for process in psutil.process_iter():
        with contextlib.suppress(psutil.Error):
            if str(workspace.root) in " ".join(command_of(process)):
                yield process


def test_of_two_at_the_same_moment_one_serves_and_the_other_says_where(tmp_path: Path) -> None:
    labs = [LabProcess(tmp_path / "course", wait=False, log=str(each)) for each in range(2)]
    try:
        assert wait_until(lambda: any(each.has_ended for each in labs), 90)
        assert wait_until(lambda: any("Ctrl-C ends it" in each.output for each in labs), 90)
        (serves,) = [each for each in labs if not each.has_ended]
        (refused,) = [each for each in labs if each.has_ended]
        assert refused.process.returncode == 1
        assert serves.url in refused.output
        servers = [
            each for each in in_workspace(serves.workspace) if name_of(each).startswith("temporal")
        ]
        assert len(servers) <= 1
    finally:
        for each in labs:
            if not each.has_ended:
                each.end()


def test_a_lab_waits_for_the_one_before_it_to_be_gone(tmp_path: Path) -> None:
    first = LabProcess(tmp_path / "course")
    family = first.family()
    first.process.kill()  # its server takes a moment longer
    second = LabProcess(tmp_path / "course")
    try:
        assert wait_until_gone(family, 0) == []
        assert "Ctrl-C ends it" in second.output
    finally:
        second.end()


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM])
def test_a_jupyterlab_that_ended_is_no_lab(tmp_path: Path, number: signal.Signals) -> None:
    lab = LabProcess(tmp_path / "course")
    family = lab.family()
    (jupyter,) = [each for each in family if command_of(each)[1:3] == ["-m", "jupyterlab"]]
    jupyter.send_signal(number)
    code = lab.process.wait(30 * slowness())
    if number is signal.SIGKILL:
        assert code == 1
        assert "JupyterLab has ended by itself (SIGKILL)" in lab.output
        assert "Everything is stopped" not in lab.output
    else:  # asked to end, as by its menu
        assert code == 0
    assert wait_until_gone(family, 5 * slowness()) == []


def test_what_is_broken_is_set_aside_and_the_lab_goes_on(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path / "course")
    workspace.create()
    for name in ("shop.db", "temporal.db", "progress.json", "lab.json"):
        (workspace.state / name).write_bytes(b"not what it should be" * 500)
    lab = LabProcess(workspace.root)
    try:
        assert "Ctrl-C ends it" in lab.output
        for name in ("shop.db", "temporal.db", "progress.json", "lab.json"):
            assert f".workshop/{name} can't be used" in lab.output
            assert re.search(rf"kept as \.workshop/backups/\S+_{re.escape(name)}\.", lab.output)
        with Shop(lab.address.shop_url) as shop:
            assert shop.next_order_number() == 1
    finally:
        lab.end()
    assert len(list(workspace.backups.iterdir())) == 4


def test_ctrl_c_ends_a_lab_whose_environment_was_removed(tmp_path: Path) -> None:
    python = environment_of_links(tmp_path / "venv")
    lab = LabProcess(tmp_path / "course", python=python)
    assert "Ctrl-C ends it" in lab.output
    family = lab.family()
    assert len(family) >= 6
    shutil.rmtree(tmp_path / "venv")  # `make clean`, or an upgrade
    assert lab.end() == 0
    assert wait_until_gone(family, 5 * slowness()) == []
    assert "Traceback" not in lab.output
    assert "Everything is stopped" in lab.output


def environment_of_links(folder: Path) -> Path:
    """Make a virtual environment that can be removed: its packages are links to ours."""
    venv.create(folder, symlinks=True)
    packages = next(folder.glob("lib/python*/site-packages"))
    (ours,) = [Path(each) for each in site.getsitepackages() if Path(each).name == "site-packages"]
    (folder / "packages").symlink_to(ours)
    (folder / "project").symlink_to(ROOT)
    (packages / "links.pth").write_text(f"{folder / 'packages'}\n{folder / 'project'}\n")
    for program in ("temporal", "nats-server"):
        if found := shutil.which(program, path=str(Path(sys.executable).parent)):
            (folder / "bin" / program).symlink_to(found)
    return folder / "bin" / "python"


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("/".join(["a" * 100] * 6), "too long by"),
        ("here:there", "holds ':'"),
        ("file", "is a file, not a folder"),
    ],
)
def test_a_place_that_cannot_be_is_refused_at_once(
    tmp_path: Path, name: str, sentence: str
) -> None:
    (tmp_path / "file").write_text("x")
    lab = LabProcess(tmp_path / name, log=str(tmp_path / "out"))
    assert lab.process.wait(30) == 1
    assert sentence in lab.output
    assert len(lab.output.strip().splitlines()) == 1


# Another user of the machine: only root can be one.

as_root = pytest.mark.skipif(
    os.name != "posix" or os.geteuid() != 0, reason="only root can be another user"
)
NOBODY = 65534


@pytest.fixture
def open_to_all() -> Iterator[Path]:
    """A folder that every user can reach, unlike those of pytest."""
    folder = Path(f"/tmp/temporal-workshop-of-{os.getpid()}")
    folder.mkdir()
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder, ignore_errors=True)


def another_user(*command: str) -> subprocess.CompletedProcess[str]:
    """Run a command as another user; return what came of it."""
    return subprocess.run(
        command,
        user=NOBODY,
        group=NOBODY,
        extra_groups=[],
        capture_output=True,
        text=True,
        env=persons_environment(HOME="/nonexistent"),
        cwd="/",
        check=False,
    )


@as_root
def test_another_user_sees_nothing_of_a_workspace(open_to_all: Path) -> None:
    lab = LabProcess(open_to_all / "course", log=str(open_to_all / "out"))
    try:
        state = lab.workspace.state
        with Shop(lab.address.shop_url) as client:
            number = client.next_order_number()
        reads = ["shop.db", "temporal.db", "lab.json", "jupyter.log", "notebooks.json"]
        files = [*(state / each for each in reads), lab.workspace.root / "00_start_here.ipynb"]
        for path in files:
            assert path.exists()
            assert another_user("cat", str(path)).returncode != 0, path
        for folder in (lab.workspace.root, state, lab.workspace.work):
            assert another_user("ls", str(folder)).returncode != 0, folder
        # The port is open to all, what is behind it is not: no command line says the secret.
        shop, _, secret = lab.address.shop_url.rpartition("/")
        for address in ("/health", "/openapi.json", "/order-numbers", "/ledger"):
            assert httpx.post(f"{shop}{address}").status_code == 404
        for process in lab.family():
            seen = another_user("cat", f"/proc/{process.pid}/cmdline").stdout
            assert secret not in seen
            assert another_user("cat", f"/proc/{process.pid}/environ").returncode != 0
        with Shop(lab.address.shop_url) as client:
            assert client.next_order_number() == number + 1
    finally:
        lab.end()


AS_ANOTHER_USER = """
import os, sys
from pathlib import Path
from workshop.commands.doctor import Ill, _place
from workshop.commands.lab import run_lab
from workshop.lab.workspace import Workspace
import asyncio

os.setgroups([])
os.setgid(int(sys.argv[1]))
os.setuid(int(sys.argv[1]))
folder = Path(sys.argv[2])
try:
    asyncio.run(_place(Workspace(folder)))
except Ill as ill:
    print(ill, ill.cure)
sys.exit(run_lab(folder, port=None, open_browser=False))
"""


@as_root
@pytest.mark.parametrize("name", ["mine", "course", "course/below"])
def test_a_place_of_another_user_is_named_with_the_cure(open_to_all: Path, name: str) -> None:
    Workspace(open_to_all / "course").create()
    # It becomes another user when everything is imported: ours may be out of that one's reach.
    done = subprocess.run(
        [sys.executable, "-c", AS_ANOTHER_USER, str(NOBODY), str(open_to_all / name)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (1, "")
    doctors, labs = done.stdout.splitlines()
    assert doctors == labs
    assert "can't be written to (Permission denied)" in labs
    assert "Choose a folder of your own" in labs
