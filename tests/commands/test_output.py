"""What is printed never ends the command line: other encodings, readers that leave, closed outputs."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.commands.projects import LONGER, W, recorded, written
from tests.environment import persons_environment

WORKSHOP = str(Path(sys.executable).with_name("workshop"))


@pytest.mark.parametrize("encoding", ["cp1252", "ascii", "cp437", "utf-8"])
@pytest.mark.parametrize(
    ("command", "said"),
    [
        (["replay", "w.py", recorded("ok")], b"W"),
        (["replay", "longer.py", recorded("ok")], b"does not replay"),
        (["doctor"], b"packages"),
        (["progress", "here"], b""),
    ],
)
def test_signs_that_the_terminal_lacks_change_no_exit_code(
    tmp_path: Path, encoding: str, command: list[str], said: bytes
) -> None:
    written(tmp_path / "w.py", W)
    written(tmp_path / "longer.py", LONGER)
    done = subprocess.run(
        [WORKSHOP, *command],
        cwd=tmp_path,
        env=persons_environment(PYTHONIOENCODING=encoding),
        capture_output=True,
        check=False,
    )
    assert done.returncode == (1 if "longer.py" in command else 0), done.stdout + done.stderr
    assert said in done.stdout and b"Traceback" not in done.stderr
    done.stdout.decode(encoding)
    if "w.py" in command and encoding == "ascii":
        assert b"OK W - replays - 1 step the same" in done.stdout


@pytest.mark.parametrize(("module", "code"), [("w.py", 0), ("longer.py", 1), ("none.py", 2)])
def test_a_reader_that_leaves_changes_no_exit_code(tmp_path: Path, module: str, code: int) -> None:
    written(tmp_path / "w.py", W)
    written(tmp_path / "longer.py", LONGER)
    with subprocess.Popen(
        [WORKSHOP, "replay", module, *[recorded("ok")] * 5],
        cwd=tmp_path,
        env=persons_environment(PYTHONUNBUFFERED="1"),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as running:
        assert running.stdout and running.stderr
        running.stdout.close()
        said = running.stderr.read()
    assert running.returncode == code, said
    assert b"BrokenPipe" not in said and b"Traceback" not in said


def test_an_output_that_is_closed_from_the_start_changes_no_exit_code(tmp_path: Path) -> None:
    written(tmp_path / "w.py", W)
    line = f"'{WORKSHOP}' replay w.py '{recorded('ok')}' >&-"
    done = subprocess.run(["sh", "-c", line], cwd=tmp_path, env=persons_environment(), check=False)
    assert done.returncode == 0
