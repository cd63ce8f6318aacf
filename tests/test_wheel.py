"""The wheel carries the course, so that ``pip install`` and ``workshop lab`` need no clone."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from workshop.lessons import COURSE

ROOT = Path(__file__).parents[1]


@pytest.mark.timeout(180)
def test_a_workspace_can_be_filled_from_the_wheel_alone(tmp_path: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "uv", "build", "--wheel", "--quiet", "--out-dir", tmp_path, ROOT],
        check=True,
    )
    (wheel,) = tmp_path.glob("*.whl")
    zipfile.ZipFile(wheel).extractall(tmp_path / "installed")
    program = (
        "from pathlib import Path\n"
        "from workshop.course.copies import fill_workspace\n"
        "from workshop.notebook.built import solution\n"
        "from workshop.lab.workspace import Workspace\n"
        "fill_workspace(Workspace(Path('course').resolve()))\n"
        "print(solution('say_hello'))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=tmp_path,
        env={"PYTHONPATH": str(tmp_path / "installed")},
        capture_output=True,
        text=True,
        check=True,
    )
    assert "HelloWorkflow" in done.stdout
    copied = {path.name for path in (tmp_path / "course").glob("*.ipynb")}
    assert copied == {lesson.notebook for lesson in COURSE}
